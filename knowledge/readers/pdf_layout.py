"""The order of lines on a PDF page: as written when that goes down the page, by place when it jumps about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_PROSE = 25


@dataclass(frozen=True)
class Line:
    """A run of text and its place in points from the bottom left corner: ends, baseline, size of its letters."""

    text: str
    left: float
    right: float
    base: float
    size: float


def in_reading_order(lines: Sequence[Line], width: float) -> list[str]:
    """The page's lines from top to bottom; pieces on one baseline are one line, unless they are columns of prose."""
    jumps = sum(b.base > a.base + 0.5 * a.size for a, b in pairwise(lines))
    beside = sum(abs(b.base - a.base) <= 0.3 * max(a.size, 1) for a, b in pairwise(lines))
    if not (jumps or beside) or in_columns(lines, width):
        return [line.text for line in lines]
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if rows and rows[-1][0].base - line.base <= 0.3 * max(line.size, 1):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [" ".join(part.text for part in sorted(row, key=lambda part: part.left)) for row in rows]


def in_columns(lines: Sequence[Line], width: float) -> bool:
    """Whether the page is set in two columns of sentences: prices beside their labels are not."""
    for step in range(30, 71, 2):
        gutter = width * step / 100
        before = [len(line.text) for line in lines if line.right <= gutter + 4]
        after = [len(line.text) for line in lines if line.left >= gutter - 4]
        enough = len(lines) / 4
        if len(before) + len(after) < 0.85 * len(lines) or min(len(before), len(after)) <= enough:
            continue
        if median(before) >= _PROSE and median(after) >= _PROSE:
            return True
    return False
