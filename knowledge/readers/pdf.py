"""PDF: the text layer where it is sound, OCR where a page is a picture, tables where lines rule them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from knowledge.documents import Reading
from knowledge.errors import Problem, UnreadableDocument
from knowledge.readers import pdfium
from knowledge.readers.agreement import one_reader
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.ocr import DPI, OcrFailed, OcrUnavailable
from knowledge.readers.pdf_tables import RuledTables
from knowledge.readers.quality import is_garbage
from knowledge.readers.scan import see
from knowledge.readers.scan_figures import doubts_of
from knowledge.readers.sheets import Sheet, lay_out

_FEW = 30
# A scan often carries the stamp of its transmission to the State as its only text, over the picture of the page.
_STAMP = 400
_HALF = 0.5
# Word and LibreOffice draw their bullets in symbol fonts, whose characters have no meaning outside of them.
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0E8: "➔", 0xF02D: "-", 0xF06F: "o", 0xF071: "❑"}


def read_pdf(path: Path, limits: Limits = DEFAULT) -> Reading:
    """A PDF, one page at a time, numbered as in the file; a page that cannot be read is a problem, the rest comes."""
    texts: list[Sheet] = []
    problems = [] if _ends_well(path) else [Problem(path.name, "", "ce PDF semble coupé : sa fin manque.")]
    with pdfium.opened(path) as pdf, RuledTables(path) as tables:
        scans = _Scans(pdf, limits)
        for number in range(1, len(pdf) + 1):
            try:
                sight = pdfium.look(pdf, number)
                garbage = is_garbage(sight.text)
                text = tables.text(number, sight.text) if sight.ruled and not garbage else sight.text
                sheet = Sheet(number, text.translate(_SYMBOLS))
                if garbage or _is_scan(sight):
                    sheet = scans.sheet(number, "" if garbage else sheet.text)
                elif sight.hidden and sight.picture >= _HALF:
                    sheet = _read_before(sheet)
                texts.append(sheet)
            except OcrFailed as fault:
                problems.append(Problem(path.name, f"page {number}", str(fault)))
                texts.append(Sheet(number, "" if garbage else text))
            except RuntimeError:  # PdfiumError is one
                problems.append(Problem(path.name, f"page {number}", "page abîmée : elle n'a pas pu être lue."))
    if scans.unread:
        problems.append(Problem(path.name, spans(scans.unread), scans.reason))
    pages = lay_out(texts)
    if not pages:
        told = " ".join(problem.message for problem in problems)
        raise UnreadableDocument(f"{path.name} : aucun texte n'a pu être lu dans ce PDF. {told}".rstrip())
    return Reading(pages, tuple(problems))


class _Scans:
    """Reads the pictures of pages; once OCR is found absent, only notes which pages would have needed it."""

    def __init__(self, pdf: Any, limits: Limits) -> None:
        self._pdf = pdf
        self._limits = limits
        self.unread: list[int] = []
        self.reason = ""

    def sheet(self, number: int, layer: str) -> Sheet:
        """The fuller of what OCR sees and of the text layer."""
        if not self.reason:
            try:
                seen = see(pdfium.picture(self._pdf, number, DPI, grey=True), self._limits)
                if len(seen.text) <= 1.2 * len(layer):
                    return Sheet(number, layer)
                return Sheet(number, seen.text, scanned=True, doubts=doubts_of(seen, self._limits))
            except OcrUnavailable as fault:
                self.reason = str(fault)
        self.unread.append(number)
        return Sheet(number, layer)


def _read_before(sheet: Sheet) -> Sheet:
    """A scan with the text that another program read on it: one reader, and nothing to hold its figures to."""
    lines = enumerate(sheet.text.split("\n"))
    return replace(sheet, scanned=True, doubts=tuple(doubt for n, text in lines for doubt in one_reader(n, text)))


def spans(numbers: list[int]) -> str:
    """Page numbers told short: ``page 2``, ``pages 2, 5 à 9``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = ", ".join(str(a) if a == b else f"{a} à {b}" for a, b in runs)
    return f"page {told}" if len(numbers) == 1 else f"pages {told}"


def _is_scan(sight: pdfium.Sight) -> bool:
    """Whether the page's text is in its picture rather than in its text layer."""
    letters = sum(not c.isspace() for c in sight.text)
    if letters < _FEW:
        return sight.picture > 0.02 or sight.drawings > 50
    return letters < _STAMP and sight.picture >= _HALF and not sight.hidden


def _ends_well(path: Path) -> bool:
    """Whether the end-of-file mark of PDF stands where it should."""
    with path.open("rb") as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - 4096))
        return b"%%EOF" in file.read()
