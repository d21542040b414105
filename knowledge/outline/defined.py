"""Tables whose rows are definitions that each end in a sum without its sign: ``Rural : communes de … 0,55``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.figures import amounts
from knowledge.outline.lines import Line
from knowledge.outline.rows import Cell, Row

_DEFINED = re.compile(r"^(?P<label>\W?[A-ZÀ-Ý][^:.]{2,50}\s?: ?[^.;]{12,200}?)\s(?P<sum>\d{1,4}[.,]\d\d|\d{2,4})$")
_OF_MONEY = re.compile(r"€|\beuros?\b", re.IGNORECASE)
LEAST, LONGEST_TAIL = 2, 20


def defined(run: Sequence[Line], position: int) -> list[Row]:
    """The rows of such a table that begin at a position, or []: its head says a money, two sums at least have cents.

    A short line below a row, without figures, is the end of its label.
    """
    if not position or not _is_head(run[position - 1]):
        return []
    rows: list[Row] = []
    for line in run[position:]:
        text = line.clean.strip(" |'‘’")
        match = _DEFINED.match(text)
        if match is None:
            if rows and line is not rows[-1].line and len(text) <= LONGEST_TAIL and text.isalpha():
                continue
            break
        last = amounts(match["sum"])[0]
        rows.append(Row(match["label"].strip(), (Cell(last, 0),), line, 1))
    cents = sum(row.cells[0].amount.decimals == 2 for row in rows)
    return rows if cents >= LEAST and 2 * cents >= len(rows) else []


def _is_head(line: Line) -> bool:
    text = line.clean
    return len(text) <= 80 and _OF_MONEY.search(text) is not None and not any(sign.isdigit() for sign in text)
