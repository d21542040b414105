import pytest

from bot.answering.counts import agreement, counts_asked, counts_of
from knowledge.text import fold


@pytest.mark.parametrize(
    ("label", "low", "high"),
    [
        ("1 canot", 1, 1),
        ("2 canots", 2, 2),
        ("2 à 4 canots", 2, 4),
        ("3 canots et +", 3, 10_000),
        ("trois canots", 3, 3),
    ],
)
def test_a_label_counts_a_thing(label: str, low: int, high: int) -> None:
    (count,) = counts_of(label)
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize("label", ["30 ans", "12 euros", "4 jours", "canots", "2 et 3"])
def test_a_length_and_a_sum_count_nothing(label: str) -> None:
    assert counts_of(label) == ()


@pytest.mark.parametrize(
    ("question", "label", "agrees"),
    [
        ("famille de 3 enfants", "3 enfants et +", 1),
        ("famille de 5 enfants", "3 enfants et +", 1),
        ("famille de 2 enfants", "3 enfants et +", -1),
        ("famille avec un enfant", "1 enfant", 1),
        ("pour un enfant", "2 enfants", 0),
        ("un seul enfant", "2 enfants", -1),
        ("enfant unique", "1 enfant", 1),
        ("leur fille unique", "1 enfant", 1),
        ("3 barques", "2 enfants", 0),
    ],
)
def test_a_label_agrees_with_what_the_question_counts(question: str, label: str, agrees: int) -> None:
    assert agreement(label, counts_asked(fold(question))) == agrees
