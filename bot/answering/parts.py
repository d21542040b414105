"""A passage made ready to be matched: its spans, and the stems of each thing that tells what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.answering import effort
from bot.answering.matching import stem_set, stems_of, stems_said
from bot.answering.rolls import only_lists
from bot.answering.spans import Span, spans_of
from bot.answering.topics import Topic
from bot.understanding.forms import holds
from bot.understanding.wants import Want
from index.analysis import stem, tokens
from knowledge.dates import MONTHS
from knowledge.documents import Figure, Passage, TableRow
from knowledge.smudges import readable
from knowledge.text import NUMBER_WORDS, fold, in_figures

_NAMING = re.compile(
    r"\b(?:articles?|art\.?|decrets?|loi|decisions?|deliberations?|alinea)\s*(?:n\W{0,3})?[lrd]?\.? ?\d[\d.-]*"
    r"|n° ?\d[\d./-]*"
)

# The first of a month as a scan reads it: "1 €” mai", "1% juin"
_FIRST = re.compile(rf"\b1 ?(?:€|%)\W{{0,4}}(?=(?:{'|'.join(MONTHS)})\b)")
_VOTED = re.compile(r"^\W*(?:vote\b|adopte|approuve|pour ?:|contre ?:|abstention)|\b\d+ voix\b|\ba l'unanimite")
MANY_THINGS = 3
_LISTED_THINGS = re.compile(r"\s:\s|[,;]\s|\set\s")
NEAR = 7  # tokens between a figure and what it counts
CAPTION = 100  # characters: longer, a line beside a table is a sentence


@dataclass(frozen=True)
class Part:
    """A span ready to be matched: its stems, its folded text, the same without numbers that only name a text."""

    span: Span
    held: frozenset[str]
    folded: str
    plain: str
    tokens: tuple[str, ...]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stem of each of its tokens."""
        return tuple(map(stem, self.tokens))

    @cached_property
    def figures(self) -> tuple[int, ...]:
        """The places of the figures among its tokens, and of the words for one above 1."""
        said = enumerate(self.tokens)
        return tuple(n for n, token in said if token[0].isdigit() or NUMBER_WORDS.get(token, 0) > 1)

    @cached_property
    def beside_figures(self) -> frozenset[str]:
        """The stems of the tokens that stand a few tokens from a figure at most."""
        return frozenset(one for at in self.figures for one in self.stems[max(0, at - NEAR) : at + NEAR + 1])

    @cached_property
    def said(self) -> str:
        """Its tokens with a space between."""
        return " ".join(self.tokens)

    @cached_property
    def rolls(self) -> bool:
        """Whether it only lists, which settles nothing: who sat and who was away, titles, figures under no column."""
        return only_lists(self.folded, self.span.clean)

    @cached_property
    def _found(self) -> dict[Want, bool]:
        return {}

    def holds(self, want: Want) -> bool:
        """Whether it holds something of the kind wanted; looked for once, whatever the questions."""
        if want not in self._found:
            self._found[want] = holds(want, self.plain)
        return self._found[want]


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
        return tuple(map(_part, spans_of(self.passage)))

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The spans of its parts."""
        return tuple(part.span for part in self.parts)

    @cached_property
    def titled(self) -> frozenset[str]:
        """The stems of the titles above it and of what its act is about."""
        return self.path | self.topic

    @cached_property
    def text(self) -> str:
        """The titles above it, then what it says."""
        return " ".join([*self.passage.path, self.passage.clean])

    @cached_property
    def heads(self) -> frozenset[str]:
        """The stems of what stands over the rows of its table and its columns, and of its captions."""
        labels = dict.fromkeys(label for figure in self.passage.figures for label in (*figure.row[:-1], *figure.column))
        return stem_set(" ".join([*(text for text in self._beside if _is_caption(text)), *labels]))

    @cached_property
    def prose(self) -> frozenset[str]:
        """The stems of the sentences beside the rows of its table."""
        return stem_set(" ".join(text for text in self._beside if not _is_caption(text)))

    @cached_property
    def _beside(self) -> list[str]:
        beside = [part for part in self.parts if part.span.line not in self.rows and not part.span.item]
        # how it was voted says no subject
        return [part.span.clean for part in beside if not _VOTED.search(part.folded)]

    @cached_property
    def titles(self) -> frozenset[int]:
        """The places, among its parts, of what only names its table: the captions above its rows."""
        parts = self.parts if self.rows else ()
        return frozenset(
            n for n, part in enumerate(parts) if part.span.line < min(self.rows) and _is_caption(part.span.clean)
        )

    @cached_property
    def captions(self) -> str:
        """What stands above the rows of its table, each label once, folded."""
        return fold(" ".join(dict.fromkeys(label for figure in self.passage.figures for label in figure.row[:-1])))

    @cached_property
    def rates(self) -> bool:
        """Whether it gives rates to multiply an income by."""
        return effort.of_rates(self.passage)

    @cached_property
    def rows(self) -> frozenset[int]:
        """The lines of its table, counted as ``Span.line`` is."""
        figures = self.passage.figures
        return frozenset(line for part in (figures, self.passage.rows if figures else ()) for line in _lines(part))


def _lines(rows: Iterable[Figure | TableRow]) -> Iterator[int]:
    return (row.line for row in rows)


def seen(passage: Passage, about: Topic) -> Seen:
    """``passage`` ready to be matched; ``about`` is what its act is about.

    Kept from question to question, since the same passages come back: ``forget`` when what is held changes.
    """
    return _seen(_Key(passage, about))


def forget() -> None:
    """Forget the passages seen: a document read anew may keep a passage's text, and change what it is cut into."""
    _seen.cache_clear()


