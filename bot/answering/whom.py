"""Whom a sentence beside a price speaks of, and whether the question is about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from bot.answering.counting import TIMES
from bot.answering.matching import stem_set
from bot.answering.quantities import thing_of
from bot.understanding.question import Question
from bot.understanding.residence import tells_side
from bot.understanding.whose import tells_whose
from index.analysis import is_said, stem, tokens
from index.engine import SURE, Term
from knowledge.lexicon import lexicon

_OR = re.compile(r"[,;/()]|\bet\b|\bou\b|\bainsi que\b")
# Who is meant holds more than these words, which are any public's.
_ANYBODY = frozenset(
    map(
        stem,
        "personne titulaire beneficiaire membre detenteur porteur porteuse usager inscrit scolarise venir justifier "
        "carte dont chaque tout agree domicilie installe etabli siege ayant".split(),
    )
)


def unsaid(question: Question, labels: frozenset[str]) -> list[Term]:
    """The words of a question that may tell who pays, and that the labels read, as stems, do not say."""
    return [term for term in question.terms if _may_tell(question, term) and not term.said_in(labels)]


def meant(question: Question, terms: Sequence[Term], public: str, least: Fraction) -> bool:
    """Whether the question speaks of one of the publics that a folded text names.

    It says that share of its words, ``least``, each name among them, and one of the ``terms`` not said yet.
    """
    return any(_is_meant(question, terms, one, least) for one in _OR.split(public))


def _may_tell(question: Question, term: Term) -> bool:
    told = term.word in question.subject and stem(term.word) not in question.denied
    told = told and thing_of(term.word) not in TIMES
    return told and not tells_whose(term.word, question.plain, "resident", "")


def _is_meant(question: Question, terms: Sequence[Term], public: str, least: Fraction) -> bool:
    if {token for token in tokens(public) if token[0].isdigit()} - question.figures:
        return False  # of another age
    words = [word for word in tokens(public) if is_said(word) and word.isalpha() and len(word) > 2]
    words = [word for word in words if stem(word) not in _ANYBODY and not tells_side(word, "")]
    ways = (phrase.split() for term in question.terms for phrase, near in term.stems if near >= SURE)
    known = {one for way in ways for one in way}
    said = [word for word in words if stem(word) in known]
    named = all(word in lexicon() for word in words if word not in said)
    return named and len(said) >= least * len(words) and any(term.said_in(stem_set(public)) for term in terms)
