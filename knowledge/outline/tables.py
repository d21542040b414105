"""Reading the figures of a table: each with what it is the price of, and whether it can be trusted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from knowledge import misread
from knowledge.documents import Figure
from knowledge.figures import CENTS_LOST, NO_FIGURE, Amount, Fellows, suspicious
from knowledge.outline.arithmetic import doubts
from knowledge.outline.columns import MOST_CAPTIONS, Labels, columns_of
from knowledge.outline.lines import Line
from knowledge.outline.rows import Cell, Row, width_of
from knowledge.outline.thousands import CUT_NUMBER, whole
from knowledge.smudges import UNREAD
from knowledge.text import fold

SHORT_ROW = "la ligne n'a pas toutes ses colonnes sur la page"
NO_LABEL = "la page ne dit pas clairement de quelle ligne il s'agit"
STRAY = "d'autres nombres de la ligne n'ont pas de colonne : la lire en entier sur la page"
SAME_COLUMNS = "la page ne dit pas clairement de quelle colonne il s'agit"
# Fewer sums without cents under one another may all have lost their comma.
LEAST_WHOLE = 4
LEAST_BESIDE = 3
LEAST_SHARED = 3
_STRAY = re.compile(r"[^\W\d_]\w*(?:\s(?!(?:19|20)\d\d\b)\d{2,}){2,}$")
_PRICED_HEAD = re.compile(r"€|\b(?:euros?|prix|tarifs?|montants?|couts?|salaires?|charges?)\b")
_STAFF_HEAD = re.compile(r"\betpt?s?\b|\bequivalents?[- ]temps[- ]pleins?\b")
_TAIL = re.compile(r"\d{3}[.,]\d\d(?!\d)")


@dataclass
class Body:
    """Rows that stand under the same heads, in the order of the page."""

    heads: list[Line]
    rows: list[Row] = field(default_factory=list)


def figures_of(bodies: Sequence[Body]) -> tuple[Figure, ...]:
    """The figures of a table, each with its row and column labels (outermost first) and any doubt about it.

    A body whose heads name no columns goes on under the columns of the body before it; its heads then say what its
    rows have in common, and come first among their labels.
    """
    shared = _shared(bodies)
    labelled = any(row.label for body in bodies for row in body.rows)
    everyone = Fellows.of([cell.amount for body in bodies for row in body.rows for cell in row.cells])
    found: list[Figure] = []
    columns: list[Labels] = []
    for body in bodies:
        if not body.rows:
            continue
        width = width_of(body.rows)
        rows = [_unlabelled(row) if labelled and not row.label else whole(row, width) for row in body.rows]
        wider = any(row.span > width for row in rows)
        told = [_own(row, shared) for row in rows]
        fitting, caption = columns_of(body.heads, width, wider)
        if told[0] != rows[0].label:  # its heads are its label
            caption = tuple(head.clean.strip(" :*|-–—") for head in body.heads[:MOST_CAPTIONS])
        else:
            columns = fitting or columns
        # a row that says something of its own has its label on its line
        captions = [caption if own in ("", row.label) else () for own, row in zip(told, rows, strict=True)]
        found += named(rows, columns if len(columns) == width else [], captions, width, everyone)
    return tuple(found)


def _unlabelled(row: Row) -> Row:
    """A row of figures alone among rows with labels: whatever stands above may be the label of another."""
    doubted = (replace(cell.amount, doubt=cell.amount.doubt or NO_LABEL) for cell in row.cells)
    cells = (replace(cell, amount=amount) for cell, amount in zip(row.cells, doubted, strict=True))
    return row if row.alone or any(cell.label for cell in row.cells) else replace(row, cells=tuple(cells))


def _shared(bodies: Sequence[Body]) -> frozenset[str]:
    """The labels that come back under one head after another (a town, a year) and name no row: its heads do.

    They are told with their figures left out: one year is as good as another.
    """
    under = [[_undated(row.label) for row in body.rows] for body in bodies if body.rows]
    counts = Counter(label for labels in under for label in set(labels) if label)
    often = [label for label, count in counts.items() if count >= LEAST_SHARED]
    return frozenset(label for label in often if _is_nearly_everywhere(label, under))


def _is_nearly_everywhere(shared: str, under: Sequence[Sequence[str]]) -> bool:
    """Whether a label ends nearly all the rows that stand together with one of it."""
    near = [label for labels in under if shared in labels for label in labels]
    return 4 * sum(label == shared or label.endswith(f" {shared}") for label in near) >= 3 * len(near)


def _undated(label: str) -> str:
    return re.sub(r"\d+", "#", label)


def _own(row: Row, shared: Collection[str]) -> str:
    """What a row says of its own before a label that names none; its whole label where it has no such label."""
    label = _undated(row.label)
    if label in shared:
        return ""
    return next((label.removesuffix(f" {one}") for one in shared if label.endswith(f" {one}")), row.label)


def named(
    rows: Sequence[Row], columns: Sequence[Labels], captions: Sequence[Labels], width: int, fellows: Fellows
) -> list[Figure]:
    """The figures of rows under ``columns`` ([] when unknown), each row with what stands above it, if anything does.

    ``fellows`` are all the amounts of the table.
    """
    cells = [cell for row in rows for cell in row.cells]
    even = _without_cents(rows, width)
    worded = {id(cell) for cell in cells if cell.amount.unit == NO_FIGURE}
    unread = worded | {id(cell) for cell in cells if cell.amount.doubt == UNREAD}
    mended = {
        id(cell): None if cell.amount.doubt or id(cell) in even else suspicious(cell.amount, fellows) for cell in cells
    }
    read = {id(cell): mended[id(cell)] or cell.amount.value for cell in cells}
    plain = [
        {cell.place: read[id(cell)] for cell in row.cells if not row.alone and id(cell) not in unread} for row in rows
    ]
    alike = len(set(columns)) < len(columns)
    wrong = doubts(plain, [labels[-1] if labels else "" for labels in columns], width)
    found = []
    for n, row in enumerate(rows):
        caption = captions[n] if captions else ()
        for cell in row.cells:
            column = () if row.alone or row.span > width or cell.place >= len(columns) else columns[cell.place]
            reasons = (
                "" if row.alone or row.span == width or not columns else SHORT_ROW,
                SAME_COLUMNS if column and alike else "",
                STRAY if _STRAY.search(row.label) else "",
                CUT_NUMBER if _is_cut(row, cell) and cell.amount.doubt != CUT_NUMBER else "",
                "" if mended[id(cell)] is None else CENTS_LOST,
                wrong.get((n, cell.place), ""),
                cell.amount.doubt,
            )
            found.append(
                Figure(
                    row=tuple(misread.mended(label) for label in (*caption, row.note, row.label, cell.label) if label),
                    column=tuple(misread.mended(label) for label in ((*column, cell.per) if cell.per else column)),
                    printed=cell.amount.printed,
                    value=None if id(cell) in unread else read[id(cell)],
                    unit="" if id(cell) in worded else cell.amount.unit or _unit_of(column),
                    line=row.line.number,
                    doubt="" if id(cell) in worded else " ; ".join(reason for reason in reasons if reason),
                )
            )
    return found


def _unit_of(column: Labels) -> str:
    """What numbers without a sign are under such heads: staff in full-time posts, else euros."""
    head = fold(" ".join(column[-1:]))
    return "ETP" if _STAFF_HEAD.search(head) and not _PRICED_HEAD.search(head) else "€"


def _without_cents(rows: Sequence[Row], width: int) -> set[int]:
    """The cells (by ``id``) of the columns, or rows, where no sum is printed with cents: there no comma was lost."""
    found: set[int] = set()
    for row in rows:
        told = [cell for cell in row.cells if cell.amount.unit != NO_FIGURE]
        if len(told) >= LEAST_BESIDE and all(_is_whole(cell.amount) and cell.amount.unit for cell in told):
            found.update(map(id, told))
    for place in range(width):
        beside = [cell for row in rows if row.span == width for cell in row.cells if cell.place == place]
        column = [cell for cell in beside if cell.amount.unit != NO_FIGURE]
        if len(column) >= LEAST_WHOLE and all(_is_whole(cell.amount) for cell in column):
            found.update(map(id, column))
    return found


def _is_whole(amount: Amount) -> bool:
    return not amount.decimals and amount.printed[:1] in tuple("123456789")


def _is_cut(row: Row, cell: Cell) -> bool:
    """Whether a figure seems the tail of a longer number, whose beginning was read as the label or as another one."""
    if not _TAIL.match(cell.amount.printed):
        return False
    at = row.cells.index(cell)
    before = row.cells[at - 1].amount.printed if at else row.label
    return cell.amount.printed[0] == "0" or re.search(r"(?<![\d,.])(?!(?:19|20)\d\d$)\d{4,5}$", before) is not None
