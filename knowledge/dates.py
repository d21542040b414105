"""French dates, read and written: sessions, effects, deadlines."""

from __future__ import annotations

import re
from datetime import date

from knowledge.text import fold

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
MONTHS = tuple(map(fold, _MONTHS))
_WRITTEN = re.compile(r"\b(?:(\d{1,2})(?:er|°|eme)?|1er|ler)\s+(" + "|".join(MONTHS) + r")\s+((?:19|20)\d{2})\b")
_FIRST = re.compile(r"\b[1l]er\b")
_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d{2})(?![\d/])")
_WORDS = {
    "deux mille " + word: 2000 + n
    for n, word in enumerate(
        [
            "",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
            "dix-sept",
            "dix-huit",
            "dix-neuf",
            "vingt",
            "vingt et un",
            "vingt-deux",
            "vingt-trois",
            "vingt-quatre",
            "vingt-cinq",
            "vingt-six",
            "vingt-sept",
            "vingt-huit",
            "vingt-neuf",
            "trente",
        ]
    )
    if n
}
_LITERAL = re.compile(
    r"l'an\s+("
    + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
    + r"),?\s+le\s+(?:\w+\s+)?(\d{1,2})\s+("
    + "|".join(MONTHS)
    + r")"
)


def dates(text: str) -> list[date]:
    """Every full date of ``text`` in order of reading; impossible ones (31 février) are passed over."""
    return [day for _, day in dated(text)]


def dated(text: str) -> list[tuple[int, date]]:
    """Every full date of ``text`` with the position where it stands in the folded text."""
    folded = _FIRST.sub("1er", fold(text))
    found: list[tuple[int, date]] = []
    for match in _WRITTEN.finditer(folded):
        _add(found, match.start(), int(match[3]), MONTHS.index(match[2]) + 1, int(match[1] or 1))
    for match in _NUMERIC.finditer(folded):
        _add(found, match.start(), int(match[3]), int(match[2]), int(match[1]))
    for match in _LITERAL.finditer(folded):
        _add(found, match.start(), _WORDS[match[1]], MONTHS.index(match[3]) + 1, int(match[2]))
    return sorted(found)


def _add(found: list[tuple[int, date]], position: int, year: int, month: int, day: int) -> None:
    try:
        found.append((position, date(year, month, day)))
    except ValueError:
        return


def french_date(day: date) -> str:
    """A date as a French reader writes it: ``1er septembre 2024``."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"
