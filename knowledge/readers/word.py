"""DOCX, from its XML: the usual library passes over content controls, text boxes, notes and printed numbers."""

from __future__ import annotations

import zipfile
from pathlib import Path

from knowledge.documents import Reading
from knowledge.readers.archive import opened
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.sheets import HARD_BREAK, RENDERED_BREAK, cut, reading
from knowledge.readers.tables import pipe_lines
from knowledge.readers.word_numbering import Numbering
from knowledge.readers.xml_tree import Element, attribute, child, local, named, parse, value

_MAIN = "word/document.xml"
# Text struck out under "track changes", codes of fields, and the copy of a drawing kept for old readers.
_UNSEEN = {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr"}
_CHARACTERS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "lastRenderedPageBreak": RENDERED_BREAK}


def read_docx(path: Path, limits: Limits = DEFAULT) -> Reading:
    """A Word document, page by page where Word left its page breaks; tables are pipe lines in their place."""
    with opened(path, limits) as archive:
        body = child(parse(archive.read(_MAIN)), "body")
        numbering = Numbering(_part(archive, "word/numbering.xml"), _part(archive, "word/styles.xml"))
        notes = {attribute(e, "id"): e for e in named(_part(archive, "word/footnotes.xml"), "footnote")}
    lines = _Writer(numbering, notes).block(body) if body is not None else []
    return reading(path, cut("\n".join(lines)))


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    return parse(archive.read(name)) if name in archive.namelist() else None


class _Writer:
    """Turns elements to lines; keeps the count of lists, and the notes to write under the paragraph that calls them."""

    def __init__(self, numbering: Numbering, notes: dict[str, Element]) -> None:
        self._numbering = numbering
        self._notes = notes
        self._called: list[str] = []
        self._boxes: list[Element] = []

    def block(self, container: Element) -> list[str]:
        """The lines of a body, a cell or a box: paragraphs and tables in order, content controls opened."""
        lines: list[str] = []
        for element in container:
            kind = local(element)
            if kind == "p":
                lines += self._paragraph(element)
            elif kind == "tbl":
                lines += self._table(element)
            elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
                lines += self.block(element)
        return lines

    def _paragraph(self, paragraph: Element) -> list[str]:
        properties = child(paragraph, "pPr")
        text = self._runs(paragraph)
        if text.strip():
            label = self._numbering.label(properties)
            body = text.lstrip(RENDERED_BREAK + HARD_BREAK)
            text = f"{text[: len(text) - len(body)]}{label} {body}" if label else text
        before = child(properties, "pageBreakBefore")
        if before is not None and attribute(before, "val") not in ("0", "false"):
            text = HARD_BREAK + text
        section = child(properties, "sectPr")
        if section is not None and value(section, "type") != "continuous":
            text += HARD_BREAK
        boxes, self._boxes = self._boxes, []
        called, self._called = self._called, []
        lines = [text, *(line for box in boxes for line in self.block(box))]
        for mark in called:
            note = " ".join(line.strip() for line in self.block(self._notes[mark]))
            lines.append(f"{mark} {note}")
        return lines

    def _runs(self, element: Element) -> str:
        out: list[str] = []
        for part in element:
            kind = local(part)
            if kind == "t":
                out.append(part.text or "")
            elif kind in _CHARACTERS:
                out.append(_CHARACTERS[kind])
            elif kind == "br":
                out.append(HARD_BREAK if attribute(part, "type") == "page" else "\n")
            elif kind == "footnoteReference" and attribute(part, "id") in self._notes:
                out.append(f"({attribute(part, 'id')})")
                self._called.append(attribute(part, "id"))
            elif kind == "txbxContent":
                self._boxes.append(part)
            elif kind not in _UNSEEN:
                out.append(self._runs(part))
        return "".join(out)

    def _table(self, table: Element) -> list[str]:
        parts: list[list[list[str]]] = [[]]
        breaks: list[str] = []
        for row in (e for e in named(table, "tr") if _owner(e) is table):
            cells = [""] * _number(child(row, "trPr", "gridBefore"))
            for cell in (e for e in named(row, "tc") if _owner(e) is row):
                text = "\n".join(self.block(cell))
                continued = child(cell, "tcPr", "vMerge") is not None and value(cell, "tcPr", "vMerge") != "restart"
                span = max(1, _number(child(cell, "tcPr", "gridSpan")))
                cells += ["" if continued else text, *[""] * (span - 1)]
            mark = next((m for m in (RENDERED_BREAK, HARD_BREAK) if any(m in cell for cell in cells)), "")
            if mark:
                parts.append([])
                breaks.append(mark)
            parts[-1].append(cells)
        lines = pipe_lines(parts[0])
        for mark, rows in zip(breaks, parts[1:], strict=True):
            lines += [mark, *pipe_lines(rows)]
        return lines


def _owner(element: Element) -> Element:
    """The table of a row or the row of a cell, through content controls."""
    wanted = "tbl" if local(element) == "tr" else "tr"
    while local(element) != wanted:
        element = element.getparent()
    return element


def _number(element: Element | None) -> int:
    written = "" if element is None else attribute(element, "val")
    return min(int(written), 100) if written.isdigit() else 0
