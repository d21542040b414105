"""Whether two readings of one figure agree: a sum read on a scan is sure only then, and when it looks like a sum."""

from __future__ import annotations

import re

from knowledge.documents import Doubt
from knowledge.figures import Amount, amounts

ONE_READER = "lu sur une page numérisée par un seul lecteur"
DISAGREEMENT = "les deux lecteurs ne lisent pas le même nombre : {first} et {second}"
NOTHING = "le second lecteur ne lit pas de nombre là où le premier lit {first}"
NO_SUM = "{first} n'a pas la forme d'une somme"
_NUMBER = r"(?:0|[1-9]\d{0,2}(?:[ .\u00a0\u202f]?\d{3})*)"
_SUM = re.compile(rf"{_NUMBER}(?:[.,]\d\d)?\s*(?:€|euros?|EUR)?", re.IGNORECASE)
_SPACED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_DIGITS = re.compile(r"\d+(?:[.,:/-]\d+)*")


def one_reader(line: int, text: str) -> tuple[Doubt, ...]:
    """The doubt about every figure of a line that one reader alone has read; none where it holds no digit."""
    return (Doubt(line, "", ONE_READER),) if any(char.isdigit() for char in text) else ()


def doubts(line: int, first: str, second: str) -> tuple[Doubt, ...]:
    """The doubts about the figures that the ``first`` reader read at a place of a line, given what the second read."""
    printed = {amount.printed: amount for amount in amounts(first)}
    if not printed:
        return () if _digits(first) == _digits(second) else (Doubt(line, first, _unlike(first, second)),)
    alike = _digits(first) == _digits(second)
    other = [(a.value, a.decimals) for a in amounts(second)]
    found = []
    for text, amount in printed.items():
        if not alike and (amount.value, amount.decimals) not in other:
            found.append(Doubt(line, text, _unlike(text, second)))
        elif not _is_sum(amount):
            found.append(Doubt(line, text, NO_SUM.format(first=text)))
    return tuple(found)


def _unlike(first: str, second: str) -> str:
    if not any(char.isdigit() for char in second):
        return NOTHING.format(first=first)
    return DISAGREEMENT.format(first=first, second=second.strip())


def _is_sum(amount: Amount) -> bool:
    """Whether a sum in euros is written as sums are; other numbers have no one form."""
    return amount.unit != "€" or _SUM.fullmatch(amount.printed) is not None


def _digits(text: str) -> list[str]:
    """The numbers of a text, without the spaces between their thousands."""
    return [number.replace(".", ",") for number in _DIGITS.findall(_SPACED.sub("", text))]
