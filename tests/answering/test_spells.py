"""What is sold by the season has no price a day."""

from __future__ import annotations

import pytest

from bot.answering.spells import only_by_longer
from tests.answering.office import Act, office

SEASON = "La ville loue douze canots pour 365 € la saison, 410 € au premier ponton."


@pytest.mark.parametrize(
    ("question", "told", "labels", "longer"),
    [
        ("canot a la journee combien", SEASON, (), True),
        ("prix du canot par mois", SEASON, (), True),
        ("prix du canot pour la saison", SEASON, (), False),
        ("prix du canot", SEASON, (), False),
        ("canot a la journee combien", "Le canot est loué 12 € la journée, 365 € la saison.", (), False),
        ("canot a la journee combien", "Le canot est loué 4 € l'heure.", (), False),
        ("canot a la journee combien", "Le canot est loué 40 €. Il est rendu à la fin de la saison.", (), False),
        ("canot par an combien", "Le canot est loué 22 € par mois.", (), False),
        ("canot a la journee combien", "Canot, la saison | 365 €", ("Canot, la saison",), True),
        ("canot a la journee combien", "Canot | 365 €", ("Canot", "à l'année"), True),
        ("canot a la journee combien", "Canot, journée | 12 €", ("Canot, journée", "Tarif année 2031"), False),
    ],
)
def test_a_price_by_a_longer_time_only_is_not_that_of_a_shorter(
    question: str, told: str, labels: tuple[str, ...], longer: bool
) -> None:
    assert only_by_longer(question, told, labels) is longer


def test_who_only_names_a_thing_for_a_day_is_not_told_its_price_by_the_season() -> None:
    rows = "Cabine | Résident (saison) | Autre (saison)\nCabine double | 640 € | 920 €\nCabine simple | 410 € | 590 €"
    held = office(Act("cabines", f"CABINES DU PORT\n\n{rows}"))
    assert held.ask("cabine double à la journée").status == "unknown"
    assert "640 €" in held.ask("cabine double à la saison").text
