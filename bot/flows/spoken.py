"""A question cut into words with their stems, and the phrases found in it, whatever their inflection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.flows.lexicon import lexicon, stem
from bot.flows.spelling import Spelling, names
from bot.understanding.shorthand import shorthand
from knowledge.text import fold, words

_RANK = r"\d{1,2}(?:ere|er|re|ieme|eme|nde|nd|e)"
_PIECE = re.compile(
    rf"\d{{1,3}}(?:[ \u00a0\u202f.]\d{{3}})+(?:,\d+)?(?!\d)|\d+[.,]\d+|{_RANK}(?![a-z\d])|[a-z]+\d*[a-z]*|\d+|€"
)
_ORDINAL = re.compile(r"(\d{1,2})(?:ere|er|re|ieme|eme|nde|nd|e)")
_FIGURE = re.compile(r"h\d{2}|h|€|[\d.,\s]+|er|ere|re|e|eme|ieme")
_PAUSE = re.compile(r"[,;:.!?()\n]")
_ARTICLES = ("un", "une")
_MOST_WORDS = 400
_MOST_CHARACTERS = 6000


@dataclass(frozen=True)
class Word:
    """One word or figure of a question, folded; ``sign`` is true when a minus stands before a figure.

    ``pause`` tells that a comma, a stop or a bracket stands before it; ``typed`` that it was not put right.
    """

    text: str
    stem: str
    content: bool
    sign: bool = False
    pause: bool = False
    typed: bool = True


@dataclass(frozen=True)
class Found:
    """A phrase found: the positions of its words, first and last, and which positions it takes."""

    first: int
    last: int
    taken: frozenset[int]


class Said:
    """A question's words in order, typing errors put right where a ``spelling`` is given."""

    def __init__(self, question: str, spelling: Spelling | None = None) -> None:
        self.question = question[:_MOST_CHARACTERS]
        self.words = tuple(_words(self.question, spelling)[:_MOST_WORDS])
        self._skipped = lexicon().stop - lexicon().negations
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            self._places.setdefault(word.stem, []).append(at)

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, at: int) -> Word:
        return self.words[at]

    def places(self, wanted: str) -> list[int]:
        """Where a stem is said."""
        return self._places.get(wanted, [])

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
    return tuple(known_as(word) for word in kept)


@cache
def known_as(word: str) -> str:
    """What a folded word is compared by: its stem, its rank ("3e" and "troisième" are one), its number ("trente")."""
    rank = ordinal(word)
    if rank is not None:
        return f"{rank}e"
    return str(lexicon().numbers[word]) if word in lexicon().numbers and word not in _ARTICLES else stem(word)


@cache
def ordinal(text: str) -> int | None:
    """The rank a word is ("2e", "deuxieme"), or ``None``."""
    match = _ORDINAL.fullmatch(text)
    return int(match[1]) if match else lexicon().ordinals.get(text)


def occurrences(wanted: tuple[str, ...], said: Said) -> Iterator[Found]:
    """Where the stems of a phrase stand in a row, words without sense aside."""
    if not wanted:
        return
    for first in said.places(wanted[0]):
        at, taken = first, [first]
        for want in wanted[1:]:
            at = said.follows(at, wanted)
            if at >= len(said) or said[at].stem != want:
                break
            # "non, le matin" is an answer and a fact, not "non le matin".
            if said[first].text in lexicon().negations and said[at].pause:
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


def _words(question: str, spelling: Spelling | None) -> list[Word]:
    known = lexicon()
    spared = names(question) if spelling else frozenset()
    text = fold(question)
    found, end = [], 0
    for match in _PIECE.finditer(text):
        typed = match[0].strip(" .")
        before = text[max(match.start() - 1, 0) : match.start()]
        alone = text[max(match.start() - 2, 0) : match.start() - 1].strip(" :=(") == ""
        sign = before in ("-", "−") and alone and typed[0].isdigit()
        pause = _PAUSE.search(text, end, match.start()) is not None
        for piece in _meant(typed, typed in spared, spelling):
            content = piece not in known.stop and piece not in known.numbers and not _FIGURE.fullmatch(piece)
            found.append(Word(piece, known_as(piece), content, sign, pause, piece == typed))
            pause = False
        end = match.end()
    return found


def _meant(typed: str, name: bool, spelling: Spelling | None) -> list[str]:
    """What a folded word stands for: itself, the word it was mistyped for, or what it shortens; none for "stp"."""
    if spelling is None:
        return [typed]
    if name:
        return [spelling.named(typed)]
    if typed in shorthand() and not spelling.own(typed):
        return shorthand()[typed].replace("'", " ").split()
    return [spelling.right(typed)]
