from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.answering.quantities import Quantity, product, quantities, share
from index.analysis import stem
from knowledge.text import fold


def counted(text: str) -> list[tuple[int, str]]:
    return [(int(one.number), one.thing) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("location de 4 barques", [(4, "barqu")]),
        ("trois canots et 2 barques", [(3, "canot"), (2, "barqu")]),
        ("une barque", []),
        ("concession de 30 ans", []),
        ("revenu de 1200 euros", []),
        ("la fete de 2029 barques", []),
        ("4", []),
    ],
)
def test_numbers_before_a_thing_are_quantities(text: str, found: list[tuple[int, str]]) -> None:
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "asked", "said"),
    [
        ("12,50 € par barque", "4 barques", "4 × 12,50 € = 50 €"),
        ("La barque : 12,50 €", "4 barques", "4 × 12,50 € = 50 €"),
        ("12,50 €/barque", "4 barques", "4 × 12,50 € = 50 €"),
        ("12,50 € / barque", "4 barques", "4 × 12,50 € = 50 €"),
    ],
)
def test_a_price_for_one_is_multiplied(text: str, asked: str, said: str) -> None:
    done = product(Decimal("12.50"), "€", text, quantities(asked))
    assert done is not None and done[1] == said


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("12,50 € par canot", "4 barques"),
        ("12,50 € par barque et par jour", "4 barques 3 jours"),
        ("12,50 € par barque", "4 barques 3 canots"),
        ("12,50 € par barque", ""),
    ],
)
def test_another_thing_two_things_or_none_compute_nothing(text: str, asked: str) -> None:
    assert product(Decimal("12.50"), "€", text, quantities(asked)) is None


def test_a_rate_is_not_multiplied() -> None:
    assert product(Decimal(15), "%", "15 % par barque", quantities("4 barques")) is None


def test_a_right_given_by_the_thousand_is_computed() -> None:
    done = share("12 barques pour 1 000 pêcheurs", quantities("2500 pecheurs"))
    assert done is not None and done[1] == "12 × 2 500 / 1 000 = 30"


def test_a_right_given_for_another_thing_computes_nothing() -> None:
    assert share("12 barques pour 1 000 pêcheurs", quantities("2500 cygnes")) is None
    assert share("pour 1 000 pêcheurs", quantities("2500 pecheurs")) is None


@given(st.text(max_size=200))
def test_a_text_computes_nothing_for_a_thing_it_does_not_name(text: str) -> None:
    assume("barqu" not in fold(text))
    asked = (Quantity(Decimal(3), stem("barque")),)
    assert all(one.number > 1 for one in quantities(text))
    assert product(Decimal(2), "€", text, asked) is None and share(text, asked) is None
