"""Typing errors: what is put right, and what is never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.french import COMMON_WORDS, STOP_WORDS
from index.vocabulary import Vocabulary

COUNTS = {
    "columbarium": 12,
    "concession": 40,
    "concessions": 9,
    "derogation": 15,
    "restauration": 30,
    "tarif": 60,
    "reglement": 50,
    "reglernent": 1,
    "reglemant": 1,
    "inscription": 25,
    "cavurne": 3,
    "multi": 5,
    "accueil": 33,
    "10.5": 4,
}
WORDS = Vocabulary(COUNTS, known={"garderie", "cantine"})


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("columbarum", "columbarium"),
        ("colombarum", "columbarium"),
        ("consession", "concession"),
        ("cavurme", "cavurne"),
        ("erogation", "derogation"),
        ("edrogation", "derogation"),
        ("xderogation", "derogation"),
        ("serogation", "derogation"),
        ("reglemetn", "reglement"),
        ("gardrie", "garderie"),
        ("cantinne", "cantine"),
        ("acueil", "accueil"),
    ],
)
def test_a_typing_error_is_put_right(typed: str, right: str) -> None:
    assert WORDS.correct(typed) == right


@pytest.mark.parametrize("typed", ["zzyzxqw", "xyz", "trf", "ab", "", "1050", "10.5", "cm2", "a4"])
def test_figures_short_words_and_strangers_are_left_alone(typed: str) -> None:
    assert WORDS.correct(typed) == typed


def test_a_word_damaged_by_ocr_is_let_stand_and_attracts_nothing() -> None:
    assert WORDS.correct("reglernent") == "reglernent"
    assert WORDS.correct("reglemante") == "reglement"


def test_the_more_frequent_of_two_near_words_is_preferred() -> None:
    assert WORDS.correct("concessionn") == "concession"


@pytest.mark.parametrize(("typed", "cut"), [("tarifconcession", "tarif concession"), ("multiaccueil", "multi accueil")])
def test_glued_words_are_cut(typed: str, cut: str) -> None:
    assert WORDS.correct(typed) == cut


@given(st.sampled_from(sorted({*COUNTS, *COMMON_WORDS, *STOP_WORDS, "garderie"})))
def test_a_right_word_is_never_touched(word: str) -> None:
    assert WORDS.correct(word) == word


@given(st.text(st.characters(codec="ascii", categories=["Ll", "Nd"])))
def test_whatever_comes_back_is_known_or_what_was_typed(typed: str) -> None:
    got = WORDS.correct(typed)
    known = {*COUNTS, *COMMON_WORDS, "garderie", "cantine"}
    assert got == typed or set(got.split()) <= known
    if any(c.isdigit() for c in typed):
        assert got == typed


@given(
    st.sampled_from([word for word, count in COUNTS.items() if count > 1 and word.isalpha() and len(word) > 6]),
    st.integers(1),
    st.sampled_from("abcdefghijklmnopqrstuvwxyz"),
)
def test_one_letter_too_many_in_a_long_word_is_recovered(word: str, at: int, letter: str) -> None:
    place = at % len(word)
    got = WORDS.correct(word[:place] + letter + word[place:])
    # "concession" and "concessions" are one letter apart: either is right.
    assert got.rstrip("s") == word.rstrip("s")


def test_an_empty_vocabulary_still_knows_common_french() -> None:
    assert Vocabulary({}).correct("bonjuor") == "bonjuor"
    assert Vocabulary({}).correct("mariaje") == "mariage"
