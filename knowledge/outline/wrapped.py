"""Prices of a sentence that goes on over several lines: which lines are one text, and the rows that it holds."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.clean import is_bullet
from knowledge.outline.lines import Line
from knowledge.outline.rows import Row, row_in, row_of
from knowledge.outline.torn import goes_on, is_unfinished, joined

_SIGN = re.compile(r"\d\s?(?:[€¢E%]|euros?\b)")
_ENDS = re.compile(r"[.;!?]\s*$")
_NEXT = re.compile(r"(?<![A-Z])(?<!Mme)[.!?]\s+(?=[A-ZÀ-Ý])")
LEAST_WIDE, MOST_LINES, SLACK, LONG = 50, 8, 8, 0.7


@dataclass(frozen=True)
class Wrapped:
    """Lines that are one text, and the rows that its sentences are, each on the line of its first figure."""

    lines: tuple[Line, ...]
    rows: tuple[Row, ...]


def wrapped_of(
    run: Sequence[Line], position: int, gaps: Mapping[int, bool], others: Container[int] = ()
) -> Wrapped | None:
    """The lines from ``position`` on that go on one another and hold sums, or None; ``others`` begin a table."""
    end = position + 1
    while end < len(run) and end - position < MOST_LINES and run[end].number not in others:
        if not _is_tied(run, end, gaps):
            break
        end += 1
    lines = run[position:end]
    if len(lines) < 2 or not any(_SIGN.search(line.clean) for line in lines):
        return None
    text, starts = "", []
    for line in lines:
        text = joined(text, line.clean)
        starts.append(len(text) - len(line.clean))
    rows: list[Row] = []
    begin = 0
    for stop in (*(match.end() for match in _NEXT.finditer(text)), len(text)):
        sentence = text[begin:stop]
        row = row_in(sentence.strip(), lines[0])
        if row and _tells_apart(row):
            rows += _placed(row, begin, lines, starts)
        begin = stop
    return Wrapped(tuple(lines), tuple(rows))


def goes_over(above: Line, line: Line) -> bool:
    """Whether the line above a text is long and ends no sentence: it begins one that goes on."""
    return not _ENDS.search(above.clean.rstrip(":")) and len(above.clean) > LONG * len(line.clean)


def _tells_apart(row: Row) -> bool:
    """Whether each figure of a row has words of its own."""
    told = {(row.label, cell.label, cell.per) for cell in row.cells}
    return len(told) == len(row.cells) and all(label or own for label, own, _ in told)


def _is_tied(run: Sequence[Line], at: int, gaps: Mapping[int, bool]) -> bool:
    """Whether a line goes on the one above, which is as long as the page allows and ends no sentence."""
    above, line = run[at - 1], run[at]
    if any(one.piped or one.marks or len(one.segments) != 1 for one in (above, line)):
        return False
    if is_bullet(line.text) or _ENDS.search(above.clean):
        return False
    if gaps[line.number]:
        return is_unfinished(above.clean) and line.clean[:1].islower()
    if not (goes_on(line.clean) or line.clean[:1].isdigit() or is_unfinished(above.clean)):
        return False
    if line.clean[:1].isdigit() and (row := row_of(line)) and row.label and not row.alone:
        return False  # a bracket and its prices
    near = run[max(0, at - MOST_LINES) : at + MOST_LINES]
    width = max(one.segments[0].end for one in near if len(one.segments) == 1)
    return width >= LEAST_WIDE and above.segments[0].end + 1 + len(line.clean.split()[0]) > width - SLACK


def _placed(row: Row, begin: int, lines: Sequence[Line], starts: Sequence[int]) -> list[Row]:
    """A row of a text as rows of its lines: each figure on the line where it stands."""
    found: list[Row] = []
    for cell in row.cells:
        at = begin + cell.amount.start
        line = lines[max(n for n, start in enumerate(starts) if start <= max(at, 0))]
        if found and found[-1].line is line:
            found[-1] = replace(found[-1], cells=(*found[-1].cells, cell), span=len(found[-1].cells) + 1)
        else:
            found.append(replace(row, cells=(cell,), line=line, span=1, alone=True))
    return found
