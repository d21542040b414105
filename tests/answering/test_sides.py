from dataclasses import replace

import pytest

from bot.answering.setting import Setting
from bot.answering.sides import for_outsiders, of_others, told_above
from bot.understanding.residence import Side, people
from tests.answering.office import TODAY
from tests.answering.test_rows import table

PEOPLE = people(["Valfleuri"])
BOATS = table(
    ("Barque du Valfleurien", {"": "5 €"}),
    ("Canot extérieur", {"": "9 €"}),
    ("Péniche", {"": "40 €"}),
)
PONTOONS = table(
    ("Ponton 15 ans", {"Grand": "250 €", "Non Valfleurien": "870 €"}),
    ("Ponton 30 ans", {"Grand": "500 €"}),
)


@pytest.mark.parametrize(
    ("place", "side", "others"),
    [
        (0, "outsider", True),
        (0, "resident", False),
        (0, "", False),
        (1, "resident", True),
        (1, "outsider", False),
        (2, "outsider", False),
        (2, "resident", False),
    ],
)
def test_a_row_is_for_the_side_that_it_names(place: int, side: Side, others: bool) -> None:
    read = BOATS.figures[place : place + 1]
    assert of_others(read, BOATS.figures, Setting(TODAY, PEOPLE, side)) is others


@pytest.mark.parametrize(("place", "others"), [(0, True), (1, False), (2, True)])
def test_the_columns_beside_the_outsiders_are_the_residents(place: int, others: bool) -> None:
    read = PONTOONS.figures[place : place + 1]
    assert of_others(read, PONTOONS.figures, Setting(TODAY, PEOPLE, "outsider")) is others


def test_heads_left_above_a_row_of_several_prices_tell_the_side_of_none() -> None:
    boats = table((("Rameurs - v/ | iens NON VALFLEURIENS", "0 à 1280"), {"": "5 €"}))
    both = (*boats.figures, replace(boats.figures[0], printed="9 €"))
    asked = Setting(TODAY, PEOPLE, "resident")
    assert of_others(boats.figures, boats.figures, asked)
    assert not of_others(both, both, asked)


@pytest.mark.parametrize(
    ("labels", "side"),
    [
        (("Résident", "journée"), "resident"),
        (("Résident", "Extérieur", "journée"), "outsider"),
        (("Extérieur", "journée", "Habitant"), "resident"),
        (("Majoration de 50 % du tarif des habitants", "journée"), ""),
        (("journée",), ""),
    ],
)
def test_the_nearest_head_above_a_row_tells_its_side(labels: tuple[str, ...], side: Side) -> None:
    assert told_above(labels, PEOPLE) == side


def test_an_outsider_is_told_the_rows_under_the_outsiders_head() -> None:
    rinks = table(
        (("Résident", "journée"), {"2030": "40 €"}),
        (("Résident", "Extérieur", "journée"), {"2030": "90 €"}),
    )
    read = for_outsiders(rinks.figures, rinks.figures, Setting(TODAY, PEOPLE, "outsider"))
    assert [one.printed for one in read] == ["90 €"]
