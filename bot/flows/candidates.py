"""Which grids a question is about, judged by what of its words each one explains, never by one word alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from bot.flows.choosing import phrases
from bot.flows.lexicon import lexicon
from bot.flows.reading import Reading, read
from bot.flows.spoken import Word, anywhere, occurrences, phrase, same, spoken
from knowledge.content import Commune
from knowledge.grids.play import start
from knowledge.grids.table import DecisionTable
from knowledge.grids.versions import Version
from knowledge.text import words

_WRONG_ASK = 0.3


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
    """The words of a commune's grids, and how telling each is among them."""

    def __init__(self, tables: Sequence[DecisionTable]) -> None:
        self._tables = tables

    @cached_property
    def counts(self) -> dict[str, int]:
        """In how many grids each stem stands."""
        counts: dict[str, int] = {}
        for table in self._tables:
            for stem in _stems(table):
                counts[stem] = counts.get(stem, 0) + 1
        return counts

    def weight(self, word: Word) -> float:
        """How telling a word is: most when no grid, or only one, has it."""
        return log((len(self._tables) + 2) / (self.counts.get(word.stem, 0) + 0.5))


def candidates(question: str, versions: Iterable[Version], commune: Commune, vocabulary: Vocabulary) -> list[Candidate]:
    """The grids that ``question`` names, best first; none when no grid's name or choice is in it."""
    said = spoken(question)
    found = [one for version in versions if (one := _candidate(question, said, version, commune, vocabulary))]
    return sorted(found, key=lambda one: -one.score)


def asked(question: str, said: list[Word], aside: Container[int] = ()) -> frozenset[str]:
    """What a question wants, by the words it uses: prix, sanction, horaire…; empty when it does not say.

    The positions ``aside`` name the thing itself ("la ferme" is no closing time) and say nothing of what is wanted.
    """
    texts = ["" if at in aside else word.text for at, word in enumerate(said)]
    found = {
        ask
        for ask, wanted in lexicon().asks.items()
        for want in wanted
        if any(texts[at : at + len(want)] == list(want) for at in range(len(texts) - len(want) + 1))
    }
    # Folding makes "où" and "ou" the same word; only the accent, or the first place, tells the question.
    where = re.search(r"\boù\b", question.lower()) or (texts and texts[0] == "ou")
    return frozenset(found | {"lieu"}) if where else frozenset(found)


def _candidate(
    question: str, said: list[Word], version: Version, commune: Commune, vocabulary: Vocabulary
) -> Candidate | None:
    table = version.table
    if any(True for text in table.excludes for _ in occurrences(phrase(text), said, None)):
        return None
    known = vocabulary.counts
    named, spared = _places((*table.aliases, table.title), said, known), _places(table.neutral, said, known)
    partial = _partial(table, said, known)
    reading = read(question, table, commune, known)
    chosen = frozenset(at for at in reading.choices if said[at].content)
    entity = named | chosen
    if not entity:
        return None
    own = {word for name in (commune.name, *commune.aliases) for word in words(name)}
    asking = {word for wanted in lexicon().asks.values() for each in wanted for word in each}
    content = [
        at
        for at, word in enumerate(said)
        if (word.content and word.text not in own and word.text not in asking) or at in entity
    ]
    explained = entity | spared | partial | reading.taken
    total = sum(vocabulary.weight(said[at]) for at in content) or 1.0
    matched = sum(vocabulary.weight(said[at]) for at in content if at in explained)
    naming = sum(vocabulary.weight(said[at]) for at in named) + 0.7 * sum(
        vocabulary.weight(said[at]) for at in chosen - named
    )
    asks = asked(question, said, entity)
    fits = None if not asks else bool(asks & set(table.asks))
    coverage = matched / total
    # What names the thing must weigh too, or a grid that merely tolerates the words would win.
    naming_share = naming / (naming + 2.0)
    score = coverage * (0.5 + 0.5 * naming_share) * (_WRONG_ASK if fits is False else 1.0)
    missing = start(table, dict(reading.answers)).next_input()
    return Candidate(
        version=version,
        reading=reading,
        score=round(score, 4),
        entity=tuple(said[at].text for at in sorted(entity)),
        unmatched=tuple(said[at].text for at in content if at not in explained),
        coverage=round(coverage, 4),
        asked=fits,
        missing=missing.name if missing else "",
    )


def _places(texts: Iterable[str], said: list[Word], known: dict[str, int]) -> frozenset[int]:
    return frozenset(at for text in texts for at in anywhere(phrase(text), said, known))


def _partial(table: DecisionTable, said: list[Word], known: dict[str, int]) -> frozenset[int]:
    """Words of the title, aliases or units said alone: they explain a word, they do not name the grid."""
    wanted = {stem for text in (table.title, *table.aliases) for stem in phrase(text)}
    for entry in table.inputs:
        wanted |= {stem for text in (entry.unit, entry.label, *entry.words) for stem in phrase(text)}
    return frozenset(at for at, word in enumerate(said) if word.content and any(same(word, w, known) for w in wanted))


def _stems(table: DecisionTable) -> set[str]:
    found = {stem for text in (table.title, *table.aliases) for stem in phrase(text)}
    for entry in table.inputs:
        found |= {stem for choice in entry.choices for stems in phrases(choice) for stem in stems}
    for rule in table.rules:
        found |= {stem for text in (rule.item, *rule.aliases) if text for stem in phrase(text)}
    return found
