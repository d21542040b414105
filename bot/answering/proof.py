"""The act itself beside a grid's row: the page of the town's own file that says the same thing."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bot.answering.candidates import Candidate
from bot.answering.matching import Idea, coverage, stem_set
from bot.answering.spans import spans_of
from bot.messages import Answer
from index.analysis import is_said, stem, tokens
from index.engine import Term
from knowledge.documents import Passage
from knowledge.figures import amounts
from knowledge.text import fold

MOST_WORDS, ACTS, SHORTEST = 40, 2, 40
# The share of the row's words that a passage must hold, and what holding its figures counts for beside it.
ALIKE, FIGURES = 0.36, 0.35
# What a passage gains by being among the first that the question itself found.
FOUND_FIRST = 0.14


@dataclass(frozen=True)
class Row:
    """What a grid's answer rests on, ready to be looked for in the acts: its words, and the figures it prints."""

    terms: tuple[Term, ...]
    figures: frozenset[Decimal]


def row_of(answer: Answer, question: str) -> Row:
    """The words and figures of an answer's own quotes, of where they stand, and of the question."""
    text = " ".join([*(f"{c.quote} {c.piece}" for c in answer.citations), question])
    words = list(dict.fromkeys(token for token in tokens(fold(text)) if is_said(token) and token.isalpha()))
    priced = [a.value for c in answer.citations for a in amounts(c.quote) if a.unit or a.decimals == 2]
    return Row(tuple(Term(word, ((stem(word), 1.0),)) for word in words[:MOST_WORDS]), frozenset(priced))


def acts_for(
    row: Row, passages: Iterable[Passage], first: Container[str], rarity: Callable[[str], float]
) -> list[Candidate]:
    """The passages that say what the row says, the best of them first; none when no passage is alike enough.

    ``first`` holds the ids of the passages that the question found first by itself.
    """
    ideas = [Idea(term, rarity(term.stems[0][0]), True, ((frozenset([term.stems[0][0]]), 1.0),)) for term in row.terms]
    # a title alone proves nothing
    said = [passage for passage in passages if len(passage.clean) >= SHORTEST]
    found = [(_alike(row, ideas, passage) + FOUND_FIRST * (passage.id in first), passage) for passage in said]
    best = sorted((one for one in found if one[0] >= ALIKE), key=lambda one: -one[0])[:ACTS]
    return [_candidate(ideas, passage, score) for score, passage in best]


def _alike(row: Row, ideas: Sequence[Idea], passage: Passage) -> float:
    held = stem_set(passage.clean) | stem_set(" ".join(passage.path)) | stem_set(passage.context)
    return coverage(ideas, (held, 1.0)) + FIGURES * _shared(row.figures, passage)


def _shared(figures: frozenset[Decimal], passage: Passage) -> float:
    """The share of a row's figures that a passage gives."""
    if not figures:
        return 0.0
    told = {figure.value for figure in passage.figures}
    return len(figures & (_values(passage.clean) | told)) / len(figures)


@lru_cache(maxsize=4_096)
def _values(text: str) -> frozenset[Decimal]:
    """The numbers of a text, cached: the same passages come back from question to question."""
    return frozenset(amount.value for amount in amounts(text))


def _candidate(ideas: Sequence[Idea], passage: Passage, score: float) -> Candidate:
    spans = tuple(spans_of(passage))
    best = max(range(len(spans)), key=lambda n: coverage(ideas, (stem_set(spans[n].clean), 1.0)))
    return Candidate(passage, spans, best, score, score, score)
