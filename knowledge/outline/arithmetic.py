"""Checking a table by its own arithmetic: where two columns add up to a third, a row that does not is in doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from knowledge.figures import french

LEAST_ROWS = 4
ENOUGH = Decimal("0.6")
ROUNDING = Decimal("0.02")


def doubts(rows: Sequence[Mapping[int, Decimal]], names: Sequence[str], width: int) -> dict[tuple[int, int], str]:
    """For each (row, column) in doubt, why, in French.

    ``rows`` hold values by column; ``names`` are the columns' labels ("" where unknown). Three columns that follow
    each other are held to add up when they do, to a rounding, in most of the rows that have them.
    """
    found: dict[tuple[int, int], str] = {}
    for first in range(width - 2):
        triples = [(n, row[first], row[first + 1], row[first + 2]) for n, row in enumerate(rows) if _whole(row, first)]
        broken = [(n, a, b, total) for n, a, b, total in triples if abs(a + b - total) > ROUNDING]
        if len(triples) < LEAST_ROWS or len(triples) - len(broken) < ENOUGH * len(triples):
            continue
        for n, a, b, total in broken:
            said = f"{_named(names, first)} donnent {french(a + b)}, la page montre {french(total)}"
            found.update({(n, first + k): said for k in range(3)})
    return found


def _whole(row: Mapping[int, Decimal], first: int) -> bool:
    return all(row.get(first + k) for k in range(3))


def _named(names: Sequence[str], first: int) -> str:
    pair = [names[place].lower() if place < len(names) else "" for place in (first, first + 1)]
    return " + ".join(pair) if all(pair) and pair[0] != pair[1] else "les deux colonnes précédentes"
