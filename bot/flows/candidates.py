"""Which grids a question is about, judged by what of its words each one explains, never by one word alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from math import log

from bot.flows.lexicon import lexicon
from bot.flows.reading import Reading, read
from bot.flows.spelling import Spelling
from bot.flows.spoken import Said, Word, anywhere, occurrences
from bot.flows.terms import Terms
from knowledge.content import Commune
from knowledge.grids.play import start
from knowledge.grids.table import DecisionTable
from knowledge.grids.versions import Version
from knowledge.text import words

_WRONG_ASK = 0.3
_CHOSEN = 0.7
_CLOSE = 0.05


@dataclass(frozen=True)
class Candidate:
    """A grid for a question: how its words were read, and what they match.

    ``entity`` are the words that name the thing (aliases, title, choices), ``unmatched`` the words with sense that
    nothing in the grid explains. ``coverage`` (0 to 1) is the share of the question explained, rare words counting
    more; ``asked`` is true, false, or ``None`` when the question does not say what it wants (a price, a rule…).
    ``score`` (0 to 1) ranks grids; ``missing`` names the input still to ask ("" when the question is complete).
    """

    version: Version
    reading: Reading
    score: float
    entity: tuple[str, ...]
    unmatched: tuple[str, ...]
    coverage: float
    asked: bool | None
    missing: str

    @property
    def table(self) -> DecisionTable:
        """The grid's version that answers."""
        return self.version.table

    @property
    def sure(self) -> bool:
        """Whether the grid is named, what is asked is what it tells, and no rare word is left unexplained."""
        return bool(self.entity) and self.asked is not False and self.coverage >= 0.8


class Vocabulary:
    """The words of a commune's grids: how they are spelled, and how telling each is among them."""

    def __init__(self, terms: Sequence[Terms], commune: Commune) -> None:
        names = (commune.name, *commune.aliases, *commune.inhabitants, *commune.neighbours)
        self.spelling = Spelling((*names, *(text for each in terms for text in each.texts)))
        self._size = len(terms)
        self.counts: dict[str, int] = {}
        for each in terms:
            for stem in each.vocabulary:
                self.counts[stem] = self.counts.get(stem, 0) + 1

    def weight(self, word: Word) -> float:
        """How telling a word is: most when no grid, or only one, has it."""
        return log((self._size + 2) / (self.counts.get(word.stem, 0) + 0.5))


def candidates(
    question: str, held: Iterable[tuple[Version, Terms]], commune: Commune, vocabulary: Vocabulary
) -> list[Candidate]:
    """The grids that ``question`` names, best first; none when no grid's name or choice is in it."""
    said = Said(question, vocabulary.spelling)
    found = [one for version, terms in held if (one := _candidate(said, version, terms, commune, vocabulary))]
    return sorted(found, key=lambda one: -one.score)


def rivals(found: Sequence[Candidate]) -> list[Candidate]:
    """The best candidate and those too close to it to choose without asking; best first."""
    return [one for one in found if one.score >= found[0].score - _CLOSE and one.asked == found[0].asked]


def asked(said: Said, aside: Container[int] = ()) -> frozenset[str]:
    """What a question wants, by the words it uses: prix, sanction, horaire…; empty when it does not say.

    The positions ``aside`` name the thing itself ("la ferme" is no closing time) and say nothing of what is wanted.
    """
    texts = ["" if at in aside else word.text for at, word in enumerate(said.words)]
    held = set(texts)
    found = {
        ask
        for ask, wanted in lexicon().asks.items()
        for want in wanted
        if want[0] in held and any(texts[at : at + len(want)] == list(want) for at in range(len(texts)))
    }
    # Folding makes "où" and "ou" the same word; only the accent, or the first place, tells the question.
    where = re.search(r"\boù\b", said.question.lower()) or (texts and texts[0] == "ou")
    return frozenset(found | {"lieu"}) if where else frozenset(found)


def _candidate(
    said: Said, version: Version, terms: Terms, commune: Commune, vocabulary: Vocabulary
) -> Candidate | None:
    if any(True for stems in terms.excludes for _ in occurrences(stems, said)):
        return None
    named = frozenset(at for stems in terms.names for at in anywhere(stems, said))
    reading = read(said, terms, commune, vocabulary.counts)
    chosen = frozenset(at for at in reading.choices if said[at].content)
    entity = named | chosen
    if not entity:
        return None
    content = _telling(said, commune, entity)
    explained = entity | reading.taken | {at for stems in terms.neutral for at in anywhere(stems, said)}
    explained |= {at for stem in terms.partial for at in said.places(stem)}
    total = sum(vocabulary.weight(said[at]) for at in content) or 1.0
    matched = sum(vocabulary.weight(said[at]) for at in content if at in explained)
    naming = sum(vocabulary.weight(said[at]) for at in named)
    naming += _CHOSEN * sum(vocabulary.weight(said[at]) for at in chosen - named)
    asks = asked(said, entity)
    fits = None if not asks else bool(asks & set(version.table.asks))
    coverage = matched / total
    # What names the thing must weigh too, or a grid that merely tolerates the words would win.
    share = naming / (naming + 2.0)
    missing = start(version.table, dict(reading.answers)).next_input()
    return Candidate(
        version=version,
        reading=reading,
        score=round(coverage * (0.5 + 0.5 * share) * (_WRONG_ASK if fits is False else 1.0), 4),
        entity=tuple(said[at].text for at in sorted(entity)),
        unmatched=tuple(said[at].text for at in content if at not in explained),
        coverage=round(coverage, 4),
        asked=fits,
        missing=missing.name if missing else "",
    )


def _telling(said: Said, commune: Commune, entity: frozenset[int]) -> list[int]:
    """The positions of words that a grid must explain: not the town's name, not what asks, not everyday words."""
    known = lexicon()
    own = {word for name in (commune.name, *commune.aliases) for word in words(name)}
    aside = own | known.asking
    return [
        at
        for at, word in enumerate(said.words)
        if at in entity or (word.content and word.text not in aside and word.stem not in known.light)
    ]
