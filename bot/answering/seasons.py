"""The seasons that the heads of a table stand for ("haute saison"), and the one that holds a day of the year asked."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from knowledge.dates import MONTHS
from knowledge.text import fold

_MONTH = "|".join(MONTHS)
_DAY = (
    rf"(?:(?P<day{{0}}>\d{{{{1,2}}}})(?:er)? ?(?:/ ?(?P<number{{0}}>\d\d?)(?!\d)|(?P<month{{0}}>{_MONTH})\b)"
    rf"|(?P<whole{{0}}>{_MONTH})\b)"
)
_FROM_TO = re.compile(rf"{_DAY.format(1)} ?(?:au|a|-|–|et) ?{_DAY.format(2)}")
_ASKED = re.compile(rf"\b(?:(\d{{1,2}})(?:er)? )?({_MONTH})\b|(?<![\d/])(\d\d?)/(\d\d?)(?!\d)")
_LAST = 28  # from then on a month may end
_PRICED = re.compile(r"[€|]")
_NEAR = 25  # between a season's name and the days that it runs from and to
# "l'été", "en hiver": a season named is its middle
_NAMED = re.compile(r"(?:\b[ld]['\s]|\b(?:cet|en)\s)(?:(?P<summer>ete)|(?P<winter>hiver))\b")
_MIDDLE = {"summer": (7, 15), "winter": (1, 15)}
# What nobody would call otherwise; April, May and October are left to what the act says.
_SUMMER, _WINTER = (((6, 1), (9, 15)),), (((11, 1), (3, 31)),)

Day = tuple[int, int]


def day_asked(text: str, day: date | None) -> Day | None:
    """The day of the year that a question is about: (month, day), the middle of a month or season named; or None."""
    if day:
        return day.month, day.day
    found = [
        (MONTHS.index(match[2]) + 1, int(match[1] or 15)) if match[2] else (int(match[4]), int(match[3]))
        for match in _ASKED.finditer(fold(text))
    ]
    found = found or [_MIDDLE[match.lastgroup or ""] for match in _NAMED.finditer(fold(text))]
    return found[0] if len(set(found)) == 1 else None


def holds(label: str, text: str, asked: Day | None) -> int:
    """1 when the season of a label holds the day asked, -1 when it does not, 0 when ``label`` stands for no season.

    The label says its days ("1/05-30/09"), or ``text``, the folded passage, does after its name.
    """
    if asked is None:
        return 0
    seasons = _seasons(fold(label)) or _told(fold(label), text) or _usual(fold(label))
    if not seasons:
        return 0
    return 1 if any(_within(asked, first, last) for first, last in seasons) else -1


def ranges(text: str) -> tuple[tuple[Day, Day], ...]:
    """The seasons that a text gives by their days: "du 1er avril au 30 juin" is "d'avril à juin"."""
    return tuple((first, (month, 31 if day >= _LAST else day)) for first, (month, day) in _seasons(fold(text)))


@lru_cache(maxsize=4_096)
def _seasons(folded: str) -> tuple[tuple[Day, Day], ...]:
    found = []
    for match in _FROM_TO.finditer(folded):
        first, last = _day(match, 1, 1), _day(match, 2, 31)
        if first and last:
            found.append((first, last))
    return tuple(found)


def _usual(label: str) -> tuple[tuple[Day, Day], ...]:
    if re.search(r"\bete\b", label):
        return _SUMMER
    return _WINTER if re.search(r"\bhiver\b", label) else ()


def _told(label: str, text: str) -> tuple[tuple[Day, Day], ...]:
    name = label.strip(" *().0123456789")
    if "saison" not in name and name not in ("ete", "hiver"):
        return ()
    for match in re.finditer(rf"(?<!\w){re.escape(name)}\s?[:(=]", text):
        # the price under the name of one season may stand right before the days of another
        if found := _seasons(_PRICED.split(text[match.end() : match.end() + 2 * _NEAR])[0]):
            return found
    return ()


def _day(match: re.Match[str], place: int, otherwise: int) -> Day | None:
    day, number = match[f"day{place}"], match[f"number{place}"]
    month = match[f"month{place}"] or match[f"whole{place}"]
    of_year = MONTHS.index(month) + 1 if month else int(number)
    return (of_year, int(day) if day else otherwise) if 1 <= of_year <= 12 else None


def _within(day: Day, first: Day, last: Day) -> bool:
    return first <= day <= last if first <= last else day >= first or day <= last
