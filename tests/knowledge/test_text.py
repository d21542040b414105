"""When two words are the same word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import NUMBER_WORDS, composed, fold, in_figures, squeeze, ungrouped, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'école n°2", ["l", "ecole", "n", "2"]),
        ("Cœur d’Élève", ["coeur", "d", "eleve"]),
        ("après-midi", ["apres", "midi"]),
        ("", []),
    ],
)
def test_a_text_gives_its_folded_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_only_thousands_are_put_together() -> None:
    assert ungrouped("de 1 900 à 12 440,50 €, 3 barques en 2030 2031") == "de 1900 à 12440,50 €, 3 barques en 2030 2031"


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_squeezed_text_has_single_spaces(text: str) -> None:
    assert "  " not in squeeze(text)
    assert squeeze(text).split() == text.split()


def test_numbers_in_words_are_folded_words() -> None:
    assert all(word == fold(word) for word in NUMBER_WORDS)
    assert NUMBER_WORDS["douze"] == 12


@pytest.mark.parametrize(
    ("said", "figured"),
    [
        ("une barque pour trente ans", "une barque pour 30 ans"),
        ("Quinze jours", "15 jours"),
        ("un mois", "un mois"),
        ("quarante-cinq jours", "45 jours"),
        ("vingt et un jours, Vingt-quatre heures", "21 jours, 24 heures"),
        ("soixante-dix ans, quatre-vingts jours", "70 ans, 80 jours"),
        ("quatre-vingt-dix-sept ans", "97 ans"),
        ("mille six cent sept heures", "1607 heures"),
        ("deux cents heures, deux mille heures", "200 heures, 2000 heures"),
        ("deux trois jours, deux et trois ans", "deux 3 jours, deux et 3 ans"),
        ("trente barques", "trente barques"),
        ("Quarante-cinq jours", "45 jours"),
        ("soixante et onze ans", "71 ans"),
        ("quatre-vingt-dix-neuf heures", "99 heures"),
    ],
)
def test_a_length_of_time_is_written_in_figures(said: str, figured: str) -> None:
    assert in_figures(said) == figured


@pytest.mark.parametrize(
    ("said", "figured"),
    [
        ("vingt-cinq barques", "25 barques"),
        ("cent vingt rames et deux cents gilets", "120 rames et 200 gilets"),
        ("quatre-vingts canots", "80 canots"),
        ("vingt barques", "vingt barques"),
        ("deux ou trois barques", "deux ou trois barques"),
        ("le cent de gobelets", "le cent de gobelets"),
    ],
)
def test_a_number_of_several_words_is_one_number(said: str, figured: str) -> None:
    assert composed(said) == figured
