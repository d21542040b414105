import pytest

from bot.flows.spelled import spelled
from knowledge.text import words


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("zéro", 0),
        ("un", 1),
        ("dix-sept", 17),
        ("vingt et un", 21),
        ("vingt-deux", 22),
        ("soixante", 60),
        ("soixante et onze", 71),
        ("soixante-dix-sept", 77),
        ("quatre-vingts", 80),
        ("quatre-vingt-un", 81),
        ("quatre-vingt-onze", 91),
        ("quatre-vingt-dix-neuf", 99),
        ("nonante-deux", 92),
        ("cent", 100),
        ("cent vingt", 120),
        ("deux cents", 200),
        ("trois cent quarante-cinq", 345),
        ("mille", 1000),
        ("mille deux cents", 1200),
        ("mille un", 1001),
        ("deux mille cinq cents", 2500),
        ("dix mille", 10_000),
        ("quatre-vingt-dix mille", 90_000),
        ("cent vingt mille trois cent douze", 120_312),
        ("deux millions", 2_000_000),
        ("un million deux cent mille", 1_200_000),
    ],
)
def test_a_number_in_words_is_read_whole(said: str, value: int) -> None:
    texts = words(said)
    assert spelled(texts, 0) == (value, len(texts))


@pytest.mark.parametrize(
    ("said", "value", "used"),
    [
        ("trois quatre enfants", 3, 1),  # three or four, never seven
        ("vingt et quelques", 20, 1),
        ("dix et un", 10, 1),
        ("deux adultes", 2, 1),
        ("mille mille", 1000, 1),
        ("vingt trente", 20, 1),
    ],
)
def test_numbers_side_by_side_are_not_added(said: str, value: int, used: int) -> None:
    assert spelled(words(said), 0) == (value, used)


@pytest.mark.parametrize("said", ["enfant", "et un", ""])
def test_another_word_is_no_number(said: str) -> None:
    assert spelled(words(said), 0) is None


def test_a_number_is_read_from_any_place_in_a_sentence() -> None:
    assert spelled(words("ils ont cinquante-trois élèves"), 2) == (53, 4)
