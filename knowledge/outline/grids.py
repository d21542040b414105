"""Tables laid out by white space: their columns by place on the line, their rows put together from their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import combinations, pairwise

from knowledge.outline.lines import Line
from knowledge.outline.rows import value_of
from knowledge.outline.spacing import Segment, is_sum, is_value, segments
from knowledge.outline.torn import goes_on, is_unfinished, joined

_TAIL = re.compile(r"^(.*[^\W\d_].*?)\s((?:[+–-]\s?)?\d[\d .,]*(?:\s?[€E¢%])?|gratuite?)$")
_COUNT = re.compile(r"\d{1,2}")
DEEPER, NEAR, LONGEST_HEAD, MOST_SPREAD, SAME_BELOW = 1, 6, 45, 14, 6.0
SPANNING = 0.5  # what a segment over several columns counts against them

Labels = tuple[str, ...]


@dataclass
class Laid:
    """A row of a table: its lines, and its cells by column, the ``titles`` that stand above it, outermost first.

    ``spans`` tells up to which column each cell goes on, ``places`` on which line it begins.
    """

    lines: list[Line]
    cells: dict[int, str]
    spans: dict[int, int]
    places: dict[int, Line]
    titles: Labels = ()
    indent: int = 0

    def cell(self, column: int) -> str:
        """The text of a cell, "" for an empty one."""
        return self.cells.get(column, "")


@dataclass
class Grid:
    """A table laid out by white space: the heads of its columns, its rows, and the title in its corner.

    ``labels`` is how many columns, from the left, name the rows; ``corner`` the heads above them.
    """

    columns: list[tuple[int, int]]
    heads: list[Labels]
    rows: list[Laid]
    labels: int
    corner: Labels = ()
    title: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def valued(self) -> bool:
        """Whether its cells say how much, so that it is no table of texts."""
        return any(is_value(row.cell(n)) for row in self.rows for n in range(self.labels, len(self.columns)))


def grid_of(lines: Sequence[Line]) -> Grid | None:
    """The table that consecutive lines are, or None where no columns can be told."""
    placed = {line.number: segments(line) for line in lines}
    columns = _columns([placed[line.number] for line in lines])
    if columns is None:
        return None
    cut = [_cells(placed[line.number], columns) for line in lines]
    body = _body_from(cut, columns)
    labels = _label_columns(cut[body:], len(columns))
    heads, corner = _heads(cut[:body], columns, labels)
    rows = _rows(list(zip(lines[body:], cut[body:], strict=True)), labels, _valued(cut[body:], labels))
    if not rows:
        return None
    title, rows = _titled(cut[:body], rows, labels)
    return Grid(columns, heads, rows, labels, corner, title, list(lines))


@dataclass(frozen=True)
class _Cut:
    """A segment and the columns it stands over, from ``first`` to ``last``."""

    segment: Segment
    first: int
    last: int


def _columns(rows: Sequence[tuple[Segment, ...]]) -> list[tuple[int, int]] | None:
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


def _cells(row: tuple[Segment, ...], columns: list[tuple[int, int]]) -> list[_Cut]:
    cuts: list[_Cut] = []
    if len(row) == len(columns):  # nothing is missing: their order tells
        return [_Cut(one, n, n) for n, one in enumerate(row)]
    for one in _parted(row, columns):
        over = [n for n, column in enumerate(columns) if one.over(*column) > 0]
        if not over:
            near = min(range(len(columns)), key=lambda n: _far(one, columns[n]))
            over = [near]
        if len(over) > 1 and value_of(one.text) and one.text[:1] in "+-–0123456789":
            over = [max(over, key=lambda n: one.over(*columns[n]))]
        cuts.append(_Cut(one, over[0], over[-1]))
    return cuts


def _parted(row: tuple[Segment, ...], columns: list[tuple[int, int]]) -> list[Segment]:
    """The segments of a row, the value at the end of its label parted from it when it stands in the next column."""
    parts: list[Segment] = []
    for one in row:
        over = [n for n, column in enumerate(columns) if one.over(*column) > 0]
        match = _TAIL.match(one.text) if len(over) > 1 else None
        if match and is_value(match[2]):
            at = one.end - len(match[2])
            last = columns[over[-1]]
            if at >= last[0] - 2 and not any(o is not one and o.over(*last) > 0 for o in row):
                parts += [Segment(one.start, at - 1, match[1]), Segment(at, one.end, match[2])]
                continue
        parts.append(one)
    return parts


def _body_from(cut: Sequence[list[_Cut]], columns: list[tuple[int, int]]) -> int:
    """Where the rows begin, below the heads."""
    valued = [any(is_value(one.segment.text) for one in row if one.first) for row in cut]
    first = valued.index(True) if any(valued) else 0
    several = len([row for row in cut if len(row) > 1])
    if any(valued) and (sum(valued) * 2 >= several or all(valued[first:])):
        if first == 0 and len(cut) > 2 and _counted(cut[0]) and not _counted(cut[1]):
            return 1
        # the label of the first row may begin on the line above it
        while first and len(cut[first - 1]) == 1 and cut[first - 1][0].first == 0 and first > 1:
            first -= 1
        if first == 1 and len(cut[0]) == 1 and cut[0][0].first == 0:
            return 0
        return first
    unnamed = next((n for n, row in enumerate(cut) if row[0].first == 0), 0)
    return unnamed or (1 if len(cut) > 2 and _is_head(cut) else 0)


def _counted(row: Sequence[_Cut]) -> bool:
    """Whether the cells count one by one: "1  2  3": the heads of columns."""
    said = [one.segment.text for one in row if one.first]
    return len(said) > 1 and said == [str(n) for n in range(1, len(said) + 1)]


def _is_head(cut: Sequence[list[_Cut]]) -> bool:
    """Whether the first line of a table of texts names its columns: short, in capitals or without the figures below."""
    head, *rest = [row for row in cut if len(row) > 1]
    if any(len(one.segment.text) > LONGEST_HEAD or not one.segment.text[:1].isupper() for one in head):
        return False
    if all(one.segment.text.isupper() for one in head):
        return True
    for one in head:
        below = [other.segment.text for row in rest for other in row if other.first == one.first]
        figured = [text for text in below if re.search(r"\d", text)]
        if below and len(figured) * 2 > len(below) and not re.search(r"\d", one.segment.text):
            return True
    return False


def _label_columns(rows: Sequence[list[_Cut]], width: int) -> int:
    """How many columns name the rows: the first, and those that hold words or brackets before the first values."""
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        if len(row) > 1:
            for one in row:
                texts[one.first].append(one.segment.text)
    if texts[0] and all(is_sum(text) or (len(text) > 2 and is_value(text)) for text in texts[0]):
        return 0  # prices without labels
    for n in range(1, width):
        said = texts[n]
        if said and sum(is_value(text) for text in said) * 2 >= len(said):
            return n
    return 1


def _valued(rows: Sequence[list[_Cut]], labels: int) -> bool:
    return any(is_value(one.segment.text) for row in rows for one in row if one.first >= labels)


def _heads(cut: Sequence[list[_Cut]], columns: list[tuple[int, int]], labels: int) -> tuple[list[Labels], Labels]:
    """The labels of every column, outermost first, and the heads above the columns of labels."""
    width = len(columns)
    texts: list[list[str]] = [[] for _ in range(width)]
    fullest = max((len([one for one in row if one.last >= labels]) for row in cut), default=0)
    groups: list[list[str]] = [[] for _ in range(width)]
    for row in cut:
        for one in row:
            if one.last < labels:
                texts[one.first].append(one.segment.text)
        over = [one for one in row if one.last >= labels]
        lower = cut[cut.index(row) + 1 :]
        above = max((len([o for o in one_above if o.last >= labels]) for one_above in cut[: cut.index(row)]), default=0)
        if (
            over
            and above <= len(over) < fullest
            and any(len([o for o in below if o.last >= labels]) > len(over) for below in lower)
        ):
            _spread(over, columns, labels, texts, groups, lower)
        else:
            for one in [part for whole in over for part in _named_apart(whole, columns, lower)]:
                for n in range(max(one.first, labels), one.last + 1):
                    texts[n].append(one.segment.text)
    heads: list[Labels] = [
        tuple(label for label in (*groups[n], _joined(texts[n])) if label) if n >= labels else () for n in range(width)
    ]
    return heads, tuple(_joined(texts[n]) for n in range(labels))


def _named_apart(one: _Cut, columns: list[tuple[int, int]], lower: Sequence[list[_Cut]]) -> list[_Cut]:
    """The heads that a segment holds when only one space parts them: a word with a capital over each column."""
    words = list(re.finditer(r"\S+", one.segment.text))
    under = any(other.first <= one.last and other.last >= one.first for row in lower for other in row)
    wide = one.last - one.first + 1
    if wide < 2 or under or len(words) != wide or any(word[0][0].islower() for word in words):
        return [one]
    start = one.segment.start
    parts = [Segment(start + word.start(), start + word.end(), word[0]) for word in words]
    return [_Cut(part, one.first + n, one.first + n) for n, part in enumerate(parts)]


def _spread(
    over: Sequence[_Cut],
    columns: list[tuple[int, int]],
    labels: int,
    texts: list[list[str]],
    groups: list[list[str]],
    lower: Sequence[list[_Cut]],
) -> None:
    """A head line with fewer labels than the one below: each stands over several columns, or is torn from one."""
    below = {one.first: one.segment.text for row in reversed(lower) for one in row if one.first == one.last}
    free = list(range(labels, len(columns)))
    small = all(text[:1].islower() for n, text in below.items() if n >= labels)  # so a small letter tells nothing
    groupers = []
    for one in over:
        near = max(free, key=lambda n: one.segment.over(*columns[n])) if free else labels
        torn = one.first == one.last and (
            one.segment.text.endswith("-") or (not small and below.get(near, "A")[:1].islower())
        )
        if torn and not _repeated(below, near):
            texts[near].append(one.segment.text)
            free.remove(near)
        else:
            groupers.append(one)
    if not groupers or not len(groupers) <= len(free) <= MOST_SPREAD:
        for one in groupers:
            texts[max(one.first, labels)].append(one.segment.text)
        return
    splits = (_split(free, cuts) for cuts in combinations(free[1:], len(groupers) - 1))
    best = min(splits, key=lambda parts: _off(groupers, columns, parts, below))
    for one, part in zip(groupers, best, strict=True):
        if len(groupers) == 1 and len(part) > 1 and _off(groupers, columns, best, below) > NEAR:
            part = [n for n in part if one.first <= n <= one.last] or part
        for n in part:
            groups[n].append(one.segment.text)


def _repeated(below: dict[int, str], column: int) -> bool:
    return list(below.values()).count(below.get(column, "")) > 1


def _split(free: Sequence[int], cuts: Sequence[int]) -> list[list[int]]:
    parts: list[list[int]] = [[]]
    for n in free:
        if n in cuts:
            parts.append([])
        parts[-1].append(n)
    return parts


def _off(
    over: Sequence[_Cut], columns: list[tuple[int, int]], parts: Sequence[Sequence[int]], below: dict[int, str]
) -> float:
    """How far labels stand from the middle, or from the beginning, of the columns they would stand over.

    Columns of the same names under each of them are a sign that they do.
    """
    middles = starts = 0.0
    for one, part in zip(over, parts, strict=True):
        start, end = columns[min(part[0], one.first)][0], columns[part[-1]][1]
        middles += abs(one.segment.centre - (start + end) / 2)
        starts += abs(one.segment.start - start)
    names = {tuple(below.get(n, "") for n in part) for part in parts}
    same = len(parts) > 1 and len(names) == 1 and len(parts[0]) > 1
    return min(middles, starts + 0.5) - SAME_BELOW * same


def _joined(texts: Sequence[str]) -> str:
    return reduce(joined, texts, "")


def _rows(lines: Sequence[tuple[Line, list[_Cut]]], labels: int, valued: bool) -> list[Laid]:
    """The rows: a line without a label goes on the row above; a lone label begins the row below, ends the one above,
    or is the title of those below."""
    rows: list[Laid] = []
    torn: list[tuple[Line, _Cut]] = []
    titles: list[tuple[int, str]] = []  # each with how deep the rows under it stand, at least
    for at, (line, cut) in enumerate(lines):
        lone = (
            len(cut) == 1
            and (cut[0].first < labels or (not labels and not is_value(cut[0].segment.text)))
            and not (cut[0].first and rows and not valued)
        )
        if lone and valued:
            place = _lone(lines, at, rows, labels)
            if place == "tail" and rows:
                _add(rows[-1], line, cut)
            elif place == "title":
                start, below = cut[0].segment.start, lines[at + 1][1][0].segment.start
                titles = [(depth, text) for depth, text in titles if depth < start]
                titles.append((start + DEEPER + 1 if below > start + DEEPER else start, cut[0].segment.text))
            else:
                torn.append((line, cut[0]))
            continue
        goes_on = not torn and rows and _goes_on(cut, rows[-1], labels, valued)
        if goes_on:
            _add(rows[-1], line, cut)
            continue
        row = Laid([], {}, {}, {}, indent=cut[0].segment.start)
        for above, one in torn:
            _add(row, above, [one])
            row.indent = one.segment.start
        torn = []
        titles = [(depth, text) for depth, text in titles if depth <= row.indent]
        _add(row, line, cut)
        if valued and rows and not row.cell(0) and cut[0].first:
            row.cells.update(
                {n: rows[-1].cell(n) for n in range(cut[0].first) if rows[-1].cell(n)} if cut[0].first < labels else {}
            )
        row.titles = tuple(text for _, text in titles)
        rows.append(row)
    for line, one in torn:
        if rows:
            _add(rows[-1], line, [one])
    return rows


def _lone(lines: Sequence[tuple[Line, list[_Cut]]], at: int, rows: Sequence[Laid], labels: int) -> str:
    """What a label alone on its line is: the "title" of the rows below, the "tail" of the row above, or "torn"."""
    one = lines[at][1][0].segment
    following = lines[at + 1][1] if at + 1 < len(lines) else []
    if not following:
        return "tail"
    below = following[0].segment
    if len(following) > 1 and following[0].first == 0:
        if is_unfinished(one.text):
            return "torn"
        if below.start > one.start + DEEPER:
            return "title"
        if goes_on(below.text):
            return "torn"
    if rows and (goes_on(one.text) or is_unfinished(rows[-1].cell(0))):
        return "tail"
    if len(following) > 1 and following[0].first >= labels:
        return "torn"
    return "title" if below.text[:1].isupper() or below.text[:1].isdigit() else "torn"


def _goes_on(cut: Sequence[_Cut], above: Laid, labels: int, valued: bool) -> bool:
    """Whether a line goes on the row above: it has no label, and no value for a place that has one already."""
    if cut[0].first == 0:
        return False
    if not valued or not any(is_value(text) for n, text in above.cells.items() if n >= labels):
        return True
    return not any(is_value(one.segment.text) for one in cut)


def _add(row: Laid, line: Line, cut: Sequence[_Cut]) -> None:
    if not row.lines or row.lines[-1] is not line:
        row.lines.append(line)
    for one in cut:
        row.cells[one.first] = _joined([row.cell(one.first), one.segment.text])
        row.places.setdefault(one.first, line)
        row.spans[one.first] = max(row.spans.get(one.first, one.first), one.last)


def _titled(heads: Sequence[list[_Cut]], rows: list[Laid], labels: int) -> tuple[str, list[Laid]]:
    """The title in the corner of the heads, when it names the table and not its first column.

    Where only some rows stand deeper than it, it is the title of those that follow it, as a lone label would be.
    """
    corners = [one.segment for row in heads for one in row if one.last < labels]
    if len(corners) != 1 or labels > 1:
        return "", rows
    (corner,) = corners
    deeper = [row.indent > corner.start + DEEPER for row in rows]
    if deeper[0] and not all(deeper):
        for row, deep in zip(rows, deeper, strict=True):
            if not deep or row.titles:
                break
            row.titles = (corner.text,)
        return "", rows
    many = len(corner.text.split()) > 1 and (corner.text.isupper() or "(" in corner.text)
    return (corner.text if many or (deeper[0] and len(corner.text.split()) > 2) else ""), rows