def plainly(folded: str) -> str:
    """A folded text without the numbers that only name another text ("article 4", "n° 2004-12", "L. 2122-22")."""
    return _NAMING.sub(" ", _FIRST.sub("1er ", folded))


def _is_caption(text: str) -> bool:
    return len(text) <= CAPTION and not text.endswith((".", ";"))


def _others_listed(path: tuple[str, ...]) -> frozenset[str]:
    """The stems of what the title of a collection lists beside the part that a passage stands in.

    "Règlements : crèche, médiathèque, cimetières" names the library above the rules of the nursery too.
    """
    if len(path) < 2:
        return frozenset()
    below = stem_set(" ".join(path[1:]))
    items = [stem_set(item) for item in _LISTED_THINGS.split(path[0])[1:]]
    own = [item for item in items if item & below]
    if not own or len(items) < MANY_THINGS:
        return frozenset()
    return frozenset().union(*(item for item in items if item not in own)) - frozenset().union(below, *own)


class _Key:
    """A passage as a key of the cache: told apart by its id, titles and text, without hashing all of its figures."""

    def __init__(self, passage: Passage, about: Topic) -> None:
        self.passage, self.about = passage, about
        self._key = (passage.id, passage.path, passage.text, about)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._key == other._key


@lru_cache(maxsize=2_048)
def _seen(key: _Key) -> Seen:
    passage, about = key.passage, key.about
    others = _others_listed(passage.path)
    path = stem_set(" ".join(passage.path)) - others
    topic = stem_set(f"{about.words} {passage.context}") - others
    whole = stems_of(passage.clean)
    return Seen(passage, about, path, whole, topic, path | topic | whole)


def _part(span: Span) -> Part:
    folded = fold(span.clean)
    plain = plainly(fold(readable(span.clean)[0]))  # "4O0 €" is a sum, if a doubtful one
    said = tuple(tokens(plain))
    # most texts name no other text, and say no length of time in words: their tokens need not be told twice
    as_read = plain == folded and in_figures(span.clean) == span.clean
    return Part(span, stems_said(said) if as_read else stems_of(span.clean), folded, plain, said)
