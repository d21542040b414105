import pytest

from bot.answering.counting import left
from bot.understanding.question import read
from tests.answering.office import expand


@pytest.mark.parametrize(
    ("told", "uncounted"),
    [("L'anneau de trois mètres carrés est à 4 €.", 0), ("L'anneau de 3 m² est à 4 €.", 0), ("L'anneau est à 4 €.", 1)],
)
def test_a_size_said_in_words_is_counted_by_the_text(told: str, uncounted: int) -> None:
    asked = read("prix d'un anneau de 3 m²", correct=lambda word: word, expand=expand, communes={})
    assert len(left(asked, (), [told])) == uncounted


def test_what_a_parcel_is_called_counts_nothing() -> None:
    asked = read("la parcelle AK 72 achetée au port", correct=lambda word: word, expand=expand, communes={})
    assert not left(asked, (), ("La parcelle du port est à 4 €.",))


def test_the_name_of_a_case_counts_nothing() -> None:
    asked = read("3 barques, tranche 3", correct=lambda word: word, expand=expand, communes={})
    assert [one.thing for one in left(asked, ("Tranche 3 (701 à 1 050)",), ())] == ["barqu"]
    assert not left(asked, ("Pour 3, le jour",), ())


def test_days_that_a_label_says_count_nothing_else() -> None:
    asked = read("2 barques le week-end", correct=lambda word: word, expand=expand, communes={})
    assert left(asked, ("Barque, week-end (2 jours)",), ())
    assert not left(asked, ("Deux barques, week-end, pour 2",), ())
