"""Labels torn over lines: telling that one goes on the other, putting them together, what a row above goes on with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.outline.lines import Line

_TIED = re.compile(
    r"(?:[-,(/]|\b(?:de|du|des|la|le|les|l'|d'|et|ou|a|à|au|aux|en|sur|par|pour|sans|avec|hors))$", re.IGNORECASE
)
# What keeps its hyphen when a line ends after it; any other word is cut by it.
_HYPHENED = re.compile(
    r"\b(?:non|demi|mi|semi|après|apres|avant|sous|ex|vice|pré|mini|multi|inter|saint|sainte)-$", re.IGNORECASE
)


def is_unfinished(text: str) -> bool:
    """Whether words call for others: they end in a hyphen, a comma or a preposition, or open a parenthesis."""
    text = text.strip()
    return _TIED.search(text) is not None or text.count("(") > text.count(")")


def goes_on(text: str) -> bool:
    """Whether words seem to go on others: they begin in lower case or with a parenthesis."""
    return text[:1].islower() or text[:1] == "("


def joined(above: str, below: str) -> str:
    """Two lines of a label as one: a word cut by a hyphen is made whole."""
    if above.endswith("-") and below[:1].islower():
        return above + below if _HYPHENED.search(above) else above[:-1] + below
    return f"{above} {below}".strip()


def left_above(between: Sequence[Line], above: Line, below: Line, gaps: Mapping[int, bool]) -> int:
    """How many of the lines between two rows go on from the row above: those up to a blank line, 0 when none stands.

    Where no other line follows them, they are the row's only when rows stand apart by blank lines.
    """
    if gaps[between[0].number]:
        return 0
    if parted := next((n for n, line in enumerate(between) if gaps[line.number]), 0):
        return parted
    return len(between) if gaps[below.number] and gaps[above.number] else 0
