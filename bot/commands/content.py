"""``vademecum check``: every fault of a content folder, all at once."""

from __future__ import annotations

from argparse import Namespace

from bot.commands.command import FAULTS, OK, Command
from bot.config import Settings
from bot.wiring import content_problems


def _check(given: Namespace, settings: Settings) -> int:
    problems = content_problems(settings)
    for problem in problems:
        print(problem)
    if problems:
        print(f"\n{len(problems)} point(s) à corriger.")
        return FAULTS
    print("Tout est en ordre.")
    return OK


CHECK = Command("vérifie le contenu (grilles, mots, contacts) et montre tous ses défauts", _check)
