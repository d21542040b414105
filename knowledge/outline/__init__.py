"""From pages to pieces and passages: what a document is made of, and where each part stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from knowledge.documents import Document, Outline, Passage
from knowledge.outline.brackets import told
from knowledge.outline.lines import lines_of
from knowledge.outline.names import words_of
from knowledge.outline.passages import passages_of
from knowledge.outline.pieces import cut
from knowledge.outline.scans import doubted
from knowledge.outline.tell import tell

__all__ = ["OUTLINE_VERSION", "outline", "tell"]

# Raised whenever the same pages would give other passages, so that held documents are outlined again.
OUTLINE_VERSION = 28


def outline(document: Document) -> Outline:
    """Cut a document into its acts and passages; every passage keeps its page and its lines in the document."""
    lines = lines_of(document.pages)
    if not lines:
        return Outline((), ())
    pieces = cut(lines, document.metadata)
    # a reader leaves out the blank lines between two pages: numbers are no positions
    places = {line.number: place for place, line in enumerate(lines)}
    passages = told(
        passage
        for piece in pieces
        for passage in passages_of(piece, lines[places[piece.line] : places[piece.end_line] + 1], document.id)
    )
    held: defaultdict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        held[passage.piece].append(passage)
    about = (replace(one, names=(*one.names, *words_of(held[one.ordinal]))) for one in pieces)
    return Outline(tuple(about), tuple(doubted(passages, document.pages)))
