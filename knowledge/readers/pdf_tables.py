"""Ruled tables of a PDF, found by their lines: pdfplumber is exact there and slow, so it only sees such pages."""

from __future__ import annotations

import logging
from pathlib import Path
from types import TracebackType
from typing import Any

from knowledge.readers.tables import pipe_lines

_KEPT = 0.97

log = logging.getLogger(__name__)


class RuledTables:
    """The tables of one PDF; opens it at the first question, closes each page at once so that memory stays flat."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pdf: Any = None

    def __enter__(self) -> RuledTables:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pdf is not None:
            self._pdf.close()

    def text(self, number: int, plain: str) -> str:
        """Page ``number`` (from 1) with its tables as pipe lines in place; ``plain`` as it is when no table is sure."""
        # Imported here, as in each reader of a heavy format: starting the assistant must not load every library.
        import pdfplumber

        try:
            if self._pdf is None:
                self._pdf = pdfplumber.open(self._path)
            page = self._pdf.pages[number - 1]
            try:
                laid = _with_tables(page)
            finally:
                page.close()
        except Exception:
            # PDFium mends many broken files that pdfplumber refuses, each in its own way: the text is still good.
            log.debug("no tables read on page %d of %s", number, self._path.name, exc_info=True)
            return plain
        # The two libraries decode fonts apart: a table is worth nothing if it cost characters.
        return laid if laid and "(cid:" not in laid and _written(laid) >= _KEPT * _written(plain) else plain


def _with_tables(page: Any) -> str:
    found = [(table, table.extract()) for table in page.find_tables()]
    grids = [(table, rows) for table, rows in found if _is_grid(rows)]
    if not grids:
        return ""
    cells = [cell for table, _ in grids for cell in table.cells]
    outside = page.filter(lambda thing: thing["object_type"] != "char" or not any(_within(thing, c) for c in cells))
    pieces = [(line["top"], line["text"]) for line in outside.extract_text_lines(return_chars=False)]
    pieces += [(table.bbox[1], "\n".join(pipe_lines(rows))) for table, rows in grids]
    return "\n".join(text for _, text in sorted(pieces, key=lambda piece: piece[0]))


def _is_grid(rows: list[list[str | None]]) -> bool:
    """A frame around a paragraph is no table: two rows with two written cells are."""
    return sum(sum(bool(cell and cell.strip()) for cell in row) >= 2 for row in rows) >= 2


def _within(char: Any, cell: tuple[float, float, float, float]) -> bool:
    """Whether a character's middle lies in the cell, which is how pdfplumber gives it to the cell."""
    across, down = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(cell[0] <= across < cell[2] and cell[1] <= down < cell[3])


def _written(text: str) -> int:
    return sum(not c.isspace() and c != "|" for c in text)
