"""Tables that OCR gives one cell a line, and labels that it tears from their rows."""

from __future__ import annotations

from decimal import Decimal

from tests.outline.cutting import cells, figures, passages, prices

MOORINGS = """3. AMARRAGE (prix par séance)

Classe
Matin
Soir 1
(départ avant 17 h 30)
Soir 2
C1
0,55 €
0,92 €
1,38 €
C2
0,78 €
1,24 €
1,86 €"""


def test_each_value_stands_under_the_head_of_its_place() -> None:
    found = {frozenset((*row, *column)): value for (row, column), value in cells(MOORINGS).items()}
    assert len(found) == 6
    assert found[frozenset(("C2", "Soir 1 (départ avant 17 h 30)"))] == Decimal("1.24")


def test_each_group_is_one_row_on_its_own_lines() -> None:
    rows = [row for passage in passages(MOORINGS) for row in passage.rows]
    assert rows[1].text == "C2 | Matin : 0,78 € | Soir 1 (départ avant 17 h 30) : 1,24 € | Soir 2 : 1,86 €"
    assert (rows[1].line, rows[1].end_line) == (12, 15)
    assert [figure.line for figure in figures(MOORINGS)] == [9, 10, 11, 13, 14, 15]


def test_a_table_that_goes_on_keeps_its_heads() -> None:
    more = "(amarrage, suite)\nC3\n1,76 €\n2,83 €\n4,24 €\nC4\n1,98 €\n3,19 €\n4,78 €"
    found = {frozenset((*f.row, *f.column)): f.value for f in figures(f"{MOORINGS}\n\n{more}")}
    assert found[frozenset(("C4", "Soir 2"))] == Decimal("4.78")


def test_a_table_read_column_by_column_has_the_longer_labels_as_its_rows() -> None:
    table = """Croisière
Loire à la rame, douze équipiers (8 jours, février)
Canal du Midi, équipage complet (6 jours, juillet)
Prix de revient
812 €
468 €
Riverains
203 €
117 €"""
    assert cells(table) == {
        (("Loire à la rame, douze équipiers (8 jours, février)",), ("Prix de revient",)): 812,
        (("Canal du Midi, équipage complet (6 jours, juillet)",), ("Prix de revient",)): 468,
        (("Loire à la rame, douze équipiers (8 jours, février)",), ("Riverains",)): 203,
        (("Canal du Midi, équipage complet (6 jours, juillet)",), ("Riverains",)): 117,
    }


def test_a_price_alone_on_its_line_has_the_label_above_it() -> None:
    table = """Autres équipiers
Barreur, arbitre du club
4,35 €
Invité d'un soir
(sur réservation)
6,10 €
Enfant de moins de 8 ans
gratuit"""
    assert prices(table) == [
        ("Barreur, arbitre du club", "", "4.35"),
        ("Invité d'un soir (sur réservation)", "", "6.10"),
        ("Enfant de moins de 8 ans", "", "0"),
    ]


def test_as_many_values_each_time_or_it_is_no_such_table() -> None:
    table = "Matin\nSoir\nC1\n0,55 €\n0,92 €\nC2\n0,78 €\nC3\n1,02 €\n1,10 €"
    assert {figure.column for figure in figures(table)} == {()}


def test_a_label_torn_over_two_lines_is_that_of_its_row_alone() -> None:
    table = """RAMEURS CANOTS PENICHES
CANETONS 1,30 € 1,30 €
CANETONS non-
inscrits 0,66 € 0,70 €
AUTRES 2,02 € 2,05 €"""
    assert [figure.row for figure in figures(table)][::2] == [
        ("RAMEURS", "CANETONS"),
        ("RAMEURS", "CANETONS non-inscrits"),
        ("RAMEURS", "AUTRES"),
    ]
    assert {figure.column for figure in figures(table)} == {("CANOTS",), ("PENICHES",)}


def test_a_label_that_ends_below_its_row_is_not_of_the_row_after() -> None:
    table = "Riverains 7,60 €\nBénéficiaires de l'aide aux équipiers 5,00 €\nâgés\nInvités 11,50 €"
    assert [figure.row[-1] for figure in figures(table)] == [
        "Riverains",
        "Bénéficiaires de l'aide aux équipiers âgés",
        "Invités",
    ]


def test_names_over_columns_that_come_back_are_no_title() -> None:
    table = """Les prix d'amarrage sont ceux du tableau.

CANOTS PENICHES
Classe
2030/2031 2031/2032 2030/2031 2031/2032
C1 0,95 € 0,98 € 1,06 € 1,10 €
C2 1,52 € 1,57€ 1,70 € 1,76 €"""
    assert cells(table)[("Classe", "C2"), ("PENICHES", "2031/2032")] == Decimal("1.76")
    assert not any(figure.doubt for figure in figures(table))


