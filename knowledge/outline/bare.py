"""Tables of one cell a line whose values are numbers without a sign: grants, posts, an inventory."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from knowledge.documents import Figure
from knowledge.figures import Amount, amounts
from knowledge.outline.kinds import counts_all, is_count, is_money, is_number_of
from knowledge.outline.lines import Line
from knowledge.outline.rows import wordless
from knowledge.outline.torn import goes_on, is_unfinished, joined
from knowledge.outline.upright import Group, Upright, is_label

_NUMBER = re.compile(r"[+–-]?\s?(?:\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+)(?:,\d{1,2})?")
_YEAR = re.compile(r"(?:19|20)\d\d")
LEAST_ROWS, MOST_LABELS = 3, 2

# The lines of one label, which may go on over several, and what they say together.
Label = tuple[tuple[Line, ...], str]


@dataclass(frozen=True)
class Bare(Upright):
    """A table whose numbers go without a sign; ``money`` says that they are sums, in euros."""

    money: bool = False

    def figures(self) -> tuple[Figure, ...]:
        """Its figures, where its numbers are sums; none of a table that counts."""
        return super().figures() if self.money else ()

    def amount(self, line: Line, column: int, row: str) -> Amount | None:
        """The sum that a cell is, under no head that counts and in no row that does."""
        if wordless(line.clean):
            return wordless(line.clean)
        if not self.money or is_count(self.heads[column : column + 1]) or is_number_of(row):
            return None
        return replace(amounts(line.clean)[0], unit="€")

    def shown(self, line: Line, column: int, row: str) -> str:
        """A cell as its row tells it: a sum with its sign."""
        amount = self.amount(line, column, row)
        return f"{line.clean} €" if amount and amount.unit == "€" else line.clean


def bare_of(run: Sequence[Line], position: int, gaps: Mapping[int, bool], about: str) -> Bare | None:
    """The table that begins at ``position``, between blank lines, or None; ``about`` is what is said above it.

    As many numbers each time, under a head for each of them; a label more above a group is a title, until the next.
    """
    if not gaps[run[position].number]:
        return None
    lines = list(takewhile(lambda line: line is run[position] or not gaps[line.number], run[position:]))
    first = next((n for n, line in enumerate(lines) if _is_number(line) and not _YEAR.fullmatch(line.clean)), 0)
    if not first or not all(is_label(line) or _is_number(line) for line in lines):
        return None
    width = len(list(takewhile(_is_number, lines[first:])))
    above = _labels(lines[:first])
    blocks = _blocks(lines[first:], width)
    if blocks is None or len(blocks) < LEAST_ROWS:
        return None
    titled = any(len(labels) > 1 for labels, _ in blocks[1:])
    count = len(above) - 1 - titled
    heads = tuple(text.strip(" :;,|*") for _, text in above[max(0, count - width) : count])
    if count not in (0, width, width + 1) or (not count and width > 1) or (titled and not count):
        return None
    groups: list[Group] = []
    title = ""
    for n, (labels, values) in enumerate(blocks):
        told = labels if n else above[count:]
        title = told[0][1].strip(" :") if len(told) > 1 else title
        held = tuple(line for label, _ in told for line in label)
        groups.append(Group(held, values, (title,) if title else (), told[-1][1].strip(" :;,|*")))
    of_heads = [(head,) for head in heads]
    money = is_money(" ".join([about, *heads])) and not counts_all(of_heads) and bool(heads)
    return Bare(tuple(lines), heads, tuple(groups), (), money)


def _is_number(line: Line) -> bool:
    return not line.marks and (_NUMBER.fullmatch(line.clean) is not None or wordless(line.clean) is not None)


def _labels(lines: Sequence[Line]) -> list[Label]:
    """The labels that lines are, one a line or over several."""
    found: list[Label] = []
    for line in lines:
        if found and (goes_on(line.clean) or is_unfinished(found[-1][1])):
            found[-1] = ((*found[-1][0], line), joined(found[-1][1], line.clean))
        else:
            found.append(((line,), line.clean))
    return found


def _blocks(lines: Sequence[Line], width: int) -> list[tuple[list[Label], tuple[Line, ...]]] | None:
    """The values of each group, as many each time, with the labels above them; the first group's are elsewhere."""
    found: list[tuple[list[Label], tuple[Line, ...]]] = []
    labels: list[Label] = []
    at = 0
    while at < len(lines):
        values = list(takewhile(_is_number, lines[at:]))
        if len(values) != width:
            return None
        found.append((labels, tuple(values)))
        named = list(takewhile(lambda line: not _is_number(line), lines[at + width :]))
        labels = _labels(named)
        at += width + len(named)
        if len(labels) > MOST_LABELS or (labels and at == len(lines)):
            return None
    return found
