from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.counting import asked
from bot.answering.items import added, items
from bot.answering.spans import spans_of
from bot.understanding.question import Question, read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import expand


def understood(question: str) -> Question:
    return read(question, correct=lambda word: word, expand=expand, communes={})


def cell(label: str, price: str, line: int, *column: str) -> Figure:
    return Figure(("Prêt", label), column, f"{price} €", Decimal(price.replace(",", ".")), "€", line)


def table(*figures: Figure) -> Candidate:
    passage = Passage("a#1", "a", 0, "table", ("Canal",), "Prêt", "Prêt", Locator(1, 1, 9), figures=figures)
    return Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)


ROWS = (
    cell("Rame longue", "9", 1),
    cell("Rame courte", "6,50", 2),
    cell("Gilet", "12", 3),
    cell("Housse de gilet", "4", 4),
    cell("Lot de 6 bouées", "30", 5),
    cell("Malle du club (une ancre)", "70", 6),
    cell("Sac de toile", "3", 7),
)


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("1 rame longue et 2 gilets perdus", [(1, "ram", ("longu",)), (2, "gilet", ("perdus",))]),
        ("un club rend une rame et trois gilets", [(1, "ram", ()), (3, "gilet", ())]),
        ("un club rend 3 gilets", []),
        ("3 gilets dans une barque", []),
    ],
)
def test_a_list_is_what_stands_side_by_side(question: str, listed: list[tuple[int, str, tuple[str, ...]]]) -> None:
    assert [(int(one.number), one.thing, one.after) for one in items(understood(question))] == listed


def total(question: str, *figures: Figure) -> list[str]:
    told = understood(question)
    return added(told, [table(*figures)], figures[:1], asked(told))


def test_each_thing_is_priced_by_its_own_row_then_added() -> None:
    assert total("1 rame longue et 2 gilets perdus", *ROWS) == [
        "1 × 9 € + 2 × 12 € = 33 €",
        "- Rame longue : 9 €",
        "- Gilet : 12 €",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "1 rame et 2 gilets",
        "1 rame longue et 2 ancres",
        "1 rame longue et 2 toiles",
        "2 gilets et 3 bouées",
        "1 rame longue et 2 gilets pendant 3 jours",
        "2 gilets",
    ],
)
def test_a_thing_without_one_row_of_its_own_leaves_no_total(question: str) -> None:
    assert total(question, *ROWS) == []


def test_two_columns_a_doubt_or_another_heading_leave_no_total() -> None:
    asking = "1 rame longue et 2 gilets"
    assert total(asking, replace(ROWS[0], doubt="mal lu"), *ROWS[1:]) == []
    assert total(asking, cell("Rame longue", "9", 1, "été"), cell("Gilet", "12", 3, "hiver")) == []
    assert total(asking, ROWS[0], replace(ROWS[2], row=("Vente", "Gilet"))) == []
    both = [
        cell(label, price, line, when)
        for label, price, line in (("Rame longue", "9", 1), ("Gilet", "12", 3))
        for when in ("été", "hiver")
    ]
    assert total(asking, *both)[0] == "1 × 9 € + 2 × 12 € = 33 €"


def test_a_table_that_a_page_cuts_is_one_table() -> None:
    told = understood("1 rame longue et 2 gilets")
    assert added(told, [table(ROWS[0]), table(ROWS[2])], ROWS[:1], asked(told))[0] == "1 × 9 € + 2 × 12 € = 33 €"
    elsewhere = table(ROWS[2])
    other = replace(elsewhere, passage=replace(elsewhere.passage, path=("Étang",)))
    assert added(told, [table(ROWS[0]), other], ROWS[:1], asked(told)) == []


def test_rows_that_begin_alike_go_together() -> None:
    rows = (cell("Traversée adulte", "5", 1), cell("Traversée enfant", "3", 2))
    assert total("2 adultes et 3 enfants", *rows)[0] == "2 × 5 € + 3 × 3 € = 19 €"
