"""The lines of a scanned page in the order a person reads them, the rows of its tables as pipe lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.readers import pdf_layout
from knowledge.readers.ocr import DPI, Box, Word
from knowledge.readers.scan_rules import Grid, grids_of, is_rule
from knowledge.readers.scan_words import Run, around, runs_of, size_of, written
from knowledge.readers.tables import pipe_line

_FIGURE = 15
# Characters of private use, which no page holds: each marks in a line the run that it came from.
_MARKS, _MOST_RUNS = 0xF0000, 0xFFFD

Numbered = list[tuple[int, Run]]  # runs with their place among those of the page
Cell = tuple[int, int, int]  # a table of the page, its row, its column


@dataclass(frozen=True)
class SeenLine:
    """A line of a scanned page: what it says, and the runs it was made of."""

    text: str
    runs: tuple[Run, ...]

    @property
    def box(self) -> Box:
        """Where it stands, in dots from the top left."""
        return around(run.box for run in self.runs)


def lines_of(words: Sequence[Word]) -> list[SeenLine]:
    """The lines of a page set straight: rows of ruled tables and of figures in columns as pipe lines."""
    said = written(words)
    grids = grids_of([word.box for word in words if is_rule(word)])
    runs = runs_of(said, lambda box: _cell(box, grids))
    kept = [grid for n, grid in enumerate(grids) if n not in _crowded(runs, grids)]
    if len(kept) < len(grids):
        runs = runs_of(said, lambda box: _cell(box, kept))
    runs = runs[:_MOST_RUNS]
    texts = pdf_layout.in_reading_order(_in_flow(runs, kept, size_of(said)))
    return [line for text in texts if (line := _line(text, runs)).runs]


def _cell(box: Box, grids: Sequence[Grid]) -> Cell | None:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return next(((n, *cell) for n, grid in enumerate(grids) if (cell := grid.cell(across, down))), None)


def _crowded(runs: Sequence[Run], grids: Sequence[Grid]) -> set[int]:
    """The tables with a cell that holds figures side by side: a line was not seen, the grid is not that of the page."""
    figures: defaultdict[Cell, list[Run]] = defaultdict(list)
    for run in runs:
        cell = _cell(run.box, grids)
        if cell and any(char.isdigit() for char in run.text):
            figures[cell].append(run)
    return {
        cell[0]
        for cell, held in figures.items()
        if any(abs(one.down - other.down) < one.size / 2 for one in held for other in held if one is not other)
    }


def _in_flow(runs: Sequence[Run], grids: Sequence[Grid], size: float) -> list[pdf_layout.Line]:
    """The runs as the layout of PDF pages takes them, in points, each row of a grid being one run."""
    flow: list[pdf_layout.Line] = []
    cells: list[dict[tuple[int, int], Numbered]] = [{} for _ in grids]
    first: dict[int, int] = {}
    for number, run in enumerate(runs):
        inside = _cell(run.box, grids)
        if inside is None:
            flow.append(_placed(_marked(run, number), run.box[0], run.box[2], run.down, run.size))
        else:
            table, row, column = inside
            cells[table].setdefault((row, column), []).append((number, run))
            first.setdefault(table, len(flow))
    # From the last one up, so that the places of the others stay what they are.
    for n, place in sorted(first.items(), key=lambda one: (-one[1], -one[0])):
        flow[place:place] = _rows(grids[n], cells[n], size)
    return flow


def _rows(grid: Grid, cells: Mapping[tuple[int, int], Numbered], size: float) -> Iterator[pdf_layout.Line]:
    left, _, right, _ = grid.box
    for row in range(grid.rows):
        for part in _parted([_lines(cells.get((row, column), [])) for column in range(grid.columns)]):
            if any(part):
                # At the baseline of what the row says first: rows follow one another down the page.
                down = min(run.down for cell in part for line in cell for _, run in line)
                text = pipe_line(" ".join(_marked(run, n) for line in cell for n, run in line) for cell in part)
                yield _placed(text, left, right, down, size)


def _parted(row: Sequence[list[Numbered]]) -> list[list[list[Numbered]]]:
    """A row, or several where the line between them was not seen: their figures stand one under the other."""
    counts = [sum(map(_is_figure, cell)) for cell in row]
    stacked = [n for n, count in enumerate(counts) if n and count > 1]
    if len(stacked) < 2 or len({counts[n] for n in stacked}) > 1:
        return [list(row)]
    levels = [line[0][1].down for line in row[stacked[0]] if _is_figure(line)]
    parts: list[list[list[Numbered]]] = [[[] for _ in row] for _ in levels]
    for column, cell in enumerate(row):
        for line in cell:
            nearest = min(range(len(levels)), key=lambda n: abs(levels[n] - line[0][1].down))
            parts[nearest][column].append(line)
    return parts


def _is_figure(line: Numbered) -> bool:
    text = " ".join(run.text for _, run in line)
    return len(text) <= _FIGURE and any(char.isdigit() for char in text)


def _lines(cell: Numbered) -> list[Numbered]:
    """The runs of a cell as its lines, from the top down, each from the left."""
    lines: list[Numbered] = []
    for one in sorted(cell, key=lambda one: one[1].down):
        if lines and one[1].down - lines[-1][0][1].down < one[1].size / 2:
            lines[-1].append(one)
        else:
            lines.append([one])
    return [sorted(line, key=lambda one: one[1].box[0]) for line in lines]


def _placed(text: str, left: float, right: float, down: float, size: float) -> pdf_layout.Line:
    points = 72 / DPI
    return pdf_layout.Line(text, (left * points, -down * points), (right * points, -down * points), size * points)


def _marked(run: Run, number: int) -> str:
    return run.text + chr(_MARKS + number)


def _line(text: str, runs: Sequence[Run]) -> SeenLine:
    numbers = [ord(char) - _MARKS for char in text if ord(char) >= _MARKS]
    plain = "".join(char for char in text if ord(char) < _MARKS)
    return SeenLine(plain.rstrip(), tuple(runs[number] for number in numbers))
