"""Telling which act the annexes, agreements and rules that follow it belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from knowledge.documents import Piece
from knowledge.outline.drafts import Draft
from knowledge.outline.lines import Line
from knowledge.outline.markers import TITLED_IN_CAPITALS
from knowledge.text import fold, words

_NAMED = re.compile(r"\bannexe\b[^.]{0,20} (?:a|de) la deliberation n\W{0,3}\s*(?P<n>[\w/.-]*\d)")
_MENTION = re.compile(r"\bannexe\s+(?:n\W{0,2}\s*)?(?P<n>\d{1,2}|[a-z])\b")
_JOINED = re.compile(r"\b(?:ci[ -])?(?:annexee?s?|jointe?s?)\b|\ben annexe\b")
_ANNEX = re.compile(rf"^\W*{_MENTION.pattern}")


def with_parents(pieces: list[Piece], drafts: list[Draft], lines: list[Line]) -> list[Piece]:
    """Annexes, agreements and rules told which deliberation they belong to, and its standing and date."""
    linked: list[Piece] = []
    naming = _naming(pieces, drafts, lines)
    numbers = {fold(piece.number): piece for piece in reversed(pieces) if piece.number}
    host: Piece | None = None
    minutes: Piece | None = None
    act: Piece | None = None
    for piece, draft in zip(pieces, drafts, strict=True):
        if piece.kind == "minutes":
            minutes = piece
        if piece.kind == "deliberation" and draft.region in ("proposals", "minutes"):
            host = piece
        elif host and draft.region == "proposals" and piece.kind in TITLED_IN_CAPITALS:
            piece = replace(piece, parent=host.title, standing=host.standing)
        elif piece.kind == "annex" and (owner := _owner(draft, numbers, naming, lines)):
            piece = replace(piece, parent=owner.title, standing=owner.standing, date=owner.date)
        elif piece.kind == "annex" and act and _joined(piece, act, lines):
            piece = replace(piece, parent=act.title, standing=act.standing, date=act.date)
        if piece.kind != "annex":
            act = piece if piece.kind == "deliberation" and draft.region not in ("proposals", "agenda") else None
        if minutes and draft.region == "minutes":
            piece = replace(piece, date=minutes.date)
        linked.append(piece)
    return linked


def _joined(annex: Piece, act: Piece, lines: list[Line]) -> bool:
    """Whether the act right above an annex says that something is joined to it, and is titled by one of its words."""
    said = " ".join(line.folded for line in lines if act.line <= line.number <= act.end_line)
    title, named = ({word for word in words(text) if len(word) > 4} for text in (annex.title, act.title))
    return _JOINED.search(said) is not None and bool(title & named)


def _naming(pieces: list[Piece], drafts: list[Draft], lines: list[Line]) -> dict[str, list[Piece]]:
    """The deliberations that name an annex, by its number or letter."""
    naming: dict[str, list[Piece]] = {}
    for piece, start, following in zip(pieces, drafts, [*drafts[1:], None], strict=True):
        if piece.kind == "deliberation":
            body = lines[start.start : following.start if following else len(lines)]
            for number in {match["n"] for line in body for match in _MENTION.finditer(line.folded)}:
                naming.setdefault(number, []).append(piece)
    return naming


def _owner(
    annex: Draft, numbers: Mapping[str, Piece], naming: Mapping[str, list[Piece]], lines: list[Line]
) -> Piece | None:
    """The deliberation that an annex names, or the only one that names the annex; None when none is sure."""
    if annex.region in ("proposals", "agenda"):
        return None
    head = " ".join(line.folded for line in lines[max(0, annex.start - 3) : annex.start + 3])
    if named := _NAMED.search(head):
        return numbers.get(named["n"])
    numbered = _ANNEX.search(lines[annex.start].folded)
    named_by = naming.get(numbered["n"], []) if numbered else []
    return named_by[0] if len(named_by) == 1 else None
