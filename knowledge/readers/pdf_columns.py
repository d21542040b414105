"""Tables without ruling lines, told from the gaps that stand one above the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from knowledge.readers.tables import pipe_line

_GAP = 1.5
_FIGURE = 15
_FAR = 3.5


@dataclass(frozen=True)
class Placed:
    """A run of text in the frame of its reader, in points: how far along it starts and ends, how far down it stands."""

    text: str
    left: float
    right: float
    down: float
    size: float


Row = list[Placed]


def lines(rows: Sequence[Row]) -> list[str]:
    """Rows of runs, each sorted from left to right, as lines; those that stand in columns of figures as pipe lines."""
    merged = [_cells(row) for row in rows]
    out: list[str] = []
    at = 0
    while at < len(merged):
        end = _block_end(merged, at)
        table = _table(merged[at:end])
        out += table or [" ".join(cell.text for cell in row) for row in merged[at:end]]
        at = end
    return out


def _cells(row: Row) -> Row:
    """The runs of a row, those joined that no more than a word's space parts."""
    cells: Row = []
    for run in row:
        if cells and run.left - cells[-1].right < _GAP * run.size:
            last = cells[-1]
            text = f"{last.text} {run.text}"
            cells[-1] = Placed(text, last.left, max(last.right, run.right), last.down, last.size)
        else:
            cells.append(run)
    return cells


def _block_end(rows: Sequence[Row], at: int) -> int:
    """Where the rows that may be one table with row ``at`` end."""
    end = at + 1
    if len(rows[at]) < 2:
        return end
    pitch = 0.0
    while end < len(rows):
        step = rows[end][0].down - rows[end - 1][0].down
        if step > _FAR * rows[end][0].size:
            break
        if len(rows[end]) < 2:
            # A label centred beside two lines of heads stands between them; a title takes the room of a row.
            if end + 1 == len(rows) or len(rows[end + 1]) < 2:
                break
            room = rows[end + 1][0].down - rows[end - 1][0].down
            if room > 1.5 * (pitch or 2 * rows[end][0].size):
                break
            end += 2
        else:
            pitch = step
            end += 1
    return end


def _table(rows: Sequence[Row]) -> list[str]:
    """The rows as pipe lines, or nothing when too few hold a figure or their cells do not stand in columns."""
    with_figures = sum(any(_is_figure(cell.text) for cell in row[1:]) for row in rows)
    if with_figures < 2:
        return []
    width = max(map(len, rows))
    model = [row for row in rows if len(row) == width]
    columns = [(min(row[k].left for row in model), max(row[k].right for row in model)) for k in range(width)]
    slack = median(row[0].size for row in rows) / 4
    if any(a[1] > b[0] + slack for a, b in pairwise(columns)):
        return []
    return [pipe_line(_in_columns(row, columns)) for row in rows]


def _in_columns(row: Row, columns: Sequence[tuple[float, float]]) -> list[str]:
    """The texts of a row, column by column; a head over several columns stands in the first it covers."""
    edges = [columns[0][0], *((a[1] + b[0]) / 2 for a, b in pairwise(columns)), columns[-1][1]]
    texts = [""] * len(columns)
    for cell in row:
        shared = [min(cell.right, right) - max(cell.left, left) for left, right in pairwise(edges)]
        wide = cell.right - cell.left
        covered = (k for k, part in enumerate(shared) if part > 0.25 * wide or part > 0.6 * (edges[k + 1] - edges[k]))
        place = next(covered, shared.index(max(shared)))
        texts[place] = f"{texts[place]} {cell.text}".strip()
    return texts


def _is_figure(text: str) -> bool:
    return len(text) <= _FIGURE and any(c.isdigit() for c in text)
