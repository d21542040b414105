"""Tables that OCR gives one cell a line: a label, then its values one below another, as many each time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.clean import is_bullet, join_lines
from knowledge.documents import Figure, TableRow
from knowledge.figures import Amount, Fellows
from knowledge.outline.columns import Labels
from knowledge.outline.counted import without_counts
from knowledge.outline.lines import Line
from knowledge.outline.rows import FREE, Cell, Row, value_of, wordless
from knowledge.outline.tables import named
from knowledge.text import fold

_GOES_ON = re.compile(r"[a-zà-ÿ(]")
# What a price is counted by may be all that the head of its column says.
_COUNTED_BY = re.compile(r"(?:par|le|la|au|a la)\s\w|(?:a )?l'\w")
_ENDS = re.compile(r"[.;!?]\s*$")
# "C.1 Cabines de la plage" above the heads of a table is its title, and none of them.
_NUMBERED = re.compile(r"(?:[A-Z]|\d{1,2}|[IVX]+)(?:[.-]\d{1,2})*[.)]?[ \t]+[A-ZÀ-Ý]")
LEAST_ALONE, MOST_ABOVE, LONGEST, LONGEST_VALUE, LONGER = 2, 16, 90, 16, 1.5
MOST_LABELS = 4


@dataclass(frozen=True)
class Group:
    """A label, on one line or several, and the values below it; ``titles`` where each line is a label of its own.

    ``name`` is how its row is called where its last line alone does not say it.
    """

    label: tuple[Line, ...]
    values: tuple[Line, ...]
    titles: Labels = ()
    name: str = ""

    @property
    def text(self) -> str:
        """The label on one line, without the titles before it."""
        if self.name or self.titles:
            return self.name or self.label[-1].clean.strip(" :;,|*")
        return join_lines("\n".join(line.clean for line in self.label)).strip(" :;,|*")


@dataclass(frozen=True)
class Upright:
    """A table of one cell a line: the labels above it (``heads``, as many as each group has values) and its groups.

    ``title`` is a numbered title above the heads.
    """

    lines: tuple[Line, ...]
    heads: Labels
    groups: tuple[Group, ...]
    title: Labels = ()

    def figures(self) -> tuple[Figure, ...]:
        """Its figures; the longer labels are those of rows, whichever way the page was read."""
        width = len(self.groups[0].values)
        columns = [(head,) for head in self.heads] if self.heads else []
        read = [[self.amount(line, n, group.text) for n, line in enumerate(group.values)] for group in self.groups]
        rows = [
            Row(group.text, tuple(Cell(one, n) for n, one in enumerate(found) if one), group.values[0], width)
            for group, found in zip(self.groups, read, strict=True)
        ]
        made = named(rows, columns, (), width, Fellows.of([one for found in read for one in found if one]))
        places = [
            line.number
            for group, found in zip(self.groups, read, strict=True)
            for line, one in zip(group.values, found, strict=True)
            if one
        ]
        turned = (
            bool(self.heads)
            and not self.groups[0].titles
            and _long(self.heads) > LONGER * _long([group.text for group in self.groups])
        )
        titles = {line.number: group.titles for group in self.groups for line in group.values}
        return tuple(
            replace(
                figure,
                line=line,
                row=(*self.title, *(figure.column if turned else (*titles[line], *figure.row))),
                column=figure.row if turned else figure.column,
            )
            for figure, line in zip(made, places, strict=True)
        )

    def amount(self, line: Line, column: int, row: str) -> Amount | None:
        """The price that the cell of a row is, whatever its column; None where it is none."""
        return _amount(line)

    def shown(self, line: Line, column: int, row: str) -> str:
        """A cell as its row tells it."""
        return line.clean

    def rows(self) -> tuple[TableRow, ...]:
        """Each group on one line: its label, then its values with the labels above them."""
        found = []
        for group in self.groups:
            heads = self.heads or ("",) * len(group.values)
            told = [self.shown(line, n, group.text) for n, line in enumerate(group.values)]
            cells = [f"{head} : {cell}" if head else cell for head, cell in zip(heads, told, strict=True)]
            text = " | ".join([*group.titles, group.text, *cells])
            found.append(TableRow(group.label[0].number, group.values[-1].number, text))
        return tuple(found)


def upright_of(run: Sequence[Line], position: int, gaps: Mapping[int, bool], known: Labels = ()) -> Upright | None:
    """The table of one cell a line that begins at ``position``, or None; ``known`` heads a table that goes on.

    Groups of one value each are a list of prices under their labels; of several, a table whose heads stand above.
    """
    first, several = position, False
    while first < len(run) and not is_value_alone(run[first]):
        parted = first > position and gaps[run[first].number]
        if parted and not (first + 1 < len(run) and is_value_alone(run[first + 1])):
            if several or not any(map(is_value_alone, run[first + 2 : first + MOST_LABELS + 1])):
                return None
            several = True  # only rows of several labels each stand so
        if not is_label(run[first]) or first - position > MOST_ABOVE:
            return None
        first += 1
    if first in (position, len(run)) or not is_value_alone(run[first]) or gaps[run[first].number]:
        return None
    width = _values(run, first, gaps)
    apart = _set_apart(run, position, first, width, gaps)
    if apart or several:
        return apart
    groups: list[Group] = []
    start = at = first
    while start > position + 1 and _GOES_ON.match(run[start - 1].clean) and not gaps[run[start - 1].number]:
        start -= 1
    start -= 1
    opening = start
    while _values(run, at, gaps) == width:
        groups.append(Group(tuple(run[start:at]), tuple(run[at : at + width])))
        start = at = at + width
        # a blank line may part each group from the next
        while (
            at < len(run)
            and at - start < 3
            and not is_value_alone(run[at])
            and is_label(run[at])
            and (at == start or not gaps[run[at].number])
        ):
            at += 1
        torn = width < 2 and at > start + 1  # a title, and the label below it
        if at < len(run) and gaps[run[start].number] and (torn or _values(run, at, gaps) != width):
            at = start
        if at == start or at >= len(run) or not is_value_alone(run[at]) or gaps[run[at].number]:
            break
    least = 1 if width > 1 and len(known) == width else LEAST_ALONE
    if len(groups) < least or (width > 1 and any(len(group.label) > 2 for group in groups[1:])):
        return None
    above = run[position:opening]
    title: Labels = ()
    heads = _heads(above, width, groups[0].label[0]) if width > 1 else ()
    if width > 1 and not heads and above and _NUMBERED.match(above[0].clean):
        heads = _heads(above[1:], width, groups[0].label[0])
        title = (above[0].clean.strip(" :;,|*"),) if heads else ()
    heads = heads or (known if len(known) == width else ())
    return Upright(tuple(run[position:start]), heads, tuple(groups), title)


def _set_apart(run: Sequence[Line], position: int, first: int, width: int, gaps: Mapping[int, bool]) -> Upright | None:
    """The table whose rows blank lines part, each of several labels then values, under a head for each of them all."""
    start = first - 1
    while start > position and not gaps[run[start].number]:
        start -= 1
    count = first - start
    heads = _said(run[position:start])
    if not 1 < count <= MOST_LABELS or len(heads) != count + width:
        return None
    groups: list[Group] = []
    at = start
    while at + count < len(run) and gaps[run[at].number] and _values(run, at + count, gaps) == width:
        labels, end = run[at : at + count], at + count + width
        if any(gaps[line.number] for line in run[at + 1 : end]) or any(map(_amount, labels[:1])):
            break
        titles = tuple(line.clean.strip(" :;,|*") for line in labels[:-1])
        groups.append(Group(tuple(labels), tuple(run[at + count : end]), titles))
        at = end
    return Upright(tuple(run[position:at]), heads[count:], tuple(groups)) if len(groups) >= LEAST_ALONE else None


def _values(run: Sequence[Line], at: int, gaps: Mapping[int, bool]) -> int:
    """How many values stand one below another from ``at``."""
    end = at
    while end < len(run) and is_value_alone(run[end]) and (end == at or not gaps[run[end].number]):
        end += 1
    return end - at


def is_value_alone(line: Line) -> bool:
    """Whether a line is one value and no more: a price, or what stands in the place of one."""
    return not line.marks and _amount(line) is not None


def _amount(line: Line) -> Amount | None:
    if len(line.clean) > LONGEST_VALUE:
        return None
    found = value_of(line.clean) or wordless(line.clean)
    return found if found and (found.unit or FREE.fullmatch(line.clean.strip())) else None


def is_label(line: Line) -> bool:
    """Whether a line may be a label of a table: short, and no sentence."""
    text = line.clean
    return not (line.marks or line.piped or is_bullet(line.text) or _ENDS.search(text) or len(text) > LONGEST)


def _heads(lines: Sequence[Line], width: int, label: Line) -> Labels:
    """The labels above the first group, one a line or two, after that of the corner; () when they are not as many.

    A line parted from the next by as many lines as there are values is the label of a group that was not read.
    """
    kept = [*without_counts(lines, width), label]
    for n, (line, following) in enumerate(pairwise(kept)):
        if following.number - line.number == width + 1 and following.page == line.page:
            kept = [*kept[:n], label]
            break
    each = tuple(line.clean.strip(" :;,|*") for line in kept[:-1])
    # in small letters from the first one to the last, heads look like one that goes on
    told = [_said(kept[:-1]), each]
    if len(each) == width + 1 and all(_COUNTED_BY.match(fold(one)) for one in each if _GOES_ON.match(one)):
        told.reverse()  # "le mètre" under "Emplacement"
    said = next((heads for heads in told if len(heads) in (width, width + 1)), ())
    return said[-width:]


def _said(lines: Sequence[Line]) -> Labels:
    """The labels of heads that stand one a line, or two."""
    said: list[str] = []
    for line in lines:
        if said and _GOES_ON.match(line.clean):
            said[-1] += f" {line.clean}"
        else:
            said.append(line.clean.strip(" :;,|*"))
    return tuple(said)


def _long(labels: Sequence[str]) -> float:
    return sum(len(label) for label in labels) / len(labels)
