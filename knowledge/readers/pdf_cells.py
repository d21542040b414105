"""Unruled tables whose cells run over several lines: told from the order they were written in, cell after cell."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.readers.pdf_columns import Placed
from knowledge.readers.tables import pipe_line

_ALIGNED = 3.0
_LEADING = 1.8

Cell = list[Placed]


def joined(runs: Sequence[Placed]) -> list[Placed]:
    """``runs`` as written, the rows of each such table made one run of pipe text; others are left as they are."""
    rows = _rows(_cells(runs))
    out: list[Placed] = []
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and _same_columns(rows[at], rows[end]):
            end += 1
        block = rows[at:end]
        tall = len(rows[at]) >= 2 and len(block) >= 2 and any(len(cell) > 1 for row in block for cell in row)
        for row in block:
            out += [_as_run(row)] if tall else [run for cell in row for run in cell]
        at = end
    return out


def _cells(runs: Sequence[Placed]) -> list[Cell]:
    """Runs that follow each other straight down make one cell, or one paragraph."""
    cells: list[Cell] = []
    for run in runs:
        last = cells[-1][-1] if cells else None
        # What starts under the cell to the left is the next row, however its middle falls.
        margin = max(r.right for r in cells[-2]) if len(cells) > 1 and _beside(*cells[-2:]) else -1e6
        near = last is not None and 0 < run.down - last.down <= _LEADING * run.size
        if last and near and run.left > margin and abs(run.size - last.size) < 1 and _beneath(last, run):
            cells[-1].append(run)
        else:
            cells.append([run])
    return cells


def _beneath(above: Placed, below: Placed) -> bool:
    centres = abs(above.left + above.right - below.left - below.right) / 2
    return abs(above.left - below.left) <= _ALIGNED or centres <= _ALIGNED


def _rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells written one to the right of the other, at the same height, make one row."""
    rows: list[list[Cell]] = []
    for cell in cells:
        if rows and _beside(rows[-1][-1], cell):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return rows


def _beside(one: Cell, other: Cell) -> bool:
    """Whether ``other`` stands to the right of ``one``, at its height."""
    level = one[0].down - one[0].size < other[-1].down and other[0].down - other[0].size < one[-1].down
    return level and other[0].left > max(run.right for run in one)


def _same_columns(above: list[Cell], below: list[Cell]) -> bool:
    return len(above) == len(below) and all(_beneath(a[0], b[0]) for a, b in zip(above, below, strict=True))


def _as_run(row: list[Cell]) -> Placed:
    text = pipe_line(" ".join(run.text for run in cell) for cell in row)
    runs = [run for cell in row for run in cell]
    return Placed(
        text, runs[0].left, max(run.right for run in runs), min(run.down for run in runs), min(run.size for run in runs)
    )