def test_a_year_alone_on_its_line_is_a_head_and_no_page_number() -> None:
    table = """TARIFS DU CANAL

Désignation
2030
2031
Anneau, la nuit
4 €
5 €
Grue, le mouvement
40 €
50 €
La suite est au port."""
    assert prices(table) == [
        ("Anneau, la nuit", "2030", "4"),
        ("Anneau, la nuit", "2031", "5"),
        ("Grue, le mouvement", "2030", "40"),
        ("Grue, le mouvement", "2031", "50"),
    ]


def test_a_blank_line_may_part_each_group_from_the_next() -> None:
    table = """Revenu
Matin
Soir

Moins de 400 €
0,90 €
1,00 €

De 400 à 799 €
2,30 €
2,40 €"""
    assert prices(table) == [
        ("Moins de 400 €", "Matin", "0.90"),
        ("Moins de 400 €", "Soir", "1.00"),
        ("De 400 à 799 €", "Matin", "2.30"),
        ("De 400 à 799 €", "Soir", "2.40"),
    ]


def test_a_cell_of_words_keeps_its_place_in_the_group() -> None:
    table = "Objet\nSemaine\nDimanche\nYole à deux rames\n4 €\nnon louée\nCanot du port\n5 €\n7 €"
    assert [(figure.row[-1], figure.column[-1], figure.printed) for figure in figures(table)] == [
        ("Yole à deux rames", "Semaine", "4 €"),
        ("Yole à deux rames", "Dimanche", "non louée"),
        ("Canot du port", "Semaine", "5 €"),
        ("Canot du port", "Dimanche", "7 €"),
    ]


HALLS = """5. PATINOIRE (forfaits)

Piste
Usager
Durée
Été
Hiver

Grande piste
habitant
demi-journée
160 €
195 €

Grande piste
passant
week-end
340 €
405 €

Casque prêté : 2 €. Traîneau : 4 €."""


def test_rows_of_several_labels_have_a_head_for_each_of_them() -> None:
    assert cells(HALLS) == {
        (("Grande piste", "habitant", "demi-journée"), ("Été",)): 160,
        (("Grande piste", "habitant", "demi-journée"), ("Hiver",)): 195,
        (("Grande piste", "passant", "week-end"), ("Été",)): 340,
        (("Grande piste", "passant", "week-end"), ("Hiver",)): 405,
        (("Casque prêté",), ()): 2,
        (("Traîneau",), ()): 4,
    }
    (first, *_) = [row.text for passage in passages(HALLS) for row in passage.rows]
    assert first == "Grande piste | habitant | demi-journée | Été : 160 € | Hiver : 195 €"


def test_labels_without_a_head_for_each_are_one_label() -> None:
    text = HALLS.replace("Usager\nDurée\n", "")
    assert not any(column for (row, column) in cells(text) if row[:1] == ("Grande piste",))


def test_one_group_below_a_remark_goes_on_under_the_heads() -> None:
    table = """Commune
Dehors

Bac, un adulte
4,10 €
5,20 €

Bac, un enfant
2,90 €
3,70 €
Caution : 40,00 €

Bac, un vélo
1,00 €
1,50 €"""
    assert [f.column for f in figures(table) if f.row[-1] == "Bac, un vélo"] == [("Commune",), ("Dehors",)]


def test_a_line_that_counts_places_hides_no_heads() -> None:
    table = """Croisière
Loire à la rame, douze équipiers (8 jours, février)
Canal du Midi, équipage complet (6 jours, juillet)
Nombre de places
36
24
Prix de revient
812 €
468 €
Riverains
203 €
117 €"""
    assert cells(table)[("Canal du Midi, équipage complet (6 jours, juillet)",), ("Riverains",)] == 117


SMALL_LETTERS = """4. AMARRES DU CANAL

Longueur
à l'année
au mois (mai à sept.)
à la nuit
Moins de 5 m
248 €
62 €
7 €
De 5 m à 6 m
337 €
84 €
10 €
"""


def test_heads_all_in_small_letters_are_as_many_heads() -> None:
    found = {(figure.row, figure.column): str(figure.value) for figure in figures(SMALL_LETTERS)}
    assert found[("De 5 m à 6 m",), ("au mois (mai à sept.)",)] == "84"


def aired(*cells: str) -> str:
    return "\n\n".join(
        ("TARIFS DU PORT", "Article 1. Les prix sont les suivants :", *cells, "Article 2. Rien d'autre.")
    )


def test_cells_that_each_stand_between_blank_lines_are_rows_under_their_heads() -> None:
    quays = ("Quai simple", "15 ans", "160 €", "Quai simple", "30 ans", "310 €", "Quai double (5 m)", "15 ans", "570 €")
    found = cells(aired("Nature", "Durée", "Prix", *quays))
    assert found[("Quai double (5 m)", "15 ans"), ("Prix",)] == Decimal(570)
    assert found[("Quai simple", "30 ans"), ("Prix",)] == Decimal(310)


