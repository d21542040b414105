"""How well a text matches a question: which of its ideas are there, each weighed by its rarity."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.question import Question
from index.analysis import stems, tokens
from index.engine import Term
from index.french import COMMON_WORDS
from knowledge.text import NUMBER_WORDS

COMMON, ASKING, UNHEARD = 0.35, 0.25, 0.7
SAME = 0.5  # a relation surer than this says the same thing; below it only helps the ranking


@lru_cache(maxsize=16_384)
def stem_set(text: str) -> frozenset[str]:
    """The stems of a text, cached: the same passages come back from question to question."""
    held = set(stems(text))
    for token in tokens(text):
        if token[0].isdigit() or len(token) == 1:
            held.add(token)
        elif token in NUMBER_WORDS and NUMBER_WORDS[token] > 1:
            held.add(str(NUMBER_WORDS[token]))
    return frozenset(held)


@dataclass(frozen=True)
class Idea:
    """A term of the question with what it weighs, and the ways of saying it, surest first."""

    term: Term
    weight: float
    subject: bool
    ways: tuple[tuple[frozenset[str], float], ...]


def ideas_of(question: Question, rarity: Callable[[str], float]) -> tuple[Idea, ...]:
    """The question's terms with their weights.

    A word that no document holds weighs as the rarest one that any holds; its synonyms lend it theirs, if rarer.
    """
    unheard = rarity("")
    ideas = []
    for term in question.terms:
        if term.word[0].isdigit():
            continue
        sure = [phrase for phrase, how in term.stems if how >= SAME]
        weight = min(max(rarity(part) for part in phrase.split()) for phrase in sure)
        if weight >= unheard:
            weight *= UNHEARD  # a word that no act says tells nothing apart; it only says that something is missing
        if term.word in COMMON_WORDS:
            weight *= COMMON
        subject = term.word in question.subject
        ways = sorted(((frozenset(phrase.split()), how) for phrase, how in term.stems), key=lambda way: -way[1])
        ideas.append(Idea(term, weight if subject else weight * ASKING, subject, tuple(ways)))
    return tuple(ideas)


def strength(idea: Idea, held: frozenset[str]) -> float:
    """How strongly a set of stems expresses an idea: 1.0 by its own word, less by a synonym, 0.0 not at all."""
    for parts, weight in idea.ways:  # surest first
        if parts <= held:
            return weight
    return 0.0


def coverage(ideas: Iterable[Idea], *held: tuple[frozenset[str], float]) -> float:
    """The share of the ideas' weight found in the texts given, each with the credit a match in it earns."""
    total = found = 0.0
    for idea in ideas:
        total += idea.weight
        found += idea.weight * max((strength(idea, stems_) * credit for stems_, credit in held), default=0.0)
    return found / total if total else 0.0
