from datetime import date

import pytest

from bot.answering.dated import begins, in_force

AUTUMN, SPRING = date(2029, 11, 2), date(2029, 5, 3)


@pytest.mark.parametrize(
    ("labels", "named", "on", "held"),
    [
        (["2028", "2029"], (), AUTUMN, ["2029"]),
        (["2029", "2030"], (), AUTUMN, ["2029"]),
        (["2030", "2031"], (), AUTUMN, ["2030"]),
        (["2028", "2029"], ("2028",), AUTUMN, ["2028"]),
        (["2028-2029", "2029-2030"], (), AUTUMN, ["2029-2030"]),
        (["2028-2029", "2029-2030"], (), SPRING, ["2028-2029"]),
        (["Saison 2028/29", "Saison 2029/30"], (), AUTUMN, ["Saison 2029/30"]),
        (["tarif 2029", "saison 29-30"], ("2029",), AUTUMN, ["saison 29-30"]),
        (["2028-2029", "2029-2030"], ("2028",), AUTUMN, ["2028-2029"]),
        (["Rappel 2028", "2029"], (), AUTUMN, ["2029"]),
        (["Demandé", "Proposé", "Voté"], (), AUTUMN, ["Voté"]),
        (["par mois", "auparavant"], (), AUTUMN, ["par mois"]),
        (["Ancien tarif", "Tarif"], (), AUTUMN, ["Tarif"]),
        (["Adulte", "Enfant"], (), AUTUMN, ["Adulte", "Enfant"]),
        (["Adulte 2029", "Enfant 2029"], (), AUTUMN, ["Adulte 2029", "Enfant 2029"]),
        (["tarif 2029", "saison 29-30"], ("2029",), SPRING, ["tarif 2029"]),
        (["Contrat 2028", "Contrat 2029", "Mois"], (), AUTUMN, ["Contrat 2029", "Mois"]),
        (["tarif 2029", "saison 29-30"], ("2029", "2030"), SPRING, ["saison 29-30"]),
        (["Demandé"], (), AUTUMN, ["Demandé"]),
    ],
)
def test_the_columns_that_hold_on_a_day(labels: list[str], named: tuple[str, ...], on: date, held: list[str]) -> None:
    assert in_force(labels, str, named, on) == held


def test_a_school_year_begins_in_september_and_a_year_in_january() -> None:
    assert begins("2028-2029") == date(2028, 9, 1)
    assert begins("tarif 2029") == date(2029, 1, 1)
    assert begins("12 barques") is None
