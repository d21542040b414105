"""OpenDocument sheets (LibreOffice Calc): each cell already carries the text that is displayed."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from knowledge.documents import Reading
from knowledge.errors import Problem
from knowledge.readers.archive import opened
from knowledge.readers.cell_format import shown
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.odf_text import inline
from knowledge.readers.sheet_rows import sheet
from knowledge.readers.sheets import reading
from knowledge.readers.tables import filled
from knowledge.readers.xml_tree import Element, attribute, child, local, named, parse

_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?")
_FOREIGN = re.compile(r"\d\.\d+\D*$")


def read_ods(path: Path, limits: Limits = DEFAULT) -> Reading:
    """A workbook, each sheet a page whose first line is the sheet's name; cells as they are displayed."""
    with opened(path, limits) as archive:
        body = child(parse(archive.read("content.xml")), "body", "spreadsheet")
    texts: list[str] = []
    problems: list[Problem] = []
    for table in body if body is not None else ():
        if local(table) == "table":
            name = attribute(table, "name")
            rows, whole = _rows(table, limits.cells)
            texts.append(sheet(name, rows))
            if not whole:
                problems.append(Problem(path.name, f"feuille {name}", "feuille trop grande : seul le début a été lu."))
    return reading(path, texts, problems)


def _rows(table: Element, most: int) -> tuple[list[list[str]], bool]:
    """The rows of a sheet, and whether all could be taken: a repeat count can declare a billion cells."""
    rows: list[list[str]] = []
    taken = 0
    for row in named(table, "table-row"):
        cells: list[str] = []
        for cell in row:
            if local(cell) in ("table-cell", "covered-table-cell"):
                text = _shown(cell) if local(cell) == "table-cell" else ""
                cells += [text] * _repeats(cell, "number-columns-repeated", 2000 if text else 200)
        cells = cells[: filled(cells)]
        for _ in range(_repeats(row, "number-rows-repeated", 2000) if cells else 0):
            taken += len(cells)
            if taken > most:
                return rows, False
            rows.append(cells)
    return rows, True


def _shown(cell: Element) -> str:
    """The text displayed; a workbook saved under another language is brought to French dates and commas."""
    text = " ".join(inline(e) for e in cell if local(e) == "p")
    day = _DAY.match(attribute(cell, "date-value"))
    if day:
        return shown(datetime.fromisoformat(day[0]), None)
    if attribute(cell, "value") and _FOREIGN.search(text):
        return text.replace(",", " ").replace(".", ",")
    return text


def _repeats(element: Element, name: str, most: int) -> int:
    written = attribute(element, name)
    return min(int(written), most) if written.isdigit() else 1
