"""The brackets that codes stand for, said once and used in every table of a document."""

from __future__ import annotations

from tests.outline.cutting import figures

CORRESPONDENCE = """CANAL : TARIFS

Tranche A : de 0 à 400
Tranche B : de 401 à 700
Tranche C : 701 et plus
"""
BARGES = """LA PENICHE

Tranche Matin Soir
A 1,00 € 1,50 €
B 2,00 € 2,50 €
C 3,00 € 3,50 €"""


def test_a_code_is_followed_by_the_bracket_it_stands_for() -> None:
    labels = [figure.row[-1] for figure in figures(CORRESPONDENCE + "\n" + BARGES)]
    assert labels[::2] == ["A (de 0 à 400)", "B (de 401 à 700)", "C (701 et plus)"]


def test_a_bracket_on_the_line_after_its_code_is_found() -> None:
    told = (
        "CORRESPONDANCE\n\nT1\n0 à 380\nT2\n381 et plus\n\nLA PENICHE\n\nMatin Soir\nT1 1,00 € 1,50 €\nT2 2,00 € 2,50 €"
    )
    assert {figure.row[-1] for figure in figures(told)} == {"T1 (0 à 380)", "T2 (381 et plus)"}


def test_columns_named_by_codes_are_told_too() -> None:
    told = """QF 1 : 0 à 450
QF 2 : 451 et plus

LA PENICHE

Séance   QF 1    QF 2
Matin    0,60 €  0,80 €
Soir     0,70 €  0,95 €"""
    assert figures(told)[0].column[-1] == "QF 1 (0 à 450)"


def test_a_code_with_two_brackets_is_left_as_it_is() -> None:
    told = CORRESPONDENCE + "\nTranche A : de 0 à 900\n\n" + BARGES
    assert figures(told)[0].row[-1] == "A"


def test_small_numbers_are_no_bracket() -> None:
    told = "A 2 à 4 rameurs\nB 5 à 8 rameurs\n\n" + BARGES
    assert figures(told)[0].row[-1] == "A"


def test_a_column_for_several_codes_is_told_from_the_first_to_the_last() -> None:
    told = """Tranche T1 : 0 à 380
Tranche T2 : 381 à 560
Tranche T3 : 561 et plus

LA PENICHE

Sortie    T1 et T2   T3
Rivière   3,00 €     5,00 €
Étang     2,00 €     4,00 €"""
    assert [figure.column[-1] for figure in figures(told)[:2]] == ["T1 et T2 (0 à 560)", "T3 (561 et plus)"]


def test_a_numbered_bracket_is_told_by_the_head_of_its_column_and_spelt_out_in_the_next_table() -> None:
    text = (
        "1. LA PENICHE\n\nTranche       Quotient familial         Jour            Nuit\n"
        "1             0 à 420                   0,80 €          0,90 €\n"
        "2             421 à 700                 1,90 €          2,05 €\n\n"
        "2. LA BARQUE\n\nTranche       matin         soir\n"
        "1             0,50 €        0,95 €\n2             1,50 €        1,60 €"
    )
    assert [figure.row for figure in figures(text)][::2] == [
        ("Tranche 1", "0 à 420"),
        ("Tranche 2", "421 à 700"),
        ("Tranche 1 (0 à 420)",),
        ("Tranche 2 (421 à 700)",),
    ]
