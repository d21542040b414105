from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.ranks import added
from bot.answering.spans import spans_of
from bot.understanding.question import read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import expand


def cell(row: str, price: str, *column: str) -> Figure:
    return Figure((row,), column, f"{price} €", Decimal(price.replace(",", ".")), "€", 1)


ROWERS = (
    cell("Été", "10", "1er rameur", "Journée"),
    cell("Été", "6", "1er rameur", "Matin"),
    cell("Été", "8,50", "2e rameur", "Journée"),
    cell("Été", "5", "2e rameur", "Matin"),
    cell("Été", "7", "3e rameur et suivants", "Journée"),
    cell("Hiver", "4", "1er rameur", "Journée"),
)


def told(question: str, read_as: Figure, *figures: Figure) -> list[str]:
    passage = Passage("a#1", "a", 0, "table", ("Canal",), "Été", "Été", Locator(1, 1, 9), figures=figures)
    shown = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)
    return added(read(question, correct=lambda word: word, expand=expand, communes={}), shown, [read_as])


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("prix de la journée pour 2 rameurs", "10 € + 8,50 € = 18,50 €"),
        ("prix de la journée pour 4 rameurs", "10 € + 8,50 € + 7 € + 7 € = 32,50 €"),
        ("prix de la journée du 2e rameur", ""),
        ("prix par rameur pour 2 rameurs", ""),
        ("prix de 3 jours pour 2 rameurs", ""),
        ("prix de la journée pour 2 canards", ""),
    ],
)
def test_as_many_as_are_asked_pay_each_the_price_of_their_rank(question: str, total: str) -> None:
    for read_as in (ROWERS[0], ROWERS[2]):
        assert told(question, read_as, *ROWERS)[:1] == ([total] if total else [])


def test_the_price_of_each_rank_is_shown() -> None:
    assert told("2 rameurs", ROWERS[0], *ROWERS)[1:] == [
        "- Été, 1er rameur, Journée : 10 €",
        "- Été, 2e rameur, Journée : 8,50 €",
    ]


def test_a_rank_in_doubt_or_without_a_price_leaves_no_total() -> None:
    assert told("2 rameurs", ROWERS[0], ROWERS[0], replace(ROWERS[2], doubt="mal lu")) == []
    assert told("3 rameurs", ROWERS[0], *ROWERS[:4]) == []


def test_where_the_row_is_left_open_there_is_no_total() -> None:
    passage = Passage("a#1", "a", 0, "table", ("Canal",), "Été", "Été", Locator(1, 1, 9), figures=ROWERS)
    shown = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)
    question = read("2 rameurs", correct=lambda word: word, expand=expand, communes={})
    assert added(question, shown, [ROWERS[0], ROWERS[2]])
    assert added(question, shown, [ROWERS[0], ROWERS[5]]) == []
