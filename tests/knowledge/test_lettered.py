"""Letters that stand in the place of digits: read where nothing but a number can stand, and left everywhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.figures import sums
from knowledge.lettered import in_digits
from knowledge.smudges import LETTER_READ


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("remorquage de nuit a l4O € TTC", "140"),
        ("la caution du ponton est de l 200 €", "1200"),
        ("une caution de I 200 € par bateau", "1200"),
        ("lOO € la journée", "100"),
        ("1 O00 € de caution", "1000"),
        ("2 OOO € de caution", "2000"),
        ("1 3O0 ¢", "1300"),
        ("27 4OO €", "27400"),
        ("moins 2O E de frais", "20"),
        ("est de 1O8,50 €", "108.50"),
    ],
)
def test_a_sum_is_read_whichever_of_its_digits_is_a_letter(text: str, value: str) -> None:
    assert [(str(one.value), one.doubt) for one in sums(text)] == [(value, LETTER_READ)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("au plus tard le 3l mars", "au plus tard le 31 mars"),
        ("avant le I5 novembre 2O30", "avant le 15 novembre 2030"),
        ("le lO juin", "le 10 juin"),
        ("de l9 h 00 à 22 h 3O", "de 19 h 00 à 22 h 30"),
        ("II h 30 - I8h15", "11 h 30 - 18h15"),
        ("8 h OO", "8 h 00"),
        ("dans les 3O jours", "dans les 30 jours"),
        ("un préavis de lO jours", "un préavis de 10 jours"),
        ("I2 mois, 2l bateaux", "12 mois, 2l bateaux"),
        ("18 ou 2O ans", "18 ou 20 ans"),
        ("une remise de I5 %", "une remise de 15 %"),
        ("tel. O2 4l 70 2O 40.", "tel. 02 41 70 20 40."),
        ("Tranche B : 45I a 800", "Tranche B : 451 a 800"),
        ("Article 2O", "Article 20"),
    ],
)
def test_a_date_an_hour_a_telephone_or_a_number_of_things_is_read(text: str, read: str) -> None:
    assert in_digits(text)[0] == read


@pytest.mark.parametrize(
    "text",
    [
        "Il jouera en Ile de Ré le matin",
        "le groupe II jours de repos",
        "2l par jour et 10 l d'eau",
        "Groupe I 500 places",
        "lot 2B, salle H2O",
        "Il y a 3 jours",
        "le quai l et le quai 2",
        "1o le maire, 2o l'adjoint",
    ],
)
def test_a_letter_elsewhere_is_a_letter(text: str) -> None:
    assert in_digits(text) == (text, frozenset())


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789 ,.€¢OolIEh")), max_size=60))
def test_what_is_read_keeps_its_place(text: str) -> None:
    plain, read = in_digits(text)
    assert len(plain) == len(text)
    assert {at for at, (one, other) in enumerate(zip(text, plain, strict=True)) if one != other} == read
