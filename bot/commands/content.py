"""``vademecum check``: every fault of a content folder, all at once."""

from __future__ import annotations

from argparse import Namespace

from bot.commands.command import FAULTS, OK, Command
from bot.config import Settings
from bot.wiring import content_folder, content_problems
from knowledge.errors import BadSettings


def _check(given: Namespace, settings: Settings) -> int:
    folder = content_folder(settings)
    if folder is None:
        raise BadSettings("Aucun contenu à vérifier avec --content none ; donnez demo ou un dossier.")
    problems = content_problems(folder)
    for problem in problems:
        print(problem)
    if problems:
        print(f"\n{len(problems)} point(s) à corriger dans {folder}.")
        return FAULTS
    print(f"Tout est en ordre dans {folder}.")
    return OK


CHECK = Command("vérifie le contenu (grilles, mots, contacts) et montre tous ses défauts", _check)
