"""What the line right above a table laid out by white space entitles: all of its rows, or the first ones only."""

from __future__ import annotations

import re

from knowledge.outline.columns import Labels
from knowledge.outline.grids import DEEPER, Grid
from knowledge.outline.lines import Line

ENDS = re.compile(r"[.:;!?»]\s*$")
_NAMED = re.compile(r"(?<=\w )«[^«»]*»$")  # the name of what it entitles: "Ferry « The Heron »"
LONGEST_LABEL = 70


def captions_of(heads: list[Line]) -> Labels:
    """What the line right above a table laid out by white space says of its rows, when it is short and no sentence."""
    text = heads[-1].clean.strip(" -–—*") if heads else ""
    ended = ENDS.search(_NAMED.sub("", text))
    return (text,) if 2 < len(text) < LONGEST_LABEL and not ended and ":" not in text and not text[0].islower() else ()


def entitles_first(caption: Line, grid: Grid) -> bool:
    """Whether a line above a table is the title of its first rows only; they are then given it.

    The others stand no deeper than it, or under a title that does not.
    """
    depth = caption.segments[0].start + DEEPER
    beside = {line.clean for line in grid.lines if line.segments[0].start <= depth}
    first = next(
        (n for n, row in enumerate(grid.rows) if row.indent <= depth or beside.intersection(row.titles)), len(grid.rows)
    )
    if first in (0, len(grid.rows)):
        return False
    for row in grid.rows[:first]:
        row.titles = (caption.clean.strip(" -–—*"), *row.titles)
    return True
