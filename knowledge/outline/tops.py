"""Where the rows of a table laid out by white space begin, below the heads of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.outline.lines import Line
from knowledge.outline.places import Cut
from knowledge.outline.spacing import is_value

LONGEST_HEAD = 45


def body_from(cut: Sequence[list[Cut]], lines: Sequence[Line]) -> int:
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
    apart = [n for n in range(1, len(lines)) if lines[n].number > lines[n - 1].number + 1]
    if unnamed and len(apart) == 1 and apart[0] == unnamed + 1:
        return apart[0]  # heads over two lines, the corner on the last of them
    return unnamed or (1 if len(cut) > 2 and _is_head(cut) else 0)


def _counted(row: Sequence[Cut]) -> bool:
    """Whether the cells count one by one: "1  2  3": the heads of columns."""
    said = [one.segment.text for one in row if one.first]
    return len(said) > 1 and said == [str(n) for n in range(1, len(said) + 1)]


def _is_head(cut: Sequence[list[Cut]]) -> bool:
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
