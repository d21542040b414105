"""What a table laid out by white space says: its figures, and the text of each of its rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.clean import join_lines
from knowledge.documents import Figure, TableRow
from knowledge.figures import NO_FIGURE, Amount, Fellows, amounts, loose
from knowledge.outline.columns import Labels
from knowledge.outline.counted import counted, is_counted
from knowledge.outline.grids import Grid, Laid
from knowledge.outline.kinds import counts_all, is_count, is_money, is_number_of, is_rate
from knowledge.outline.parts import beside, is_text
from knowledge.outline.rows import Cell, Row, priced, value_of, wordless
from knowledge.outline.spacing import is_sum, is_value
from knowledge.outline.tables import named
from knowledge.outline.torn import goes_on, joined
from knowledge.outline.twofold import side_by_side, texts_of

UNREADABLE = "le nombre est illisible sur la page"
_MEASURED = re.compile(r"^\d[\d ,.]*(?:km|m²|m2|kg|litres?|heures?|h|jours?|semaines?|mois)\b", re.IGNORECASE)
_BROKEN = re.compile(r"[#?&¢]|(?<=\d)[.,](?!\s?\d)|^[.,]")
_SENTENCE = re.compile(r":\s*$|[a-zà-ÿ]\.\s+[A-ZÀ-Ý]")
_MINUS = re.compile(r"[-–−]\s?(?=\d)")


def laid_figures(grid: Grid, captions: Labels = (), about: str = "") -> tuple[Figure, ...]:
    """The figures of a table laid out by white space.

    ``captions`` stand above it; ``about`` are the titles it stands under: they tell whether bare numbers are prices.
    """
    if side_by_side(grid):
        return ()
    everyone, money = _prices(grid, captions, about)
    fellows = Fellows.of(everyone)
    found: list[Figure] = []
    for labels, values in grid.parts:
        found += _figures(grid, labels, values, captions, fellows, money)
    return tuple(sorted(found, key=lambda figure: figure.line))


def _prices(grid: Grid, captions: Labels, about: str) -> tuple[list[Amount], bool]:
    """The cells that say themselves that they are prices, and whether the bare numbers beside them are prices too."""
    texts = [text for row in grid.rows for n, text in row.cells.items() if n >= grid.labels]
    said = " ".join([about, *captions, grid.title, *(label for head in grid.heads for label in head)])
    everyone = [amount for text in texts for amount in priced(text)]
    # what counts kilometres beside it counts no money
    others = any(_MEASURED.search(text) for text in texts) or counts_all(grid.heads)
    return everyone, bool(everyone) or (is_money(said) and not others)


def _figures(
    grid: Grid,
    labels: Sequence[int],
    values: Sequence[int],
    captions: Labels,
    fellows: Fellows,
    money: bool,
) -> list[Figure]:
    if not values:
        return []
    columns = [grid.heads[n] for n in values]
    width = len(values)
    above: dict[int, str] = {}
    grid_cells = [row.cells for row in grid.rows]
    apart = beside(grid_cells, labels)
    if not labels:  # "50 %   at the signing": the words that follow a figure name its row
        labels = [n for n in range(width, len(grid.columns)) if is_text(grid_cells, n)]
        columns = [tuple(label for label in head if not _SENTENCE.search(label)) for head in columns]
    torn: Labels = ()
    signed = {n for n in values if {bool(_MINUS.match(row[n])) for row in grid_cells if row.get(n)} == {True, False}}
    mixed = {n for n in values if is_text(grid_cells, n)}
    outer: list[Labels] = []
    rows: list[Row] = []
    places: list[list[int]] = []
    broken: list[Figure] = []
    for row in grid.rows:
        for n in labels:
            if row.cell(n) or n < grid.labels:
                above[n] = row.cell(n)
        told = tuple(_headed(grid, n, label).strip(" :;,|") for n in labels if (label := above.get(n, "")))
        inner = row.titles if not apart else ()
        if apart and not any(row.cell(n) for n in values):
            torn = told[-1:]  # the first line of a label: the row below ends it
            continue
        if torn and told and goes_on(told[-1]):
            told = (*told[:-1], joined(torn[0], told[-1]))
        torn = ()
        titles = (*captions, *((grid.title,) if grid.title and grid.title not in inner else ()), *inner)
        cells, kept = [], []
        for place, n in enumerate(values):
            text = row.cell(n)
            if n in mixed and len(priced(text)) != 1:
                continue
            amount = _amount(text, columns[place], money and not (told and is_number_of(told[-1])))
            if minus := _MINUS.match(text) if n in signed else None:
                owed = _amount(text[minus.end() :], columns[place], money)
                end = minus.end() + owed.end if owed else 0
                amount = owed and replace(owed, printed=text[:end].strip(), value=-owed.value, start=0, end=end)
            if amount:
                per = re.sub(r"^E\b", "", text[amount.end :].strip(" *.,/")).strip()  # E is how OCR reads €
                cells.append(Cell(amount, place, "", per if len(per) <= 60 else ""))
                kept.append(n)
            elif money and (worded := wordless(text)):
                cells.append(Cell(worded, place))
                kept.append(n)
            elif text and money and _unreadable(text):
                broken.append(
                    Figure((*titles, *told), columns[place], text, None, "€", row.places[n].number, UNREADABLE)
                )
        read = loose([cell.amount for cell in cells])
        cells = [replace(cell, amount=amount) for cell, amount in zip(cells, read, strict=True)]
        if any(cell.amount.unit != NO_FIGURE or cell.amount.printed[:1].isalpha() for cell in cells):
            outer.append((*titles, *told[:-1]))
            rows.append(Row(told[-1] if told else "", tuple(cells), row.lines[0], width))
            places.append([*kept])
    made = iter(named(rows, columns, (), width, fellows))
    held = {id(one.lines[0]): one for one in grid.rows}
    found = []
    for labels_, made_row, kept in zip(outer, rows, places, strict=True):
        laid = held[id(made_row.line)]
        for n, figure in zip(kept, made, strict=False):
            column = figure.column
            if laid.spans.get(n, n) > n:  # it stands over several columns: what they have in common
                heads = [grid.heads[k] for k in range(n, laid.spans[n] + 1)]
                column = (
                    *(label for label in heads[0] if all(label in head for head in heads)),
                    *figure.column[len(heads[0]) :],
                )
            found.append(replace(figure, row=(*labels_, *figure.row), column=column, line=laid.places[n].number))
    return found + broken


def _headed(grid: Grid, column: int, label: str) -> str:
    """A row's label, after the head of its column when it is but a number: "Tranche 1"."""
    head = grid.corner[column] if column < len(grid.corner) else ""
    return f"{head} {label}" if head and label.isdigit() else label


