"""Typing errors put right against the words the acts really hold, and glued words cut."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.french import COMMON_WORDS, STOP_WORDS

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# A word seen in fewer passages is as likely an OCR accident as a word: it is let stand, but attracts nothing.
_TRUSTED = 2
# What one of our own word lists is worth, in passages: enough to attract, less than what the acts say often.
_LISTED = 4
# One edit more must be paid by a word some twenty times more frequent.
_EDIT_COST = 3.0
_SHORTEST, _LONG = 4, 7
_SHORTEST_PART = 3


class Vocabulary:
    """The folded words of the acts with the number of passages holding each, and the words known beside them."""

    def __init__(self, counts: Mapping[str, int], known: Iterable[str] = ()) -> None:
        """``known`` are the words of the synonym lists: never corrected, and good corrections."""
        listed = COMMON_WORDS | frozenset(known)
        self._right = STOP_WORDS | listed | counts.keys()
        self._trusted = {word: count for word, count in counts.items() if count >= _TRUSTED and word.isalpha()}
        for word in listed:
            if word.isalpha():
                self._trusted[word] = max(self._trusted.get(word, 0), _LISTED)
        self._buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._trusted:
            self._buckets[word[0], len(word)].append(word)

    def correct(self, word: str) -> str:
        """A folded word as it should be spelt, two words when it glues two; itself when right, a figure, or too far."""
        if len(word) < _SHORTEST or not word.isalpha() or word in self._right:
            return word
        near = self._near(word)
        return near or self._cut(word) or word

    def _near(self, word: str) -> str:
        allowed = 2 if len(word) >= _LONG else 1
        found: dict[str, int] = {}
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            candidates = self._buckets.get((word[0], length), ())
            for candidate, distance, _ in process.extract(
                word, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=8
            ):
                found[candidate] = int(distance)
        for candidate in _other_starts(word):
            if candidate in self._trusted and candidate not in found:
                found[candidate] = 1
        return min(found, key=lambda one: self._cost(word, one, found[one]), default="")

    def _cost(self, word: str, candidate: str, distance: int) -> tuple[float, str]:
        start = 0.0 if candidate[0] == word[0] else 1.0
        return _EDIT_COST * distance + start - math.log(self._trusted[candidate]), candidate

    def _cut(self, word: str) -> str:
        best, strength = "", 0
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            left, right = word[:at], word[at:]
            weakest = min(self._trusted.get(left, 0), self._trusted.get(right, 0))
            if weakest > strength:
                best, strength = f"{left} {right}", weakest
        return best


def _other_starts(word: str) -> Iterable[str]:
    """Words one edit away that begin otherwise: a first letter lost, doubled, wrong, or swapped with the second."""
    yield word[1:]
    yield word[1] + word[0] + word[2:]
    for letter in _LETTERS:
        yield letter + word
        yield letter + word[1:]
