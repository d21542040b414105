"""argparse speaking French: same grammar, other words."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from knowledge.errors import BadSettings

# argparse's own sentences (3.11 to 3.14), told again; a sentence that is not here is told in general terms.
SENTENCES: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.*)", r"il manque : \1"),
    (r"unrecognized arguments: (.*)", r"mot ou option inconnus : \1"),
    (r"argument (.*): expected one argument", r"l'option \1 attend une valeur"),
    (r"argument (.*): expected at least one argument", r"l'option \1 attend au moins une valeur"),
    (r"argument (.*): invalid choice: ([^ ]+) .*", r"\1 : \2 n'existe pas"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 et \2 ne vont pas ensemble"),
    (r"argument (.*): (« .*)", r"\1 : \2"),
    (r"argument (.*): ignored explicit argument (.*)", r"l'option \1 ne prend pas de valeur (\2 est en trop)"),
    (r"ambiguous option: (.*) could match (.*)", r"option ambiguë : \1 peut être \2"),
    (r"one of the arguments (.*) is required", r"il faut l'une de ces options : \1"),
)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """A help page whose headings are French."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the usage line under its French heading."""
        super().add_usage(usage, actions, groups, "utilisation : " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that raises ``BadSettings`` in French instead of leaving the program, and never abbreviates."""

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=Formatter, add_help=False, allow_abbrev=False, **given)
        self._positionals.title = "à donner "
        self._optionals.title = "options "  # the colon follows
        self.add_argument("-h", "--help", action="help", help="affiche cette aide")

    def error(self, message: str) -> NoReturn:
        """Raise ``BadSettings`` with the sentence in French and where to find help."""
        raise BadSettings(f"{in_french(message)}.\nVoir : {self.prog} --help")


def in_french(message: str) -> str:
    """argparse's English sentence in French; one it does not know becomes a general remark."""
    for english, french in SENTENCES:
        if found := re.fullmatch(english, message, flags=re.DOTALL):
            return found.expand(french)
    return "cette commande n'est pas écrite comme il faut"