def _amount(text: str, column: Labels, money: bool) -> Amount | None:
    """The figure of a cell; a bare number is one only in a table of prices, and never under a head that counts."""
    amount = value_of(text)
    if amount is None and is_sum(text):
        amount = priced(text)[0]
    if amount is None and is_value(text):
        found = amounts(text)
        if len(found) == 1 and (not text[: found[0].start].strip(" +") and not text[found[0].end :].strip(" *Ee")):
            if is_rate(column):
                return replace(found[0], unit="%")
            if money and not is_count(column):
                amount = replace(found[0], unit="€")
    return amount


def _unreadable(text: str) -> bool:
    """Whether a cell is a price that nobody can read: signs of one, and no words."""
    if re.search(r"[^\W\d_]{3,}", text) or value_of(text) is not None:
        return False
    return _BROKEN.search(text) is not None and any(sign in text for sign in "€¢E,.")


def laid_rows(grid: Grid, captions: Labels = (), about: str = "") -> tuple[TableRow, ...]:
    """The text of each row: its title, its labels, then its cells each with the head of its column.

    A price whose sign the page leaves to the table's title, or OCR made a letter of, is told with its sign.

    Of two tables side by side each has its own rows, and two texts side by side are read from top to bottom.
    """
    if side_by_side(grid):
        return texts_of(grid)
    _, money = _prices(grid, captions, about)
    counts = {n for n in range(grid.labels, len(grid.columns)) if is_counted([row.cell(n) for row in grid.rows])}
    starts = [0, *(labels[0] for labels, _ in grid.parts[1:] if labels[0]), len(grid.columns)]
    below = [_below(grid, start, end) if len(starts) > 2 else len(grid.rows) for start, end in pairwise(starts)]
    told = [
        TableRow(row.lines[0].number, row.lines[-1].number, text)
        for n, row in enumerate(grid.rows)
        for at, (start, end) in zip(below, pairwise(starts), strict=True)
        if n < at and (text := _text(grid, row, (start, end), money, counts))
    ]
    notes = (
        _note(grid, part, at, *edges) for part, (at, edges) in enumerate(zip(below, pairwise(starts), strict=True))
    )
    return (*told, *(note for note in notes if note))


