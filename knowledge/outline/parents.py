"""Telling which act the annexes, agreements and rules that follow it belong to."""

from __future__ import annotations

from dataclasses import replace

from knowledge.documents import Piece
from knowledge.outline.drafts import Draft
from knowledge.outline.lines import Line
from knowledge.outline.markers import TITLED_IN_CAPITALS


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
        if minutes and draft.region == "minutes":
            piece = replace(piece, date=minutes.date)
        linked.append(piece)
    return linked
