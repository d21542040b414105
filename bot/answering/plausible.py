"""Whether a price is likely beside its neighbours: who lives elsewhere seldom pays less than a resident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.residence import side_of
from knowledge.documents import Figure

UNLIKELY = "le prix des extérieurs est plus bas que celui des habitants sur cette ligne seulement"
LEAST_ROWS = 3


def checked(figures: Sequence[Figure], table: Sequence[Figure], inhabitants: str) -> tuple[Figure, ...]:
    """``figures``, in doubt those of a row of ``table`` where outsiders pay less, as they do in no other row."""
    rows: dict[int, dict[str, Figure]] = {}
    for figure in table:
        side = side_of(" ".join(figure.column), inhabitants)
        if side and figure.value is not None:
            rows.setdefault(figure.line, {}).setdefault(side, figure)
    pairs = {line: (two["resident"].value, two["outsider"].value) for line, two in rows.items() if len(two) == 2}
    lower = {line for line, (home, out) in pairs.items() if home is not None and out is not None and out < home}
    if len(pairs) < LEAST_ROWS or len(lower) != 1:
        return tuple(figures)
    doubted = {id(figure) for line in lower for figure in rows[line].values()}
    return tuple(
        replace(figure, doubt=figure.doubt or UNLIKELY) if id(figure) in doubted else figure for figure in figures
    )
