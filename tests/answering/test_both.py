from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.both import summed
from bot.answering.candidates import Candidate
from bot.answering.rows import Reading
from bot.answering.spans import spans_of
from bot.understanding.question import read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import Act, expand, office


def cell(price: str, *column: str, row: str = "Habitant") -> Figure:
    return Figure((row,), column, f"{price} €", Decimal(price), "€", 1)


MORNING, EVENING = cell("4", "Patinoire", "Matin"), cell("6", "Patinoire", "Soir")
NIGHT, LAKE = cell("9", "Patinoire", "Nuit"), cell("7", "Lac", "Soir")


def done(question: str, *figures: Figure) -> str:
    passage = Passage("a#1", "a", 0, "table", ("Tarifs",), "Habitant", "Habitant", Locator(1, 1, 9), figures=figures)
    shown = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0, Reading(figures[:1], True))
    asked = read(question, correct=lambda word: word, expand=expand, communes={})
    return next(iter(summed(asked, shown, figures[0])), "")


@pytest.mark.parametrize(
    ("question", "figures", "said"),
    [
        ("patinoire matin et soir", (MORNING, EVENING, NIGHT, LAKE), "4 € + 6 € = 10 €"),
        ("patinoire soir et matin", (EVENING, MORNING), "6 € + 4 € = 10 €"),
        ("patinoire matin et soir, 4 jours", (MORNING, EVENING), "4 × (4 € + 6 €) = 40 €"),
        ("patinoire matin et soir, 4 enfants", (MORNING, EVENING), ""),
        ("patinoire matin et soir, 4 jours", (cell("4", "Mois", "Matin"), cell("6", "Mois", "Soir")), ""),
        ("patinoire le matin", (MORNING, EVENING), ""),
        ("patinoire matin et soir", (MORNING, LAKE), ""),
        ("patinoire matin et soir", (MORNING, replace(EVENING, doubt="mal lu")), ""),
        ("patinoire matin et soir", (MORNING, replace(EVENING, row=("Autre",))), ""),
        ("patinoire matin ou soir", (MORNING, EVENING), ""),
    ],
)
def test_two_prices_joined_are_added_on_the_row_read(question: str, figures: tuple[Figure, ...], said: str) -> None:
    assert done(question, *figures) == said


RINK = Act("rink", "TARIFS DE LA PATINOIRE\n\nTranche | Matin | Soir\nTranche 1 | 2 € | 3 €\nTranche 2 | 4 € | 6 €")


def test_both_prices_are_told_with_their_sum() -> None:
    text = office(RINK).ask("prix de la patinoire matin et soir, tranche 2").text
    assert text.splitlines()[0] in ("4 € + 6 € = 10 €", "6 € + 4 € = 10 €")
    assert "4 €" in text.split("\n", 1)[1] and "6 €" in text.split("\n", 1)[1]
