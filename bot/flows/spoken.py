"""A question cut into words with their stems, and the phrases found in it, inflected or slightly mistyped."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from bot.flows.lexicon import lexicon, stem
from knowledge.text import fold, words

_PIECE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?(?!\d)|\d+[.,]\d+|[a-z]+\d*[a-z]*|\d+|€")
_ORDINAL = re.compile(r"(\d+)(?:er|ere|e|eme|nd|nde)\b")
_FIGURE = re.compile(r"h\d{2}|h|€|[\d.,\s]+|er|ere|eme")
_MOST_WORDS = 400
_MOST_CHARACTERS = 6000


@dataclass(frozen=True)
class Word:
    """One word or figure of a question, folded; ``sign`` is true when a minus stands before a figure."""

    text: str
    stem: str
    content: bool
    sign: bool = False


@dataclass(frozen=True)
class Found:
    """A phrase found: the positions of its words, first and last, and which positions it takes."""

    first: int
    last: int
    taken: frozenset[int]


class Said:
    """A question's words in order; ``known`` holds stems that are words of their own, never typing errors."""

    def __init__(self, question: str, known: Container[str] = ()) -> None:
        self.question = question[:_MOST_CHARACTERS]
        self.words = _words(self.question)[:_MOST_WORDS]
        self._skipped = lexicon().stop - lexicon().negations
        self._exact: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            self._exact.setdefault(word.stem, []).append(at)
        self._long = [
            (at, word.stem)
            for at, word in enumerate(self.words)
            if len(word.stem) >= 5 and word.stem.isalpha() and word.content and word.stem not in known
        ]
        self._near: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, at: int) -> Word:
        return self.words[at]

    def places(self, wanted: str, exact: bool = False) -> list[int]:
        """Where a stem is said; a long word may hold one typing error, two from nine letters on."""
        if exact or len(wanted) < 5 or not self._long:
            return self._exact.get(wanted, [])
        found = self._near.get(wanted)
        if found is None:
            found = list(self._exact.get(wanted, ()))
            found += [at for at, said in self._long if said != wanted and _mistyped(said, wanted)]
            self._near[wanted] = found = sorted(found)
        return found

    def follows(self, at: int, wanted: tuple[str, ...]) -> int:
        """The position of the next word that carries sense or belongs to the phrase; past the end if none."""
        at += 1
        while at < len(self.words) and self.words[at].text in self._skipped and self.words[at].stem not in wanted:
            at += 1
        return at


@lru_cache(maxsize=50_000)
def phrase(text: str) -> tuple[str, ...]:
    """The stems a phrase must show: its words that carry sense, negations kept; all of them if none does."""
    known = lexicon()
    full = words(text)
    kept = [word for word in full if word not in known.stop or word in known.negations | known.kept]
    if all(word in known.negations for word in kept):
        kept = full
    return tuple(stem(word) for word in kept)


@cache
def ordinal(text: str) -> int | None:
    """The rank a word is ("2e", "deuxieme"), or ``None``."""
    match = _ORDINAL.fullmatch(text)
    return int(match[1]) if match else lexicon().ordinals.get(text)


def occurrences(wanted: tuple[str, ...], said: Said, exact: bool = False) -> Iterator[Found]:
    """Where the stems of a phrase stand in a row, words without sense aside; ``exact`` allows no typing error."""
    if not wanted:
        return
    for first in said.places(wanted[0], exact):
        at, taken = first, [first]
        for want in wanted[1:]:
            at = said.follows(at, wanted)
            if at >= len(said) or at not in said.places(want, exact):
                break
            taken.append(at)
        else:
            yield Found(first, at, frozenset(taken))


def anywhere(wanted: tuple[str, ...], said: Said) -> frozenset[int]:
    """The positions that show every stem of a phrase, in any order; empty when one is missing."""
    found = []
    for want in wanted:
        places = said.places(want)
        if not places:
            return frozenset()
        found.append(places[0])
    return frozenset(found)


def _words(question: str) -> list[Word]:
    known = lexicon()
    text = fold(question)
    found = []
    for match in _PIECE.finditer(text):
        piece = match[0].strip(" .")
        before = text[max(match.start() - 1, 0) : match.start()]
        alone = text[max(match.start() - 2, 0) : match.start() - 1].strip(" :=(") == ""
        content = piece not in known.stop and not _FIGURE.fullmatch(piece)
        found.append(Word(piece, stem(piece), content, before in ("-", "−") and alone and piece[0].isdigit()))
    return found


def _mistyped(said: str, wanted: str) -> bool:
    if said[0] != wanted[0] or abs(len(said) - len(wanted)) > 2 or not wanted.isalpha():
        return False
    most = 2 if min(len(said), len(wanted)) >= 9 else 1
    return OSA.distance(said, wanted, score_cutoff=most) <= most
