"""Typing errors put right against the words that the grids and everyday French use; a word that is known is left."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.flows.lexicon import lexicon, stem
from knowledge.lexicon import lexicon as french
from knowledge.text import fold, words

_CAPITAL = re.compile(r"(?<=\w[\s,;:('’-])[A-ZÉÈÎ]\w+")
_NAME = re.compile(r"\b[A-ZÉÈÎ][^\W\d_]{4,}")
_LEAST = 5
_LONG = 8
# A rarer word of French ("paner") is more likely a slip in a word of the grids than meant.
_EVERYDAY = 200
_MOST_HELD = 5000


class Spelling:
    """The words known, and for any other the nearest of them when it is near and alone.

    ``people`` are the words for a town's inhabitants, capital or not.
    """

    def __init__(self, texts: Iterable[str], people: Iterable[str] = ()) -> None:
        every = [*texts, *people]
        known = {word for text in every for word in words(text)} | lexicon().words
        self._known = frozenset(known)
        self._own = frozenset(word for text in every for word in words(text)) | lexicon().units.keys()
        self._stems = frozenset(map(stem, known))
        self._long = sorted(word for word in known if len(word) >= _LEAST and word.isalpha())
        self._proper = sorted({fold(name) for text in every for name in _NAME.findall(text)})
        self._people = sorted({word for text in people for word in words(text) if len(word) >= _LONG})
        self._held: dict[str, str] = {}

    def own(self, word: str) -> bool:
        """Whether a folded word is one of the grids', or a unit, and so shortens nothing."""
        return word in self._own

    def right(self, word: str) -> str:
        """``word`` (folded) as it should be spelled; itself when known, short, a figure, or near to nothing."""
        if len(word) < _LEAST or not word.isalpha() or word in self._known:
            return word
        if word not in self._held:
            if len(self._held) > _MOST_HELD:
                self._held.clear()
            right = stem(word) in self._stems or french().get(word, 0) >= _EVERYDAY
            self._held[word] = self._inhabitants(word) or (word if right else self._nearest(word))
        return self._held[word]

    def named(self, word: str) -> str:
        """A folded word written with a capital, as the name known that it can only be; one town is not another's.

        A name one error away with the same ends, or the inhabitants' word two errors away; anything else is left.
        """
        if len(word) < _LEAST or not word.isalpha() or word in self._known:
            return word
        near = process.extract(word, self._proper, scorer=OSA.distance, score_cutoff=1, limit=3)
        alike = [name for name, _, _ in near if (name[0], name[-1]) == (word[0], word[-1])]
        return alike[0] if alike else self._inhabitants(word) or word

    def _inhabitants(self, word: str) -> str:
        """The word for the town's people that ``word`` is two errors away from at most, or ""."""
        found = process.extractOne(word, self._people, scorer=OSA.distance, score_cutoff=2)
        return found[0] if found and len(word) >= _LONG and found[0][0] == word[0] else ""

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
    """The folded words written with a capital inside a sentence: names, which are hardly ever put right."""
    return frozenset(fold(name) for name in _CAPITAL.findall(question))
