"""What a question wants added to the price that it asks ("chauffage compris", "+ la cuisine"), and whose row it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from bot.answering.hired import by_the_piece, piece_of
from bot.answering.matching import stem_set
from bot.answering.quantities import number_of
from bot.understanding.question import Question
from index.analysis import is_said, stem
from index.engine import SURE
from knowledge.documents import Figure
from knowledge.text import fold

_THE = r"(?:la |le |les |l['\s]|du |de la |de l['\s]|un |une |des )?"
_MUST = (
    re.compile(rf"\by (?:compris|inclus) {_THE}(\w{{4,}})"),
    re.compile(r"\b(\w{4,}) (?:compris|inclus)(?:e|es)?\b"),
    re.compile(rf"(?:\+|\ben comptant\b) ?{_THE}(\w{{4,}})"),
)
_TOO = re.compile(rf"\bavec [^,;:?!.]{{3,40}}? et {_THE}(\w{{4,}})")
# "4 sorties, dont une au large"
AMONG = re.compile(r"\bdont (une?|\d{1,2}|deux|trois|quatre|cinq|six)\b(?: (\w{4,}))?")
_MAY = re.compile(rf"\b(?:avec|plus) {_THE}(\w{{4,}})")
# What may stand before the name of what is added, in the label of its row.
_BEFORE = re.compile(
    r"^\W*(?:(?:forfaits?|supplements?|options?|majoration|droits?|frais) (?:de |d'|du |pour )?)?(?P<what>\w+)"
)
_LEFT_OUT = re.compile(rf"\b(?:sans|hors) {_THE}(\w{{4,}})")
_HEATING = stem("chauffage")
_LINKS = frozenset(map(stem, "compris comprise comprises inclus incluse incluses sans hors".split()))


def required(question: Question) -> frozenset[str]:
    """The stems of what a question says is to be counted too: without it, no total is told."""
    return _stems([word for pattern in _MUST for word in pattern.findall(fold(question.text))]) - question.denied


def possible(question: Question) -> frozenset[str]:
    """The stems of what comes with the thing asked about, and may have a price of its own: "avec la cuisine"."""
    said = fold(question.text)
    # as typed and as put right: "avec sono" names the sonorisation
    return _stems([*_MAY.findall(said), *_TOO.findall(said), *_MAY.findall(question.plain)]) - question.denied


def among(question: Question) -> dict[str, Decimal] | None:
    """How many of those counted have more, by its stem: "4 sorties, dont une au large"; None when it is not plain."""
    found = AMONG.findall(question.plain)
    told = {stem(what): number for said, what in found if what and (number := number_of(said))}
    return told if len(told) == len(found) else None


def named(question: Question, extra: str, label: str) -> bool:
    """Whether a label begins with what is added, or says it otherwise: "Branchement électrique" for electricity."""
    head = leading(label)
    if head == extra:
        return True
    held = stem_set(label)
    ways = [way for one in question.terms if stem(one.word) == extra for way, near in one.stems if near >= SURE]
    return any(head in way.split() and set(way.split()) <= held for way in ways)


def told_apart(question: Question) -> frozenset[str]:
    """The stems of what the question wants added or left out: rows of its own tell it, not the one asked about."""
    left_out = _stems(_LEFT_OUT.findall(fold(question.text)))
    return required(question) | left_out | (_LINKS if left_out or required(question) else frozenset())


def without(question: Question, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a table but those of the rows that only tell what the question wants added to a price."""
    extras = required(question) | possible(question)
    extras |= {_HEATING} - {stem(word) for word in question.subject}  # the season asked, not the room, is in its label
    pieces = by_the_piece(question, figures)
    kept = [one for one in figures if not (one.row and any(named(question, extra, one.row[-1]) for extra in extras))]
    kept = [one for one in kept if piece_of(one) not in pieces]
    return kept or list(figures)


@lru_cache(maxsize=4_096)
def leading(label: str) -> str:
    """The stem of the thing that a label begins with, past what only says that it is added: "Forfait chauffage"."""
    match = _BEFORE.match(fold(label))
    return stem(match["what"]) if match else ""


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if is_said(word) and word.isalpha())
