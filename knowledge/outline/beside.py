"""Titles that stand in tables: in the corner of one, or on one line over tables side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.outline.grids import Grid
from knowledge.outline.headings import Heading, heading
from knowledge.outline.lines import Line


def titles_beside(grid: Grid) -> Iterator[tuple[Line, Heading]]:
    """The line of such titles over a table, and the heading that they are together, where there is one."""
    if len(grid.parts) < 2:
        return
    for line in (*grid.above, *grid.lines[:1]):
        found = [heading(replace(line, clean=one.text), None, None) for one in line.segments]
        if len(found) == len(grid.parts) and all(one is not None and one.kind == "capitals" for one in found):
            told = [one.title for one in found if one and not one.bygone]  # former prices beside those of today
            yield line, Heading("capitals", " – ".join(told or [one.title for one in found if one]))
            return


def entitles(path: Sequence[Heading], run: Sequence[Line], title: Sequence[Line]) -> bool:
    """Whether titles over tables side by side stand under the last one: itself alone, or such titles, follow it."""
    alone = bool(path) and len(run) <= 1 and bool(run or title)
    return alone or any(above.kind == "beside" for above in path)


def over_grid(grid: Grid | None) -> Heading | None:
    """The heading that stands in the corner of a table, on the line of the heads of its columns."""
    if grid is None or not grid.title:
        return None
    found = heading(replace(grid.lines[0], clean=grid.title), None, None)
    return found if found and found.kind not in ("short", "listed") else None