def _below(grid: Grid, start: int, end: int) -> int:
    """The first of the rows below the last price of one of several tables side by side: its notes."""
    valued = {n for _, values in grid.parts for n in values if start <= n < end}
    return next((n for n in range(len(grid.rows), 0, -1) if any(grid.rows[n - 1].cell(one) for one in valued)), 0)


def _note(grid: Grid, part: int, at: int, start: int, end: int) -> TableRow | None:
    """What stands below one of several tables side by side, from top to bottom, after the title of that table."""
    rows = [row for row in grid.rows[at:] if any(row.cell(n) for n in range(start, end))]
    said = [row.cell(n) for row in rows for n in range(start, end) if row.cell(n)]
    lines = [line for row in rows for line in row.lines]
    if below := "".join(grid.notes.texts[part : part + 1]):
        said.append(below)
        lines += grid.notes.lines
    if not said:
        return None
    heads = [grid.heads[n] for _, values in grid.parts for n in values if start <= n < end]
    title = " ".join(label for label in heads[0] if all(label in head for head in heads)) if heads else ""
    text = join_lines("\n".join(said))
    return TableRow(lines[0].number, lines[-1].number, f"{title} : {text}" if title else text)


def _text(grid: Grid, row: Laid, between: tuple[int, int], money: bool, counts: Collection[int]) -> str:
    """The text of a row from one column to another; "" when nothing stands in it but its title."""
    start, end = between
    labels = max(1, grid.labels - start) if start or grid.labels else 0
    told = [_headed(grid, n, label) for n in range(start, start + labels) if (label := row.cell(n))]
    money = money and not (told and is_number_of(told[-1]))
    for n in range(start + labels, end):
        if cell := row.cell(n):
            heads = [grid.heads[k] for k in range(n, row.spans.get(n, n) + 1)]
            head = " ".join(label for label in heads[0] if all(label in one for one in heads))
            shown = _signed(counted(cell) if n in counts else cell, grid.heads[n], money)
            told.append(f"{head} : {shown}" if head else shown)
    inner = () if beside([one.cells for one in grid.rows], [start]) else row.titles[-1:]
    titles = inner if inner and inner[0] not in told else ()
    return " | ".join([*titles, *told]) if told else ""


def _signed(text: str, column: Labels, money: bool) -> str:
    """A cell as its row tells it: a price with its sign; what nobody can read is said to be so."""
    if money and _unreadable(text):
        return f"{text} (illisible sur la page)"
    amount = _amount(text, column, money)
    if amount is None or amount.unit == "%" or "€" in text or not amount.printed[:1].isdigit():
        return text
    rest = text[amount.end :].strip(" Ee")
    return f"{text[: amount.start]}{amount.printed.strip(' Ee')} € {rest}".strip()
