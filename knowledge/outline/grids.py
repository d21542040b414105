"""Tables laid out by white space: their columns by place on the line, their rows put together from their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.outline.columns import Labels
from knowledge.outline.heads import heads_over, whole
from knowledge.outline.lines import Line
from knowledge.outline.notes import Notes
from knowledge.outline.parts import Part, entitled, parts_of, titles_over
from knowledge.outline.places import Cut, cells_of, columns_by_place
from knowledge.outline.spacing import TOTAL, is_sum, is_value
from knowledge.outline.tops import body_from
from knowledge.outline.torn import goes_on, is_unfinished

# "– lighting" under "Pitch" is a part of it; "- 7 years" is an age.
_DASHED = re.compile(r"[-–—•]\s+[a-zà-ÿ]{2}")
_SIGNED = re.compile(r"\d\s?[€¢E]")
_CODE = re.compile(r"\d{3,6}")
DEEPER, LEAST_SUMS, MOST_LINES = 1, 2, 60  # no row goes on over more lines


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

    ``labels`` is how many columns, from the left, name the rows; ``corner`` the heads above them; ``parts`` are the
    tables side by side that it is, ``above`` the lines over it that name them, and ``notes`` what stands below each.
    """

    columns: list[tuple[int, int]]
    heads: list[Labels]
    rows: list[Laid]
    labels: int
    parts: list[Part]
    corner: Labels = ()
    title: str = ""
    lines: list[Line] = field(default_factory=list)
    above: tuple[Line, ...] = ()
    notes: Notes = field(default_factory=Notes)

    @property
    def valued(self) -> bool:
        """Whether its cells say how much, so that it is no table of texts."""
        return any(is_value(row.cell(n)) for row in self.rows for n in range(self.labels, len(self.columns)))


def grid_of(lines: Sequence[Line], labels: int | None = None) -> Grid | None:
    """The table that consecutive lines are, or None where no columns can be told; ``labels`` when it goes on one."""
    placed = {line.number: line.segments for line in lines}
    columns = columns_by_place([placed[line.number] for line in lines])
    if columns is None:
        return None
    cut = [cells_of(placed[line.number], columns) for line in lines]
    body = body_from(cut, lines) if labels is None else 0
    labels = _label_columns(cut[body:], len(columns)) if labels is None else labels
    rows = _rows(list(zip(lines[body:], cut[body:], strict=True)), labels, _valued(cut[body:], labels))
    if not rows:
        return None
    parts = parts_of([row.cells for row in rows], labels, len(columns))
    titles = [titles_over(line.segments, parts, columns) for line in lines[:body]]
    above = [row for row, found in zip(cut, titles, strict=False) if not found]
    heads, corner = heads_over(above, columns, labels)
    for found in reversed([found for found in titles if found]):
        heads = entitled(heads, parts, found)
    title, rows = _titled(above, rows, labels)
    corner = () if labels > 1 and title else corner
    return Grid(columns, heads, rows, labels, parts, corner, title, list(lines))


def _label_columns(rows: Sequence[list[Cut]], width: int) -> int:
    """How many columns name the rows: the first, and those that hold words or brackets before the first values."""
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        if len(row) > 1:
            for one in row:
                texts[one.first].append(one.segment.text)
    coded = len(texts) > 1 and texts[1] and not any(map(is_sum, texts[0])) and not any(map(is_value, texts[1]))
    if not coded and texts[0] and all(is_sum(text) or (len(text) > 2 and is_value(text)) for text in texts[0]):
        return 0  # prices without labels
    for n in range(1, width):
        said = texts[n]
        paid = sum(_SIGNED.search(text) is not None and is_value(text) for text in said)  # now a price, now "warning"
        valued = said and sum(is_value(text) for text in said) * 2 >= len(said)
        if paid >= LEAST_SUMS or (valued and not _coded(texts, n)):
            # a penalty said in the column before names no row: "warning" where others have a price
            beside = {text for each in ([said] if valued else texts[n:]) for text in each if not is_value(text)}
            return next((k for k in range(1, n) if beside & {*texts[k]}), n)
    return 1


def _coded(texts: Sequence[Sequence[str]], column: int) -> bool:
    """Whether the numbers of a column are the codes of what the words of the next one name, sums standing further."""
    words = texts[column + 1] if column + 1 < len(texts) else ()
    return (
        all(_CODE.fullmatch(text) for text in texts[column])
        and not any(map(is_value, words))
        and any(is_sum(text) for each in texts[column + 2 :] for text in each)
    )


def _valued(rows: Sequence[list[Cut]], labels: int) -> bool:
    return any(is_value(one.segment.text) for row in rows for one in row if one.first >= labels)


