"""Figures smudged by a scanner: read where they can be, told to be in doubt, and never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.figures import CENTS_LOST, amounts, loose, sums, unreadable
from knowledge.smudges import CENTS_APART, DIGIT_LOST, LETTER_READ, UNREAD, readable


@pytest.mark.parametrize(
    ("text", "value", "doubt"),
    [
        ("2,7O E", "2.70", LETTER_READ),
        ("2l0 €", "210", LETTER_READ),
        ("l5 €", "15", LETTER_READ),
        ("l 200 €", "1200", LETTER_READ),
        ("O,85 €", "0.85", LETTER_READ),
        ("4,5O €", "4.50", LETTER_READ),
        ("12O,50 €", "120.50", LETTER_READ),
        ("1S €", "15", LETTER_READ),
        ("2,lO €", "2.10", LETTER_READ),
        ("l,lO ¢", "1.10", LETTER_READ),
        ("l6,OO €", "16", LETTER_READ),
        ("4O0 E", "400", LETTER_READ),
        ("150 ,00 €", "150", DIGIT_LOST),
        ("12,5 0 €", "12.50", CENTS_APART),
        ("1,80 ¢", "1.80", ""),
        ("3 , 50 €", "3.50", ""),
        ("17,00 E", "17", ""),
        ("2,15 e", "2.15", ""),
        ("3,20 EUR", "3.20", ""),
        ("8 50 E", "8.50", CENTS_LOST),
        ("8 50 €", "8.50", CENTS_LOST),
        ("671 921,46 E", "671921.46", ""),
    ],
)
def test_a_smudged_sum_is_read_with_its_doubt(text: str, value: str, doubt: str) -> None:
    (amount,) = sums(f"Location d'un aviron {text}")
    assert (amount.value, amount.doubt, amount.printed) == (Decimal(value), doubt, text)


@pytest.mark.parametrize(("text", "value"), [("Anneau d'amarrage 48,OO", "48"), ("Jeton   8 ,00", "8")])
def test_cents_are_known_without_their_sign(text: str, value: str) -> None:
    (amount,) = amounts(text)
    assert amount.value == Decimal(value)
    assert amount.doubt
    assert amount.decimals == 2


def test_a_round_sum_has_the_sign_that_the_others_of_its_line_have() -> None:
    assert [str(one.value) for one in sums("portée de 2 E à 3,50 E")] == ["2", "3.50"]
    assert sums("au 17 E du quai") == []


@pytest.mark.parametrize(
    "text",
    [
        "10 l",
        "25l",
        "H2O",
        "article I 200 €",
        "les 3,Il est",
        "lot 2B",
        "Tranche I 12,00 €",
        "5 l 200 €",
        "11, 12 et 13",
    ],
)
def test_a_letter_elsewhere_is_a_letter(text: str) -> None:
    assert not any(amount.doubt for amount in amounts(text))
    assert readable(text)[0].count("€") == text.count("€")


@pytest.mark.parametrize("text", ["3,¢", "3,€", "¢&,00 E", "1#,.0 €", ",00"])
def test_a_sum_that_nobody_can_read_has_no_value(text: str) -> None:
    line = f"Location de patins   {text}"
    assert amounts(line) == []
    assert [(one.printed, one.doubt) for one in unreadable(line)] == [(text, UNREAD)]


def test_a_sign_set_farther_off_than_the_others_has_lost_a_digit() -> None:
    assert [one.doubt for one in loose([*sums("95 €"), *sums("15  €")])] == ["", DIGIT_LOST]
    assert [one.doubt for one in loose([*sums("95  €"), *sums("15  €")])] == ["", ""]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789 ,.€%#&¢OolIE")), max_size=60))
def test_what_is_read_keeps_its_place(text: str) -> None:
    assert len(readable(text)[0]) == len(text)
    for amount in [*amounts(text), *unreadable(text)]:
        assert text[amount.start : amount.end].strip() == amount.printed
