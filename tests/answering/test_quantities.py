from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.answering.quantities import Quantity, by_lots, cases_named, product, quantities, share
from index.analysis import stem
from knowledge.text import fold


def counted(text: str) -> list[tuple[int, str]]:
    return [(int(one.number), one.thing) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("location de 4 barques", [(4, "barqu")]),
        ("trois canots et 2 barques", [(3, "canot"), (2, "barqu")]),
        ("vingt-cinq canots", [(25, "canot")]),
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
        ("Prix de la barque", "4 barques", "4 × 12,50 € = 50 €"),
        ("12,50 € par barque et par an", "4 barques", "4 × 12,50 € = 50 €"),
        ("12,50 € au mètre carré et par an", "4 m2", "4 × 12,50 € = 50 €"),
        ("12,50 € le mètre cube", "4 m3", "4 × 12,50 € = 50 €"),
    ],
)
def test_a_price_for_one_is_multiplied(text: str, asked: str, said: str) -> None:
    done = product(Decimal("12.50"), "€", text, quantities(asked))
    assert done is not None and done[1] == said


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("12,50 € par canot", "4 barques"),
        ("12,50 € par barque et par jour", "4 barques"),
        ("12,50 € par barque et par jour", "4 barques 3 canots"),
        ("12,50 € par quart d'heure commencé et par barque", "4 barques"),
        ("12,50 € par barque", "4 barques 3 canots"),
        ("12,50 € par barque", ""),
        ("12,50 € par m² et par mois", "4 m2"),
        ("12,50 € le mètre", "4 m2"),
        ("12,50 € le m²", "4 mètres"),
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


def test_a_price_by_two_things_is_multiplied_by_both() -> None:
    for text in ("12,50 € par barque et par jour", "12,50 €/barque/jour", "par barque, par journée"):
        done = product(Decimal("12.50"), "€", text, quantities("4 barques 3 jours"))
        assert done is not None and done[1] == "4 × 3 × 12,50 € = 150 €"


def test_prices_of_two_columns_are_no_price_by_two_things() -> None:
    assert product(Decimal(5), "€", "par rameur . par barreur", quantities("4 rameurs 2 barreurs")) is None


@pytest.mark.parametrize(
    ("text", "asked", "said"),
    [
        ("Redevance par emplacement de 3 mètres", "6 metres", "6 / 3 = 2 ; 2 × 10,50 € = 21 €"),
        ("Redevance par emplacement de 3 mètres", "7 metres", "7 / 3, soit 3 entamés ; 3 × 10,50 € = 31,50 €"),
        ("les 100 copies", "200 copies", "200 / 100 = 2 ; 2 × 10,50 € = 21 €"),
        ("Redevance par emplacement", "6 metres", ""),
        ("Redevance par emplacement de 3 mètres", "6 barques", ""),
    ],
)
def test_a_price_for_several_is_counted_by_lots(text: str, asked: str, said: str) -> None:
    assert by_lots(Decimal("10.50"), fold(text), quantities(asked)) == said


def test_sums_times_and_months_count_nothing() -> None:
    text = "revenu 1500 €/mois, vers 17h15, quotient bas, le 8 août, 3 barques"
    assert [one.number for one in quantities(fold(text).replace("€/", " "), text)] == [3]


@pytest.mark.parametrize(
    ("text", "counted"), [("un rameur à 18 heures", 0), ("3 heures de barque", 1), ("barque à 18 h 52 hier", 0)]
)
def test_an_hour_of_the_day_counts_nothing(text: str, counted: int) -> None:
    assert len(quantities(fold(text), text)) == counted


def test_two_thousand_things_are_no_year() -> None:
    assert [one.number for one in quantities("2000 copies", "2000 copies")] == [2000]
    assert quantities("en 2029 barques", "en 2029, barques") == ()


def test_a_number_may_be_the_name_of_a_case() -> None:
    assert [one.names for one in quantities("forfait 3 barques, 2 classes, 4 canots")] == ["forf", "", ""]
    assert cases_named("barque en forfait 3, zone 2, 4 canots") == {("forf", "3"), ("zon", "2")}


@pytest.mark.parametrize("text", ["2 eme retard", "3 ieme fois"])
def test_a_rank_counts_nothing(text: str) -> None:
    assert quantities(text) == ()
