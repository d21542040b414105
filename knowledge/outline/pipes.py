"""Reading a table whose cells are known: lines of cells between pipes, as readers and Markdown write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.clean import repair
from knowledge.documents import Figure
from knowledge.figures import Fellows, amounts
from knowledge.outline.columns import Labels
from knowledge.outline.lines import Line
from knowledge.outline.rows import BRACKET, Cell, Row, priced, value_of, wordless
from knowledge.outline.tables import named
from knowledge.text import fold

_PRICED_HEAD = re.compile(r"€|\b(?:euros?|tarifs?|prix|montants?|couts?|redevances?|cotisations?|participations?)\b")
_RATE_HEAD = re.compile(r"%|\btaux\b")


def is_table(lines: Sequence[Line]) -> bool:
    """Whether lines between pipes are a table: two at least, the first over a rule or all of as many cells."""
    widths = {len(cells) for cells in _grid(lines)}
    return len(lines) > 1 and (lines[0].over_rule or (len(widths) == 1 and widths != {1}))


def pipe_figures(lines: Sequence[Line]) -> tuple[Figure, ...]:
    """The figures of a table between pipes: the first rows name its columns, the first cells of the others its rows.

    Rows without a figure further down name what follows: one filled cell is a title, several are other columns.
    """
    grid = _grid(lines)
    width = max(len(cells) for cells in grid)
    ruled = next((n + 1 for n, line in enumerate(lines) if line.over_rule), 0)
    found: list[Figure] = []
    heads: list[list[str]] = []
    body: list[tuple[Line, list[str]]] = []
    titles: Labels = ()
    everyone = Fellows.of([amount for cells in grid for cell in cells[1:] for amount in priced(cell)])
    for n, (line, short) in enumerate(zip(lines, grid, strict=True)):
        cells = [*short, *[""] * (width - len(short))]
        figures = any(_is_figure(cell) for cell in cells[1:]) and (n > 0 or not _of_brackets(cells))
        if n >= ruled and (figures or ((body or ruled) and any(_is_bare(cell) for cell in cells[1:]))):
            body.append((line, cells))
        elif n >= ruled and cells[0] and not any(cells[1:]):
            found += _body(body, heads, titles, everyone)
            body, titles = [], (cells[0],)
        elif n < ruled or not (body or ruled):
            heads.append(cells)
        elif not ruled and heads and cells[0] in ("", heads[0][0]):
            found += _body(body, heads, titles, everyone)
            body, heads = [], [cells]
    return tuple(found + _body(body, heads, titles, everyone))


def _grid(lines: Sequence[Line]) -> list[list[str]]:
    """The cells of each line; pipes at both ends of every line are its frame, not empty cells."""
    texts = [line.text.strip() for line in lines]
    framed = all(text.startswith("|") and text.endswith("|") and len(text) > 1 for text in texts)
    texts = [text[1:-1] if framed else line.text for line, text in zip(lines, texts, strict=True)]
    return [[repair(cell.strip().replace("**", "")).strip() for cell in text.split("|")] for text in texts]


def _is_figure(cell: str) -> bool:
    """Whether a cell holds a price: some words may follow it, none but a bracket's stand before."""
    if value_of(cell):
        return True
    found = priced(cell)
    return len(found) == 1 and not BRACKET.match(fold(cell)) and not cell[: found[0].start].strip(" :+±-–")


def _is_bare(cell: str) -> bool:
    """Whether a cell is a number and nothing else: a price only if its column says so."""
    found = amounts(cell)
    return len(found) == 1 and found[0].printed == cell.strip(" *")


def _of_brackets(cells: Sequence[str]) -> bool:
    """Whether a first row's figures are brackets: the heads of columns, not their prices."""
    figures = [cell for cell in cells[1:] if amounts(cell)]
    return bool(figures) and all(BRACKET.match(fold(cell)) for cell in figures)


def _body(
    body: Sequence[tuple[Line, list[str]]], heads: Sequence[list[str]], titles: Labels, everyone: Fellows
) -> list[Figure]:
    if not body:
        return []
    width = len(body[0][1])
    layers = _spread(heads)
    columns = [tuple(dict.fromkeys(layer[n] for layer in layers if layer[n])) for n in range(width)]
    units = [next((one.unit for _, row in body for one in priced(row[n]) if one.unit), "") for n in range(width)]
    read = [{n: cell for n in range(1, width) if (cell := _cell(cells[n], columns[n], units[n]))} for _, cells in body]
    first = min((n for cells in read for n in cells), default=width)
    outer: list[Labels] = []
    rows: list[Row] = []
    above = [""] * first
    for (line, cells), kept in zip(body, read, strict=True):
        above = _labels(cells[:first], above)
        told = [
            f"{columns[n][-1]} {one}" if one.isdigit() and columns[n] else one for n, one in enumerate(above) if one
        ]
        found = [replace(cell, place=n - first) for n, cell in kept.items()]
        outer.append((*titles, *told[:-1]))
        rows.append(Row(told[-1] if told else "", tuple(found), line, width - first))
    figures = iter(named(rows, columns[first:], (), width - first, everyone))
    return [
        replace(figure, row=(*labels, *figure.row))
        for labels, row in zip(outer, rows, strict=True)
        for _, figure in zip(row.cells, figures, strict=False)
    ]


def _labels(cells: Sequence[str], above: Sequence[str]) -> list[str]:
    """The labels of a row: an empty one is the label above it, as long as those before it are too."""
    labels: list[str] = []
    for n, cell in enumerate(cells):
        labels.append(cell or (above[n] if labels == list(above[:n]) else ""))
    return labels


def _spread(heads: Sequence[list[str]]) -> list[list[str]]:
    """Heads with their empty cells filled from the left, but in the last one: a label stands over several columns."""
    layers = [list(head) for head in heads]
    for layer in layers[:-1]:
        for place in range(2, len(layer)):
            layer[place] = layer[place] or layer[place - 1]
    return layers


def _cell(text: str, column: Labels, unit: str) -> Cell | None:
    """The figure of a cell; a bare number is one only in a column with a ``unit``, or whose head says sums or rates."""
    if _is_figure(text):
        amount = value_of(text) or priced(text)[0]
    elif _is_bare(text):
        amount = amounts(text)[0]
    else:
        worded = wordless(text)
        return Cell(worded, 0) if worded else None
    per = text[amount.end :].strip(" *./")
    if not amount.unit:
        head = fold(" ".join(column))
        unit = unit or ("%" if _RATE_HEAD.search(head) else "€" if _PRICED_HEAD.search(head) else "")
        if not unit and not amount.decimals:
            return None
        amount = replace(amount, unit=unit)
    return Cell(amount, 0, "", per)


def piped_at(run: Sequence[Line], position: int, gaps: Mapping[int, bool]) -> list[Line]:
    """The table between pipes that begins here, or []; a page's edge does not end it, a blank line does."""
    end = position
    while end < len(run) and run[end].piped:
        line, before = run[end], run[end - 1]
        if end > position and (line.over_rule or (gaps[line.number] and line.page == before.page)):
            break
        end += 1
    lines = list(run[position:end])
    return lines if is_table(lines) else []
