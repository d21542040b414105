"""A lone word that asks nothing ("emploi"): what is asked back of it, and when nothing is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.bare import is_bare
from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.messages import Answer, Option
from bot.understanding.question import Question
from index.engine import Term

# A word said only by one that comes near it ("union" for a wedding) may be said of another thing altogether.
SAID = 0.85
EVERYWHERE, ALIKE = 3, 0.15

WHAT_OF_IT = "Plusieurs passages en parlent. Que cherchez-vous ?"
_OF_IT = (("Un prix", "prix"), ("Un horaire", "horaires"), ("Une règle", "règlement"), ("Un contact", "téléphone"))


def hardly_said(question: Question, best: Candidate) -> bool:
    """Whether what is only named is told of another thing, or a lone word by no more than one that comes near it."""
    if is_bare(question) and best.lacking:
        return True
    text = " ".join([*best.passage.path, best.passage.clean, best.passage.context])
    return _is_lone(question) and not _says(question.terms[0], text)


def asked_back(question: Question, candidates: Sequence[Candidate]) -> Answer | None:
    """What to ask of a lone word that several places say alike, the first not under its name; else None."""
    if not _is_lone(question):
        return None
    first, term = candidates[0], question.terms[0]
    close = {(one.passage.document, one.passage.path) for one in candidates if one.score > first.score - ALIKE}
    if len(close) < EVERYWHERE or any(_says(term, title) for title in first.passage.path[1:]):
        return None
    options = tuple(Option(label, f"+{word}") for label, word in _OF_IT)
    return Answer("question", WHAT_OF_IT, "sujet", options=options)


def _is_lone(question: Question) -> bool:
    return is_bare(question) and len(question.terms) == 1


def _says(term: Term, text: str) -> bool:
    held = stem_set(text)
    return any(held.issuperset(phrase.split()) for phrase, how in term.stems if how >= SAID)
