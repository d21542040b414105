"""Who replaces somebody: the act tells of whom it replaces in its recitals, and names the new one further on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.candidates import Candidate
from knowledge.text import fold

LOOKED_INTO = 6
_ASKED = re.compile(
    r"\bqui (?:\w+ ){0,3}(?:remplac\w+|succe\w+|(?:prend\w*|reprend\w*|a pris|va prendre) (?:la|sa) (?:place|suite))\b|"
    r"\b(?:remplacante?|successeur|successeure) d(?:e|u)\b|\bremplacee? par qui\b|\bpar qui (?:\w+ ){0,3}remplacee?\b"
)
_NAMES = re.compile(
    r"\b(?:design(?:er|e|ent|ation)|nomm(?:er|e|ent)|elire|elit|elue?|proclam\w+|install\w+|"
    r"nouve(?:au|l|lle) (?:representant|delegue|membre|conseiller|adjoint|titulaire|suppleant)\w*)\b"
)
_RECALLS = re.compile(r"^\W*(?:considerant|vu\b)")


def new_one_first(plain: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with, first, where the first one's act names the new one, when a folded question asks for one.

    What recalls whom the act replaces meets the question, and does not answer it: the two are read together.
    """
    ranked = list(candidates)
    if not ranked or not _ASKED.search(plain) or _named(ranked[0]):
        return ranked
    first = ranked[0]
    act = (first.passage.document, first.passage.piece)
    for one in ranked[1:LOOKED_INTO]:
        if (one.passage.document, one.passage.piece) == act and _named(one):
            near, subject = max(one.near, first.near), max(one.subject, first.subject)
            new = replace(one, score=first.score, near=near, subject=subject)
            return [new, *(other for other in ranked if other is not one)]
    return ranked


def _named(one: Candidate) -> bool:
    said = fold(one.span.clean)
    return _NAMES.search(said) is not None and _RECALLS.search(said) is None
