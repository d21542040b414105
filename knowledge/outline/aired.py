"""Tables of which every cell stands alone between blank lines, as some exports leave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.outline.lines import Line
from knowledge.outline.upright import is_label, is_value_alone

LEAST_ROWS, MOST_CELLS = 3, 8


def aired(said: Sequence[Line], gaps: Mapping[int, bool]) -> dict[int, bool]:
    """Which lines of such tables begin a row, or their heads, by their numbers: a blank line parts the others not."""
    found: dict[int, bool] = {}
    start = 0
    while start < len(said):
        end = start
        while end < len(said) and _is_cell(said, end, gaps):
            end += 1
        if end - start > LEAST_ROWS:
            found.update(_rows(said[start:end]))
        start = max(end, start + 1)
    return found


def _is_cell(said: Sequence[Line], at: int, gaps: Mapping[int, bool]) -> bool:
    """Whether a line is one cell alone between blank lines: a value, or a label."""
    line = said[at]
    alone = gaps[line.number] and (at + 1 == len(said) or gaps[said[at + 1].number])
    return alone and (is_value_alone(line) or is_label(line)) and len(line.segments) == 1


def _rows(run: Sequence[Line]) -> dict[int, bool]:
    """The lines of a table among cells set apart: its heads, and its rows, all of one length."""
    values = [is_value_alone(line) for line in run]
    first = _next(values, 0, True)
    labels = _next(values, first, False)
    following = _next(values, labels, True)
    length = following - labels + (labels - first)
    start = first - (following - labels)
    if start < 0 or not 1 < length <= MOST_CELLS:
        return {}
    end = start
    while end + length <= len(run) and not values[end] and values[end + length - 1]:
        end += length
    if end - start < LEAST_ROWS * length:
        return {}
    heads = max(0, start - length)
    begin = {heads, *range(start, end, length)}
    return {run[at].number: at in begin for at in range(heads, end)}


def _next(values: Sequence[bool], start: int, wanted: bool) -> int:
    """Where the next line that is a value, or none, stands; the end without any."""
    return next((at for at in range(start, len(values)) if values[at] is wanted), len(values))
