"""Reading French dates and writing them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dates import dated, dates, french_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 20 juin 2031", date(2031, 6, 20)),
        ("le 1er septembre 2031", date(2031, 9, 1)),
        ("le ler août 2031", date(2031, 8, 1)),
        ("20/06/2031", date(2031, 6, 20)),
        ("20.06.2031", date(2031, 6, 20)),
        ("L'an deux mille vingt-quatre, le jeudi 20 juin", date(2024, 6, 20)),
        ("l’an deux mille trente, le 2 décembre", date(2030, 12, 2)),
    ],
)
def test_a_date_is_read(text: str, expected: date) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize("text", ["31 février 2031", "00/13/2031", "juin 2031", "12 rue du 8 mai", ""])
def test_what_is_no_full_date_is_passed_over(text: str) -> None:
    assert dates(text) == []


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_written_is_read_back(day: date) -> None:
    assert dates(french_date(day)) == [day]


@given(st.text(max_size=80))
def test_dates_come_in_order_of_reading(text: str) -> None:
    positions = [position for position, _ in dated(text)]
    assert positions == sorted(positions)
