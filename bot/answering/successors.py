"""What an act tells in its recitals and decides further on: whom it replaces and by whom, what it grants."""

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
# A recital may tell what was asked for, or what the whole costs: the grant is what the act decides.
_GRANT_ASKED = re.compile(
    r"^(?!.*\b(?:demand\w+|sollicit\w+|cout\w*|reste a charge|budget|quand|date|pourquoi|comment|qui)\b)"
    r".*\b(?:subventions?|aides?|soutien|attribu\w+|accord\w+|allou\w+|vers(?:e|er|ee|ees|ent)|donn\w+|octroi\w*|touch\w+)\b"
)
_GRANTS = re.compile(
    r"\b(?:attribu\w+|accord\w+|allou\w+|octroy\w+|vers(?:er|e|ee)|fix\w+)\b[^;]{0,120}\d[\d .,]*\s?(?:€|euros?\b)"
)


def decided_first(plain: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with, first, where the first one's act decides what a folded question asks: the new one, a grant.

    What recalls whom the act replaces, or what was asked for, meets the question, and does not answer it: the two are
    read together.
    """
    ranked = list(candidates)
    decides = _named if _ASKED.search(plain) else _granted if _GRANT_ASKED.search(plain) else None
    if decides is None or not ranked or decides(ranked[0]) or (decides is _granted and not _recalls(ranked[0])):
        return ranked
    first = ranked[0]
    act = (first.passage.document, first.passage.piece)
    for one in ranked[1:LOOKED_INTO]:
        if (one.passage.document, one.passage.piece) == act and decides(one):
            near, subject = max(one.near, first.near), max(one.subject, first.subject)
            new = replace(one, score=first.score, near=near, subject=subject)
            return [new, *(other for other in ranked if other is not one)]
    return ranked


def _named(one: Candidate) -> bool:
    return _NAMES.search(fold(one.span.clean)) is not None and not _recalls(one)


def _granted(one: Candidate) -> bool:
    return _GRANTS.search(fold(one.span.clean)) is not None and not _recalls(one)


def _recalls(one: Candidate) -> bool:
    return _RECALLS.search(fold(one.span.clean)) is not None
