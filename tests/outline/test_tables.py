"""Tables of which only the order of words is left, as OCR gives them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.outline.cutting import cells, figures, prices

MEALS = """RESTAURANT

Tranche QF Maternelle Elémentaire
A 0 a 300 1,00 € 1,10 €
B 301 a 700 2,00 € 2,20€
C 701 et plus 3,00 € 3 30 €

Adulte 6,40 €"""


def test_a_head_of_two_words_in_the_corner_leaves_the_columns_their_names() -> None:
    assert prices(MEALS)[:2] == [("A 0 a 300", "Maternelle", "1.00"), ("A 0 a 300", "Elémentaire", "1.10")]


def test_a_comma_read_as_a_space_is_still_a_comma() -> None:
    assert ("C 701 et plus", "Elémentaire", "3.30") in prices(MEALS)


def test_a_row_of_one_price_set_apart_is_of_no_column() -> None:
    last = figures(MEALS)[-1]
    assert (last.row[-1], last.column, last.value, last.doubt) == ("Adulte", (), Decimal("6.40"), "")


def test_the_second_line_of_a_head_tells_columns_of_one_name_apart() -> None:
    table = """Tranche QF Demi-journée Demi-journée Journée
sans repas avec repas
A 0 a 300 2,00 € 3,00 € 5,00 €
B 301 a 700 3,00 € 5,00 € 8,00 €"""
    assert [figure.column for figure in figures(table)[:3]] == [
        ("Demi-journée sans repas",),
        ("Demi-journée avec repas",),
        ("Journée",),
    ]


def test_columns_that_cannot_be_told_apart_are_in_doubt() -> None:
    table = "URNES Case Extérieur\nDix ans 100 € 40 € 300 € 90 €\nTrente ans 200 € 40 € 600 € 90 €"
    assert all("de quelle colonne" in figure.doubt for figure in figures(table))


def test_white_space_keeps_a_figure_in_its_place_when_the_one_before_is_missing() -> None:
    table = """                    Abonné            Passager
Marché, le mètre    9,60 €            1,15 €
Foire, le mètre     -                 4,20 €"""
    dash, foire = [figure for figure in figures(table) if figure.row[-1].startswith("Foire")]
    assert (foire.column, foire.value, foire.doubt) == (("Passager",), Decimal("4.20"), "")
    assert dash.empty


def test_a_cell_that_says_in_words_that_nothing_is_sold_leaves_no_doubt_on_its_row() -> None:
    table = "Terrain Habitants Extérieurs\nQuinze ans 225 € 450 €\nCinquante ans 810 € non délivrée"
    *_, price, words = figures(table)
    assert (price.column, price.doubt) == (("Habitants",), "")
    assert (words.column, words.printed, words.value, words.unit, words.doubt) == (
        ("Extérieurs",),
        "non délivrée",
        None,
        "",
        "",
    )


def test_a_row_of_dashes_is_no_row() -> None:
    table = "Salle        Journée     Soirée\nGrange       40 €        60 €\nPréau        -           -"
    assert prices(table) == [("Grange", "Journée", "40"), ("Grange", "Soirée", "60")]


def test_free_and_paid_stand_in_one_row() -> None:
    table = "Cotisation Habitant Autre\nEtudiant gratuit 8€\nAdulte 12 € 20 €"
    assert prices(table)[:2] == [("Etudiant", "Habitant", "0"), ("Etudiant", "Autre", "8")]


def test_a_row_with_a_figure_missing_says_so() -> None:
    table = "Durée Adulte Enfant Urne\n15 ans 100 € 50 € 20 €\n30 ans 200 € 90 € 30 €\n50 ans 400 € 150 €"
    assert [bool(figure.doubt) for figure in figures(table)] == [False] * 6 + [True] * 2


def test_numbers_of_children_are_columns() -> None:
    table = "Enfants à charge 1 2 3 4 et plus\nTaux horaire 0,060 % 0,050 % 0,040 % 0,030 %"
    assert [figure.column for figure in figures(table)] == [("1",), ("2",), ("3",), ("4 et plus",)]


def test_groups_are_spread_over_their_columns() -> None:
    table = """1 enfant 2 enfants
Matin Soir Matin Soir
A 1,00 € 2,00 € 0,50 € 1,50 €
B 2,00 € 3,00 € 1,50 € 2,50 €"""
    assert cells(table)[("B",), ("2 enfants", "Matin")] == Decimal("1.50")


def test_what_stands_above_more_columns_than_were_named_labels_no_row() -> None:
    table = """Extérieurs
Adulte Enfant
SUPERPOSITIONS Corps Urne Corps Urne
15 ans 100 € 80 € 40 € 30 € 300 € 200 €
30 ans 200 € 80 € 80 € 30 €
50 ans 400 € 80 € 160 € 30 €
Cent ans 800 € 80 € 300 € 30 €"""
    assert not any("Extérieurs" in figure.row for figure in figures(table))


def test_an_items_own_sentence_is_no_label_of_the_table_below() -> None:
    text = """- de fixer les tarifs comme au tableau ;
- que ces tarifs valent dès janvier ;
- que la présente abroge la précédente.

Terrain Habitants Extérieurs
Quinze ans 225 € 450 €
Trente ans 445 € 890 €"""
    assert {figure.row[-1] for figure in figures(text)} == {"Quinze ans", "Trente ans"}
    assert not any("abroge" in label for figure in figures(text) for label in figure.row)


def test_a_surface_is_no_price() -> None:
    assert figures("Salle des aînés : 112,50 m²\nSalle du lavoir : 80,25 m²") == []


def test_a_sentence_with_two_sums_is_no_table() -> None:
    text = "Le marché passe de 12 000 € à 15 000 € pour une durée de deux ans, la dépense étant inscrite au budget."
    assert figures(text) == []


def test_counts_torn_over_the_lines_of_a_head_name_the_columns_in_their_order() -> None:
    table = """SORTIE EN CANOT