def _rows(lines: Sequence[tuple[Line, list[Cut]]], labels: int, valued: bool) -> list[Laid]:
    """The rows: a line without a label goes on the row above; a lone label begins the row below, ends the one above,
    or is the title of those below."""
    rows: list[Laid] = []
    part_of: dict[int, str] = {}
    torn: list[tuple[Line, Cut]] = []
    titles: list[tuple[int, str]] = []  # each with how deep the rows under it stand, at least
    for at, (line, cut) in enumerate(lines):
        lone = (
            len(cut) == 1
            and (cut[0].first < labels or (not labels and not is_value(cut[0].segment.text)))
            and not (cut[0].first and rows and not valued)
        )
        if lone and valued:
            place = _lone(lines, at, rows, labels)
            if place == "tail" and rows and not torn and len(rows[-1].lines) < MOST_LINES:
                _add(rows[-1], line, cut)
            elif place == "title":
                start, below = cut[0].segment.start, lines[at + 1][1][0].segment.start
                titles = [(depth, text) for depth, text in titles if depth < start]
                titles.append((start + DEEPER + 1 if below > start + DEEPER else start, cut[0].segment.text))
            else:
                torn.append((line, cut[0]))
            continue
        long = bool(rows) and len(rows[-1].lines) >= MOST_LINES
        if not torn and rows and not long and _goes_on(cut, rows[-1], labels, valued):
            _add(rows[-1], line, cut)
            continue
        row = Laid([], {}, {}, {}, indent=cut[0].segment.start)
        for above, one in torn:
            _add(row, above, [one])
            row.indent = one.segment.start
        torn = []
        titles = [(depth, text) for depth, text in titles if depth <= row.indent]
        _add(row, line, cut)
        if valued and rows and not row.cell(0) and cut[0].first and not TOTAL.match(cut[0].segment.text):
            row.cells.update(
                {n: rows[-1].cell(n) for n in range(cut[0].first) if rows[-1].cell(n)} if cut[0].first < labels else {}
            )
        row.titles = tuple(text for _, text in titles)
        owner = next((one for one in reversed(rows) if not _DASHED.match(one.cell(0))), None)
        if owner and owner.titles == row.titles and _DASHED.match(row.cell(0)):
            part_of[id(row)] = owner.cell(0)
        rows.append(row)
    for line, one in torn:
        if rows:
            _add(rows[-1], line, [one])
    for row in rows:
        if owned := part_of.get(id(row), ""):
            row.titles = (*row.titles, owned)
    return rows


def _lone(lines: Sequence[tuple[Line, list[Cut]]], at: int, rows: Sequence[Laid], labels: int) -> str:
    """What a label alone on its line is: the "title" of the rows below, the "tail" of the row above, or "torn"."""
    one = lines[at][1][0].segment
    following = lines[at + 1][1] if at + 1 < len(lines) else []
    if not following:
        return "tail"
    below = following[0].segment
    if following[0].first == 0 and is_unfinished(one.text):
        return "torn"
    if len(following) > 1 and following[0].first == 0:
        if below.start > one.start + DEEPER:
            return "title"
        if goes_on(below.text):
            return "torn"
    if rows and (goes_on(one.text) or is_unfinished(rows[-1].cell(0))):
        return "tail"
    if len(following) > 1 and following[0].first >= labels:
        return "torn"
    return "title" if below.text[:1].isupper() or below.text[:1].isdigit() else "torn"


def _goes_on(cut: Sequence[Cut], above: Laid, labels: int, valued: bool) -> bool:
    """Whether a line goes on the row above: it has no label, and no value for a place that has one already."""
    if cut[0].first == 0:
        return False
    if not valued or not any(is_value(text) for n, text in above.cells.items() if n >= labels):
        return True
    return not any(is_value(one.segment.text) for one in cut)


def _add(row: Laid, line: Line, cut: Sequence[Cut]) -> None:
    if not row.lines or row.lines[-1] is not line:
        row.lines.append(line)
    for one in cut:
        row.cells[one.first] = whole([row.cell(one.first), one.segment.text])
        row.places.setdefault(one.first, line)
        row.spans[one.first] = max(row.spans.get(one.first, one.first), one.last)


def _titled(heads: Sequence[list[Cut]], rows: list[Laid], labels: int) -> tuple[str, list[Laid]]:
    """The title in the corner of the heads, when it names the table and not its first column.

    Where only some rows stand deeper than it, it is the title of those that follow it, as a lone label would be.
    """
    corners = [one.segment for row in heads for one in row if one.last < labels]
    if len(corners) != 1:
        return "", rows
    (corner,) = corners
    if labels > 1:  # over codes ("011"), words are no name of theirs
        coded = all(row.cell(0).isdigit() for row in rows) and len(re.findall(r"\w+", corner.text)) > 2
        return (corner.text if coded else ""), rows
    deeper = [row.indent > corner.start + DEEPER for row in rows]
    if deeper[0] and not all(deeper):
        for row, deep in zip(rows, deeper, strict=True):
            if not deep or row.titles:
                break
            row.titles = (corner.text,)
        return "", rows
    many = len(corner.text.split()) > 1 and (corner.text.isupper() or "(" in corner.text)
    return (corner.text if many or (deeper[0] and len(corner.text.split()) > 2) else ""), rows
