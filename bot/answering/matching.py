"""How well a text matches a question: which of its ideas are there, each weighed by its rarity."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.understanding.question import Question
from index.analysis import is_said, stem, tokens
from index.engine import Term
from index.french import COMMON_WORDS
from knowledge.lexicon import lexicon
from knowledge.text import NUMBER_WORDS, YEARS_LONG, in_figures

COMMON, ASKING, UNHEARD, NAME = 0.35, 0.25, 0.7, 1.3
SETTLED = 0.8  # what a word earns at least that something else takes in: whose price it is is no subject
SAME = 0.5  # a relation surer than this says the same thing; below it only helps the ranking


@lru_cache(maxsize=8_192)
def stem_set(text: str) -> frozenset[str]:
    """The stems of a title or a label, cached: the same ones come back from question to question."""
    return stems_of(text)


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text, its figures and its lone letters, a number's word as its figure too."""
    return stems_said(tokens(in_figures(text)))


def stems_said(said: Iterable[str]) -> frozenset[str]:
    """The stems, as ``stems_of`` tells them, of a text cut into tokens."""
    return frozenset().union(*map(_told_by, said))


@lru_cache(maxsize=65_536)
def _told_by(token: str) -> tuple[str, ...]:
    """What one token tells: its stem when it says something, itself, the figure that it is a word for."""
    found = [stem(token)] if is_said(token) else []
    if token[0].isdigit() or len(token) == 1:
        found.append(token)
    if NUMBER_WORDS.get(token, 0) > 1:
        found.append(str(NUMBER_WORDS[token]))
    if token in YEARS_LONG:
        found.append(str(YEARS_LONG[token]))
    return tuple(found)


@dataclass(frozen=True)
class Idea:
    """A term of the question with what it weighs, the ways of saying it, surest first, what it earns at least.

    ``heard`` says that some act says it, by its own word or by another.
    """

    term: Term
    weight: float
    subject: bool
    ways: tuple[tuple[frozenset[str], float], ...]
    least: float = 0.0
    heard: bool = True
    name: bool = False

    @cached_property
    def said(self) -> frozenset[str]:
        """Every stem of every way of saying it."""
        return frozenset().union(*(parts for parts, _ in self.ways))

    @cached_property
    def own(self) -> frozenset[str]:
        """The stems of its own word."""
        return frozenset(self.term.stems[0][0].split())

    @cached_property
    def sure(self) -> frozenset[str]:
        """The stems of the ways that say the same thing, without those that only help the ranking."""
        return frozenset().union(*(parts for parts, weight in self.ways if weight > SAME))

    @cached_property
    def needed(self) -> frozenset[str]:
        """One stem of each way, its longest: a text that holds none of them does not say the idea."""
        return frozenset(max(parts, key=len, default="") for parts, _ in self.ways)


def ideas_of(
    question: Question, rarity: Callable[[str], float], aside: Callable[[str], bool] = lambda word: False
) -> tuple[Idea, ...]:
    """The question's terms with their weights; ``aside`` tells the words that something else than matching takes in.

    A word that no document holds weighs as the rarest one that any holds; its synonyms lend it theirs, if rarer.
    """
    unheard = rarity("")
    ideas: list[Idea] = []
    named = 0  # how many names end the ideas told so far: "Penn-ar-Roz" names one thing
    for term in question.terms:
        if term.word[0].isdigit():
            continue
        sure = [phrase for phrase, how in term.stems if how >= SAME]
        weight = min(max(rarity(part) for part in phrase.split()) for phrase in sure)
        heard = weight < unheard
        if not heard:
            weight *= UNHEARD  # a word that no act says tells nothing apart; it only says that something is missing
        name = _is_name(term.word) and not aside(term.word)
        named = named + 1 if name else 0
        if heard and name:
            weight *= NAME
        if term.word in COMMON_WORDS:
            weight *= COMMON
        subject = term.word in question.subject
        ways = sorted(((frozenset(phrase.split()), how) for phrase, how in term.stems), key=lambda way: -way[1])
        ideas.append(
            Idea(
                term,
                weight if subject else weight * ASKING,
                subject,
                tuple(ways),
                SETTLED * aside(term.word),
                heard,
                name,
            )
        )
        if named > 1:
            shared = ((one, one.weight * (named - 1 if one is not ideas[-1] else 1) / named) for one in ideas[-named:])
            ideas[-named:] = [replace(one, weight=weight) for one, weight in shared]
    return tuple(ideas)


def _is_name(word: str) -> bool:
    """Whether French has no such word: an acronym, a place, a firm, that few passages can be about by chance."""
    return not any(word.removesuffix(end) in lexicon() for end in ("", "s")) and " " not in word


def strength(idea: Idea, held: frozenset[str]) -> float:
    """How strongly a set of stems expresses an idea: 1.0 by its own word, less by a synonym, 0.0 not at all."""
    if idea.needed.isdisjoint(held):  # most ideas, for most texts
        return 0.0
    for parts, weight in idea.ways:  # surest first
        if parts <= held:
            return weight
    return 0.0


def floors(ideas: Iterable[Idea], *held: tuple[frozenset[str], float]) -> list[float]:
    """The credit that each idea earns in the texts given, whatever else is looked at beside them."""
    return [_credited(idea, held) for idea in ideas]


def coverage_over(ideas: Iterable[Idea], floor: Iterable[float], *held: tuple[frozenset[str], float]) -> float:
    """As ``coverage``, where each idea already earns its ``floor``: what many spans share is counted once."""
    total = found = 0.0
    for idea, least in zip(ideas, floor, strict=True):
        total += idea.weight
        found += idea.weight * _credited(idea, held, least)
    return found / total if total else 0.0


def coverage(ideas: Iterable[Idea], *held: tuple[frozenset[str], float]) -> float:
    """The share of the ideas' weight found in the texts given, each with the credit a match in it earns."""
    total = found = 0.0
    for idea in ideas:
        total += idea.weight
        found += idea.weight * _credited(idea, held)
    return found / total if total else 0.0


def _credited(idea: Idea, held: tuple[tuple[frozenset[str], float], ...], least: float = 0.0) -> float:
    """The most that an idea earns in the texts given, and at ``least`` that."""
    least = max(least, idea.least)
    for stems, credit in held:
        # else not even its own word there earns more, or none of its words is there: most ideas, for most texts
        if credit > least and not idea.needed.isdisjoint(stems):
            least = max(least, strength(idea, stems) * credit)
    return least
