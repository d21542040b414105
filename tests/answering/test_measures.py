import pytest

from bot.answering.measures import Measure, agreement, lasts_otherwise, measures_asked
from tests.answering.office import Act, office


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("une barque de 6,50 m", [Measure("m", 6.5)]),
        ("6 mètres de quai", [Measure("m", 6.0)]),
        ("un jeune de 14 ans", [Measure("ans", 14.0)]),
        ("une fille de moins de 10 ans", [Measure("ans", 9.0)]),
        ("ses enfants de 8, 10 et 12 ans", [Measure("ans", 8.0), Measure("ans", 10.0), Measure("ans", 12.0)]),
        ("deux filles (6 ans et 9 ans)", [Measure("ans", 6.0), Measure("ans", 9.0)]),
        ("vers 17h15", [Measure("h", 17.25)]),
        ("concession de 30 ans", []),
        ("90 m3 ou 12 m²", []),
    ],
)
def test_the_measures_of_a_question(text: str, found: list[Measure]) -> None:
    assert list(measures_asked(text)) == found


@pytest.mark.parametrize(
    ("label", "asked", "verdict"),
    [
        ("8 à 9,49 m", "barque de 9 m", 1),
        ("8 à 9,49 m", "barque de 10 m", -1),
        ("moins de 5 m", "barque de 4 m", 1),
        ("plus de 10 m", "barque de 4 m", -1),
        ("12 m et plus", "barque de 15 m", 1),
        ("jusqu'à 5 m", "barque de 5 m", 1),
        ("Carnet 4-17 ans", "rameur, un jeune de 14 ans", 1),
        ("Adulte (18 ans et plus)", "un jeune de 14 ans", -1),
        ("Retour (avant 17 h 30)", "vers 17h15", 1),
        ("Retour (après 17 h 30)", "vers 17h15", -1),
        ("Le soir de 16h30 à 18h30", "vers 17h15", 1),
        ("passé 18 h 30", "vers 17h15", -1),
        ("à partir de 17h", "vers 17h15", 1),
        ("jusqu'à 17 h", "vers 17h15", -1),
        ("Barque", "barque de 9 m", 0),
        ("8 à 9,49 m", "barque", 0),
        ("Enfant de moins de 10 ans", "concession 30 ans", 0),
    ],
)
def test_a_bracket_holds_what_is_asked_or_not(label: str, asked: str, verdict: int) -> None:
    assert agreement(label, measures_asked(asked)) == verdict


@pytest.mark.parametrize(
    ("asked", "labels", "otherwise"),
    [
        ("concession de 15 ans", ["Trente ans"], True),
        ("concession de 30 ans", ["Trente ans"], False),
        ("concession de 30 ans", ["Quinze ans", "Trente ans"], False),
        ("concession", ["Trente ans"], False),
    ],
)
def test_a_row_that_lasts_another_time_is_no_answer(asked: str, labels: list[str], otherwise: bool) -> None:
    assert lasts_otherwise(asked, asked, labels) is otherwise


def test_a_sentence_of_another_length_of_time_tells_no_price_of_the_one_asked() -> None:
    held = office(
        Act("quai", "ANNEAUX DU QUAI\n\nLe conseil porte la concession de l'anneau du quai à 90 € pour quinze ans.")
    )
    assert "90 €" in held.ask("prix d'un anneau du quai pour 15 ans").text
    assert held.ask("prix d'un anneau du quai pour 50 ans").status == "unknown"
