"""Typing errors put right against the words that the grids and everyday French use; a word that is known is left."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.flows.lexicon import lexicon, stem
from knowledge.text import fold, words

_CAPITAL = re.compile(r"(?<=\w[\s,;:('’-])[A-ZÉÈÎ]\w+")
_LEAST = 5
_LONG = 8
_MOST_HELD = 5000


class Spelling:
    """The words known, and for any other the nearest of them when it is near and alone."""

    def __init__(self, texts: Iterable[str]) -> None:
        known = {word for text in texts for word in words(text)} | lexicon().words
        self._known = frozenset(known)
        self._stems = frozenset(map(stem, known))
        self._long = sorted(word for word in known if len(word) >= _LEAST and word.isalpha())
        self._held: dict[str, str] = {}

    def right(self, word: str) -> str:
        """``word`` (folded) as it should be spelled; itself when known, short, a figure, or near to nothing."""
        if len(word) < _LEAST or not word.isalpha() or word in self._known or stem(word) in self._stems:
            return word
        if word not in self._held:
            if len(self._held) > _MOST_HELD:
                self._held.clear()
            self._held[word] = self._nearest(word)
        return self._held[word]

    def _nearest(self, word: str) -> str:
        most = 2 if len(word) >= _LONG else 1
        found = process.extract(word, self._long, scorer=OSA.distance, score_cutoff=most, limit=5)
        if not found:
            return word
        best = [near for near, distance, _ in found if distance == found[0][1]]
        alike = [near for near in best if near[0] == word[0]]
        # Two different words as near as each other: nobody knows which was meant.
        return alike[0] if alike and len({stem(near) for near in alike}) == 1 else word


def names(question: str) -> frozenset[str]:
    """The folded words written with a capital inside a sentence: names, which are never put right."""
    return frozenset(fold(name) for name in _CAPITAL.findall(question))
