"""A passage made ready to be matched: its spans, and the stems of each thing that tells what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from bot.answering.matching import stem_set
from bot.answering.spans import Span, spans_of
from index.analysis import number_key, tokens
from knowledge.documents import Change, Figure, Passage, TableRow
from knowledge.text import fold

_NAMING = re.compile(
    r"\b(?:articles?|art\.?|decrets?|loi|decisions?|deliberations?|alinea)\s*(?:n\W{0,3})?[lrd]?\.? ?\d[\d.-]*"
    r"|n° ?\d[\d./-]*"
)


@dataclass(frozen=True)
class Topic:
    """What an act is about: its document's title and the names that come back in it; its kind, its number.

    ``restated`` marks a document that only restates the acts: an act that says as much comes first. ``changes`` are the
    acts that it modifies or repeals, ``effective`` the day from which it says that it applies.
    """

    words: str = ""
    kind: str = ""
    restated: bool = False
    number: str = ""
    changes: tuple[Change, ...] = ()
    effective: date | None = None

    def does(self, verb: str, number: str) -> bool:
        """Whether it "modifies" or "repeals" the act of that number."""
        key = number_key(number)
        return bool(key) and any(one.verb == verb and number_key(one.number) == key for one in self.changes)


@dataclass(frozen=True)
class Part:
    """A span ready to be matched: its stems, its folded text, the same without numbers that only name a text."""

    span: Span
    held: frozenset[str]
    folded: str
    plain: str
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """A passage ready to be matched, as stems.

    ``path`` holds those of the titles above it, ``whole`` its own, ``topic`` those of its act, ``all`` the three
    together.
    """

    passage: Passage
    about: Topic
    path: frozenset[str]
    whole: frozenset[str]
    topic: frozenset[str]
    all: frozenset[str]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its spans ready to be matched, made only for the passages that are looked into."""
        return _parts(_Key(self.passage))

    @cached_property
    def rows(self) -> frozenset[int]:
        """The lines of its table, counted as ``Span.line`` is."""
        figures = self.passage.figures
        return frozenset(line for part in (figures, self.passage.rows if figures else ()) for line in _lines(part))


def _lines(rows: Iterable[Figure | TableRow]) -> Iterator[int]:
    return (row.line for row in rows)


def seen(passage: Passage, about: Topic) -> Seen:
    """``passage`` ready to be matched; ``about`` is what its act is about."""
    path = stem_set(" ".join(passage.path))
    topic = stem_set(f"{about.words} {passage.context}")
    whole = stem_set(passage.clean)
    return Seen(passage, about, path, whole, topic, path | topic | whole)


def plainly(folded: str) -> str:
    """A folded text without the numbers that only name another text ("article 4", "n° 2004-12", "L. 2122-22")."""
    return _NAMING.sub(" ", folded)


class _Key:
    """A passage as a key of the cache: told apart by its id and its text, without hashing all of its figures."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._key = (passage.id, passage.text)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._key == other._key


@lru_cache(maxsize=4_096)
def _parts(key: _Key) -> tuple[Part, ...]:
    parts = []
    for span in spans_of(key.passage):
        folded = fold(span.clean)
        plain = plainly(folded)
        parts.append(Part(span, stem_set(span.clean), folded, plain, tuple(tokens(plain))))
    return tuple(parts)
