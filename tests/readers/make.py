"""Sample files made in code, so that what a test expects stands beside what it reads."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import TextMode

from knowledge.readers import second

Rows = Sequence[Sequence[str]]

# CI installs tesseract, so there these tests run and fail without it; a developer without it is told why they did not.
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None and "CI" not in os.environ,
    reason="tesseract is not installed: apt-get install tesseract-ocr tesseract-ocr-fra",
)

# The second reader comes with the locked packages of the developers: without it these tests fail in CI.
needs_rapidocr = pytest.mark.skipif(
    not second.available() and "CI" not in os.environ,
    reason="rapidocr is not installed: pip install -r requirements-dev.lock",
)


def blank_pdf() -> FPDF:
    """An empty PDF whose built-in fonts know the euro sign."""
    pdf = FPDF()
    pdf.core_fonts_encoding = "cp1252"
    pdf.set_font("helvetica", size=12)
    return pdf


def pdf(path: Path, *pages: Sequence[str], table: Rows = (), after: Sequence[str] = ()) -> Path:
    """A born-digital PDF: lines a page; a ruled table, then more lines, at the end of the last page."""
    made = blank_pdf()
    for lines in pages:
        made.add_page()
        _write(made, lines)
    if table:
        with made.table() as grid:
            for cells in table:
                row = grid.row()
                for cell in cells:
                    row.cell(cell)
    _write(made, after)
    made.output(str(path))
    return path


def _write(made: FPDF, lines: Sequence[str]) -> None:
    for line in lines:
        made.cell(text=line, new_x="LMARGIN", new_y="NEXT")


def placed_pdf(path: Path, *runs: tuple[float, float, str]) -> Path:
    """A PDF page whose runs of text stand at (mm from the left, mm from the top), written in the order given."""
    made = blank_pdf()
    made.add_page()
    for left, top, text in runs:
        made.text(left, top, text)
    made.output(str(path))
    return path


def picture_pdf(path: Path, pictures: Sequence[bytes], *, visible: str = "", hidden: str = "") -> Path:
    """A PDF of page-wide pictures; over each, a ``visible`` stamp or a ``hidden`` text layer may lie."""
    made = blank_pdf()
    for picture in pictures:
        made.add_page()
        made.image(io.BytesIO(picture), 0, 0, w=made.w, h=made.h)
        if visible:
            made.text(10, 290, visible)
        if hidden:
            made.text_mode = TextMode.INVISIBLE
            made.set_xy(10, 20)
            made.multi_cell(w=180, text=hidden)
            made.text_mode = TextMode.FILL
    made.output(str(path))
    return path


def zipped(path: Path, **members: str) -> Path:
    """An archive of these members; ``__`` in a name stands for ``/`` and a last ``_`` part for the dot."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return path


_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {"office": "office", "text": "text", "table": "table", "style": "style", "fo": "fo"}.items()
)


def odt(path: Path, body: str, styles: str = "") -> Path:
    """A Writer document of this body and these automatic styles."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(path, mimetype="application/vnd.oasis.opendocument.text", content_xml=content)


def ods(path: Path, tables: str) -> Path:
    """A Calc workbook of these tables."""
    content = (
        f"<office:document-content {_ODF}><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return zipped(path, mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml=content)


def docx(path: Path, body: str, numbering: str = "", footnotes: str = "") -> Path:
    """A Word document of this body, its numbering and its notes given as they stand inside their roots."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    members = {"word__document_xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"}
    if numbering:
        members["word__numbering_xml"] = f"<w:numbering {space}>{numbering}</w:numbering>"
    if footnotes:
        members["word__footnotes_xml"] = f"<w:footnotes {space}>{footnotes}</w:footnotes>"
    return zipped(path, **members)


def word_line(text: str, properties: str = "") -> str:
    """A Word paragraph."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
