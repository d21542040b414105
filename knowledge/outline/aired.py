"""Tables of which every cell stands alone between blank lines, as some exports leave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.outline.headings import heading
from knowledge.outline.lines import Line
from knowledge.outline.torn import goes_on
from knowledge.outline.upright import is_label, is_value_alone

LEAST_ROWS, FEW_ROWS, PAIR, MOST_CELLS, MOST_LINES = 3, 2, 2, 8, 3
_LOW = ("short", "listed")


def aired(said: Sequence[Line], gaps: Mapping[int, bool]) -> dict[int, bool]:
    """Which lines of such tables begin a row, or their heads, by their numbers: a blank line parts the others not."""
    found: dict[int, bool] = {}
    cells: list[list[Line]] = []
    for line in said:
        if gaps[line.number] or not cells:
            cells.append([line])
        else:
            cells[-1].append(line)
    start = 0
    while start < len(cells):
        end = start
        while end < len(cells) and _is_cell(cells[end]):
            end += 1
        while end - start > LEAST_ROWS and (rows := _rows(cells[start:end])):
            found.update(rows)  # another title and its table may follow
            start = next(at for at in range(end, start, -1) if cells[at - 1][0].number in rows)
        start = max(end, start + 1)
    return found


def _is_cell(lines: Sequence[Line]) -> bool:
    """Whether lines between blank ones are one cell: a value, or a label that may go on over several lines."""
    first, *others = lines
    if is_value_alone(first):
        return not others
    labels = all(is_label(line) and len(line.segments) == 1 for line in lines)
    return labels and len(lines) <= MOST_LINES and all(goes_on(line.clean) for line in others)


def _rows(cells: Sequence[list[Line]]) -> dict[int, bool]:
    """The lines of a table among cells set apart: its heads, and its rows, all of one length."""
    values = [is_value_alone(cell[0]) for cell in cells]
    first = _next(values, 0, True)
    labels = _next(values, first, False)
    following = _next(values, labels, True)
    length = following - labels + (labels - first)
    start = first - (following - labels)
    if start < 0 or not 1 < length <= MOST_CELLS:
        return {}
    end = start
    while end + length <= len(cells) and not values[end] and values[end + length - 1] and not _is_title(cells[end]):
        end += length
    heads = _heads(cells, start, length)
    # two rows are enough under a head for each of their cells, or alone under a title
    few = start - heads in ((length,) if length > PAIR else (0, PAIR))
    if end - start < (FEW_ROWS if few else LEAST_ROWS) * length:
        return {}
    begin = {heads, *range(start, end, length)}
    return {line.number: at in begin and line is cells[at][0] for at in range(heads, end) for line in cells[at]}


def _heads(cells: Sequence[list[Line]], start: int, length: int) -> int:
    """Where the heads begin of rows from ``start`` on: as many as their cells at most, and below any title."""
    first = max(0, start - length)
    titles = [at for at in range(first, start) if _is_title(cells[at])]
    return titles[-1] + 1 if titles else first


def _is_title(cell: Sequence[Line]) -> bool:
    found = heading(cell[0], None, None)
    return found is not None and found.kind not in _LOW


def _next(values: Sequence[bool], start: int, wanted: bool) -> int:
    """Where the next line that is a value, or none, stands; the end without any."""
    return next((at for at in range(start, len(values)) if values[at] is wanted), len(values))
