"""Tables of one cell a line whose rows each have several brackets, as of incomes: alone, then as a couple."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from knowledge.outline.brackets import is_bracket
from knowledge.outline.lines import Line
from knowledge.outline.upright import LEAST_ALONE, MOST_ABOVE, MOST_LABELS, Group, Upright, is_label, is_value_alone

MOST_LINES = 2


def bracketed_of(run: Sequence[Line], position: int, gaps: Mapping[int, bool]) -> Upright | None:
    """The table that begins at ``position``, or None: each bracket of its rows is told after its head.

    Its heads stand above, all on one line or all on two: those of the brackets, then those of the values.
    """
    first = position
    while first < len(run) and not is_value_alone(run[first]):
        if first - position > MOST_ABOVE or not is_label(run[first]):
            return None
        first += 1
    count = _while(_is_bracket, run[position:first][::-1])
    width = _while(is_value_alone, run[first : first + MOST_LABELS + 1])
    heads = run[position : first - count]
    each, rest = divmod(len(heads), max(1, count + width))
    if count < 2 or not 0 < width <= MOST_LABELS or rest or not 1 <= each <= MOST_LINES:
        return None
    told = [" ".join(line.clean for line in heads[n : n + each]) for n in range(0, len(heads), each)]
    groups: list[Group] = []
    at = first - count
    while len(labels := run[at : at + count]) == count and all(map(_is_bracket, labels)):
        values = run[at + count : at + count + width]
        if len(values) < width or not all(map(is_value_alone, values)):
            break
        named = tuple(f"{head} {line.clean}" for head, line in zip(told, labels, strict=False))
        groups.append(Group(tuple(labels), tuple(values), named[:-1], named[-1]))
        at += count + width
    if len(groups) < LEAST_ALONE or any(gaps[line.number] for line in run[position + 1 : at]):
        return None
    return Upright(tuple(run[position:at]), tuple(told[count:]), tuple(groups))


def _while(holds: Callable[[Line], bool], lines: Sequence[Line]) -> int:
    """How many of the first lines ``holds``."""
    return sum(1 for _ in takewhile(holds, lines))


def _is_bracket(line: Line) -> bool:
    return not line.marks and is_bracket(line.clean)
