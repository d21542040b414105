"""What a command is, and the exit codes every command keeps to."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.config import Settings

OK, FAULTS, USAGE, CANNOT = 0, 1, 2, 3
EXIT_CODES = """codes de sortie :
  0  tout va bien
  1  des défauts ou une régression ont été trouvés, ils sont affichés
  2  la commande ou les réglages sont mal écrits
  3  ce n'est pas possible maintenant, le message dit pourquoi"""

DAY_HELP = "répondre à cette date (20/06/2024) au lieu d'aujourd'hui"


@dataclass(frozen=True)
class Command:
    """A command: its line in the help, what it accepts, and its work, which returns an exit code."""

    summary: str
    run: Callable[[Namespace, Settings], int]
    arguments: Callable[[ArgumentParser], object] = lambda parser: None


def day(text: str) -> date:
    """The date written ``JJ/MM/AAAA`` or ``AAAA-MM-JJ``; raises argparse's own error, in French."""
    try:
        if "/" in text:
            number, month, year = (int(part) for part in text.split("/"))
            return date(year, month, number)
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"« {text} » n'est pas une date, écrivez-la 20/06/2024") from None
