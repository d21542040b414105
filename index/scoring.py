"""BM25 over postings held as arrays: the same ranking as a matcher's loop, many times faster."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

K1 = 1.2
B = 0.75
# A title counts as so many words of the text; measured in benchmarks/index_ranking.py.
PATH_WEIGHT = 0.5


@dataclass(frozen=True)
class Postings:
    """The passages that hold a stem, numbers rising, and what the stem is worth in each."""

    passages: array[int]
    scores: array[float]

    def items(self) -> Iterable[tuple[int, float]]:
        """Each passage with what the stem is worth there."""
        return zip(self.passages, self.scores, strict=True)

    def among(self, wanted: Iterable[int]) -> set[int]:
        """Those of the passages ``wanted`` that hold the stem."""
        held = self.passages
        places = ((one, bisect_left(held, one)) for one in wanted)
        return {one for one, at in places if at < len(held) and held[at] == one}


def postings(worth: Mapping[int, float]) -> Postings:
    """Postings of a mapping from passage number to worth."""
    order = sorted(worth)
    return Postings(array("L", order), array("d", [worth[one] for one in order]))


def idf(count: int, total: int) -> float:
    """How telling it is that a passage holds a stem that ``count`` of ``total`` passages hold; always positive."""
    return math.log(1 + (total - count + 0.5) / (count + 0.5))


def norms(lengths: Sequence[float]) -> array[float]:
    """For each passage, the part of BM25's denominator that depends only on its length in words."""
    average = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
    return array("d", [K1 * (1 - B + B * length / average) for length in lengths])


def bm25(frequencies: Mapping[int, float], norm: Sequence[float], total: int) -> Postings:
    """What a stem found ``frequencies[passage]`` times is worth in each passage."""
    rarity = idf(len(frequencies), total)
    return postings({one: rarity * times * (K1 + 1) / (times + norm[one]) for one, times in frequencies.items()})


def all_of(stems: Sequence[Postings]) -> Postings:
    """The passages that hold every one of ``stems``, each worth what its rarest stem is worth there."""
    first, *others = sorted(stems, key=lambda one: len(one.passages))
    worth = dict(first.items())
    for other in others:
        theirs = dict(other.items())
        worth = {one: max(score, theirs[one]) for one, score in worth.items() if one in theirs}
    return postings(worth)


def best_of(stems: Iterable[tuple[Postings, float]]) -> dict[int, float]:
    """The passages that hold any of the weighted stems, each worth its best one: saying a thing twice adds nothing."""
    worth: dict[int, float] = {}
    # The commonest first: it fills the mapping at once, and the others only correct it.
    for stem, weight in sorted(stems, key=lambda one: -len(one[0].passages)):
        if worth:
            known = worth.get
            for passage, score in stem.items():
                if score * weight > known(passage, 0.0):
                    worth[passage] = score * weight
        else:
            worth = {passage: score * weight for passage, score in stem.items()}
    return worth


def total_of(ideas: Iterable[Postings | Mapping[int, float]]) -> dict[int, float]:
    """The sum of what each idea is worth, passage by passage."""
    worth: dict[int, float] = {}
    for idea in ideas:
        if worth:
            known = worth.get
            for passage, score in idea.items():
                worth[passage] = known(passage, 0.0) + score
        else:
            worth = dict(idea.items())
    return worth


def best(worth: Mapping[int, float], limit: int) -> list[tuple[int, float]]:
    """The ``limit`` passages worth most, best first."""
    return nlargest(limit, worth.items(), key=itemgetter(1))