def test_a_row_of_one_label_and_two_values_is_read_between_blank_lines_too() -> None:
    found = cells(aired("Bateau", "Jour", "Nuit", "Canoë", "3 €", "4 €", "Pédalo", "5 €", "6 €", "Voile", "7 €", "8 €"))
    assert found[("Pédalo",), ("Nuit",)] == Decimal(6)


def test_a_chapter_of_accounts_is_no_page_number() -> None:
    budget = (
        "BUDGET DU CANAL\n\nChapitre\nLibellé\nBudget 2030\nBudget 2031\n\n"
        "011\nCharges du port\n812 000 €\n838 500 €\n\n012\nÉclusiers\n214 000 €\n251 000 €"
    )
    assert cells(budget)[("012", "Éclusiers"), ("Budget 2031",)] == Decimal(251000)


def test_a_dash_alone_beside_prices_keeps_its_place() -> None:
    quays = "\n\nSable\n240 €\n520 €\n1 150 €\n\nPierre\n-\n780 €\n1 700 €\n\nBois\n9 €\n8 €\n-"
    found = cells("QUAIS\n\nType\n15 ans\n30 ans\n50 ans" + quays)
    assert found[("Pierre",), ("30 ans",)] == Decimal(780)
    assert found[("Bois",), ("50 ans",)] is None


def test_heads_of_two_lines_set_apart_are_one_head_each() -> None:
    rows = (
        "A : de 0 à 450",
        "1,00 €",
        "0,90 €",
        "B : de 451 à 750",
        "2,60 €",
        "1,20 €",
        "C : 751 et plus",
        "3 €",
        "2 €",
    )
    found = cells(aired("Quotient", "Barque\n(habitant)", "Canoë du\nmatin", *rows))
    assert found[("C : 751 et plus",), ("Canoë du matin",)] == Decimal(2)


def test_a_head_that_says_only_what_a_price_is_counted_by_is_not_the_end_of_the_corner() -> None:
    page = """Canot
le mètre
Abonné au trimestre
Barque, sans rame
0,90 €
9,50 €
Barque, avec rame
1,30 €
13,00 €"""
    assert cells(page)[("Barque, avec rame",), ("le mètre",)] == Decimal("1.30")


def test_a_numbered_title_above_the_heads_is_none_of_them() -> None:
    page = """C.1 Cabines de la digue
Cabine
Abonné
Passager
À la semaine
41 €
58 €
À la journée
9 €
13 €"""
    assert cells(page)[("C.1 Cabines de la digue", "À la journée"), ("Abonné",)] == Decimal(9)


def test_each_of_several_brackets_of_a_row_is_told_after_its_head() -> None:
    page = """Revenu du mois
Seul
Revenu du mois
Couple
Prix de l'heure
semaine
Prix de l'heure
dimanche, fériés
jusqu'à 1 040 €
jusqu'à 1 560 €
4,10 €
5,30 €
de 1 041 € à 1 300 €
de 1 561 € à 1 910 €
8,60 €
11,20 €"""
    found = cells(page)
    assert len(found) == 4
    row = "Revenu du mois Seul de 1 041 € à 1 300 €", "Revenu du mois Couple de 1 561 € à 1 910 €"
    assert found[row, ("Prix de l'heure dimanche, fériés",)] == Decimal("11.20")


def test_rows_of_brackets_without_a_head_for_each_cell_are_no_such_table() -> None:
    rows = ("de 1 041 € à 1 300 €", "de 1 561 € à 1 910 €", "8,60 €", "11,20 €")
    page = "\n".join(("Barque", *rows, "plus de 1 300 €", "plus de 1 910 €", "9 €", "12 €"))
    assert not any("Barque" in label for row, _ in cells(page) for label in row[1:])


def test_two_rows_between_blank_lines_are_a_table_under_their_heads_or_alone_under_a_title() -> None:
    cells_ = [
        ["2. ANNEAUX", "Emplacement", "Un an", "Dix ans"],
        ["Ponton (deux barques)", "390 €", "690 €", "Bouée", "420 €", "740 €"],
        ["3. GRUE", "Canot", "gratuit", "Voilier", "38 €", "La grue ne sert pas la nuit."],
    ]
    page = "\n\n".join(line for group in cells_ for line in group)
    assert [(f.row, f.column, f.printed) for f in figures(page)] == [
        (("Ponton (deux barques)",), ("Un an",), "390 €"),
        (("Ponton (deux barques)",), ("Dix ans",), "690 €"),
        (("Bouée",), ("Un an",), "420 €"),
        (("Bouée",), ("Dix ans",), "740 €"),
        (("Canot",), (), "gratuit"),
        (("Voilier",), (), "38 €"),
    ]
    assert [passage.path[-1] for passage in passages(page)] == ["2. ANNEAUX", "3. GRUE"]
