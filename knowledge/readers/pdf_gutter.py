"""A page set in two columns, as a folded leaflet is: the empty strip between them, and each read from top to bottom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from knowledge.readers.pdf_columns import Placed

_LEAST_SIDE, _MOST_CROSSING, _MOST_LEVEL, _LEAST_EDGE = 0.25, 0.15, 0.8, 0.3
_LEAST_LINES, _PROSE = 12, 25
_EMPTY, _LEVEL = 0.8, 0.2  # in letters' sizes: how wide the strip is, how level two lines are


def bands(lines: Sequence[Placed]) -> list[list[Placed]]:
    """The lines in groups to be read one after the other; one group when the page is not set in two columns.

    Lines that run over both columns, such as a title, part what stands above them from what stands below.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)]
    found: list[list[Placed]] = []
    left: list[Placed] = []
    right: list[Placed] = []
    for line in sorted(lines, key=lambda line: line.down):
        if _crosses(line, gutter):
            found += [left, right, [line]]
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return [group for group in (*found, left, right) if group]


def _gutter(lines: Sequence[Placed]) -> float | None:
    """How far along the strip stands that no line but a title crosses, with columns of lines on both sides."""
    if len(lines) < _LEAST_LINES:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    for percent in (50 + sign * step for step in range(16) for sign in (1, -1)):
        at = start + (end - start) * percent / 100
        crossing = [line for line in lines if _crosses(line, at)]
        left = [line for line in lines if line.right <= at]
        right = [line for line in lines if line.left >= at]
        if min(len(left), len(right)) < _LEAST_SIDE * len(lines) or len(crossing) > _MOST_CROSSING * len(lines):
            continue
        size = max(line.size for line in (left[0], right[0]))
        if min(line.left for line in right) - max(line.right for line in left) < _EMPTY * size:
            continue
        if _are_columns(left, right):
            return at
    return None


def _are_columns(left: Sequence[Placed], right: Sequence[Placed]) -> bool:
    """Whether two sides are columns of text and no cells of the same rows: sentences, lines not level, an edge."""
    if not all(any(len(line.text) >= _PROSE for line in side) for side in (left, right)):
        return False
    level = sum(any(abs(one.down - two.down) <= _LEVEL * two.size for one in left) for two in right)
    edges = Counter(round(line.left) for line in right)
    return level <= _MOST_LEVEL * len(right) and edges.most_common(1)[0][1] >= _LEAST_EDGE * len(right)


def _crosses(line: Placed, at: float) -> bool:
    return line.left < at < line.right
