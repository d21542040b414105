"""Columns and groups that count things (posts, places), and their numbers that OCR read as letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.outline.lines import Line

_DIGITS, _LETTERS = str.maketrans("IlO", "110"), re.compile(r"(?=\d*[IlO])[IlO\d]{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_counted(cells: Sequence[str]) -> bool:
    """Whether the cells of a column count things: half of them at least are bare numbers."""
    said = [cell for cell in cells if cell]
    return bool(said) and sum(cell.isdigit() for cell in said) * 2 >= len(said)


def counted(cell: str) -> str:
    """A cell of a column that counts; letters where only digits can stand are read, and what is printed is told."""
    return f"{cell.translate(_DIGITS)} (« {cell} » sur la page)" if _LETTERS.fullmatch(cell) else cell


def without_counts(lines: Sequence[Line], width: int) -> list[Line]:
    """Lines without the groups among them that count no money: a label, then ``width`` bare numbers."""
    kept = list(lines)
    for at in range(len(kept) - width - 1, -1, -1):
        numbers = [line.clean.isdigit() and not _YEAR.fullmatch(line.clean) for line in kept[at : at + width + 2]]
        if numbers[: width + 1] == [False, *[True] * width] and numbers[width + 1 :] != [True]:
            del kept[at : at + width + 1]
    return kept
