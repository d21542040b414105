"""Tables whose columns are named apart from them: above a title of theirs, or over the table before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.outline.columns import Labels
from knowledge.outline.grids import Grid, grid_of
from knowledge.outline.heads import heads_over
from knowledge.outline.lines import Line
from knowledge.outline.parts import entitled, titles_over
from knowledge.outline.places import cells_of
from knowledge.outline.spacing import has_values

MOST_ABOVE, MOST_BETWEEN, LONGEST_TITLE, LONGEST_HEAD, MOST_WORDS = 6, 3, 70, 40, 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"[.;!?:,]\s*$")


def with_heads(grids: Mapping[int, Grid], said: Sequence[Line]) -> dict[int, Grid]:
    """The tables, by their first line, with heads for those that lack their own.

    Heads stand above the table, only its titles in between; else those of the table before hold, when its columns
    stand in the same places and only titles stand between the two. Heads that name two columns alike (2030, 2031, 2030,
    2031) are the last line of those of the table before, when they end as it does.
    """
    at = {line.number: n for n, line in enumerate(said)}
    found: dict[int, Grid] = {}
    before: Grid | None = None
    for number, grid in grids.items():
        first = at[number]
        start = at[before.lines[-1].number] + 1 if before else 0
        if not any(grid.heads):
            above = said[max(start, first - MOST_ABOVE) : first]
            heads, told = _above(above, grid)
            if not heads and before:
                if start == first and before.labels != grid.labels and _in_columns(before, grid):
                    grid = grid_of(grid.lines, before.labels) or grid  # the rest of it, on the next page
                heads = _handed_down(before, grid, said[start:first])
            grid = replace(grid, heads=heads or grid.heads, above=told)
        elif before and _shortened(before, grid) and _goes_on(before, grid, said[start:first]):
            grid = replace(grid, heads=_theirs(before, grid))
        found[number] = before = _entitled(grid, said[max(start, first - 1) : first])
    return found


def _handed_down(before: Grid, grid: Grid, between: Sequence[Line]) -> list[Labels]:
    """The heads of the table before where this one stands under them; else by their order, under a title of its own."""
    if _goes_on(before, grid, between):
        return _theirs(before, grid)
    shape = (grid.labels, len(grid.columns))
    several = shape[1] - shape[0] > 1 and (before.labels, len(before.columns)) == shape
    told = 0 < len(between) <= MOST_BETWEEN and all(map(_is_title, between))
    return before.heads if several and told else []


def _entitled(grid: Grid, above: Sequence[Line]) -> Grid:
    """Tables side by side with the titles that the line above gives them."""
    titles = titles_over(above[-1].segments, grid.parts, grid.columns) if above else ()
    return replace(grid, heads=entitled(grid.heads, grid.parts, titles), above=tuple(above)) if titles else grid


def _above(lines: Sequence[Line], grid: Grid) -> tuple[list[Labels], tuple[Line, ...]]:
    """The labels of every column that the lines above a table give, and these lines; [] when none does."""
    heads: list[Line] = []
    apart = False
    for line in reversed(lines):
        if _is_head(line, grid) and (not apart or _is_all(line, grid)):
            heads.insert(0, line)
        elif heads or (not _is_title(line) and len(line.segments) > 1):
            break
        else:
            apart = apart or not _is_title(line)  # a sentence that a scan read after the heads
    if not heads:
        return [], ()
    if all(_stands_over(line, grid) for line in heads):
        named, _ = heads_over([cells_of(line.segments, grid.columns) for line in heads], grid.columns, grid.labels)
    else:
        named = _in_order(heads, grid)
    return (named, tuple(heads)) if named and all(named[grid.labels :]) else ([], ())


def _is_head(line: Line, grid: Grid) -> bool:
    """Whether a line holds nothing but short labels, over columns of values or as many as they are."""
    if line.piped or line.marks or has_values(line) or not line.segments:
        return False
    if any(len(one.text) > LONGEST_HEAD or _is_sentence(one.text) for one in line.segments):
        return False
    count = len(line.segments)
    even = count > 1 and (len(grid.columns) - grid.labels) % count == 0
    return _stands_over(line, grid) or (
        even and all(one.text[:1].isupper() or _YEAR.match(one.text) for one in line.segments)
    )


def _is_sentence(text: str) -> bool:
    return text.endswith((".", ":")) and len(text.split()) > MOST_WORDS


def _is_all(line: Line, grid: Grid) -> bool:
    """Whether a line has a name for every column of values."""
    return len(line.segments) == len(grid.columns) - grid.labels > 1


def _stands_over(line: Line, grid: Grid) -> bool:
    """Whether each segment of a line, but the one in the corner, stands over a column of values."""
    over = [any(one.over(*column) > 0 for column in grid.columns[grid.labels :]) for one in line.segments]
    if len(over) == 1 and grid.labels and line.segments[0].start <= grid.columns[0][0] + 1:
        return False  # a title
    corners = over.count(False)
    return not any(over[:corners]) and corners <= max(1, grid.labels) and (corners == 0 or any(over))


def _in_order(heads: Sequence[Line], grid: Grid) -> list[Labels]:
    """The labels of the columns by their order on each line, which a scan may shift; [] when they are not as many."""
    width = len(grid.columns) - grid.labels
    if len(heads[-1].segments) != width or any(width % len(line.segments) for line in heads):
        return []
    layers = [[one.text for one in line.segments for _ in range(width // len(line.segments))] for line in heads]
    return [*[()] * grid.labels, *zip(*layers, strict=True)]


def _is_title(line: Line) -> bool:
    """Whether a line is a short label alone, and no sentence."""
    alone = len(line.segments) == 1 and not line.piped and not line.marks
    return alone and len(line.clean) <= LONGEST_TITLE and not _SENTENCE.search(line.clean)


def _shortened(before: Grid, grid: Grid) -> bool:
    """Whether a table's heads do not tell its columns apart, and are the last line of the heads of the one before."""
    own, theirs = grid.heads[grid.labels :], before.heads[before.labels :]
    return len(set(own)) < len(own) and own == [head[-1:] for head in theirs] and len(set(theirs)) == len(theirs)


def _goes_on(before: Grid, grid: Grid, between: Sequence[Line]) -> bool:
    """Whether a table stands under the heads of the one before: same columns, and only titles between them."""
    if len(between) > MOST_BETWEEN or not all(map(_is_title, between)) or not any(before.heads):
        return False
    return bool(_theirs(before, grid))


def _theirs(before: Grid, grid: Grid) -> list[Labels]:
    """The heads of the table before, by place, for one whose columns of values all stand under them; else [].

    A code alone on the left may be a column of its own in one of them only. Where each row has several labels, some of
    the columns may hold nothing here.
    """
    under = [
        [n for n in range(before.labels, len(before.columns)) if _over(before.columns[n], column)]
        for column in grid.columns[grid.labels :]
    ]
    named = [each[0] for each in under if len(each) == 1]
    missing = len(before.columns) - before.labels - len(named)
    if len(named) < len(under) or named != sorted(set(named)) or not named:
        return []
    several = before.labels == grid.labels > 1
    return [*[()] * grid.labels, *(before.heads[n] for n in named)] if not missing or several else []


def _over(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _in_columns(before: Grid, grid: Grid) -> bool:
    """Whether the columns of values of a table stand where those of the one before do, as many as there."""
    if len(before.columns) != len(grid.columns):
        return False
    pairs = list(zip(before.columns, grid.columns, strict=True))[before.labels :]
    return all(_over(one, two) for one, two in pairs)
