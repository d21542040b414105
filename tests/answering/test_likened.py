import pytest

from tests.answering.office import Act, office

TABLE = """LE BASSIN DES JONCS

Entrée | Habitant | Autre
Adulte | 3 € | 5 €
Enfant | 1 € | 2 €

"""
ASKED = "prix de l'entrée adulte au bassin pour un rameur du port"


def told(beside: str, asked: str = ASKED) -> str:
    return office(Act("bassin", TABLE + beside)).ask(asked).text


@pytest.mark.parametrize(
    "beside",
    [
        "Rameurs licenciés du port : tarif habitant, sur présentation du carnet.",
        "Le rameur du port paie le tarif des habitants, sur présentation du carnet.",
        "Les rameurs du port sont assimilés aux habitants, sur présentation du carnet.",
    ],
)
def test_a_sentence_that_gives_a_public_the_price_of_another_is_told_beside_the_prices(beside: str) -> None:
    assert "carnet" in told(beside) and "3 €" in told(beside)


@pytest.mark.parametrize("asked", ["prix de l'entrée adulte au bassin", "entrée enfant au bassin, combien ?"])
def test_it_is_not_told_to_who_asks_for_no_such_public(asked: str) -> None:
    assert "carnet" not in told("Rameurs licenciés du port : tarif habitant, sur présentation du carnet.", asked)


def test_what_is_free_of_another_thing_is_no_price_of_the_public_asked() -> None:
    assert "bouée" not in told("Bouée du port : gratuite le premier mois.")


def test_a_sentence_that_says_more_than_any_row_is_told_though_a_row_scores_as_well() -> None:
    rule = "Les rameurs de la Combe inscrits au club paient le prix de leur bassin, et non celui des autres."
    asked = "les rameurs de la Combe inscrits au club, quel prix au bassin ?"
    assert told(rule, asked).startswith("Les rameurs de la Combe")
