"""Reading figures as people and OCR write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.figures import Fellows, amounts, french, sums, suspicious


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12 €", "12", "€"),
        ("12€", "12", "€"),
        ("3,50 €", "3.50", "€"),
        ("2.10 euros", "2.10", "€"),
        ("3 50 €", "3.50", "€"),
        ("1 200,50 €", "1200.50", "€"),
        ("1 237 744 €", "1237744", "€"),
        ("11.513 €", "11513", "€"),
        ("0,013 €", "0.013", "€"),
        ("0,071 %", "0.071", "%"),
        ("50%", "50", "%"),
        ("2 85 %", "2.85", "%"),
        ("7 EUROS", "7", "€"),
        ("500 E", "500", "€"),
        ("1 250 E", "1250", "€"),
        ("3 E", "3", ""),
        ("30", "30", ""),
    ],
)
def test_a_figure_has_its_value_and_unit(text: str, value: str, unit: str) -> None:
    (amount,) = amounts(text)
    assert (amount.value, amount.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["4,4 millions d'euros", "3M€", "", "aucun chiffre"])
def test_millions_in_words_are_no_figure(text: str) -> None:
    assert sums(text) == []


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789 ,.€%")), max_size=60))
def test_any_text_is_read_without_a_fault_and_what_is_printed_stands_in_it(text: str) -> None:
    for amount in amounts(text):
        assert text[amount.start : amount.end].strip() == amount.printed
        assert amount.value >= 0


@given(st.decimals(min_value=0, max_value=10**7, places=2))
def test_a_value_written_as_french_readers_do_is_read_back(value: Decimal) -> None:
    (amount,) = amounts(french(value))
    assert amount.value == value


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("1234.5", "€", "1 234,50 €"),
        ("12.00", "€", "12 €"),
        ("0.071", "%", "0,071 %"),
        ("3", "", "3"),
    ],
)
def test_a_value_is_written_in_french(value: str, unit: str, written: str) -> None:
    assert french(Decimal(value), unit).replace("\u202f", " ").replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("printed", "fellows", "expected"),
    [
        ("2751€", "34,62 € 41,84 € 51,05 €", "27.51"),
        ("059 €", "0,52 € 0,70 € 0,44 €", "0.59"),
        ("12€", "34,62 € 41,84 € 51,05 €", None),
        ("500 €", "0,40 € 1,20 € 4,50 € 85 €", None),
        ("139 €", "120 € 150 € 160 €", None),
        ("139 €", "1,05 €", None),
    ],
)
def test_a_lost_comma_is_told_by_the_fellows(printed: str, fellows: str, expected: str | None) -> None:
    (amount,) = amounts(printed)
    assert suspicious(amount, Fellows.of(amounts(fellows))) == (None if expected is None else Decimal(expected))
