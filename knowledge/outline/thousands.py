"""Numbers whose thousands were read apart (``1174 260 €``): put together where the columns of a table say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from knowledge.figures import Amount
from knowledge.outline.rows import Cell, Row

CUT_NUMBER = "le nombre semble coupé sur la page : le lire sur la ligne entière"
_BEGUN = re.compile(r"\d{4,6}")
_ENDED = re.compile(r"\d{3}(?!\d)")
_LABELLED = re.compile(r"(?<!\S)(?!(?:19|20)\d\d$)(\d{4,6})$")
_FAR = 20


def whole(row: Row, width: int) -> Row:
    """A row whose cut numbers are put together, each with its doubt, when it then fills ``width`` columns exactly."""
    cells = _joined(row.cells) if row.span > width else list(row.cells)
    if row.alone or len(cells) != width or len(row.cells) < 2:
        return row
    label = row.label
    first = cells[0].amount
    if (cut := _LABELLED.search(label)) and _ENDED.match(first.printed) and first.unit:
        made = _made(Amount(cut[1], Decimal(cut[1]), "", first.start, first.start, 0), first)
        if _is_alike(made, [cell.amount for cell in cells[1:]]):
            cells[0] = replace(cells[0], amount=made)
            label = label[: cut.start()].strip(" |:")
    if len(cells) == len(row.cells) and label == row.label:
        return row
    return replace(row, label=label, cells=tuple(replace(cell, place=n) for n, cell in enumerate(cells)), span=width)


def _joined(cells: Sequence[Cell]) -> list[Cell]:
    found: list[Cell] = []
    for cell in cells:
        before = found[-1].amount if found else None
        if before and not before.unit and _BEGUN.fullmatch(before.printed) and _ENDED.match(cell.amount.printed):
            found[-1] = replace(found[-1], amount=_made(before, cell.amount), per=cell.per)
        else:
            found.append(cell)
    return found


def _made(begun: Amount, ended: Amount) -> Amount:
    value = begun.value * 1000 + ended.value
    printed = f"{begun.printed} {ended.printed}"
    return Amount(printed, value, ended.unit, begun.start, ended.end, ended.decimals, CUT_NUMBER)


def _is_alike(made: Amount, others: Sequence[Amount]) -> bool:
    """Whether a number is of the size of the others of its row: the head of a label may be a number of its own."""
    return all(made.value <= other.value * _FAR and other.value <= made.value * _FAR for other in others)
