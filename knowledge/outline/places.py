"""Where the columns of a table laid out by white space stand, and which of them each segment is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.outline.rows import value_of
from knowledge.outline.segments import Segment
from knowledge.outline.spacing import is_value

_TAIL = re.compile(r"^(.*[^\W\d_].*?)\s((?:[+–-]\s?)?\d[\d .,]*(?:\s?[€E¢%])?|gratuite?)$")
NEAR = 6
LONGEST = 300  # no label of a table is as long
SPANNING = 0.5  # what a segment over several columns counts against them


@dataclass(frozen=True)
class Cut:
    """A segment and the columns it stands over, from ``first`` to ``last``."""

    segment: Segment
    first: int
    last: int


def columns_by_place(rows: Sequence[tuple[Segment, ...]]) -> list[tuple[int, int]] | None:
    """Where the columns begin and end: those of rows of one length into which the segments of all fall best."""
    best: tuple[float, list[tuple[int, int]]] | None = None
    for count in sorted({len(row) for row in rows if len(row) > 1}, reverse=True):
        full = [row for row in rows if len(row) == count]
        for kept in (full, [row for row in full if any(is_value(one.text) for one in row[1:])]):
            edges = [(min(row[n].start for row in kept), max(row[n].end for row in kept)) for n in range(count) if kept]
            if edges and all(before[1] <= after[0] for before, after in pairwise(edges)):
                columns = _widened(edges, rows)
                fit = sum(_fit(row, columns) for row in rows)
                best = max(best or (fit, columns), (fit, columns), key=lambda one: one[0])
                break
    return best[1] if best else None


def _fit(row: tuple[Segment, ...], columns: Sequence[tuple[int, int]]) -> float:
    """How well the segments of a row fall into columns: each into one, no two into the same."""
    over = [[n for n, column in enumerate(columns) if one.over(*column) > 0] for one in row]
    alone = [places[0] for places in over if len(places) == 1]
    return len(set(alone)) - (len(alone) - len(set(alone))) - SPANNING * sum(len(places) > 1 for places in over)


def _widened(columns: list[tuple[int, int]], rows: Sequence[tuple[Segment, ...]]) -> list[tuple[int, int]]:
    """Columns with the segments that stand over one of them only; a value far from all of them is a new column."""
    columns = list(columns)
    for row in sorted(rows, key=len, reverse=True):
        for one in row:
            over = [n for n, (start, end) in enumerate(columns) if one.over(start, end) > 0]
            if len(over) == 1:
                n = over[0]
                low = columns[n - 1][1] if n else 0
                high = columns[n + 1][0] if n + 1 < len(columns) else 10**6
                columns[n] = (max(low, min(columns[n][0], one.start)), min(high, max(columns[n][1], one.end)))
            elif not over and is_value(one.text) and min(_far(one, column) for column in columns) > NEAR:
                columns = sorted([*columns, (one.start, one.end)])
    return columns


def _far(one: Segment, column: tuple[int, int]) -> int:
    return max(0, -one.over(*column))


def cells_of(row: tuple[Segment, ...], columns: list[tuple[int, int]]) -> list[Cut]:
    """The segments of a row, each with the columns it stands over."""
    cuts: list[Cut] = []
    if len(row) == len(columns):  # nothing is missing: their order tells
        return [Cut(one, n, n) for n, one in enumerate(row)]
    for one in _parted(row, columns):
        over = [n for n, column in enumerate(columns) if one.over(*column) > 0]
        if not over:
            near = min(range(len(columns)), key=lambda n: _far(one, columns[n]))
            over = [near]
        if len(over) > 1 and value_of(one.text) and one.text[:1] in "+-–0123456789":
            over = [max(over, key=lambda n: one.over(*columns[n]))]
        cuts.append(Cut(one, over[0], over[-1]))
    return cuts


def _parted(row: tuple[Segment, ...], columns: list[tuple[int, int]]) -> list[Segment]:
    """The segments of a row, the value at the end of its label parted from it when it stands in the next column."""
    parts: list[Segment] = []
    for one in row:
        over = [n for n, column in enumerate(columns) if one.over(*column) > 0]
        match = _TAIL.match(one.text) if len(over) > 1 and len(one.text) <= LONGEST else None
        if match and is_value(match[2]):
            at = one.end - len(match[2])
            last = columns[over[-1]]
            if at >= last[0] - 2 and not any(o is not one and o.over(*last) > 0 for o in row):
                parts += [Segment(one.start, at - 1, match[1]), Segment(at, one.end, match[2])]
                continue
        parts.append(one)
    return parts
