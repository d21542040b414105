import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Dialogue
from bot.privacy import MARK_DAYS, retention, scrubbed
from bot.register import Register
from bot.register.inbox import Received
from bot.register.purging import purge
from bot.register.uses import Exchange
from tests.register.conftest import NOW

PAGE = Path(__file__).parents[2] / "docs" / "privacy.md"

# What a person typed, and what may be kept of it.
SCRUBBED = {
    "prix d'une concession de 30 ans": "prix d'une concession de 30 ans",
    "cantine, quotient familial 650": "cantine, quotient familial …",
    "elle gagne 90 par jour": "elle gagne … par jour",
    "mercredi, 2 enfants, 2600 euros par mois": "mercredi, 2 enfants, … euros par mois",
    "un repas à 3,50 €": "un repas à … €",
    "QF 1 234,56": "QF …",
    "mon RFR est de 12 000": "mon RFR est de …",
    "rappeler au 06 12 34 56 78": "rappeler au …",
    "écrire à ada@exemple.fr": "écrire à …",
    "tarifs 2024-2025": "tarifs 2024-2025",
    "le 15/10/2024": "le 15/10/2024",
    "5400 par mois à trois": "… par mois à trois",
}


@pytest.mark.parametrize(("said", "kept"), SCRUBBED.items())
def test_what_a_family_earns_and_how_to_reach_it_is_not_kept(said: str, kept: str) -> None:
    assert scrubbed(said) == kept


@given(st.integers(min_value=300, max_value=1_000_000).filter(lambda n: not 1900 <= n <= 2099), st.text(max_size=30))
def test_no_large_number_is_ever_kept(number: int, around: str) -> None:
    assert not re.search(rf"(?<!\d){number}(?!\d)", scrubbed(f"{around} {number} {around}".replace("/", " ")))


def test_the_page_on_privacy_is_the_table_of_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")
    written = {tuple(cell.strip() for cell in line.strip("|").split("|")) for line in page.splitlines() if "|" in line}
    told = {(f"`{one.where}`", one.what, one.why, one.until) for one in retention(12, 30)}
    assert told <= written


def test_every_table_of_the_register_is_told(register: Register) -> None:
    names = register.database.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    assert {name for (name,) in names} == {"meta", *(one.where for one in retention(12, 30))}


def test_what_has_had_its_time_is_erased_and_nothing_else(register: Register) -> None:
    old, young = NOW - timedelta(hours=13), NOW - timedelta(hours=11)
    register.talks.save("old", Dialogue(question="a"), old)
    register.talks.save("young", Dialogue(question="b"), young)
    register.inbox.take([Received(1, 7, 1, "answered")], (NOW - timedelta(days=MARK_DAYS, hours=1)).isoformat())
    register.inbox.take([Received(2, 7, 2, "waiting")], (NOW - timedelta(days=90)).isoformat())
    register.inbox.done(1)
    for id, at, status, vote in (
        ("liked", old, "answer", "+"),
        ("fresh", young, "answer", ""),
        ("disputed", old, "answer", "chiffre faux"),
        ("unknown", old, "unknown", ""),
        ("ancient", NOW - timedelta(days=31), "unknown", ""),
    ):
        register.uses.keep(Exchange(id, at.isoformat(), "q", "", status, "", vote))
    purge(register, NOW, dialogue_hours=12, question_days=30)
    rows = register.database.rows
    assert rows("SELECT key FROM talks") == [("young",)]
    assert rows("SELECT id FROM inbox") == [(2,)]
    assert sorted(rows("SELECT id FROM exchanges")) == [("disputed",), ("fresh",), ("unknown",)]


def test_an_old_conversation_is_forgotten_even_before_it_is_erased(register: Register) -> None:
    register.talks.save("k", Dialogue(question="a"), NOW)
    assert register.talks.load("k", NOW + timedelta(hours=11), 12) is not None
    assert register.talks.load("k", NOW + timedelta(hours=13), 12) is None
