"""The arrays give what BM25's formula gives."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import scoring

worths = st.dictionaries(st.integers(0, 40), st.floats(0.01, 10), max_size=30)


def test_bm25_is_the_textbooks() -> None:
    norm = scoring.norms([10, 20, 30])
    found = scoring.bm25({0: 2.0, 2: 1.0}, norm, 3)

    rarity = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    expected = rarity * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 10 / 20))
    assert list(found.passages) == [0, 2]
    assert found.scores[0] == pytest.approx(expected)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_a_rarer_stem_is_never_worth_less(first: int, second: int) -> None:
    low, high = sorted((first, second))
    assert scoring.idf(low, 1000) >= scoring.idf(high, 1000) > 0


@given(st.lists(worths, min_size=1, max_size=4))
def test_all_of_is_the_intersection_and_worth_the_best(parts: list[dict[int, float]]) -> None:
    found = scoring.all_of([scoring.postings(part) for part in parts])
    common = set.intersection(*map(set, parts))
    assert dict(found.items()) == {one: max(part[one] for part in parts) for one in common}
    assert list(found.passages) == sorted(found.passages)


@given(st.lists(st.tuples(worths, st.floats(0.1, 1.0)), max_size=4))
def test_best_of_counts_an_idea_once(parts: list[tuple[dict[int, float], float]]) -> None:
    found = scoring.best_of([(scoring.postings(part), weight) for part, weight in parts])
    expected: dict[int, float] = {}
    for part, weight in parts:
        for one, score in part.items():
            expected[one] = max(expected.get(one, 0.0), score * weight)
    assert found == expected


@given(st.lists(worths, max_size=5), st.integers(1, 10))
def test_the_best_of_the_sums(parts: list[dict[int, float]], limit: int) -> None:
    total = scoring.total_of(scoring.postings(part) for part in parts)
    expected = {one: sum(part.get(one, 0.0) for part in parts) for part in parts for one in part}
    assert total == pytest.approx(expected)
    best = scoring.best(total, limit)
    assert [score for _, score in best] == sorted(total.values(), reverse=True)[:limit]


@given(worths, st.integers(0, 40))
def test_membership_is_exact(worth: dict[int, float], passage: int) -> None:
    assert scoring.postings(worth).among([passage]) == worth.keys() & {passage}
