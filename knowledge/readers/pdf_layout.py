"""The order of lines on a PDF page: as written when that goes down the page, by place when it jumps about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from knowledge.readers import pdf_columns
from knowledge.readers.pdf_cells import joined
from knowledge.readers.pdf_columns import Placed
from knowledge.readers.pdf_gutter import bands

_PROSE = 25
Direction = tuple[int, int]
RIGHT: Direction = (1, 0)


@dataclass(frozen=True)
class Line:
    """A run of text without a wide gap: where it starts and ends (points, from the bottom left), its letters' size."""

    text: str
    start: tuple[float, float]
    end: tuple[float, float]
    size: float


def in_reading_order(lines: Sequence[Line]) -> list[str]:
    """The page's lines from top to bottom; pieces on one baseline are one line, unless they are columns of prose.

    Whichever way the sheet is turned, top is that of most of its lines; text that runs another way comes last.
    """
    ways = [direction(line.start, line.end) for line in lines]
    weights = Counter({RIGHT: 0})
    for line, way in zip(lines, ways, strict=True):
        if way:
            weights[way] += len(line.text)
    main = weights.most_common(1)[0][0]
    placed = [_place(line, main) for line, way in zip(lines, ways, strict=True) if way in (main, None)]
    return [
        *_in_rows(joined(placed)),
        *(line.text for line, way in zip(lines, ways, strict=True) if way not in (main, None)),
    ]


def direction(start: tuple[float, float], end: tuple[float, float]) -> Direction | None:
    """The quarter that letters run to: (1, 0) is to the right, (0, 1) up the sheet; ``None`` for a single letter."""
    across, up = end[0] - start[0], end[1] - start[1]
    if max(abs(across), abs(up)) < 0.5:
        return None
    if abs(up) > abs(across):
        return (0, 1 if up > 0 else -1)
    return (1 if across > 0 else -1, 0)


def _place(line: Line, way: Direction) -> Placed:
    def along(point: tuple[float, float]) -> float:
        return point[0] * way[0] + point[1] * way[1]

    down = line.start[0] * way[1] - line.start[1] * way[0]
    return Placed(line.text, along(line.start), along(line.end), down, line.size)


def _in_rows(lines: Sequence[Placed]) -> list[str]:
    jumps = sum(b.down < a.down - 0.5 * a.size for a, b in pairwise(lines))
    beside = sum(abs(b.down - a.down) <= _slack(a) for a, b in pairwise(lines))
    if not (jumps or beside) or _in_columns(lines):
        return [line.text for line in lines]
    return [text for band in bands(lines) for text in _rows(band)]


def _rows(lines: Sequence[Placed]) -> list[str]:
    """The lines of one column from top to bottom, pieces on one baseline put together."""
    rows: list[list[Placed]] = []
    for line in sorted(lines, key=lambda line: line.down):
        if rows and line.down - rows[-1][0].down <= _slack(line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return pdf_columns.lines([sorted(row, key=lambda part: part.left) for row in rows])


def _slack(line: Placed) -> float:
    """How far two baselines may stand apart and still be one line's: exponents are raised."""
    return 0.3 * max(line.size, 1)


def _in_columns(lines: Sequence[Placed]) -> bool:
    """Whether the page is set in two columns of sentences: prices beside their labels are not."""
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    for percent in range(30, 71, 2):
        gutter = start + (end - start) * percent / 100
        before = [len(line.text) for line in lines if line.right <= gutter + 4]
        after = [len(line.text) for line in lines if line.left >= gutter - 4]
        if len(before) + len(after) < 0.85 * len(lines) or min(len(before), len(after)) <= len(lines) / 4:
            continue
        if median(before) >= _PROSE and median(after) >= _PROSE:
            return True
    return False
