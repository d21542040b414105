"""A sentence beside a table that gives the public asked about another one's price: "vacanciers : tarif habitant"."""

from __future__ import annotations

import re

from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.understanding.question import Question
from knowledge.text import fold

_PRICE = r"(?:tarif|prix) (?:de |des |d[ue] )?(?:leur |sa )?\w{4,}"
_LIKENED = re.compile(
    rf": (?:au )?{_PRICE}|\b(?:paie(?:nt)?|paye(?:nt)?|payee?s?|benefici\w+|releve(?:nt)?|accueillie?s?|factur\w+) "
    rf"(?:du |au |le |les |selon le )?(?:meme )?{_PRICE}|\b(?:sont|est) (?:assimile|exonere|dispense)e?s?\b|"
    r"\b(?:demi-tarif|moitie prix)\b|\bgratuite?s? (?:pour|aux?)\b"
)
TOLD, LONGEST = 1, 300


def likened(question: Question, candidate: Candidate) -> str:
    """The sentence beside the row read that says whose price is for the public asked about, or ""."""
    if candidate.reading is None:
        return ""
    rows = {figure.line for figure in candidate.passage.figures}
    labels = stem_set(" ".join([*candidate.reading.labels, *candidate.passage.path]))
    asked = [term for term in question.terms if term.word in question.subject and not term.said_in(labels)]
    best, most = "", TOLD - 1
    for span in candidate.spans:
        if span.line in rows or len(span.clean) > LONGEST or not _LIKENED.search(fold(span.clean)):
            continue
        held = stem_set(span.clean)
        met = sum(term.said_in(held) for term in asked)
        if met > most:
            best, most = span.clean, met
    return best
