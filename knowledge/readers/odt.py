"""OpenDocument text (LibreOffice Writer)."""

from __future__ import annotations

from pathlib import Path

from knowledge.documents import Reading
from knowledge.readers.archive import opened
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.odf_numbering import Counter, list_styles
from knowledge.readers.odf_text import inline
from knowledge.readers.sheets import HARD_BREAK, RENDERED_BREAK, cut, reading
from knowledge.readers.tables import pipe_lines
from knowledge.readers.xml_tree import Element, attribute, child, local, named, parse

_OPEN = {"section", "index-body", "table-of-content", "alphabetical-index", "illustration-index", "index-title"}


def read_odt(path: Path, limits: Limits = DEFAULT) -> Reading:
    """A Writer document, cut where its styles or its last layout break the page; tables are pipe lines in place."""
    with opened(path, limits) as archive:
        content = parse(archive.read("content.xml"))
        roots = [content, *(parse(archive.read(n)) for n in ("styles.xml",) if n in archive.namelist())]
    body = child(content, "body", "text")
    lines = _Writer(roots).block(body) if body is not None else []
    return reading(path, cut("\n".join(lines)))


class _Writer:
    """Turns elements to lines, and keeps the count of lists and headings."""

    def __init__(self, roots: list[Element]) -> None:
        self._lists = list_styles(*roots)
        self._headings = Counter(self._lists.get("", {}))
        self._counters: dict[str, Counter] = {}
        properties = [(style, e) for root in roots for style in named(root, "style") for e in style]
        self._before = {attribute(s, "name") for s, e in properties if attribute(e, "break-before") == "page"}
        self._after = {attribute(s, "name") for s, e in properties if attribute(e, "break-after") == "page"}

    def block(self, container: Element) -> list[str]:
        """The lines of a body, a section or a cell, in order."""
        lines: list[str] = []
        for element in container:
            kind = local(element)
            if kind == "h":
                depth = attribute(element, "outline-level", "1")
                unnumbered = attribute(element, "is-list-header") == "true"
                label = "" if unnumbered else self._headings.label(int(depth) if depth.isdigit() else 1)
                lines += self._paragraph(element, label)
            elif kind == "p":
                lines += self._paragraph(element)
            elif kind == "list":
                lines += self._list(element, 1, "")
            elif kind == "table":
                lines += self._table(element)
            elif kind == "soft-page-break":
                lines.append(RENDERED_BREAK)
            elif kind in _OPEN:
                lines += self.block(element)
        return lines

    def _paragraph(self, element: Element, label: str = "") -> list[str]:
        text = inline(element)
        if label and text.strip():
            body = text.lstrip(RENDERED_BREAK)
            text = f"{text[: len(text) - len(body)]}{label} {body}"
        style = attribute(element, "style-name")
        text = (HARD_BREAK if style in self._before else "") + text + (HARD_BREAK if style in self._after else "")
        notes = [
            f"{inline(mark).strip()} {' '.join(self.block(told))}"
            for note in named(element, "note")
            if (mark := child(note, "note-citation")) is not None and (told := child(note, "note-body")) is not None
        ]
        return [text, *notes]

    def _list(self, element: Element, depth: int, style: str) -> list[str]:
        style = attribute(element, "style-name") or style
        going_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")
        if depth == 1 and not (going_on and style in self._counters):
            self._counters[style] = Counter(self._lists.get(style, {}))
        counter = self._counters.setdefault(style, Counter(self._lists.get(style, {})))
        lines: list[str] = []
        for item in element:
            label = counter.label(depth) if local(item) == "list-item" and _first(item) != "list" else ""
            for part in item:
                if local(part) == "list":
                    lines += self._list(part, depth + 1, style)
                elif local(part) in ("p", "h"):
                    lines += self._paragraph(part, label)
                    label = ""
        return lines

    def _table(self, table: Element) -> list[str]:
        parts: list[list[list[str]]] = [[]]
        for row in (e for e in named(table, "table-row", "soft-page-break") if _table_of(e) is table):
            if local(row) == "soft-page-break":
                parts.append([])
                continue
            cells: list[str] = []
            for cell in row:
                if local(cell) in ("table-cell", "covered-table-cell"):
                    repeated = attribute(cell, "number-columns-repeated")
                    text = "\n".join(self.block(cell)) if local(cell) == "table-cell" else ""
                    cells += [text] * (min(int(repeated), 100) if repeated.isdigit() else 1)
            parts[-1].append(cells)
        lines = [HARD_BREAK] if attribute(table, "style-name") in self._before else []
        for number, rows in enumerate(parts):
            lines += [RENDERED_BREAK] if number else []
            lines += pipe_lines(rows)
        return lines


def _first(item: Element) -> str:
    return next((local(part) for part in item if local(part)), "")


def _table_of(element: Element) -> Element | None:
    """The table a row stands in; ``None`` for a break inside a paragraph, which is the paragraph's own affair."""
    parent = element.getparent()
    while parent is not None and local(parent) != "table":
        if local(parent) in ("p", "h", "table-cell"):
            return None
        parent = parent.getparent()
    return parent
