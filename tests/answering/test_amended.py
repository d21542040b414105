from datetime import date

import pytest

from tests.answering.office import Act, office

TABLE = """DÉLIBÉRATION N° 4
TARIFS DES ANNEAUX

Il est proposé, à compter du 1er mars 2030 :

                              Tarif en vigueur     Proposition du bureau
Anneau simple  ou de 5 m         40 €                 44 €
Anneau double  ou de 8 m         60 €                 66 €

"""
AMENDED = """Mme Aubin dépose un amendement tendant à ramener l'anneau double à 63 €.

L'amendement est adopté par 9 voix.

Le conseil municipal, après en avoir délibéré, à l'unanimité, ADOPTE les tarifs proposés, ainsi amendés.
"""
VOTED = "Le conseil ADOPTE les tarifs proposés à l'unanimité.\n"
DAY = date(2030, 2, 3)


def told(text: str, asked: str = "prix de l'anneau double", on: date = date(2030, 6, 1)) -> str:
    return office(Act("conseil", text, date=DAY)).ask(asked, on=on).text


def test_what_an_act_proposes_is_what_holds_once_it_is_voted_and_applies() -> None:
    assert "66 €" in told(TABLE + VOTED) and "60 €" not in told(TABLE + VOTED)


def test_until_it_applies_what_held_before_is_told() -> None:
    assert "60 €" in told(TABLE + VOTED, on=date(2030, 2, 20))


def test_an_amendment_that_was_carried_says_the_price_of_its_row() -> None:
    assert told(TABLE + AMENDED).startswith("Mme Aubin dépose un amendement tendant à ramener l'anneau double à 63 €.")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (TABLE + AMENDED.replace("est adopté", "est rejeté").replace(", ainsi amendés", ""), "prix de l'anneau double"),
        (TABLE + AMENDED.replace("anneau double", "anneau simple"), "prix de l'anneau double"),
    ],
)
def test_an_amendment_that_was_lost_or_is_of_another_row_changes_nothing(text: str, asked: str) -> None:
    assert told(text, asked).startswith("66 €")
