"""Typing errors put right against French and the words the acts really hold, and glued words cut."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.french import NEVER_ERRORS, STOP_WORDS
from index.slips import bases, elided, inflected, one_edit, other_starts, sounds, usual
from knowledge.lexicon import lexicon

# A word that French does not know must be in this many passages to attract: below, it is a name or an OCR accident.
_TRUSTED = 2
# What one of our own word lists is worth, in passages: enough to attract, less than what the acts say often.
_LISTED = 4.0
# A word that films say at all attracts, one said this often is worth a passage, and none more than this: without it, a
# slip in "regarder" would become "regard".
_RARE, _EVERYDAY, _MOST_EVERYDAY = 50, 500, 10.0
# One edit more must be paid by a word some fifty times more frequent, an odd fault by one some twelve times so.
_EDIT_COST, _ODD_FAULT, _OTHER_START = 4.0, 2.5, 1.0
# What a correction may cost grows with the word: two faults in twelve letters leave less doubt than one in four.
_LETTER_PAYS, _FIRST_PAYS_NOT = 1.3, 1.0
_SHORTEST, _LONG = 4, 9
_SHORTEST_PART = 3
_BASE = 1.0
# What French makes of a word of films is said less than that word.
_LEAST_SAID = 0.2


class Vocabulary:
    """The folded words of the acts with the number of passages holding each, and the words known beside them."""

    def __init__(self, counts: Mapping[str, int], known: Iterable[str] = ()) -> None:
        """``known`` are the words of the synonym lists: never corrected, and good corrections."""
        self._counts = counts
        self._listed = frozenset(word for word in known if word.isalpha())
        self._right = STOP_WORDS | NEVER_ERRORS | self._listed | counts.keys()

    def correct(self, word: str) -> str:
        """A folded word as it should be spelt, two words when it glues two; itself when right, a figure, or too far.

        The first word that neither the acts nor the lists hold loads the words of French, once.
        """
        if len(word) < _SHORTEST or not word.isalpha() or word in self._right or word in lexicon():
            return word
        if word.removesuffix("s") in self._listed or any(
            self._worth.get(base, 0) >= _LEAST_SAID for base in bases(word)
        ):
            return word
        if any(self._is_held(form) for form in inflected(word)):
            return word
        return self._near(word) or self._cut(word) or word

    def _is_held(self, word: str) -> bool:
        """Whether the acts or our lists say a word that French has not: it has not its other forms either."""
        held = word in self._listed or (word in self._counts and not self._spoilt(word))
        return held and word not in lexicon()

    @cached_property
    def _worth(self) -> dict[str, float]:
        """The words that attract, each worth the passages that hold it."""
        french = lexicon()
        heard = (word for word, said in french.items() if said > _RARE and word.isalpha())
        worth = {word: min(_MOST_EVERYDAY, french[word] / _EVERYDAY) for word in heard}
        for word in self._listed:
            worth[word] = max(_LISTED, worth.get(word, 0))
        for word, count in self._counts.items():
            if word.isalpha() and (word in french or count >= _TRUSTED):
                worth[word] = worth.get(word, 0) + count
        return worth

    @cached_property
    def _buckets(self) -> Mapping[tuple[str, int], list[str]]:
        buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._worth:
            buckets[word[0], len(word)].append(word)
        return buckets

    def _near(self, word: str) -> str:
        allowed = 2 if len(word) >= _LONG else 1
        found: dict[str, int] = {}
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            candidates = self._buckets.get((word[0], length), ())
            for candidate, distance, _ in process.extract(
                word, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=8
            ):
                found[candidate] = int(distance)
        for candidate in other_starts(word):
            if candidate in self._worth:
                found.setdefault(candidate, 1)
        costs = {one: self._cost(word, one, edits) for one, edits in found.items() if self._attracts(word, one, edits)}
        best = min(costs, key=lambda one: (costs[one], one), default="")
        return best if best and costs[best] <= _LETTER_PAYS * len(word) - _FIRST_PAYS_NOT else ""

    def _attracts(self, typed: str, word: str, edits: int) -> bool:
        """Two edits lead only to what acts or lists say, an odd one in a short word nowhere, as does a misread."""
        told = len(typed) >= _LONG or usual(typed, word) or sounds(typed, word) or elided(typed, word)
        if edits == 1 and not told:
            return False
        if word in self._listed:
            return True
        if word in self._counts:
            return not self._spoilt(word)
        return edits == 1

    def _spoilt(self, word: str) -> bool:
        """Whether a word of the acts looks like another one misread: a letter away from a French word they prefer."""
        french, count = lexicon(), self._counts[word]
        return word not in french and any(one in french and self._counts.get(one, 0) > count for one in one_edit(word))

    def _cost(self, word: str, candidate: str, edits: int) -> float:
        cost = _EDIT_COST * edits - math.log(self._worth[candidate])
        if elided(word, candidate):
            return cost
        start = 0.0 if candidate[0] == word[0] else _OTHER_START
        return cost + start + (0.0 if edits == 1 and usual(word, candidate) else _ODD_FAULT)

    def _cut(self, word: str) -> str:
        best, strength = "", _BASE
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            left, right = word[:at], word[at:]
            weakest = min(self._worth.get(left, 0), self._worth.get(right, 0))
            if weakest >= strength and (left in self._counts or right in self._counts):
                best, strength = f"{left} {right}", weakest
        return best
