"""What an act decides further on than it recalls, or a later act: the new one named, the grant, who took a post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering import shapes
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
_PERSON = re.compile(r"\b(?:MM?\.|Mme|Mlle|Monsieur|Madame) (?:[A-ZÀ-Þ][\w'’-]+ ){0,2}([A-ZÀ-Þ][\w'’-]+)")
_LEAVES = re.compile(r"\b(?:retraite|remplac\w+|succe\w+|quitt\w+|depart|demission\w*|mutation|cess\w+)\b")
_TAKES = re.compile(
    r"\b(?:remplace\w* par|succede|nomme\w*|recrute\w*|(?:prend|prendra|reprend|assure|assurera|occupe|occupera) "
    r"(?:la direction|ses fonctions|l[ea] (?:poste|suite)|sa succession|l'interim|la responsabilite))\b"
)


def decided_first(plain: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with, first, where the first one's act decides what a folded question asks: the new one, a grant.

    What recalls whom the act replaces, or what was asked for, meets the question, and does not answer it: the two are
    read together.
    """
    ranked = list(candidates)
    if ranked and shapes.asks_a_name(plain) and (new := _holder(ranked)):
        return [new, *(one for one in ranked if one.passage.id != new.passage.id)]
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


def _holder(ranked: Sequence[Candidate]) -> Candidate | None:
    """The candidate that says who took the post of the one named first, in the words of a later act; or None."""
    first = ranked[0]
    names = set(_PERSON.findall(first.span.clean))
    found = [
        (
            one.passage.date,
            replace(one, best=n, reading=None, near=first.near, subject=first.subject, score=first.score),
        )
        for one in ranked[1:]
        if one.passage.date and first.passage.date and one.passage.date > first.passage.date
        for n, span in enumerate(one.spans)
        if _TAKES.search(fold(span.clean)) and set(_PERSON.findall(span.clean)) - names
        for told in [" ".join(other.clean for other in one.spans[max(0, n - 1) : n + 1])]
        if names & set(_PERSON.findall(told)) and _LEAVES.search(fold(told))
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _named(one: Candidate) -> bool:
    return _NAMES.search(fold(one.span.clean)) is not None and not _recalls(one)


def _granted(one: Candidate) -> bool:
    return _GRANTS.search(fold(one.span.clean)) is not None and not _recalls(one)


def _recalls(one: Candidate) -> bool:
    return _RECALLS.search(fold(one.span.clean)) is not None
