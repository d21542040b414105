"""Cutting a file into the acts it holds: one council file may carry thirty deliberations and their annexes."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.documents import Metadata, Piece
from knowledge.outline.changes import changes_of, effective_of
from knowledge.outline.drafts import Draft, drafts_of
from knowledge.outline.lines import Line
from knowledge.outline.names import letterhead_of, names_of
from knowledge.outline.parents import with_parents
from knowledge.outline.sessions import session_at, sessions
from knowledge.outline.standing import standing_of
from knowledge.standings import Standing

_JOINED = re.compile(r"^\W*annexe\b.{0,60}?\bdeliberation\s+n\W{0,3}\s*(?P<n>[\w/.-]*\d)")
_OPENING = 160
ONE_ACT = 2  # pieces: an act, and what stands before or is joined to it
_RAPPORTEUR = re.compile(
    r"^\W*(?:rapport(?:eure?|euse|eurs)?\s*(?:de|:)?\s*)?"
    r"(?P<who>(?:monsieur|madame|mme|m\.)\.?\s+[^\W\d_][^\W\d_' .’-]*(?:[' .’-]+[^\W\d_]+){0,8})",
    re.IGNORECASE,
)
# the minutes, an agenda or a list of decisions speak of many acts: what they say is nobody's
_CHANGING = frozenset({"deliberation", "rules", "order", "agreement", "charter", "annex"})


def cut(lines: list[Line], metadata: Metadata) -> list[Piece]:
    """The pieces of a document, in order, together covering every line; always at least one.

    What follows a deliberation (tariffs, rules, agreements joined to it) belongs to it until the next one, under its
    own title.
    """
    drafts = drafts_of(lines, metadata)
    council = any(draft.region or draft.number for draft in drafts)
    days = sessions(lines) if council or not metadata.date else []
    pieces = []
    for ordinal, draft in enumerate(drafts):
        body = body_of(drafts, ordinal, lines)
        text = "\n".join(line.clean for line in body if not line.running)
        standing, vote = standing_of(text, proposed=draft.region == "proposals", kind=draft.kind)
        if standing is Standing.UNSTATED:
            standing = metadata.standing
        pieces.append(
            Piece(
                ordinal=ordinal,
                title=draft.title,
                kind=draft.kind,
                line=body[0].number,
                end_line=body[-1].number,
                number=draft.number or (_annexed(body) if draft.kind == "annex" else ""),
                rapporteur=_rapporteur(body),
                date=session_at(days, body[min(3, len(body) - 1)].number) or metadata.date,
                standing=standing,
                vote=vote,
                names=names_of(body),
                changes=changes_of(text, draft.number) if draft.kind in _CHANGING else (),
                effective=effective_of(text) if draft.kind in _CHANGING else None,
            )
        )
    if len(pieces) <= ONE_ACT:
        opening = letterhead_of(lines)
        pieces = [replace(piece, names=tuple(dict.fromkeys([*piece.names, *opening]))) for piece in pieces]
    return with_parents(pieces, drafts, lines)


def body_of(drafts: list[Draft], ordinal: int, lines: list[Line]) -> list[Line]:
    """The lines of a draft: up to where the next one starts."""
    end = drafts[ordinal + 1].start if ordinal + 1 < len(drafts) else len(lines)
    return lines[drafts[ordinal].start : end]


def _annexed(body: list[Line]) -> str:
    """The number of the deliberation that an annex says, in its first lines, it is joined to; "" when it says none."""
    match = _JOINED.search(" ".join(line.folded for line in body if not line.blank)[:_OPENING])
    return match["n"].upper() if match else ""


def _rapporteur(body: list[Line]) -> str:
    for line in [line for line in body[1:16] if not line.blank]:
        if match := _RAPPORTEUR.match(line.clean):
            return match["who"].strip(" ,")
    return ""
