"""What the line right above a table laid out by white space entitles: all of its rows, or the first ones only."""

from __future__ import annotations

import re

from knowledge.outline.columns import Labels
from knowledge.outline.grids import DEEPER, Grid
from knowledge.outline.lines import Line

ENDS = re.compile(r"[.:;!?»]\s*$")
LONGEST_LABEL = 70


def captions_of(heads: list[Line]) -> Labels:
    """What the line right above a table laid out by white space says of its rows, when it is short and no sentence."""
    text = heads[-1].clean.strip(" -–—*") if heads else ""
    return (
        (text,)
        if 2 < len(text) < LONGEST_LABEL and not ENDS.search(text) and ":" not in text and not text[0].islower()
        else ()
    )


def entitles_first(caption: Line, grid: Grid) -> bool:
    """Whether a line above a table is the title of its first rows only, which stand deeper; they are then given it."""
    depth = caption.segments[0].start + DEEPER
    first = next((n for n, row in enumerate(grid.rows) if row.indent <= depth), len(grid.rows))
    if first in (0, len(grid.rows)):
        return False
    for row in grid.rows[:first]:
        row.titles = (caption.clean.strip(" -–—*"), *row.titles)
    return True