Tarif selon                      3 rameurs et
la saison      1 rameur 2 rameurs +
Printemps 4,00 € 7,00 € 9,00 €
Automne 3,00 € 5,00 € 7,00 €"""
    assert [figure.column for figure in figures(table)[:3]] == [("1 rameur",), ("2 rameurs",), ("3 rameurs et +",)]


def test_a_column_printed_without_cents_lost_no_comma() -> None:
    berths = """LE CANAL (en euros)

Longueur           Année    Nuit
moins de 5 m         630    9,50
5 à 6,49 m           910   12,50
6,50 à 7,99 m      1 250   16,00
8 à 9,49 m         1 645   20,50"""
    assert {(figure.printed, figure.doubt) for figure in figures(berths) if figure.column == ("Année",)} == {
        ("630", ""),
        ("910", ""),
        ("1 250", ""),
        ("1 645", ""),
    }


def test_the_words_of_a_title_name_no_columns() -> None:
    table = "IV- BILAN DU BUDGET\nRecettes 120,00 € 130,00 € 140,00 €\nDépenses 100,00 € 110,00 € 90,00 €"
    assert {figure.column for figure in figures(table)} == {()}


def test_words_cut_off_a_sentence_name_no_columns() -> None:
    table = "Accueil Aide (relation client, écoute des\nVallon 2027 157,00 158,00\nCoteau 2027 257,00 258,00"
    assert {figure.column for figure in figures(table)} == {()}


def test_years_that_come_with_the_same_letters_are_columns_whatever_signs_stand_between() -> None:
    table = """|Ratios d'analyse CA 2021 | CA2022 | CA 2023 CA 2024
Epargne nette 1 200 € 1 300 € 1 100 € 900 €
Dette par habitant 410 € 380 € 350 € 320 €"""
    assert [figure.column for figure in figures(table)[4:]] == [("CA 2021",), ("CA 2022",), ("CA 2023",), ("CA 2024",)]
    assert figures(table)[4].row == ("Ratios d'analyse", "Dette par habitant")


def test_a_row_that_counts_no_money_is_not_the_head_of_the_next_one() -> None:
    table = """Ratios CA 2021 CA 2022 CA 2023
Epargne nette 1 200 € 1 300 € 1 100 €
Population 8 412 8 530 8 467
Dette par habitant 410 € 380 € 350 €"""
    last = figures(table)[-1]
    assert (last.row, last.column) == (("Ratios", "Dette par habitant"), ("CA 2023",))


BUDGET = """Ratios CA 2021 CA 2022 CA 2023
Recettes 11652 204 € 12215380 € 12104 336 €
Dépenses 10068512 € 10241774 € 9815602 €
Capital remboursé 918300 € 1174 260 € 835 941 €
Epargne 1605441 € 2300487 € 2181300 €
Intérêts 82 310 € 81 450 € 36 208 €"""


def test_a_number_whose_thousands_are_set_apart_fills_one_column_and_is_to_be_checked() -> None:
    repaid = [figure for figure in figures(BUDGET) if figure.row[-1].startswith("Capital")]
    assert [(f.column[-1], str(f.value), bool(f.doubt)) for f in repaid] == [
        ("CA 2021", "918300", False),
        ("CA 2022", "1174260", True),
        ("CA 2023", "835941", False),
    ]


def test_the_beginning_of_a_first_number_is_no_part_of_its_label() -> None:
    received = figures(BUDGET)[:3]
    assert [(f.row[-1], str(f.value)) for f in received][::2] == [("Recettes", "11652204"), ("Recettes", "12104336")]


def test_a_row_of_more_figures_than_columns_is_under_none_of_them() -> None:
    table = "Durée Adulte Enfant\n15 ans 100 € 50 €\n30 ans 200 € 90 €\n50 ans 400 € 150 € 12 €\n70 ans 500 € 190 €"
    assert [figure.column for figure in figures(table) if figure.row[-1] == "50 ans"] == [(), (), ()]


def test_a_count_whose_end_is_lost_still_names_its_column() -> None:
    table = """Revenus du foyer 1 enfant 2 enfants 3 enfents et
1h00 1h00 1h00
0 a 1300.00 0,75 € 0,64 € 0,50 €
1301.00 a 2000.00 1,05 € 0,90 € 0,71 €"""
    assert [figure.column for figure in figures(table)[:2]] == [("1 enfant", "1h00"), ("2 enfants", "1h00")]


def test_who_is_not_of_the_town_has_a_column_beside_who_is() -> None:
    table = "Inscription Adultes\n\nHabitant non Habitant\n\nDessin 95 € 156 €\nPeinture 80 € 120 €"
    assert [figure.column for figure in figures(table)[:2]] == [("Habitant",), ("non Habitant",)]


@pytest.mark.parametrize(
    "line",
    [
        "À Valbrume, les riverains du canal payent 4,85 € la traversée, sans barème.",
        "La traversée est tenue par le port de Valbrume, qui nous la facture 5,12 € pièce.",
        "Amarrage : 2,40 € par nuit. À Valbrume, ville voisine, le passager acquitte 3,50 €.",
        "Valbrume-le-Bas applique 1,10 € le mètre.",
    ],
)
def test_a_sentence_of_who_pays_is_no_row_of_the_table_beside_it(line: str) -> None:
    table = """                       traversée      amarrage
Barque                 3,20 €         0,80 €
Canoë                  4,30 €         1,00 €
Pédalo                 5,10 €         1,15 €"""
    assert len(figures(f"{line}\n\n{table}\n\n{line}")) == 6
