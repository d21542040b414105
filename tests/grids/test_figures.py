from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.grids import figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 280,50 €", "1280.50"),
        ("1\u00a0280", "1280"),
        ("3.5", "3.5"),
        ("2600€", "2600"),
        ("12 euros", "12"),
        ("-4", "-4"),
        ("beaucoup", None),
        ("1,2,3", None),
        ("", None),
        ("1e9", None),
        ("9" * 30, None),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, value: str | None) -> None:
    assert figures.number(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"), [("19h10", 1150), ("19 h", 1140), ("7:05", 425), ("25h", None), ("19", None)]
)
def test_a_time_of_day_is_minutes_after_midnight(text: str, value: int | None) -> None:
    assert figures.minutes(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1280.5", "€", "1\u00a0280,50 €"),
        ("0.013", "€", "0,013 €"),
        ("3", "enseignants", "3 enseignants"),
        ("1", "jours", "1 jour"),
        ("1", "mois", "1 mois"),
        ("2", "€ par jour", "2,00 € par jour"),
        ("-12.5", "€", "-12,50 €"),
    ],
)
def test_an_amount_is_written_the_french_way(value: str, unit: str, text: str) -> None:
    assert figures.amount(Decimal(value), unit) == text


def test_half_a_cent_goes_up() -> None:
    assert figures.cents(Decimal("0.705")) == Decimal("0.71")


@given(st.decimals(min_value=0, max_value=10**8, places=2))
def test_what_is_written_reads_back_the_same(value: Decimal) -> None:
    assert figures.number(figures.money(value)) == value


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_nothing(text: str) -> None:
    assert figures.number(text) is None or isinstance(figures.number(text), Decimal)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1", "repas", "1 repas"),
        ("1", "mois", "1 mois"),
        ("1", "jours", "1 jour"),
        ("1", "élèves élémentaires", "1 élève élémentaire"),
        ("2", "élèves élémentaires", "2 élèves élémentaires"),
        ("1", "demi-heure(s) entamée(s)", "1 demi-heure entamée"),
        ("2", "demi-heure(s) entamée(s)", "2 demi-heures entamées"),
        ("1.5", "heures", "1,5 heure"),
        ("1", "cendriers par an", "1 cendrier par an"),
        ("1", "€ par repas", "1,00 € par repas"),
        ("3", "", "3"),
    ],
)
def test_a_unit_agrees_with_its_number(value: str, unit: str, text: str) -> None:
    assert figures.amount(Decimal(value), unit) == text
