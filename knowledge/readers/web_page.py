"""HTML pages, without what surrounds their text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from knowledge.documents import Reading
from knowledge.errors import UnreadableDocument
from knowledge.readers.encoding import decode
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.numerals import numeral
from knowledge.readers.sheets import reading
from knowledge.readers.tables import pipe_lines
from knowledge.text import words

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_UNSEEN = "script, style, noscript, template, nav, iframe, svg, button, select, input, textarea, head, [hidden]"
_BLOCKS = frozenset(
    words(
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td "
        "tfoot th thead tr ul"
    )
)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def read_html(path: Path, limits: Limits = DEFAULT) -> Reading:
    """An HTML page as one page: a line a block, tables as pipe lines, menus and scripts left out."""
    # Imported here, as in each reader of a heavy format: starting the assistant must not load every library.
    from selectolax.lexbor import LexborHTMLParser

    text = _decoded(path.read_bytes())
    if text is None:
        raise UnreadableDocument(f"{path.name} : ce fichier n'est pas une page web lisible. Enregistrez-la en PDF.")
    tree = LexborHTMLParser(text)
    for node in tree.css(_UNSEEN):
        node.decompose()
    lines = _lines(tree.body) if tree.body is not None else []
    return reading(path, ["\n".join(lines)])


def _decoded(data: bytes) -> str | None:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # the page lies about itself, as many do: told from its bytes instead
    return decode(data)


def _lines(root: Any) -> list[str]:
    """The lines of a page; walked with a stack of its own, since pages nest deeper than Python may recurse."""
    lines = [""]
    rows: set[int] = set()
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            lines.append(node)
        elif node.tag == "-text":
            lines[-1] += _SPACES.sub(" ", node.text(deep=False))
        elif node.tag == "br":
            lines.append("")
        elif node.tag == "table" and _is_data(node):
            lines += _captions(node)
            table = pipe_lines(_rows(node))
            rows.update(range(len(lines), len(lines) + len(table)))
            lines += [*table, ""]
        elif node.tag == "pre":
            lines += [*node.text().split("\n"), ""]
        else:
            block = node.tag in _BLOCKS
            inner = list(node.iter(include_text=True))
            stack += [""] if block else []
            stack += reversed(inner)
            stack += [_marker(node)] if block else []
    # An empty cell at either end of a row is a cell: rows are not stripped.
    return [line if number in rows else line.strip() for number, line in enumerate(lines) if line.strip()]


def _marker(node: Any) -> str:
    """What a browser prints before a list item; "" for any other block."""
    if node.tag != "li":
        return ""
    parent = node.parent
    if parent is None or parent.tag != "ol":
        return "- "
    items = [item for item in parent.iter() if item.tag == "li"]
    start = parent.attributes.get("start") or "1"
    first = int(start) if start.isdigit() else 1
    return numeral(first + items.index(node), parent.attributes.get("type") or "1") + ". "


def _is_data(table: Any) -> bool:
    """Whether a table shows data: one that holds another only lays out the page."""
    return len(table.css("table")) == 1


def _captions(table: Any) -> list[str]:
    return [" ".join(caption.text().split()) for caption in table.css("caption")]


def _rows(table: Any) -> list[list[str]]:
    """Rows of a table, cells that span several places followed or topped by empty ones."""
    rows: list[list[str]] = []
    below: dict[int, int] = {}
    for row in table.css("tr"):
        cells: list[str] = []
        given = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        while given or below.get(len(cells)):
            place = len(cells)
            if below.get(place):
                below[place] -= 1
                cells.append("")
                continue
            cell = given.pop(0)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            cells += [cell.text(separator=" "), *[""] * (wide - 1)]
            below.update(dict.fromkeys(range(place, place + wide), high - 1))
        rows.append(cells)
    return rows


def _span(cell: Any, name: str) -> int:
    written = (cell.attributes.get(name) or "").strip()
    return max(1, min(int(written), 100)) if written.isdecimal() else 1
