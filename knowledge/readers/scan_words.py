"""The words of a scanned page as runs of text with their places, and as lines in the order a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from knowledge.readers import pdf_layout
from knowledge.readers.ocr import DPI, Box, Word
from knowledge.readers.scan_rules import Grid, grids_of, is_rule
from knowledge.readers.tables import pipe_line

_GAP = 1.5
# Letters are this much taller than the words' boxes, most of which have no tail: an 11 pt word is 8 pt high.
_LETTER = 1.35
_TAILS = frozenset("gjpqyçQ,;()|/")
_NOISE = frozenset("|¦[]")
_SPECK, _BARELY = 0.3, 60
_FIGURE = 15
# Characters of private use, which no page holds: each marks in a line the run that it came from.
_MARKS, _MOST_RUNS = 0xF0000, 0xFFFD


@dataclass(frozen=True)
class Run:
    """Words of one line that no wide gap parts, in dots from the top left; ``down`` is their baseline."""

    words: tuple[Word, ...]
    size: float
    down: float

    @property
    def text(self) -> str:
        """What the run says."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """Where it stands."""
        return around(word.box for word in self.words)


Numbered = list[tuple[int, Run]]  # runs with their place among those of the page


@dataclass(frozen=True)
class SeenLine:
    """A line of a scanned page: what it says, and the runs it was made of."""

    text: str
    runs: tuple[Run, ...]

    @property
    def box(self) -> Box:
        """Where it stands, in dots from the top left."""
        return around(run.box for run in self.runs)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def lines_of(words: Sequence[Word]) -> list[SeenLine]:
    """The lines of a page set straight: rows of ruled tables and of figures in columns as pipe lines."""
    rules = [word.box for word in words if is_rule(word)]
    written = [word for word in words if word.text and not set(word.text) <= _NOISE]
    size = median(word.box[3] - word.box[1] for word in written) * _LETTER if written else 1.0
    said = [word for word in written if not _is_speck(word, size)]
    grids = grids_of(rules)
    runs = runs_of(said, grids)
    kept = [grid for grid in grids if not _crowded([run for run in runs if grid.cell(*_middle(run.box))], grid)]
    if len(kept) < len(grids):
        runs = runs_of(said, kept)
    runs = runs[:_MOST_RUNS]
    texts = pdf_layout.in_reading_order(_in_flow(runs, kept, size))
    return [line for text in texts if (line := _line(text, runs)).runs]


def _is_speck(word: Word, size: float) -> bool:
    """Whether a word is no word but dust, or the tops of letters taken for a line of their own."""
    return word.box[3] - word.box[1] < _SPECK * size and word.confidence < _BARELY


def runs_of(words: Sequence[Word], grids: Sequence[Grid] = ()) -> list[Run]:
    """The runs of a page: a line is cut where a gap may part two cells, and where a ruling line does."""
    runs = []
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        size = median(word.box[3] - word.box[1] for word in line) * _LETTER
        current: list[Word] = []
        for word in line:
            if current and (
                word.box[0] - current[-1].box[2] >= _GAP * size or _cell(word, grids) != _cell(current[-1], grids)
            ):
                runs.append(_run(current, size))
                current = []
            current.append(word)
        runs.append(_run(current, size))
    return runs


def _run(words: Sequence[Word], size: float) -> Run:
    tails = [word.box[3] - (size / 5 if _TAILS & set(word.text) else 0) for word in words]
    return Run(tuple(words), size, median(tails))


def _cell(word: Word, grids: Sequence[Grid]) -> tuple[int, int, int] | None:
    place = _middle(word.box)
    return next(((n, *cell) for n, grid in enumerate(grids) if (cell := grid.cell(*place))), None)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _crowded(runs: Sequence[Run], grid: Grid) -> bool:
    """Whether a cell holds figures side by side: a ruling line was not seen, and the grid is not that of the page."""
    figures = [run for run in runs if any(char.isdigit() for char in run.text)]
    places = [(grid.cell(*_middle(run.box)), run) for run in figures]
    return any(
        one is not other and cell == same and abs(one.down - other.down) < one.size / 2
        for cell, one in places
        for same, other in places
    )


def _in_flow(runs: Sequence[Run], grids: Sequence[Grid], size: float) -> list[pdf_layout.Line]:
    """The runs as the layout of PDF pages takes them, in points, each row of a grid being one run."""
    flow: list[pdf_layout.Line] = []
    cells: list[dict[tuple[int, int], Numbered]] = [{} for _ in grids]
    first: dict[int, int] = {}
    for number, run in enumerate(runs):
        inside = next(((n, cell) for n, grid in enumerate(grids) if (cell := grid.cell(*_middle(run.box)))), None)
        if inside is None:
            flow.append(_placed(_marked(run, number), run.box[0], run.box[2], run.down, run.size))
        else:
            cells[inside[0]].setdefault(inside[1], []).append((number, run))
            first.setdefault(inside[0], len(flow))
    # From the last one up, so that the places of the others stay what they are.
    for n, place in sorted(first.items(), key=lambda one: (-one[1], -one[0])):
        flow[place:place] = _rows(grids[n], cells[n], size)
    return flow


def _rows(grid: Grid, cells: Mapping[tuple[int, int], Numbered], size: float) -> Iterator[pdf_layout.Line]:
    left, top, right, bottom = grid.box
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
