"""What hurried fingers do to a word, and what French makes of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.slips import bases, elided, inflected, one_edit, other_starts, sounds, usual

WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("catnine", "cantine"),
        ("cantne", "cantine"),
        ("canttine", "cantine"),
        ("czntine", "cantine"),
        ("cantines", "cantine"),
        ("acntine", "cantine"),
        ("antine", "cantine"),
    ],
)
def test_a_letter_swapped_lost_doubled_or_next_to_it_is_a_usual_slip(typed: str, meant: str) -> None:
    assert usual(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), [("cantpne", "cantine"), ("cantxine", "cantine"), ("lantine", "cantine")])
def test_any_other_letter_is_an_odd_fault(typed: str, meant: str) -> None:
    assert not usual(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), [("lecole", "ecole"), ("jpeux", "peux"), ("dhabitants", "habitants")])
def test_a_small_word_may_lose_its_apostrophe(typed: str, meant: str) -> None:
    assert elided(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), [("sjour", "jour"), ("ecole", "cole"), ("lecole", "ecoles")])
def test_before_a_consonant_no_apostrophe_was_lost(typed: str, meant: str) -> None:
    assert not elided(typed, meant)


@pytest.mark.parametrize(
    ("word", "base"), [("refacturer", "facturer"), ("teletravailler", "travailler"), ("tacitement", "tacite")]
)
def test_a_derived_word_leads_to_its_base(word: str, base: str) -> None:
    assert base in set(bases(word))


@given(WORD)
def test_every_edit_is_undone_by_another(word: str) -> None:
    assert all(word in set(one_edit(near)) for near in list(one_edit(word))[::17] if near)


@given(WORD)
def test_words_that_begin_otherwise_are_one_edit_away(word: str) -> None:
    assert set(other_starts(word)) <= set(one_edit(word))


def test_a_word_written_as_it_sounds() -> None:
    assert sounds("mariaje", "mariage")
    assert sounds("kilometre", "cilometre")
    assert not sounds("bibli", "bible")
    assert not sounds("conso", "cons")


def test_the_forms_of_a_word_have_its_root() -> None:
    assert {"floute", "floutee", "floutees", "flouter"} <= set(inflected("floutes"))
    assert "floutes" not in inflected("floutes")
    assert "flottes" not in inflected("floutes")
    assert set(inflected("ane")) == {"anes"}
