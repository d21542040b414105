"""Choosing among the columns of a table those that hold on a day: this year's rather than last year's, voted first."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from knowledge.text import fold

_T = TypeVar("_T")
_SEASON = re.compile(r"(?<!\d)((?:19|20)?\d\d)\s*(?:[-/–]|et|a)\s*((?:19|20)?\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Seasons run from September to August, as school years do.
_SEASON_BEGINS = 9
_THIS_CENTURY = 15  # "26-27" is a season; "3-4" is something else
_SETTLED = re.compile(
    r"\b(?:vote(?:e|s|es)?|adopte\w*|accorde\w*|attribue\w*|retenue?s?|nouveaux?|nouvelles?|fixe(?:e|s|es)?|"
    r"montant final)\b"
)
_UNSETTLED = re.compile(
    r"\b(?:rappel|anciens?|anciennes?|precedente?s?|demande(?:e|s|es)?|sollicite\w*|propose\w*|propositions?|n ?- ?1)\b"
)


def in_force(things: Sequence[_T], label: Callable[[_T], str], named: Collection[str], on: date) -> list[_T]:
    """Those of ``things`` whose label holds: of a year ``named``, else of the latest begun on that day; voted first.

    All of them when their labels neither name different years nor say which was settled.
    """
    kept = list(things)
    years = [begins(label(one)) for one in kept]
    known = sorted({year for year in years if year})
    if len(known) > 1:
        wanted = _named(kept, [label(one) for one in kept], named, on)
        begun = [year for year in known if year <= on]
        current = begun[-1] if begun else known[0]
        # "Mois" beside "Contrat annuel 2029" and "Contrat annuel 2030" holds in any year
        kept = wanted or [one for one, year in zip(kept, years, strict=True) if year in (current, None)]
    settled = [one for one in kept if _SETTLED.search(fold(label(one)))]
    if settled and len(settled) < len(kept):
        return settled
    unsettled = [one for one in kept if _UNSETTLED.search(fold(label(one)))]
    return [one for one in kept if one not in unsettled] or kept


def _named(things: Sequence[_T], labels: Sequence[str], named: Collection[str], on: date) -> list[_T]:
    """The things of the years named; of "2026" and "saison 26-27", both begun in 2026, the latest that has begun."""
    days = [begins(label) for label in labels]
    if len(named) == 1 and len(things) > 1:
        (year,) = named
        begun = [day for day in days if day and str(day.year) == year and day <= on]
        if begun:
            return [one for one, day in zip(things, days, strict=True) if day == max(begun)]
    return [one for one, label in zip(things, labels, strict=True) if any(year in label for year in named)]


@lru_cache(maxsize=4_096)
def begins(label: str) -> date | None:
    """The day when the year or the school year that a label names begins, the first one named; None without any."""
    if season := _SEASON.search(fold(label)):
        first, last = int(season[1]), int(season[2]) % 100
        if last == (first + 1) % 100 and (first > 100 or first >= _THIS_CENTURY):
            return date(first if first > 100 else 2000 + first, _SEASON_BEGINS, 1)
    year = _YEAR.search(label)
    return date(int(year[0]), 1, 1) if year else None
