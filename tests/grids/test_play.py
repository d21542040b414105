from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.grids import facts
from knowledge.grids.facts import BadAnswer
from knowledge.grids.outcome import Outcome, outcome
from knowledge.grids.play import Play, start
from tests.grids.build import HEADER, INCOME, PLACE, table

RULES = """
[[rules]]
when   = { residence = "local", revenu = ["A", "B"] }
amount = 3.00
[[rules]]
when   = { residence = "local", revenu = "C" }
amount = 5.00
[[rules]]
when   = { residence = "autre" }
amount = 9.00
"""
TEXT = HEADER + PLACE + INCOME + RULES


def asked(play: Play) -> str:
    entry = play.next_input()
    return entry.name if entry else ""


def due(play: Play) -> Outcome:
    found = outcome(play)
    assert found
    return found


def test_a_non_resident_is_never_asked_the_income(tmp_path: Path) -> None:
    play = start(table(tmp_path, TEXT))
    assert asked(play) == "residence"
    assert asked(play.given("residence", "local")) == "revenu"
    assert due(play.given("residence", "autre")).value == Decimal("9.00")


def test_a_full_question_is_a_conversation_of_no_step(tmp_path: Path) -> None:
    assert due(start(table(tmp_path, TEXT), {"residence": "local", "revenu": "=2000.01"})).value == Decimal("5.00")


@pytest.mark.parametrize(
    ("income", "price"),
    [("0", "3"), ("999.99", "3"), ("1000", "3"), ("1000.01", "3"), ("2000", "3"), ("2000.01", "5"), ("90000", "5")],
)
def test_every_bound_belongs_to_the_bracket_below_it(tmp_path: Path, income: str, price: str) -> None:
    assert due(start(table(tmp_path, TEXT), {"residence": "local", "revenu": f"={income}"})).value == Decimal(price)


def test_back_and_rewind_follow_from_the_answers(tmp_path: Path) -> None:
    play = start(table(tmp_path, TEXT)).given("residence", "local").given("revenu", "A")
    assert asked(play.back()) == "revenu"
    assert asked(play.rewound(0)) == "residence"
    assert start(table(tmp_path, TEXT)).back().answers == ()
    assert dict(play.given("residence", "autre").answers) == {"residence": "autre", "revenu": "A"}


def test_an_answer_that_no_longer_exists_is_asked_again(tmp_path: Path) -> None:
    assert asked(start(table(tmp_path, TEXT), {"residence": "lune", "ancien": "x"})) == "residence"


def test_who_does_not_know_gets_what_the_act_applies(tmp_path: Path) -> None:
    entry = table(tmp_path, TEXT).input("revenu")
    assert facts.answer(entry, "je ne sais pas") == "C"
    with pytest.raises(BadAnswer, match="bon chiffre"):
        facts.answer(table(tmp_path, TEXT).input("residence"), "je ne sais pas")


@pytest.mark.parametrize("typed", ["beaucoup", "-5", "1e9", "99999999999", "", "🙂", "deux mille et quelque"])
def test_an_impossible_income_is_refused_in_french(tmp_path: Path, typed: str) -> None:
    with pytest.raises(BadAnswer, match="Donnez un nombre"):
        facts.answer(table(tmp_path, TEXT).input("revenu"), typed)


@pytest.mark.parametrize(
    ("typed", "given"), [("1 500,50", "=1500.5"), ("1500 €", "=1500"), ("2000", "=2000"), ("B", "B")]
)
def test_an_income_is_read_as_it_is_typed(tmp_path: Path, typed: str, given: str) -> None:
    assert facts.answer(table(tmp_path, TEXT).input("revenu"), typed) == given


def test_brackets_are_labelled_as_the_page_prints_them(tmp_path: Path) -> None:
    labels = [bracket.label for bracket in table(tmp_path, TEXT).input("revenu").brackets]
    assert labels == ["jusqu'à 1\u00a0000 €", "1\u00a0001 à 2\u00a0000 €", "2\u00a0001 € et plus"]
