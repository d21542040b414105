"""Choosing among the columns of a table those that hold on a day: this year's rather than last year's, voted first."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from knowledge.dates import dated
from knowledge.documents import Passage
from knowledge.outline.changes import effective_of
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
_UNTIL, _SINCE = (
    re.compile(r"\b(?:jusqu'au|avant le) $"),
    re.compile(r"\b(?:a (?:partir|compter) du|des le|depuis le) $"),
)
_UNSETTLED = re.compile(
    r"\b(?:rappel|anciens?|anciennes?|precedente?s?|demande(?:e|s|es)?|sollicite\w*|propose\w*|propositions?|n ?- ?1|"
    r"auparavant|jusqu'alors)\b"
)
# In an act that was voted, what was proposed is what holds, and what it is set beside held before.
_PROPOSED = re.compile(r"\bpropos(?:ee?s?|itions?)\b")
_BEFORE = re.compile(r"\b(?:actuel\w*|en vigueur|demande(?:e|s|es)?|sollicite\w*|versee?s?)\b")
_RECALLED = re.compile(r"^\W*(?:pour (?:memoire|rappel|comparaison)|(?:a titre de )?(?:rappel|comparaison))\b")


def in_force(
    things: Sequence[_T], label: Callable[[_T], str], named: Collection[str], on: date, *, settled: bool = False
) -> list[_T]:
    """Those of ``things`` whose label holds: of a year ``named``, else of the latest begun on that day; voted first.

    All of them when their labels neither name different years nor say which was settled. ``settled`` says that they
    were voted, and that the day from which they apply has come: then what was proposed holds.
    """
    kept = list(things)
    years = [begins(label(one)) for one in kept]
    known = sorted({year for year in years if year})
    if len(known) > 1:
        asked = {int(year) for year in named}
        # a season asked by its two years is that season, and not the year in which it begins
        left = [year for year in known if asked <= _years(year)] or [y for y in known if asked & _years(y)] or known
        begun = [year for year in left if year <= on]
        current = begun[-1] if begun else left[0]
        # "Mois" beside "Contrat annuel 2029" and "Contrat annuel 2030" holds in any year
        kept = [one for one, year in zip(kept, years, strict=True) if year in (current, None)]
    kept = [one for one in kept if _runs(label(one), on)] or kept
    told = [_told(label(one)) for one in kept]
    voted = [one for one, (fixed, _) in zip(kept, told, strict=True) if fixed]
    if voted and len(voted) < len(kept):
        return voted
    if settled and not named and any(proposes(label(one)) for one in kept):
        return [one for one in kept if not _held_before(label(one))]
    return [one for one, (_, past) in zip(kept, told, strict=True) if not past] or kept


def _runs(label: str, on: date) -> bool:
    """Whether what a label dates ("jusqu'au 1er mai 2030", "à partir du 2 mai 2030") has begun and is not over."""
    folded = fold(label)
    for place, day in dated(label):
        if (day < on and _UNTIL.search(folded[:place])) or (day > on and _SINCE.search(folded[:place])):
            return False
    return True


@lru_cache(maxsize=4_096)
def _told(label: str) -> tuple[bool, bool]:
    """Whether a label tells what was settled, and what was only asked for, or held before."""
    folded = fold(label)
    return _SETTLED.search(folded) is not None, _UNSETTLED.search(folded) is not None


def proposes(label: str) -> bool:
    """Whether a label says that what stands under it is proposed."""
    return _PROPOSED.search(fold(label)) is not None


def applies(passage: Passage, on: date) -> bool:
    """Whether what a passage proposes was voted, and applies by that day."""
    if not passage.standing.settled or not any(proposes(one) for f in passage.figures for one in f.column):
        return False
    since = effective_of("\n".join([*passage.path, passage.text]))
    return since is None or since <= on


def _held_before(label: str) -> bool:
    return not proposes(label) and (_BEFORE.search(fold(label)) is not None or _told(label)[1])


def recalled(labels: Sequence[str], named: Collection[str]) -> bool:
    """Whether the labels of a row say that it only recalls what held before, of no year ``named``: "Pour mémoire"."""
    return any(_RECALLED.search(fold(label)) and not any(year in label for year in named) for label in labels)


def _years(begun: date) -> set[int]:
    """The years of what begins then: a season is of both its years."""
    return {begun.year, begun.year + 1} if begun.month == _SEASON_BEGINS else {begun.year}


@lru_cache(maxsize=4_096)
def begins(label: str) -> date | None:
    """The day when the year or the school year that a label names begins, the first one named; None without any."""
    if season := _SEASON.search(fold(label)):
        first, last = int(season[1]), int(season[2]) % 100
        if last == (first + 1) % 100 and (first > 100 or first >= _THIS_CENTURY):
            return date(first if first > 100 else 2000 + first, _SEASON_BEGINS, 1)
    year = _YEAR.search(label)
    return date(int(year[0]), 1, 1) if year else None
