"""Naming the columns of a table laid out by white space: what stands over each of them, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import accumulate, combinations

from knowledge.outline.columns import Labels
from knowledge.outline.places import NEAR, Cut
from knowledge.outline.segments import Segment
from knowledge.outline.torn import joined

MOST_SPREAD, SAME_BELOW = 14, 6.0
MOST_LINES = 12  # of heads that are looked at together


def heads_over(cut: Sequence[list[Cut]], columns: list[tuple[int, int]], labels: int) -> tuple[list[Labels], Labels]:
    """The labels of every column, outermost first, and the heads above the columns of labels."""
    width = len(columns)
    cut = _closed(cut)
    texts: list[list[str]] = [[] for _ in range(width)]
    counts = [sum(one.last >= labels for one in row) for row in cut]
    most_above = list(accumulate([0, *counts], max))
    most_below = list(accumulate([0, *reversed(counts)], max))[::-1]
    groups: list[list[str]] = [[] for _ in range(width)]
    for at, row in enumerate(cut):
        for one in row:
            if one.last < labels:
                texts[one.first].append(one.segment.text)
        over = [one for one in row if one.last >= labels]
        if len(over) == width - labels:
            over = [replace(one, first=n, last=n) for n, one in enumerate(over, labels)]  # one to each column
        lower = cut[at + 1 : at + 1 + MOST_LINES]
        # a word said again and again is the beginning of as many heads
        repeated = len({one.segment.text for one in over}) == 1 < len(over) and all(
            one.first == one.last for one in over
        )
        if over and not repeated and most_above[at] <= len(over) < most_below[at + 1]:
            _spread(over, columns, labels, texts, groups, lower)
        else:
            for one in [part for whole in over for part in _named_apart(whole, columns, lower)]:
                for n in range(max(one.first, labels), one.last + 1):
                    texts[n].append(one.segment.text)
    heads: list[Labels] = [
        tuple(label for label in (*groups[n], whole(texts[n])) if label) if n >= labels else () for n in range(width)
    ]
    return heads, tuple(whole(texts[n]) for n in range(labels))


def _closed(cut: Sequence[list[Cut]]) -> list[list[Cut]]:
    """The lines of heads, what goes on between parentheses, or in small letters, brought up to the head it ends."""
    found: list[list[Cut]] = []
    for position, row in enumerate(cut):
        kept: list[Cut] = []
        above = found[-1] if found else []
        # over more columns than they are, heads may go on below: each then stands over several
        groups = len(row) <= len(above) < max(map(len, cut[position + 1 :]), default=0)
        for one in row:
            at = next((n for n, head in enumerate(above) if _ends(one.segment, head.segment, groups)), None)
            if at is None:
                kept.append(one)
            else:
                head = above[at].segment
                above[at] = replace(above[at], segment=replace(head, text=whole([head.text, one.segment.text])))
        if kept:
            found.append(kept)
    return found


def _ends(one: Segment, head: Segment, groups: bool) -> bool:
    """Whether a segment goes on the head that it stands under: between its parentheses or, of ``groups``, small."""
    opened = head.text.count("(") > head.text.count(")") or one.text.startswith("(")
    return one.over(head.start, head.end) > 0 and (opened or (groups and one.text[0].islower()))


def _named_apart(one: Cut, columns: list[tuple[int, int]], lower: Sequence[list[Cut]]) -> list[Cut]:
    """The heads that a segment holds when only one space parts them: a word with a capital over each column."""
    words = list(re.finditer(r"\S+", one.segment.text))
    under = any(other.first <= one.last and other.last >= one.first for row in lower for other in row)
    wide = one.last - one.first + 1
    if wide < 2 or under or len(words) != wide or any(word[0][0].islower() for word in words):
        return [one]
    start = one.segment.start
    parts = [Segment(start + word.start(), start + word.end(), word[0]) for word in words]
    return [Cut(part, one.first + n, one.first + n) for n, part in enumerate(parts)]


def _spread(
    over: Sequence[Cut],
    columns: list[tuple[int, int]],
    labels: int,
    texts: list[list[str]],
    groups: list[list[str]],
    lower: Sequence[list[Cut]],
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
    over: Sequence[Cut], columns: list[tuple[int, int]], parts: Sequence[Sequence[int]], below: dict[int, str]
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


def whole(texts: Sequence[str]) -> str:
    """The lines of a label as one."""
    return reduce(joined, texts, "")
