import pytest

from tests.answering.office import Act, Office, office

HOURS = Act(
    "horaires-de-l-ecluse",
    "HORAIRES DE L'ECLUSE\n\nOuverture de l'écluse : du lundi au samedi, de 8 h à 18 h, sauf crue signalée au port.",
)
# What every act names weighs little beside the day and the hours.
RULES = Act(
    "reglement-du-canal",
    "REGLEMENT DU CANAL\n\n"
    + "\n\n".join(
        f"Article {n} - {what}\nLa capitainerie {does}."
        for n, (what, does) in enumerate(
            [
                ("Yoles", "numérote les yoles"),
                ("Crues", "annonce les crues"),
                ("Bouées", "relève les bouées"),
                ("Anneaux", "attribue les anneaux"),
                ("Canots", "contrôle les canots"),
                ("Quais", "nettoie les quais"),
            ],
            1,
        )
    ),
)


@pytest.fixture(scope="module")
def town() -> Office:
    return office(HOURS, RULES)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("horaires d'ouverture de l'écluse le samedi", True),
        ("ouverture écluse samedi", True),
        ("ouverture capitainerie samedi", False),
        ("horaires d'ouverture de la capitainerie, lundi et samedi", False),
        ("ouverture du lundi au samedi : l'écluse ?", True),
    ],
)
def test_the_hours_of_a_place_are_those_of_no_other(town: Office, question: str, told: bool) -> None:
    answer = town.ask(question)
    assert (answer.status == "answer" and "18 h" in answer.text) is told
