import pytest

from tests.answering.office import Act, office

RINK = """PATINOIRE COUVERTE : TARIFS DE LOCATION

                                     Habitants     Extérieurs
Week-end (samedi et dimanche)            200 €          350 €
Journée en semaine                       100 €          180 €
Forfait chauffage (1/11 au 31/03)         30 €           30 €
Location de patins (la paire)           2,00 €         2,50 €
Location de gilets (le gilet)           0,50 €         0,80 €
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "habitant, patinoire le week-end du 16 janvier, 40 gilets loués, combien en tout ?",
            "200 € + 30 € + 40 × 0,50 € = 250 €",
        ),
        (
            "habitant, patinoire le week-end du 16 mai, 40 gilets loués, combien en tout ?",
            "200 € + 40 × 0,50 € = 220 €",
        ),
        (
            "extérieur, patinoire une journée de janvier, 10 gilets loués, combien en tout ?",
            "180 € + 30 € + 10 × 0,80 € = 218 €",
        ),
        ("habitant, location de 40 gilets, combien en tout ?", "40 × 0,50 € = 20 €"),
        # the season, or what one of the things costs, is not told
        ("habitant, patinoire un week-end, 40 gilets loués, combien en tout ?", ""),
        ("habitant, patinoire le week-end du 16 janvier, 40 casques loués, combien en tout ?", ""),
        ("habitant, patinoire le week-end du 16 mai, 40 gilets et 12 casques loués, combien en tout ?", ""),
    ],
)
def test_what_is_hired_by_the_piece_is_added_to_the_place(question: str, told: str) -> None:
    text = office(Act("rink", RINK)).ask(question).text
    assert told in text and ("=" in text) is bool(told), text
