"""A price proposed to the council, and amended before the vote: what the amendment says of its row is what holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.candidates import Candidate
from bot.answering.dated import proposes
from knowledge.figures import sums
from knowledge.text import fold

_AMENDMENT = re.compile(r"\bamende(?:ment)?\w*\b")
_CARRIED = re.compile(
    r"\bamendements?\b[^.]{0,60}\b(?:est|sont|a ete|ont ete) (?:\w+ )?(?:adopte|approuve|accepte|retenu|vote)|"
    r"\b(?:ainsi|tels? qu[' ]) ?(?:\w+ )?(?:amende|modifie)e?s?\b"
)
_LOST = re.compile(
    r"\bamendements?\b[^.]{0,60}\b(?:rejete|repousse|retire|ecarte)|\bamendements? (?:n'est|n'a|ne sont) pas\b"
)
AROUND = 2  # sentences on each side of an amendment's in which it may name the row


def amended_first(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates with, first, the amendment carried of the row that the first one was read in, as proposed."""
    best = candidates[0]
    figures = best.reading.figures if best.reading else ()
    if not figures or not all(any(map(proposes, figure.column)) for figure in figures):
        return tuple(candidates)
    act = [one for one in candidates if _act(one) == _act(best)]
    told = fold(" ".join(one.passage.clean for one in act))
    if not _CARRIED.search(told) or _LOST.search(told):
        return tuple(candidates)
    names = {fold(figure.row[0]) for figure in figures if figure.row}
    for one in act:
        rows = {figure.line for figure in one.passage.figures}
        for position, span in enumerate(one.spans):
            beside = one.spans[max(0, position - AROUND) : position + AROUND + 1]
            near = fold(" ".join(other.clean for other in beside if other.line not in rows))
            amends = _AMENDMENT.search(fold(span.clean)) and sums(span.clean)
            if amends and any(re.search(rf"\b{re.escape(name)}\b", near) for name in names):
                said = replace(best, passage=one.passage, spans=one.spans, best=position, reading=None, lacking=False)
                return (said, *(other for other in candidates if other not in (best, one)))
    return tuple(candidates)


def _act(candidate: Candidate) -> tuple[str, int]:
    return candidate.passage.document, candidate.passage.piece
