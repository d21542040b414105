from datetime import date

import pytest

from bot.answering.dated import begins, in_force, recalled

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
        (["Quai jusqu'au 1er juin 2029", "À partir du 2 juin 2029"], (), AUTUMN, ["À partir du 2 juin 2029"]),
        (["Quai jusqu'au 1er juin 2029", "À partir du 2 juin 2029"], (), SPRING, ["Quai jusqu'au 1er juin 2029"]),
        (["Jusqu'au 1er juin 2029"], (), AUTUMN, ["Jusqu'au 1er juin 2029"]),
    ],
)
def test_the_columns_that_hold_on_a_day(labels: list[str], named: tuple[str, ...], on: date, held: list[str]) -> None:
    assert in_force(labels, str, named, on) == held


@pytest.mark.parametrize(
    ("labels", "named", "held"),
    [
        (["En vigueur 2028-2029", "Proposition du bureau"], (), ["Proposition du bureau"]),
        (["Versé 2028", "Demandé 2029", "Proposé 2029"], (), ["Proposé 2029"]),
        (["Rames / Actuel", "Rames / Proposé", "Voile"], (), ["Rames / Proposé", "Voile"]),
        (["Demandé", "Proposé", "Voté"], (), ["Voté"]),
        (["Actuel", "Futur"], (), ["Actuel", "Futur"]),
    ],
)
def test_what_was_proposed_holds_once_it_is_voted(labels: list[str], named: tuple[str, ...], held: list[str]) -> None:
    assert in_force(labels, str, named, AUTUMN, settled=True) == held


def test_a_row_that_only_recalls_is_told_to_who_names_its_year() -> None:
    assert recalled(("Pour mémoire, anneau en 2028", "la nuit"), ())
    assert not recalled(("Pour mémoire, anneau en 2028", "la nuit"), ("2028",))
    assert not recalled(("Plaque de mémoire",), ())


def test_a_school_year_begins_in_september_and_a_year_in_january() -> None:
    assert begins("2028-2029") == date(2028, 9, 1)
    assert begins("tarif 2029") == date(2029, 1, 1)
    assert begins("12 barques") is None
