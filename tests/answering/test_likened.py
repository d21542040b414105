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


FREE = "Note : l'entrée est gratuite pour les pilotes de canal et les éclusières agréées de la commune."


@pytest.mark.parametrize(
    ("beside", "asked"),
    [
        (FREE, "une éclusière agréée de la commune doit-elle payer l'entrée adulte au bassin ?"),
        ("Les éclusières agréées entrent gratuitement.", "prix de l'entrée adulte au bassin pour une éclusière agréée"),
        (
            "Les éclusières agréées sont exonérées du droit d'entrée.",
            "prix de l'entrée adulte au bassin, éclusière agréée",
        ),
        ("Gratuit pour les moins de 6 ans.", "entrée enfant au bassin pour mon fils de 4 ans, combien ?"),
    ],
)
def test_who_pays_nothing_is_told_so_first(beside: str, asked: str) -> None:
    assert told(beside, asked).removeprefix("« ").startswith(beside)


@pytest.mark.parametrize(
    ("beside", "asked"),
    [
        (FREE, "prix de l'entrée adulte au bassin"),
        (FREE, "prix de l'entrée adulte au bassin pour un pilote de ligne"),
        (FREE, "une éclusière agréée d'une autre commune doit-elle payer l'entrée adulte au bassin ?"),
        ("Les éclusières du port de Gau sont exonérées.", "prix de l'entrée adulte au bassin, éclusière du pont"),
        ("La première entrée est gratuite pour les éclusières.", "prix de l'entrée adulte au bassin, éclusière"),
        ("Les éclusières ne sont pas exonérées.", "prix de l'entrée adulte au bassin, éclusière"),
        ("Gratuit pour les moins de 6 ans.", "entrée enfant au bassin pour mon fils de 9 ans, combien ?"),
    ],
)
def test_what_is_free_for_others_or_at_times_leaves_the_price_first(beside: str, asked: str) -> None:
    assert not told(beside, asked).startswith("«") and "€" in told(beside, asked)


def test_who_pays_as_another_side_does_is_told_that_and_not_the_price_of_the_first() -> None:
    beside = "Les éclusiers venus d'une autre commune sont facturés comme les habitants."
    table = TABLE.replace("Autre", "Hors commune")
    asked = "prix de l'entrée adulte au bassin pour un éclusier d'une autre commune"
    said = office(Act("bassin", table + beside)).ask(asked).text
    assert beside in said and "5 €" not in said


def test_who_pays_as_others_do_is_told_the_price_that_this_leaves_true() -> None:
    beside = "Les éclusiers de passage paient le tarif des habitants."
    assert told(beside, "prix de l'entrée adulte au bassin pour un éclusier de passage").startswith(f"« {beside} »\n- ")
