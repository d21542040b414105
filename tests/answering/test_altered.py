import pytest

from tests.answering.office import Act, office

QUAY = """DÉLIBÉRATION : QUAI DES VANNES

Marché du quai.
Le mètre linéaire est à 1,50 € pour un marchand abonné et à 2,50 € pour un marchand de passage.
{}
"""
ASKED = "un pêcheur du lac de passage, 4 m au marché du quai, total ?"


def told(beside: str, asked: str = ASKED) -> str:
    return office(Act("quai", QUAY.format(beside))).ask(asked).text


@pytest.mark.parametrize(
    ("beside", "done"),
    [
        ("Les pêcheurs du lac bénéficient d'un abattement de 20 % sur le mètre linéaire.", "10 € − 20 % (2 €) = 8 €"),
        ("Le prix est réduit de moitié pour les pêcheurs du lac.", "10 € × 1/2 = 5 €"),
        ("Les pêcheurs du lac ont une remise de 20 %.", "10 € − 20 % (2 €) = 8 €"),
    ],
)
def test_what_a_text_says_is_changed_for_the_public_asked(beside: str, done: str) -> None:
    assert told(beside).startswith(f"4 × 2,50 € = 10 € ; {done}")


@pytest.mark.parametrize(
    "beside",
    [
        "Les forains du lac gelé bénéficient d'un abattement de 20 %.",
        "Les pêcheurs du lac bénéficient d'un abattement de 20 % sur la prise électrique.",
        "Les pêcheurs du lac bénéficient d'un abattement de 20 % à partir de la troisième semaine.",
    ],
)
def test_the_change_made_for_others_of_another_price_or_in_another_case_is_not(beside: str) -> None:
    assert "8 €" not in told(beside).split("\n")[0]


def test_a_change_that_is_not_plain_is_not_computed_and_no_more_is_the_price_without_it() -> None:
    said = told("Les pêcheurs du lac bénéficient d'un abattement de 20 % ou de 30 %.")
    assert "= 10 €" not in said


LEAVE = """RÈGLEMENT DU PERSONNEL DU PORT

Absences permises
Événement | Durée
Enfant malade | 5 jours par an
Noces d'un parent | 2 jours

- Enfant malade : le nombre est doublé pour l'agent qui élève seul son enfant.
"""


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        ("un agent qui élève seul son enfant malade a droit à combien de jours d'absence ?", "2 × 5 jours = 10 jours"),
        ("un agent dont l'enfant est malade a droit à combien de jours d'absence ?", ""),
    ],
)
def test_the_days_of_a_row_are_doubled_for_who_has_twice_as_many(asked: str, done: str) -> None:
    said = office(Act("port", LEAVE)).ask(asked).text
    assert said.startswith(done) and ("10 jours" in said) is bool(done)
