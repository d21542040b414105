"""From pages to pieces and passages: what a document is made of, and where each part stands."""

from __future__ import annotations

from knowledge.documents import Document, Outline
from knowledge.outline.lines import lines_of
from knowledge.outline.passages import passages_of
from knowledge.outline.pieces import cut
from knowledge.outline.tell import tell

__all__ = ["OUTLINE_VERSION", "outline", "tell"]

# Raised whenever the same pages would give other passages, so that held documents are outlined again.
OUTLINE_VERSION = 2


def outline(document: Document) -> Outline:
    """Cut a document into its acts and passages; every passage keeps its page and its lines in the document."""
    lines = lines_of(document.pages)
    if not lines:
        return Outline((), ())
    pieces = cut(lines, document.metadata)
    first = lines[0].number
    passages = tuple(
        passage
        for piece in pieces
        for passage in passages_of(piece, lines[piece.line - first : piece.end_line - first + 1], document.id)
    )
    return Outline(tuple(pieces), passages)
