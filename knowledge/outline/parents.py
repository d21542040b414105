"""Telling which act the annexes, agreements and rules that follow it belong to."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.documents import Piece
from knowledge.outline.drafts import Draft
from knowledge.outline.lines import Line
from knowledge.outline.markers import TITLED_IN_CAPITALS
from knowledge.text import fold

_NAMED = re.compile(r"\bannexe\b[^.]{0,20} (?:a|de) la deliberation n\W{0,3}\s*(?P<n>[\w/.-]*\d)")
_ANNEX = re.compile(r"^\W*annexe\s+(?:n\W{0,2}\s*)?(?P<n>\d{1,2}|[a-z])\b")


def with_parents(pieces: list[Piece], drafts: list[Draft], lines: list[Line]) -> list[Piece]:
    """Annexes, agreements and rules told which deliberation they belong to, and its standing and date."""
    linked: list[Piece] = []
    host: Piece | None = None
    minutes: Piece | None = None
    for piece, draft in zip(pieces, drafts, strict=True):
        if piece.kind == "minutes":
            minutes = piece
        if piece.kind == "deliberation" and draft.region in ("proposals", "minutes"):
            host = piece
        elif host and draft.region == "proposals" and piece.kind in TITLED_IN_CAPITALS:
            piece = replace(piece, parent=host.title, standing=host.standing)
        elif piece.kind == "annex" and (owner := _owner(draft, drafts, pieces, lines)):
            piece = replace(piece, parent=owner.title, standing=owner.standing, date=owner.date)
        if minutes and draft.region == "minutes":
            piece = replace(piece, date=minutes.date)
        linked.append(piece)
    return linked


def _owner(annex: Draft, drafts: list[Draft], pieces: list[Piece], lines: list[Line]) -> Piece | None:
    """The deliberation that an annex names, or the only one that names the annex; None when none is sure."""
    if annex.region in ("proposals", "agenda"):
        return None
    head = " ".join(line.folded for line in lines[max(0, annex.start - 3) : annex.start + 3])
    if named := _NAMED.search(head):
        return next((piece for piece in pieces if piece.number and fold(piece.number) == named["n"]), None)
    numbered = _ANNEX.search(lines[annex.start].folded)
    if numbered is None:
        return None
    mention = re.compile(rf"\bannexe\s+(?:n\W{{0,2}}\s*)?{numbered['n']}\b")
    naming = [
        piece
        for piece, start, end in zip(pieces, drafts, [*drafts[1:], None], strict=True)
        if piece.kind == "deliberation"
        and any(mention.search(line.folded) for line in lines[start.start : end.start if end else len(lines)])
    ]
    return naming[0] if len(naming) == 1 else None
