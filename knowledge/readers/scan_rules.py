"""Ruled tables of a scanned page: the cells that the lines drawn on the paper make."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers.ocr import Box, Word

_THIN, _LONG = 30, 60
_NEAR = 14
_LEAST = 3


@dataclass(frozen=True)
class Grid:
    """A ruled table: where its rows (``across``) and its columns (``down``) begin and end, in dots.

    ``home`` gives for each cell, by row and column, the cell in which what spans it begins: itself in most.
    """

    across: tuple[int, ...]
    down: tuple[int, ...]
    home: dict[tuple[int, int], tuple[int, int]]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.across) - 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.down) - 1

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.down[0], self.across[0], self.down[-1], self.across[-1]

    def cell(self, across: float, down: float) -> tuple[int, int] | None:
        """The row and column in which a place of the page stands, or begins to; ``None`` outside of the table."""
        return self.home.get((bisect(self.across, down) - 1, bisect(self.down, across) - 1))

    def extent(self, home: tuple[int, int]) -> Box:
        """Where what begins in a cell stands: all the cells that it spans."""
        rows, columns = zip(*(cell for cell, begins in self.home.items() if begins == home), strict=True)
        return self.down[min(columns)], self.across[min(rows)], self.down[max(columns) + 1], self.across[max(rows) + 1]


def is_rule(word: Word) -> bool:
    """Whether what tesseract saw without reading a letter is a line drawn on the paper."""
    left, top, right, bottom = word.box
    wide, high = right - left, bottom - top
    return not word.text and min(wide, high) <= _THIN and max(wide, high) >= _LONG


def grids_of(rules: Sequence[Box]) -> list[Grid]:
    """The tables that ruling lines draw: at least two rows and two columns of cells."""
    grids = [_grid(group) for group in _meeting(rules)]
    return sorted((grid for grid in grids if grid), key=lambda grid: grid.box[1])


def _meeting(rules: Sequence[Box]) -> list[list[Box]]:
    """Rules in groups: those that touch one another, directly or by others."""
    groups: list[list[Box]] = []
    for rule in rules:
        touched = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in touched]
        groups.append([rule, *(one for group in touched for one in group)])
    return groups


def _touch(one: Box, other: Box) -> bool:
    return (
        one[0] - _NEAR <= other[2]
        and other[0] - _NEAR <= one[2]
        and one[1] - _NEAR <= other[3]
        and other[1] - _NEAR <= one[3]
    )


def _grid(rules: Sequence[Box]) -> Grid | None:
    flat = [rule for rule in rules if rule[2] - rule[0] >= rule[3] - rule[1]]
    tall = [rule for rule in rules if rule[2] - rule[0] < rule[3] - rule[1]]
    if len(flat) < _LEAST or len(tall) < 2:
        return None
    # An outer side that was not seen is where the lines that meet it end.
    across = _levels([*((r[1] + r[3]) // 2 for r in flat), min(r[1] for r in tall), max(r[3] for r in tall)])
    down = _levels([*((r[0] + r[2]) // 2 for r in tall), min(r[0] for r in flat), max(r[2] for r in flat)])
    if len(across) < _LEAST or len(down) < _LEAST:
        return None
    return Grid(across, down, _homes(across, down, flat, tall))


def _levels(places: Sequence[int]) -> tuple[int, ...]:
    """Places that are nearly one made one."""
    levels: list[int] = []
    for place in sorted(places):
        if not levels or place - levels[-1] > _NEAR:
            levels.append(place)
    return tuple(levels)


def _homes(
    across: Sequence[int], down: Sequence[int], flat: Sequence[Box], tall: Sequence[Box]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell the first one of those that no line parts from it, to its left, then above it."""
    homes: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(across) - 1):
        for column in range(len(down) - 1):
            x, y = (down[column] + down[column + 1]) / 2, (across[row] + across[row + 1]) / 2
            open_left = column and not any(
                abs((r[0] + r[2]) / 2 - down[column]) <= _NEAR and r[1] <= y <= r[3] for r in tall
            )
            open_above = row and not any(
                abs((r[1] + r[3]) / 2 - across[row]) <= _NEAR and r[0] <= x <= r[2] for r in flat
            )
            if open_left:
                homes[row, column] = homes[row, column - 1]
            elif open_above:
                homes[row, column] = homes[row - 1, column]
            else:
                homes[row, column] = (row, column)
    return homes
