from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.grids.outcome import Outcome, outcome
from knowledge.grids.play import ITEMS, start
from tests.grids.build import HEADER, PLACE, table

RATE = (
    HEADER.replace("standing ", 'rounding = "each_step"\nunit = "€ par heure"\nstanding ')
    + PLACE
    + """
[inputs.revenu]
question = "Revenu ?"
unit     = "€ par mois"
quantity = { whole = false }
[[rules]]
rate = { percent = 0.05, of = "revenu" }
[[adjustments]]
when  = { residence = "autre" }
times = 1.5
label = "majoration"
[[also]]
label = "la demi-heure"
times = 0.5
"""
)
DAYS = (
    HEADER.replace("standing ", 'per = ["jours"]\nunit = "€ par jour"\nstanding ')
    + """
[inputs.jours]
question = "Combien de jours ?"
unit     = "jours"
quantity = { min = 1 }
default  = 1
[[rules]]
amount  = 5.26
ceiling = 50
"""
)
LATE = (
    HEADER
    + """
[inputs.heure]
question = "À quelle heure ?"
quantity = { time = true }
[inputs.paquets]
derived = { from = "heure", less = "18:30", every = 30 }
[[rules]]
amount = 4.00
per    = ["paquets"]
"""
)
LINES = (
    HEADER.replace("standing ", 'hit_policy = "collect"\nstanding ')
    + """
[inputs.adultes]
question = "Combien d'adultes ?"
unit     = "adultes"
quantity = {}
default  = 0
[inputs.enfants]
question = "Combien d'enfants ?"
unit     = "enfants"
quantity = {}
default  = 0
[inputs.premier]
derived = { from = "enfants", at_most = 1 }
[inputs.suivants]
derived = { from = "enfants", less = 1 }
[[rules]]
item   = "Adultes"
amount = 10
per    = ["adultes"]
[[rules]]
item   = "Premier enfant"
amount = 6
per    = ["premier"]
[[rules]]
item   = "Enfants suivants"
amount = 4
per    = ["suivants"]
"""
)


def due(folder: Path, text: str, **answers: str) -> Outcome:
    found = outcome(start(table(folder, text), answers))
    assert found
    return found


def test_a_rate_is_rounded_at_each_step_when_the_act_does(tmp_path: Path) -> None:
    found = due(tmp_path, RATE, residence="autre", revenu="=1329")
    assert found.value == Decimal("0.99")  # 0,6645 → 0,66 ; × 1,5 = 0,99
    assert found.lines[0].computation == ("0,05 % × 1\u00a0329,00 € = 0,66 €", "0,66 € × 1,5 = 0,99 € (majoration)")
    assert found.beside == (("la demi-heure", Decimal("0.50")),)


def test_a_price_of_one_day_stays_a_price_of_one_day(tmp_path: Path) -> None:
    found = due(tmp_path, DAYS)
    assert (found.value, found.lines[0].unit, found.lines[0].computation) == (Decimal("5.26"), "€ par jour", ())


def test_several_days_are_multiplied_and_written_out(tmp_path: Path) -> None:
    found = due(tmp_path, DAYS, jours="=5")
    assert found.lines[0].computation == ("5,26 € × 5 jours = 26,30 €",)
    assert (found.value, found.lines[0].unit) == (Decimal("26.30"), "€")


def test_the_ceiling_holds_and_is_told(tmp_path: Path) -> None:
    found = due(tmp_path, DAYS, jours="=10")
    assert found.value == Decimal("50.00")
    assert found.lines[0].computation[-1] == "plafond : 50,00 €"


@pytest.mark.parametrize(
    ("hour", "price"), [("=1109", "0"), ("=1110", "0"), ("=1111", "4"), ("=1140", "4"), ("=1141", "8"), ("=1150", "8")]
)
def test_every_half_hour_begun_counts(tmp_path: Path, hour: str, price: str) -> None:
    assert due(tmp_path, LATE, heure=hour).value == Decimal(price)


def test_several_people_are_lines_with_a_total(tmp_path: Path) -> None:
    found = due(tmp_path, LINES, adultes="=2", enfants="=3")
    assert [(line.rule.item, line.value) for line in found.lines] == [
        ("Adultes", Decimal("20.00")),
        ("Premier enfant", Decimal("6.00")),
        ("Enfants suivants", Decimal("8.00")),
    ]
    assert found.total == Decimal("34.00")


def test_lines_of_nobody_are_left_out(tmp_path: Path) -> None:
    found = due(tmp_path, LINES, adultes="=2")
    assert [line.rule.item for line in found.lines] == ["Adultes"]


def test_without_any_count_the_prices_of_one_are_told(tmp_path: Path) -> None:
    found = due(tmp_path, LINES)
    assert found.unit_prices
    assert [line.value for line in found.lines] == [Decimal(10), Decimal(6), Decimal(4)]


def test_only_the_lines_asked_for_answer(tmp_path: Path) -> None:
    found = outcome(start(table(tmp_path, LINES), {ITEMS: "0", "adultes": "=2", "enfants": "=2"}))
    assert found
    assert (found.total, found.value) == (None, Decimal("20.00"))


def test_every_line_carries_its_proof(tmp_path: Path) -> None:
    assert all(line.sources for line in due(tmp_path, LINES, adultes="=2", enfants="=3").lines)
