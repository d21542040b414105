"""A question cut into words with their stems, and the phrases found in it, inflected or slightly mistyped."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from bot.flows.lexicon import lexicon, stem
from knowledge.text import fold, words

_PIECE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?(?!\d)|\d+[.,]\d+|[a-z]+\d*[a-z]*|\d+|€")
_ORDINAL = re.compile(r"(\d+)(?:er|ere|e|eme|nd|nde)\b")
_HOUR = re.compile(r"h\d{2}|h|[\d.,\s]+.*")
_MOST_WORDS = 400


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


@cache
def phrase(text: str) -> tuple[str, ...]:
    """The stems a phrase must show: its words that carry sense, negations kept; all of them if none does."""
    known = lexicon()
    full = words(text)
    kept = [word for word in full if word not in known.stop or word in known.negations | known.kept]
    return tuple(stem(word) for word in (kept or full))


def spoken(question: str) -> list[Word]:
    """The words of a question, at most 400 of them."""
    known = lexicon()
    text = fold(question[:6000])
    found = []
    for match in _PIECE.finditer(text):
        piece = match[0].strip(" .")
        before = text[max(match.start() - 1, 0) : match.start()]
        alone = text[max(match.start() - 2, 0) : match.start() - 1].strip(" :=(") == ""
        found.append(
            Word(
                piece,
                stem(piece),
                piece.isalnum() and piece not in known.stop and not _HOUR.fullmatch(piece),
                before in ("-", "−") and alone and piece[0].isdigit(),
            )
        )
    return found[:_MOST_WORDS]


def ordinal(text: str) -> int | None:
    """The rank a word is ("2e", "deuxieme"), or ``None``."""
    match = _ORDINAL.fullmatch(text)
    return int(match[1]) if match else lexicon().ordinals.get(text)


def occurrences(wanted: tuple[str, ...], said: list[Word], known: Container[str] | None = ()) -> Iterator[Found]:
    """Where the stems of a phrase stand in a row, words without sense aside.

    A long word may hold one typing error (two from nine letters on), unless its stem is in ``known``; none at all when
    ``known`` is ``None``.
    """
    if not wanted:
        return
    skipped = lexicon().stop - lexicon().negations
    places = [at for at, word in enumerate(said) if word.text not in skipped or word.stem in wanted]
    for start in range(len(places) - len(wanted) + 1):
        window = places[start : start + len(wanted)]
        if all(same(said[at], want, known) for at, want in zip(window, wanted, strict=True)):
            yield Found(window[0], window[-1], frozenset(window))


def anywhere(wanted: tuple[str, ...], said: list[Word], known: Container[str] | None = ()) -> frozenset[int]:
    """The positions that show every stem of a phrase, in any order; empty when one is missing."""
    places = [next((at for at, word in enumerate(said) if same(word, want, known)), None) for want in wanted]
    found = [place for place in places if place is not None]
    return frozenset(found) if len(found) == len(wanted) else frozenset()


def same(word: Word, wanted: str, known: Container[str] | None = ()) -> bool:
    """Whether a word shows a stem, a small typing error in a long word allowed."""
    if word.stem == wanted:
        return True
    if known is None or len(word.stem) < 5 or len(wanted) < 5 or word.stem[0] != wanted[0] or word.stem in known:
        return False
    if not (word.stem.isalpha() and wanted.isalpha()):
        return False
    most = 2 if min(len(word.stem), len(wanted)) >= 9 else 1
    return OSA.distance(word.stem, wanted, score_cutoff=most) <= most
