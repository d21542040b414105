"""Rows that a blank line sets apart from the title above a table: other things than those it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from knowledge.outline.grids import Grid
from knowledge.outline.notes import Notes
from knowledge.text import fold

LEAST_APART = 2


def chunks_of(grid: Grid, before: Grid | None, gaps: Mapping[int, bool]) -> tuple[Grid, ...]:
    """A table in one part, or in two when its title holds for its first rows only.

    They say again what the rows of the table ``before`` said under another title ("Quinze ans"); those below the blank
    line say nothing of the kind, and name themselves.
    """
    at = next((n for n in range(1, len(grid.rows)) if _is_apart(grid, n, gaps)), 0)
    if not at or before is None or grid.title or any(row.titles for row in grid.rows):
        return (grid,)
    known, first, rest = _labels(before), _labels(grid, 0, at), _labels(grid, at)
    if not first or not first <= known or rest & known or len(grid.rows) - at < LEAST_APART:
        return (grid,)
    cut = grid.lines.index(grid.rows[at].lines[0])
    return (
        replace(grid, rows=grid.rows[:at], lines=grid.lines[:cut], notes=Notes()),
        replace(grid, rows=grid.rows[at:], lines=grid.lines[cut:], above=()),
    )


def _is_apart(grid: Grid, n: int, gaps: Mapping[int, bool]) -> bool:
    """Whether a blank line, and no page's edge, parts a row from the one before."""
    line = grid.rows[n].lines[0]
    return gaps[line.number] and line.page == grid.rows[n - 1].lines[-1].page


def _labels(grid: Grid, start: int = 0, end: int | None = None) -> set[str]:
    return {label for row in grid.rows[start:end] if (label := fold(row.cell(0)).strip())}
