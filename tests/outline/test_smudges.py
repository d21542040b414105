"""Smudged figures in tables: told to be in doubt, or that nobody can read them; the others keep their columns."""

from __future__ import annotations

from tests.outline.cutting import figures

BOATS = """Location                        Habitants    Extérieurs
Barque (4 heures)               120 €        2l0 €
Canoë (4 heures)                95 €         15  €
Caution                         800 €        l 200 €
Pédalo (4 heures)               60 €         80 €"""
SKATES = """Patinoire du canal             2030       2031
Entrée adulte                  5,20 E     5,50 E
Entrée enfant                  3,60 E     3,7O E
Location de patins             3,20 E     3,¢
Carte famille                  ¢&,00 E    98,00 E"""


def test_a_figure_read_through_letters_or_with_a_digit_lost_is_in_doubt() -> None:
    doubtful = {figure.printed: (str(figure.value), figure.doubt) for figure in figures(BOATS) if figure.doubt}
    assert doubtful == {
        "2l0 €": ("210", "une lettre tient la place d'un chiffre sur la page"),
        "15  €": ("15", "un chiffre semble perdu sur la page"),
        "l 200 €": ("1200", "une lettre tient la place d'un chiffre sur la page"),
    }


def test_a_figure_that_nobody_can_read_has_its_place_and_no_value() -> None:
    found = {(figure.row[-1], figure.column[-1]): figure for figure in figures(SKATES)}
    unread = found["Location de patins", "2031"]
    assert (unread.value, unread.printed, unread.doubt) == (None, "3,¢", "le montant ne se lit pas sur la page")
    assert found["Carte famille", "2030"].value is None
    assert str(found["Carte famille", "2031"].value) == "98.00"
    assert str(found["Entrée enfant", "2031"].value) == "3.70"
    assert {figure.unit for figure in found.values()} == {"€"}


def test_a_smudged_cell_between_pipes_is_in_doubt_too() -> None:
    piped = "| Location | 2030 | 2031 |\n| --- | --- | --- |\n| Barque | 3,20 € | 3,€ |\n| Canoë | 2,5O € | 4,00 € |"
    assert [(f.printed, f.value is None, bool(f.doubt)) for f in figures(piped)] == [
        ("3,20 €", False, False),
        ("3, €", True, True),
        ("2,5O €", False, True),
        ("4,00 €", False, False),
    ]


def test_labels_are_put_back_as_words() -> None:
    table = "Canoë          Débutant   Confirmé\nDerni-journée  12,00 €    14,00 €\nSernaine       40,00 €    45,00 €"
    assert {figure.row[-1] for figure in figures(table)} == {"Demi-journée", "Semaine"}


def test_a_smudged_cell_is_one_of_its_column_and_leaves_the_others_theirs() -> None:
    table = """Patins             Ville de la halle             Dehors
                   2030        2031        2030        2031

Petits             2,lO €      2,2O €      4,6O €      4,8O €

Moyens             3,05 €      3,20 €      4,60 €      4,80 €

Grands             l4,O5 €     4O0 E       4,60 €      4,80 €
"""
    found = {(f.row[-1], *f.column[-2:]): (str(f.value), bool(f.doubt)) for f in figures(table)}
    assert found["Petits", "Ville de la halle", "2030"] == ("2.10", True)
    assert found["Moyens", "Ville de la halle", "2030"] == ("3.05", False)
    assert found["Grands", "Ville de la halle", "2030"] == ("14.05", True)
    assert found["Grands", "Ville de la halle", "2031"] == ("400", True)


def test_a_bracket_with_its_sign_is_a_label_and_no_price() -> None:
    table = """Tranche        Quotient
   A           de 0 à 210 €
   B           de 211 à 930 €
   C           931 € et plus"""
    assert figures(table) == []


def test_the_one_of_a_thousand_may_be_a_letter() -> None:
    table = """Association                       Demandé       Voté
Les Rameurs                       2 800 €       I 500 €
Les Patineurs                     9 000 €       l9 500 €
Le Port                           8 000 €       l 204 000 €
"""
    found = [(figure.row[-1], str(figure.value), bool(figure.doubt)) for figure in figures(table)]
    assert found[1::2] == [
        ("Les Rameurs", "1500", True),
        ("Les Patineurs", "19500", True),
        ("Le Port", "1204000", True),
    ]
    assert figures("Le groupe I 500 € et le groupe II 300 € sont votés ensemble par le conseil du port.") == []
