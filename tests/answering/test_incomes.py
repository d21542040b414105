"""Which bracket of a table an income or a quotient falls in, however the page prints it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answering.incomes import in_bracket


@pytest.mark.parametrize(
    ("label", "inside", "outside"),
    [
        ("55I a 900", 820, 540),
        ("55l à 9OO", 820, 910),
        ("B - 551 à 900", 820, 40),
        ("Tranche 2 - 551 à 900", 820, 40),
        ("Tranche 2 : 551 à 900", 820, 540),
        ("T3 – 901 à 1 300", 1200, 800),
        ("A - jusqu'a 550", 550, 552),
        ("jusqu'à 550", 540, 560),
        ("jusqu'à 550", 540, 4),
        ("moins de 550", 540, 18),
        ("D - au-dela de 1 300", 1400, 1200),
        ("Au-delà de 1 300", 1301, 1300 - 1),
        ("1 301 et au-delà", 1301, 1300),
        ("a partir de 1 301", 1301, 1300),
        ("supérieur à 1 300", 1400, 1200),
        ("inférieur ou égal à 550", 540, 560),
        ("0 - 550", 540, 560),
        ("1281 à 1900", 1900, 1901),
        ("4 422 et plus", 5000, 4000),
    ],
)
def test_a_bracket_is_read_as_the_page_prints_it(label: str, inside: int, outside: int) -> None:
    assert in_bracket(label, Decimal(inside))
    assert not in_bracket(label, Decimal(outside))


@pytest.mark.parametrize("label", ["Barque B2", "Quai I, ponton 10", "Canot - 12 places", "Lot 3"])
def test_what_prints_no_bracket_holds_no_income(label: str) -> None:
    assert not in_bracket(label, Decimal(820))
