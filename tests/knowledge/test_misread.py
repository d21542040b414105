"""Words misread by a scanner put back, and all that must be left as it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.clean import join_lines, repair
from knowledge.lexicon import lexicon
from knowledge.misread import is_french, mended, word


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("rnunicipal", "municipal"),
        ("rérnunérés", "rémunérés"),
        ("joumée", "journée"),
        ("mi1le", "mille"),
        ("Applicab1e", "Applicable"),
        ("décernbre", "décembre"),
        ("branchernents", "branchements"),
        ("Elérnentaire", "Elémentaire"),
        ("scolalre", "scolaire"),
        ("vvagon", "wagon"),
        ("contréle", "contrôle"),
        ("contrdler", "contrôler"),
        ("cl6ture", "clôture"),
        ("dipléme", "diplôme"),
        ("deuxiéeme", "deuxième"),
        ("reéférencée", "référencée"),
        ("maftres", "maîtres"),
        ("godter", "goûter"),
        ("batirnent", "batiment"),
        ("technigues", "techniques"),
        ("publiqgue", "publique"),
        ("regoivent", "reçoivent"),
        ("Iégale", "légale"),
        ("lnscription", "Inscription"),
        ("larticle", "l'article"),
        ("Iarticle", "l'article"),
        ("périsco1aire", "périscolaire"),
        ("CONSElL", "CONSEIL"),
        ("MUNlClPAL", "MUNICIPAL"),
        ("BlBLlOTHEQUE", "BIBLIOTHEQUE"),
        ("TAUZlEDE", "TAUZIEDE"),
        ("R0CHE", "ROCHE"),
        ("subvenlionncr", "subvenlionncr"),
        ("embarcatiou", "embarcation"),
    ],
)
def test_a_word_that_french_has_not_is_put_back(read: str, printed: str) -> None:
    assert word(read) == printed


@pytest.mark.parametrize(
    "token",
    """Yole yole mairie cadastrée floutées vapoter Garnier Fournier Lemon Ferrain ferrain Marne IARD IFSE
    PAI BAT1 DEL2022 M57 A10 15ans 0a1280 04a1900 14h30 CM2 1er étage1 sociale1 PLUi RLPi Citéo affouage
    cavurne kWh Elodie Gwenvaël""".split(),
)
def test_names_codes_figures_and_rare_words_are_left_alone(token: str) -> None:
    assert word(token) == token


@pytest.mark.parametrize("text", ["contact@rnairie.fr", "www.rnairie.fr/scolalre", "le.rnaire-dupont@aviron.fr"])
def test_an_address_is_no_text(text: str) -> None:
    assert mended(text) == text


def test_a_line_is_put_back_where_it_stands() -> None:
    assert repair("Le rnaire, l'adu1te et\nle CONSElL.") == "Le maire, l'adulte et\nle CONSEIL."


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("la rnu-\nnicipalité", "la municipalité"),
        ("un rendez-\nvous", "un rendez-vous"),
        ("les péri-\nscolaires", "les périscolaires"),
        ("un porte-\navirons", "un porte-avirons"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_read_whole(lines: str, joined: str) -> None:
    assert join_lines(lines) == joined


@given(st.sampled_from(sorted(lexicon())), st.sampled_from([str.lower, str.upper, str.capitalize]))
def test_a_word_of_french_is_never_touched(one: str, cased: object) -> None:
    assert callable(cased)
    assert mended(cased(one)) == cased(one)


@given(st.text(max_size=60))
def test_whatever_is_put_back_is_french_and_lines_stay(text: str) -> None:
    assert mended(text).count("\n") == text.count("\n")
    assert mended(mended(text)) == mended(text)


def test_a_long_text_takes_as_long_as_its_length() -> None:
    took = []
    for size in (20_000, 80_000):
        started = time.perf_counter()
        mended("x-" * size + "a" * size)
        took.append(time.perf_counter() - started)
    assert took[1] < 10 * took[0] + 0.05


def test_a_feminine_or_a_plural_of_a_word_is_french() -> None:
    assert is_french("amarrées")
    assert not is_french("rnairies")


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("le diman che", "le dimanche"),
        ("en nove mbre", "en novembre"),
        ("Qu inze ans", "Quinze ans"),
        ("la rame en bois", "la rame en bois"),
        ("M. Vannier Aubin", "M. Vannier Aubin"),
        ("zone A b", "zone A b"),
        ("diman  che", "diman  che"),
        # one of the pieces may be a word
        ("le bilan spor tif.", "le bilan sportif."),
        ("les fonct ions du maître de port", "les fonctions du maître de port"),
        ("un ta rif de se maine", "un tarif de semaine"),
        ("les ves tiaires du canal", "les vestiaires du canal"),
        ("les mesure s du quai", "les mesures du quai"),
        ("l'accu eil du port", "l'accueil du port"),
        # what is no word there may be a name, a unit, a word elided
        ("il s'amarre, souhaite s’amarrer", "il s'amarre, souhaite s’amarrer"),
        ("6 m à quai, 2 m et plus", "6 m à quai, 2 m et plus"),
        ("la loi n° 84", "la loi n° 84"),
        ("le quai Brel et la cale", "le quai Brel et la cale"),
    ],
)
def test_a_word_cut_in_two_is_put_together_where_a_piece_is_no_word(torn: str, whole: str) -> None:
    assert mended(torn) == whole
