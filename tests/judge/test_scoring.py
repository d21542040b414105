"""The rules of the judge, told on small cases."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.judge.questions import Question
from tests.judge.scoring import HEADLINE, holds, normal, verdict
from tests.judge.variations import VARIATIONS, as_sms, with_typos, without_accents


def question(kind: str = "price", expect: tuple[str, ...] = ("4,50 €",), forbid: tuple[str, ...] = ()) -> Question:
    return Question(
        "x",
        "prix ?",
        "Ormeval",
        "2026-03-15",
        kind,
        expect,
        forbid,
        ("6 €",),
        "acte.txt",
        "Chaise 4,50 € 6 €",
        12,
        2,
        "",
    )


def said(text: str, status: str = "answer", quote: str = "", page: int = 2) -> dict[str, Any]:
    citations = [{"file": "acte.txt", "page": page, "quote": quote}] if quote else []
    return {"status": status, "answer": text, "citations": citations}


@pytest.mark.parametrize("text", ["4,50 €", "4,5€", "4.50 euros", "C'est 4,50 EUR."])
def test_a_sum_counts_in_any_writing(text: str) -> None:
    assert verdict(question(), said(text)).outcome == "right"


@pytest.mark.parametrize("text", ["14,50 €", "4,505 €", "450 €", "14.50 euros"])
def test_a_part_of_another_sum_does_not_count(text: str) -> None:
    assert verdict(question(), said(text)).outcome == "wrong"


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [("1 150 €", "1150 €"), ("10 h 45", "10h45"), ("9h", "à 9 h"), ("15 %", "15%")],
)
def test_thousands_hours_and_shares_are_written_as_people_like(wanted: str, shown: str) -> None:
    assert holds(normal(shown), wanted)


def test_a_forbidden_figure_is_a_fault_in_the_headline_and_a_warning_after_it() -> None:
    old = question(forbid=("4,20 €",))
    assert verdict(old, said("4,50 € (4,20 € avant)")).outcome == "wrong"
    assert verdict(old, said("4,50 €" + " " * 5 + "x" * HEADLINE + " 4,20 € avant")).outcome == "right"


def test_silence_is_right_only_where_there_is_no_answer() -> None:
    assert verdict(question("unanswerable", ()), said("", "unknown")).outcome == "right"
    assert verdict(question("unanswerable", ()), said("4,50 €")).outcome == "wrong"
    assert verdict(question(), said("", "unknown")).outcome == "silent"
    assert verdict(question(), None).outcome == "missing"


def test_asking_back_is_right_only_where_the_question_leaves_a_choice() -> None:
    assert verdict(question("ambiguous"), said("", "question")).outcome == "right"
    assert verdict(question(), said("", "question")).outcome == "asked"


def test_an_unreadable_figure_may_be_told_as_such() -> None:
    trap = question("ocr_trap", ("4,50 €",), ("450 €",))
    assert verdict(trap, said("La page montre mal le prix, sans doute 4,50 €.", "unknown")).outcome == "right"
    assert verdict(trap, said("450 €")).outcome == "wrong"


def test_a_proof_is_the_evidence_quoted_and_its_page() -> None:
    assert verdict(question(), said("4,50 €", quote="Chaise 4,50 € 6 €")).cited
    assert not verdict(question(), said("4,50 €", quote="Table 90 €")).cited
    assert not verdict(question(), said("4,50 €")).cited
    assert verdict(question(), said("4,50 €", quote="Chaise")).paged
    assert not verdict(question(), said("4,50 €", quote="Chaise", page=3)).paged


def test_a_neighbouring_cell_in_the_headline_is_noticed_without_being_a_fault() -> None:
    both = verdict(question(), said("Chaise 4,50 € 6 €"))
    assert (both.outcome, both.alone) == ("right", False)
    assert verdict(question(), said("4,50 €")).alone


def test_variations_look_like_hurried_typing() -> None:
    assert without_accents("À la médiathèque ?") == "A la mediatheque ?"
    assert as_sms("Quel prix pour la médiathèque, s'il vous plaît ?") == "kel prix pr la mediateq, svp"
    assert with_typos("prix cantine") != "prix cantine"
    assert with_typos("prix de 30 ans") == "prix de 30 ans"


@given(st.text())
def test_no_variation_touches_a_figure(text: str) -> None:
    for vary in VARIATIONS.values():
        assert re.findall(r"[0-9]", vary(text)) == re.findall(r"[0-9]", text)


@given(st.decimals(0, 99_999, places=2))
def test_every_sum_is_known_in_its_french_writing_and_not_taken_for_another(amount: Decimal) -> None:
    printed = normal(f"{amount:,.2f}".replace(",", " ").replace(".", ",") + " €")
    assert holds(printed, f"{amount:.2f} euros")
    assert not holds(printed, f"{amount + 1:.2f} euros")
