"""A whole question put right: what is mended, and what must stay as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.towns import Towns
from bot.understanding.mending import mended, unnamed
from bot.understanding.shorthand import shorthand
from knowledge.content import Commune
from knowledge.text import fold

TOWNS = Towns(
    {"Valfleuri": ("valfleuri",)},
    (Commune(slug="valfleuri", name="Valfleuri", inhabitants=("Valfleurien",), neighbours=("Sourdun",)),),
)
SLIPS = {
    "cantne": "cantine",
    "tarifcantine": "tarif cantine",
    "sourdun": "sourdine",
    "valfleurien": "valeurs",
    "mariette": "mairie",
    "presta": "resta",
    "quelqu": "quelque",
    "fichier": "fichiers",
}


def put(text: str) -> str:
    return mended(text, lambda word: SLIPS.get(word, word), TOWNS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Prix de la cantne à 3,50 € ?", "Prix de la cantine à 3,50 € ?"),
        ("Cantne du midi", "cantine du midi"),
        ("CANTNE DU MIDI", "cantine DU MIDI"),
        ("tarifcantine", "tarif cantine"),
    ],
)
def test_a_mistyped_word_is_put_right_and_the_rest_stays_as_typed(typed: str, meant: str) -> None:
    assert put(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "un habitant de sourdun",
        "la famille valfleurien",
        "l'école de Mariette",
        "la presta du soir",
        "pour quelqu'un",
        "mairie@cantne.fr",
        "cantne2",
        "fichier.pdf",
    ],
)
def test_names_shorthand_and_codes_are_left_alone(typed: str) -> None:
    assert put(typed) == typed


HEARD = {"elodie", "sanction", "cantine", "mairie"}


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("sanction pour Kevin Durand qui a insulté", "sanction pour qui a insulté"),
        ("l'élève Léa a tapé", "l'élève a tapé"),
        ("cantine pour Mme de Brisbois", "cantine pour Mme"),
        ("la fonction de Mme Elodie", "la fonction de Mme Elodie"),
        ("la famille Valfleurien", "la famille Valfleurien"),
        ("tarif pour Valfleuri", "tarif pour Valfleuri"),
        ("pour la Mairie", "pour la Mairie"),
        ("l'élève de CE2", "l'élève de CE2"),
        ("tarif pour Cantne", "tarif pour Cantne"),
        ("sanction pour Kevin DURAND", "sanction pour"),
        ("SANCTION POUR KEVIN", "SANCTION POUR KEVIN"),
    ],
)
def test_a_person_whom_no_act_names_is_left_out(typed: str, left: str) -> None:
    assert unnamed(typed, lambda word: word not in HEARD, lambda word: SLIPS.get(word, word), TOWNS) == left


@given(st.text())
def test_a_text_without_slips_comes_back_as_it_was(text: str) -> None:
    assert mended(text, lambda word: word, TOWNS) == text


@given(st.sampled_from(sorted(shorthand())))
def test_no_shorthand_is_mistyped(short: str) -> None:
    assert (
        mended(f"le {short} du lac", lambda word: f"{word}x" if word == short else word, TOWNS) == f"le {short} du lac"
    )
    assert fold(short) == short
