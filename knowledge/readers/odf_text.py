"""The text inside one OpenDocument paragraph or cell."""

from __future__ import annotations

from knowledge.readers.sheets import RENDERED_BREAK
from knowledge.readers.xml_tree import Element, attribute, local

_CHARACTERS = {"tab": "\t", "line-break": "\n", "soft-page-break": RENDERED_BREAK}
_UNSEEN = {"annotation", "annotation-end", "tracked-changes", "note", "bookmark", "title", "desc"}


def inline(element: Element) -> str:
    """The text a reader sees in ``element``: repeated spaces, tabs and line breaks restored, comments left out."""
    out = [element.text or ""]
    for part in element:
        kind = local(part)
        if kind == "s":
            count = attribute(part, "c")
            out.append(" " * (min(int(count), 200) if count.isdigit() else 1))
        elif kind in _CHARACTERS:
            out.append(_CHARACTERS[kind])
        elif kind == "note":
            out.append("".join(f"({inline(e)})" for e in part if local(e) == "note-citation"))
        elif kind == "p":
            out.append(inline(part) + "\n")
        elif kind and kind not in _UNSEEN:
            out.append(inline(part))
        out.append(part.tail or "")
    return "".join(out)
