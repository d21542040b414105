"""The sheet beside a grid, as rows of texts: CSV with semicolons, XLSX, or ODS."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

from knowledge.errors import VademecumError
from knowledge.readers.xml_tree import Element, parse
from knowledge.text import squeeze

_MOST_BYTES = 20_000_000
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


class BadSheet(VademecumError):
    """A sheet that cannot be read; the message names the file and what to do."""


def read_sheet(path: Path) -> list[list[str]]:
    """The first sheet's rows, blank ones left out, cells squeezed; :class:`BadSheet` when it cannot be read."""
    read = SHEETS.get(path.suffix.lower())
    if read is None:
        raise BadSheet(f"« {path.name} » : enregistrez le tableau en {', '.join(sorted(SHEETS))}")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise BadSheet(f"« {path.name} » dépasse 20 Mo : ce n'est pas un tableau de tarifs")
        rows = read(path)
    except FileNotFoundError:
        raise BadSheet(f"le tableau « {path.name} » est introuvable à côté du fichier de la grille") from None
    except (OSError, ValueError, KeyError, csv.Error, zipfile.BadZipFile, SyntaxError) as error:
        raise BadSheet(f"« {path.name} » ne se lit pas ({type(error).__name__}) : enregistrez-le à nouveau") from error
    cleaned = [[squeeze(cell) for cell in row] for row in rows]
    return [row for row in cleaned if any(row)]


def _csv(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")  # what a spreadsheet on a French Windows saves by default
    return list(csv.reader(text.splitlines(), delimiter=";"))


def _xlsx(path: Path) -> list[list[str]]:
    import openpyxl  # slow to import, and most grids need none of it

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        rows = book.worksheets[0].iter_rows(values_only=True)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    finally:
        book.close()


def _ods(path: Path) -> list[list[str]]:
    with zipfile.ZipFile(path) as archive:
        if archive.getinfo("content.xml").file_size > _MOST_BYTES:
            raise ValueError("too large")
        data = archive.read("content.xml")
    sheet = parse(data).find(f".//{_TABLE}table")
    if sheet is None:
        raise ValueError("no sheet")
    return [_ods_row(row) for row in sheet.iter(f"{_TABLE}table-row")]


def _ods_row(row: Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        value = cell.get(f"{_OFFICE}value") or " ".join("".join(part.itertext()) for part in cell)
        # The last cell of a row is repeated to the sheet's edge; only blanks are, so they can be dropped.
        cells += [value] * (repeated if value and repeated < 1000 else min(repeated, 100))
    return cells


SHEETS: dict[str, Callable[[Path], list[list[str]]]] = {".csv": _csv, ".xlsx": _xlsx, ".ods": _ods}
