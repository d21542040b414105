"""What hurried fingers do to a word, and what French makes of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.slips import apart, bases, elided, inflected, one_edit, other_starts, sounds, together, usual

WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("catnine", "cantine"),
        ("cantne", "cantine"),
        ("canttine", "cantine"),
        ("czntine", "cantine"),
        ("canrine", "cantine"),
        ("cabtine", "cantine"),
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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lecole", "ecole"),
        ("jpeux", "peux"),
        ("dhabitants", "habitants"),
        ("quaucun", "aucun"),
        ("jusquavril", "avril"),
    ],
)
def test_a_small_word_may_lose_its_apostrophe(typed: str, meant: str) -> None:
    assert elided(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), [("sjour", "jour"), ("ecole", "cole"), ("lecole", "ecoles")])
def test_before_a_consonant_no_apostrophe_was_lost(typed: str, meant: str) -> None:
    assert not elided(typed, meant)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("refacturer", "facturer"),
        ("teletravailler", "travailler"),
        ("tacitement", "tacite"),
        ("inondable", "inonder"),
        ("nettoyeur", "nettoyer"),
        ("rechantable", "chanter"),
        ("carrossables", "carrosser"),
        ("floutage", "flouter"),
        ("taguee", "taguer"),
        ("flutiste", "flute"),
        ("chalette", "chale"),
        ("agente", "agent"),
        ("assesseure", "assesseur"),
        ("ecrivaine", "ecrivain"),
        ("locatrice", "locateur"),
    ],
)
def test_a_derived_word_leads_to_its_base(word: str, base: str) -> None:
    assert base in set(bases(word))


@given(WORD)
def test_every_edit_is_undone_by_another(word: str) -> None:
    assert all(word in set(one_edit(near)) for near in list(one_edit(word))[::17] if near)


@pytest.mark.parametrize("typed", ["vague", "errant"])
def test_a_first_letter_far_on_the_keyboard_is_meant(typed: str) -> None:
    assert not {"tague", "ferrants"} & set(other_starts(typed))


def test_a_first_letter_beside_the_right_one_or_alike_is_a_slip() -> None:
    assert "derogation" in set(other_starts("serogation"))
    assert "kilometre" in set(other_starts("cilometre"))
    assert "errant" not in set(other_starts("ferrant"))


@pytest.mark.parametrize(
    ("glued", "parts"),
    [("multisports", ("multi", "sports")), ("videogrammes", ("video", "grammes")), ("cantine", None)],
)
def test_a_word_may_be_written_in_two(glued: str, parts: tuple[str, str] | None) -> None:
    assert apart(glued) == parts
    assert parts is None or together(*parts) == glued


def test_two_words_that_no_small_one_begins_stay_two() -> None:
    assert together("salle", "polyvalente") == ""


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
