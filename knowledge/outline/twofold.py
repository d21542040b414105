"""Two texts that stand side by side, a charter's or a list's, each to be read from top to bottom."""

from __future__ import annotations

import re

from knowledge.documents import TableRow
from knowledge.outline.grids import Grid
from knowledge.outline.spacing import is_value
from knowledge.text import fold

LONGEST_COLUMN = 600
_BULLET = re.compile(r"^[•*·▪–-]\s*")


def side_by_side(grid: Grid) -> bool:
    """Whether the two columns are two texts, each to be read from top to bottom, and not the cells of rows."""
    if len(grid.columns) != 2 or grid.labels != 1:
        return False
    pairs = [(row.cell(0), row.cell(1)) for row in grid.rows]
    if any(is_value(right) for _, right in pairs):
        return False
    if sum(bool(_BULLET.match(left) and _BULLET.match(right)) for left, right in pairs) > 1:
        return True
    if not (grid.corner and grid.corner[0] and grid.heads[1]):
        return False
    heads = (grid.corner[0], " ".join(grid.heads[1]))
    if all(head.isupper() for head in heads):
        return True
    return any(_first(left) and _first(left) == _first(right) for left, right in pairs)


def _first(text: str) -> str:
    match = re.match(r"[^\W\d_]{3,}", text)
    return fold(match[0]) if match else ""


def texts_of(grid: Grid) -> tuple[TableRow, ...]:
    """Each of two texts side by side as one row, its items in the order of the page; () when they are too long."""
    first, last = grid.lines[0].number, grid.lines[-1].number
    found = []
    for column, head in ((0, grid.corner[0] if grid.corner else ""), (1, " ".join(grid.heads[1]))):
        parts = [row.cell(column) for row in grid.rows if row.cell(column)]
        listed = any(_BULLET.match(part) for part in parts)
        items: list[str] = []
        for part in parts:
            if items and listed and not _BULLET.match(part):
                items[-1] += " " + part
            else:
                items.append(_BULLET.sub("", part))
        body = " ; ".join(items)
        found.append(TableRow(first, last, f"{head} : {body}" if head else body))
    return tuple(found) if all(len(row.text) <= LONGEST_COLUMN for row in found) else ()
