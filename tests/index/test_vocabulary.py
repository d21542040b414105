"""Typing errors: what is put right, and what is never touched."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.french import NEVER_ERRORS, STOP_WORDS
from index.slips import bases
from index.vocabulary import Vocabulary
from knowledge.lexicon import lexicon

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
    "nettoiement": 40,
    "nettoiemment": 9,
    "inscription": 25,
    "cavurne": 3,
    "multi": 5,
    "accueil": 33,
    "manege": 20,
    "oeuvre": 30,
    "garde": 40,
    "regard": 12,
    "route": 50,
    "fille": 30,
    "floutee": 1,
    "flottes": 9,
    "activites": 9,
    "journee": 9,
    "decharge": 9,
    "vague": 9,
    "errant": 9,
    "passager": 9,
    "10.5": 4,
}
WORDS = Vocabulary(COUNTS, known={"garderie", "cantine", "package", "photocop"})

REAL = """
    mange aere ouvre existante passage rajoute gare garer regarder filme frappe enterre depasse mutualise recupere
    gosse tape raye taxi bleu college couverte rembourse visionner souhaite renouveler annulee habitent percevra
"""


@pytest.mark.parametrize("word", REAL.split())
def test_a_french_word_that_no_act_holds_is_left_alone(word: str) -> None:
    assert WORDS.correct(word) == word


@pytest.mark.parametrize(
    "word",
    [
        "teletravailler",
        "refacture",
        "obligatoirement",
        "preinscrire",
        "photocops",
        "inondable",
        "sablage",
        "encadreur",
        "cachette",
        "animatrice",
        "reouvrable",
        "agente",
        "taguee",
        "ferrant",
        "paysager",
    ],
)
def test_a_word_that_french_makes_of_another_is_left_alone(word: str) -> None:
    assert WORDS.correct(word) == word


@pytest.mark.parametrize("word", ["lille", "arras", "marseille", "insta", "pronote", "cpam"])
def test_a_big_town_and_a_word_of_today_are_left_alone(word: str) -> None:
    assert WORDS.correct(word) == word


@pytest.mark.parametrize("word", ["cavurnes", "floutes", "cagettes", "projos", "alloc", "conso"])
def test_a_form_of_a_word_held_and_a_word_unheard_of_are_left_alone(word: str) -> None:
    assert WORDS.correct(word) == word


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("manegr", "manege"),
        ("mangre", "manger"),
        ("regardre", "regarder"),
        ("combein", "combien"),
        ("activits", "activites"),
        ("journeee", "journee"),
        ("horiares", "horaires"),
        ("enafnt", "enfant"),
        ("familel", "famille"),
        ("sepulturee", "sepulture"),
        ("inscriptoin", "inscription"),
        ("jorunee", "journee"),
        ("bibliotheqe", "bibliotheque"),
        ("cimetierre", "cimetiere"),
    ],
)
def test_a_slip_is_put_right_whether_the_acts_hold_the_word_or_not(typed: str, right: str) -> None:
    assert WORDS.correct(typed) == right


@pytest.mark.parametrize("word", ["herve", "sabine", "loic", "quad", "semi", "floutes"])
def test_a_first_name_and_a_word_that_films_lack_are_left_alone(word: str) -> None:
    assert Vocabulary({"herbe": 9, "cabine": 9, "lois": 9, "quai": 9, "demi": 9, "flottes": 9}).correct(word) == word


@pytest.mark.parametrize("word", ["decjarge", "dechargr"])
def test_a_slip_towards_a_word_of_the_acts_is_still_put_right(word: str) -> None:
    assert WORDS.correct(word) == "decharge"


def test_an_odd_letter_in_a_short_word_leads_nowhere() -> None:
    assert Vocabulary({"marge": 9}).correct("mavge") == "mavge"


@pytest.mark.parametrize(
    ("typed", "right"),
    [("lecole", "ecole"), ("linscription", "inscription"), ("jpeux", "peux"), ("dhabitants", "habitants")],
)
def test_an_apostrophe_left_out_is_no_letter_of_the_word(typed: str, right: str) -> None:
    assert WORDS.correct(typed) == right


def test_two_faults_lead_only_to_what_the_acts_say() -> None:
    assert WORDS.correct("colombarum") == "columbarium"
    assert WORDS.correct("perrogouet") == "perrogouet"


def test_a_word_often_misread_in_the_acts_attracts_nothing() -> None:
    assert WORDS.correct("nettoiemmen") == "nettoiement"


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


@given(st.sampled_from(sorted({*COUNTS, *STOP_WORDS, *NEVER_ERRORS, *lexicon(), "garderie"})))
def test_a_right_word_is_never_touched(word: str) -> None:
    assert WORDS.correct(word) == word


@given(st.text(st.characters(codec="ascii", categories=["Ll", "Nd"])))
def test_whatever_comes_back_is_known_or_what_was_typed(typed: str) -> None:
    got = WORDS.correct(typed)
    assert got == typed or all(word in COUNTS or word in lexicon() or word == "photocop" for word in got.split())
    if any(c.isdigit() for c in typed):
        assert got == typed


@given(
    st.sampled_from(["columbarium", "concession", "derogation", "restauration", "inscription", "bibliotheque"]),
    st.integers(1),
    st.sampled_from("abcdefghijklmnopqrstuvwxyz"),
)
def test_one_letter_too_many_in_a_long_word_is_recovered(word: str, at: int, letter: str) -> None:
    place = at % len(word)
    typed = word[:place] + letter + word[place:]
    assume(not any(base in lexicon() for base in bases(typed)))  # "derongation" may be made of "ronger"
    got = WORDS.correct(typed)
    # "concession" and "concessions" are one letter apart: either is right.
    assert got.rstrip("s") == word.rstrip("s")


def test_an_empty_vocabulary_still_knows_common_french() -> None:
    assert Vocabulary({}).correct("bonjuor") == "bonjour"
    assert Vocabulary({}).correct("mariaje") == "mariage"
