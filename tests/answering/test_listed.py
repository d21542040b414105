from decimal import Decimal

import pytest

from bot.answering.listed import chosen
from bot.answering.matching import stem_set
from knowledge.figures import sums
from knowledge.text import fold

SEMICOLONS = "forfait chauffage : halle 90 € ; hangar 40 € ; ponton 15 €."
COMMAS = "supplement de chauffage : hangar 40 €, ponton 15 €, halle 90 €."
BY_DAY = "chauffage : hangar 40 € par jour ; ponton 15 € par nuit."
AFTER = "le chauffage est de 40 € par jour au hangar et de 15 € au ponton."
SEVERAL = "le chauffage est de 40 € pour le hangar, la halle et le quai, 15 € pour le ponton."


@pytest.mark.parametrize(
    ("text", "label", "price", "rest"),
    [
        (SEMICOLONS, "Hangar", "40", ""),
        (SEMICOLONS, "Halle", "90", ""),
        (SEMICOLONS, "Ponton", "15", "."),
        (SEMICOLONS, "Quai", "", ""),
        (COMMAS, "Ponton", "15", ""),
        (COMMAS, "Halle", "90", "."),
        (BY_DAY, "Hangar", "40", " par jour "),
        (BY_DAY, "Ponton", "15", " par nuit."),
        (AFTER, "Hangar", "40", " par jour au hangar et de "),
        (AFTER, "Ponton", "15", " au ponton."),
        (SEVERAL, "Halle", "40", " pour le hangar, la halle et le quai, "),
        (SEVERAL, "Ponton", "15", " pour le ponton."),
        ("le chauffage coute 12 € la soiree.", "Quai", "12", " la soiree."),
        (SEMICOLONS, "Hangar et ponton", "", ""),
    ],
)
def test_a_price_is_that_of_the_place_that_its_own_words_say(text: str, label: str, price: str, rest: str) -> None:
    found = chosen(sums(fold(text)), fold(text), stem_set(label))
    assert (found[0].value, found[1].strip()) == (Decimal(price), rest.strip()) if found else price == ""
