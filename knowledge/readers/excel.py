"""XLSX workbooks, cells written as the sheet displays them."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from knowledge.documents import Reading
from knowledge.errors import Problem
from knowledge.readers.archive import opened
from knowledge.readers.cell_format import shown
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.sheet_rows import sheet
from knowledge.readers.sheets import reading
from knowledge.readers.tables import filled


def read_xlsx(path: Path, limits: Limits = DEFAULT) -> Reading:
    """A workbook, each visible sheet a page whose first line is its name; formulas by the result last saved."""
    # Imported here, as in each reader of a heavy format: starting the assistant must not load every library.
    from openpyxl import load_workbook

    texts: list[str] = []
    problems: list[Problem] = []
    with opened(path, limits), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of drawings and styles that no reader of text needs
        workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        try:
            for table in workbook.worksheets:
                where = f"feuille {table.title}"
                if table.sheet_state != "visible":
                    problems.append(Problem(path.name, where, "feuille masquée : elle n'a pas été lue."))
                    continue
                rows, whole = _rows(table, limits.cells)
                texts.append(sheet(table.title, rows))
                if not whole:
                    problems.append(Problem(path.name, where, "feuille trop grande : seul le début a été lu."))
        finally:
            workbook.close()
    return reading(path, texts, problems)


def _rows(table: Any, most: int) -> tuple[list[list[str]], bool]:
    """The rows of a sheet as displayed, and whether all could be taken."""
    # The size a sheet declares pads every row to it: a one-cell file could ask for a billion cells.
    table.reset_dimensions()
    rows: list[list[str]] = []
    taken = 0
    for cells in table.iter_rows():
        row = [shown(cell.value, cell.number_format) if cell.value is not None else "" for cell in cells]
        row = row[: filled(row)]
        taken += len(row) + 1
        if taken > most:
            return rows, False
        rows.append(row)
    return rows, True
