from datetime import date

import pytest

from bot.answering.seasons import Day, day_asked, holds
from knowledge.text import fold

FOOT = fold("* Haute saison : du 15 juin au 15 septembre. Barque, la journée.")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("une barque en août", (8, 15)),
        ("une barque le 31 décembre", (12, 31)),
        ("une barque le 02/07", (7, 2)),
        ("de juin à août", None),
        ("une barque pour l'été", (7, 15)),
        ("forfait d'hiver", (1, 15)),
        ("cet été ou en hiver", None),
        ("la barque a été rendue", None),
        ("une barque", None),
    ],
)
def test_the_day_of_the_year_asked(text: str, day: Day | None) -> None:
    assert day_asked(text, None) == day


def test_a_whole_date_is_the_day_asked() -> None:
    assert day_asked("le 3 mai 2030", date(2030, 5, 3)) == (5, 3)


@pytest.mark.parametrize(
    ("label", "day", "verdict"),
    [
        ("été 1/05-30/09", (8, 15), 1),
        ("hiver 1/10-30/04", (8, 15), -1),
        ("hiver 1/10-30/04", (12, 31), 1),
        ("juillet et août", (8, 31), 1),
        ("Haute saison*", (8, 15), 1),
        ("Haute saison*", (2, 15), -1),
        ("Hors saison", (8, 15), 0),
        ("Journée", (8, 15), 0),
        ("été 1/05-30/09", None, 0),
    ],
)
def test_a_season_holds_the_day_or_not(label: str, day: Day | None, verdict: int) -> None:
    assert holds(label, FOOT, day) == verdict


def test_what_everybody_calls_summer_or_winter_needs_no_days() -> None:
    assert [holds("Week-end été", "", (7, 14)), holds("Week-end hiver", "", (7, 14))] == [1, -1]
    assert [holds("Week-end été", "", (3, 1)), holds("Week-end hiver", "", (3, 1))] == [-1, 1]
    assert holds("Week-end été", "", (4, 15)) == holds("Week-end hiver", "", (4, 15))


def test_the_days_of_a_season_are_not_looked_for_past_a_price() -> None:
    text = fold("Barque | Hiver : 80 € Été : du 1er mai au 30 septembre. Hiver : du 1er octobre au 30 avril.")
    assert [holds("Été", text, (12, 15)), holds("Hiver", text, (12, 15))] == [-1, 1]
