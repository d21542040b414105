"""Tables of which white space alone tells the columns: columns by place, rows put together over their lines."""

from __future__ import annotations

from decimal import Decimal

from knowledge.documents import Figure
from tests.outline.cutting import cells, figures, passages


def labelled(*pages: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What each figure is printed as, by all of its labels."""
    return {(*figure.row, *figure.column): (figure.printed,) for figure in figures(*pages)}


def rows(*pages: str) -> list[str]:
    """The rows of a document's tables, put together."""
    return [row.text for passage in passages(*pages) for row in passage.rows]


BOATS = """
                                               CANOT                        PÉNICHE
      Classe    Longueur              2030          2031             2030          2031
        A       de 0 à 4 m            1,00 €        1,10 €           2,00 €        2,20 €
        B       de 4 à 6 m            3,00 €        3,10 €           4,00 €        4,20 €
        C       6 m et plus           gratuit       -                6,00 €        6,20 €
"""


def test_heads_stand_over_the_columns_beneath_them_by_their_place() -> None:
    assert [(f.row, f.column) for f in figures(BOATS)[:4]] == [
        (("A", "de 0 à 4 m"), ("CANOT", "2030")),
        (("A", "de 0 à 4 m"), ("CANOT", "2031")),
        (("A", "de 0 à 4 m"), ("PÉNICHE", "2030")),
        (("A", "de 0 à 4 m"), ("PÉNICHE", "2031")),
    ]


def test_cells_that_say_nothing_or_free_keep_the_others_in_their_columns() -> None:
    row = {f.column: f.value for f in figures(BOATS) if f.row[0] == "C"}
    assert row == {
        ("CANOT", "2030"): Decimal(0),
        ("CANOT", "2031"): None,
        ("PÉNICHE", "2030"): Decimal("6.00"),
        ("PÉNICHE", "2031"): Decimal("6.20"),
    }


def test_a_head_of_several_lines_is_put_together_column_by_column() -> None:
    table = """
                           COMMUNE               HORS COMMUNE
                       été        hiver        été        hiver
                    1/05-30/09 1/10-30/04  1/05-30/09 1/10-30/04
Ponton, la nuit       12,00       8,00       18,00      11,00
Bouée, la nuit         6,00       4,00        9,00       5,50
"""
    assert cells(table)[("Ponton, la nuit",), ("HORS COMMUNE", "été 1/05-30/09")] == Decimal("18.00")


def test_a_word_cut_at_the_end_of_a_head_line_is_one_word() -> None:
    table = """
                            Riverains                    Exté-
Cours                    A          B       Adultes     rieurs
Aviron débutant       38,00 €    57,00 €       -       152,00 €
Aviron confirmé       45,00 €    68,00 €    104,00 €   180,00 €
"""
    columns = {figure.column for figure in figures(table)}
    assert columns == {("Riverains", "A"), ("Riverains", "B"), ("Riverains", "Adultes"), ("Extérieurs",)}


def test_the_first_cell_of_the_head_line_is_the_title_of_its_own_rows_only() -> None:
    table = """
HALLE AUX BATEAUX (300 places)         Habitant    Extérieur   Asso. de
                                                               la ville
Week-end (vend. 17 h - lundi 9 h)      410 €       690 €       gratuit *
Journée en semaine                     175 €       295 €       60 €

* deux week-ends par an ; au-delà, le tiers du prix.

PRÉAU DES RAMEURS (70 places)          Habitant    Extérieur
Journée                                95 €        155 €
Week-end                               160 €       260 €
"""
    found = figures(table)
    assert (found[2].column, found[2].value) == (("Asso. de la ville",), Decimal(0))
    halls = [[title for title in ("HALLE", "PRÉAU") if any(title in label for label in f.row)] for f in found]
    assert halls == [["HALLE"]] * 6 + [["PRÉAU"]] * 4
    assert {f.column for f in found[6:]} == {("Habitant",), ("Extérieur",)}
    assert any("tiers du prix" in passage.clean for passage in passages(table) if passage.figures)


def test_a_label_over_two_lines_belongs_to_its_row_alone() -> None:
    table = """
                            Journée       Semaine
Hangar du
quai nord                    60 €          200 €
Hangar du quai sud           70 €          220 €
Cale couverte                35 €
(sans chauffage)
Bassin (nage
en eau vive)                 15 €           45 €
"""
    assert list(dict.fromkeys(f.row for f in figures(table))) == [
        ("Hangar du quai nord",),
        ("Hangar du quai sud",),
        ("Cale couverte (sans chauffage)",),
        ("Bassin (nage en eau vive)",),
    ]
    assert figures(table)[0].line == 4


def test_a_label_alone_over_deeper_rows_is_their_title_and_not_that_of_the_rows_after_them() -> None:
    table = """
                                        2030          2031
Halle du canal (180 places)
    demi-journée                        150 €         155 €
    journée                             250 €         260 €
Halle du port (60 places)
    journée                              70 €          72 €
Caution                                 600 €         600 €
"""
    labels = [f.row for f in figures(table)][::2]
    assert labels == [
        ("Halle du canal (180 places)", "demi-journée"),
        ("Halle du canal (180 places)", "journée"),
        ("Halle du port (60 places)", "journée"),
        ("Caution",),
    ]


def test_a_table_goes_on_over_the_page_under_the_same_columns() -> None:
    first = """                    Jour          Nuit
Canot               4,00 €        6,00 €
Barque              5,00 €        7,00 €"""
    second = "Voilier             8,00 €        9,00 €\nPéniche            12,00 €       15,00 €"
    assert cells(first, second)[("Péniche",), ("Nuit",)] == Decimal("15.00")


def test_two_tables_side_by_side_each_have_their_rows_and_columns() -> None:
    table = """
ENTREES DU BASSIN                                 COURS (la séance)
              Riverains Autres                                     Riverains  Autres
Adulte        4,10 €    5,30 €                     Aviron          8,20 €    10,60 €
Enfant        2,60 €    3,40 €                     Canoë           6,50 €     9,00 €
Moins de 3 ans     gratuit                         Voile           9,50 €    12,00 €
"""
    found = labelled(table)
    assert found["Enfant", "ENTREES DU BASSIN", "Autres"] == ("3,40 €",)
    assert found["Canoë", "COURS (la séance)", "Autres"] == ("9,00 €",)
    assert found["Moins de 3 ans", "ENTREES DU BASSIN"] == ("gratuit",)


def test_rows_that_do_not_stand_in_the_columns_above_are_not_named_by_them() -> None:
    table = """
                            matin         soir
Canot                       3,00          4,00
Barque                      5,00          6,00

Vestiaire, la présence                            1,20          1,25
Douche, la présence                               1,60          1,65
"""
    assert {f.column for f in figures(table) if f.row[-1].startswith(("Vestiaire", "Douche"))} == {()}


def test_bare_numbers_are_prices_only_where_prices_are_told_of() -> None:
    table = """
                            Rameurs       Public
Hangar nord                 120           480
Hangar sud                  40            0
"""
    assert figures(table) == []
    assert rows(table)[0] == "Hangar nord | Rameurs : 120 | Public : 480"
    assert [f.value for f in figures("TARIFS DES HANGARS\n" + table.replace("Public", "Nuit"))][:2] == [120, 480]


def test_the_figures_stand_on_the_lines_where_they_are_printed() -> None:
    lines = BOATS.split("\n")
    for figure in figures(BOATS):
        assert figure.printed in lines[figure.line - 1]


def test_a_price_that_nobody_can_read_is_told_as_such() -> None:
    table = """            Jour       Nuit
Canot       4,00 €     6,00 €
Barque      ?#,. €     7,00 €
Voilier     5,00 €     8,00 €"""
    broken: list[Figure] = [f for f in figures(table) if f.value is None]
    assert [(f.row, f.column) for f in broken] == [(("Barque",), ("Jour",))]
    assert "illisible" in broken[0].doubt
    assert "Barque | Jour : ?#,. € (illisible sur la page) | Nuit : 7,00 €" in rows(table)


SANCTIONS = """Article 4 – Échelle des sanctions
Les faits sont traités selon leur gravité :

   Degré   Fait                                     Suite
   1       Cris, course sur le ponton, jeu          Rappel de la règle et mot
           avec les rames                           au carnet de bord
   2       Barque prise sans accord                 Avertissement écrit et rendez-vous
                                                    avec le chef de base
   3       Mise en danger d'un équipier             Exclusion de deux sorties
"""


def test_the_cells_of_a_table_of_texts_are_put_together_row_by_row() -> None:
    assert rows(SANCTIONS) == [
        "Degré 1 | Fait : Cris, course sur le ponton, jeu avec les rames | "
        "Suite : Rappel de la règle et mot au carnet de bord",
        "Degré 2 | Fait : Barque prise sans accord | Suite : Avertissement écrit et rendez-vous avec le chef de base",
        "Degré 3 | Fait : Mise en danger d'un équipier | Suite : Exclusion de deux sorties",
    ]
    (table,) = [passage for passage in passages(SANCTIONS) if passage.rows]
    assert "Barque prise sans accord                 Avertissement écrit" in table.text
    assert "rendez-vous avec le chef de base" in table.clean


def test_hours_keep_their_day_and_their_period() -> None:
    table = """
                 Saison                           Hiver
                 matin         après-midi         matin        après-midi
Mardi            fermé         14h - 19h          fermé        14h - 18h
Samedi           10h - 18h sans interruption      10h - 13h    fermé
"""
    assert rows(table) == [
        "Mardi | Saison matin : fermé | Saison après-midi : 14h - 19h | Hiver matin : fermé | "
        "Hiver après-midi : 14h - 18h",
        "Samedi | Saison : 10h - 18h sans interruption | Hiver matin : 10h - 13h | Hiver après-midi : fermé",
    ]


def test_two_texts_side_by_side_are_each_read_from_top_to_bottom() -> None:
    text = """
AVANT LE DEPART                                  SUR L'EAU
• liste des équipiers en deux exemplaires        • un gilet par personne,
• trousse de secours vérifiée                      fermé jusqu'au retour
• météo affichée au hangar                       • une corne de brume par canot
"""
    assert rows(text) == [
        "AVANT LE DEPART : liste des équipiers en deux exemplaires ; trousse de secours vérifiée ; "
        "météo affichée au hangar",
        "SUR L'EAU : un gilet par personne, fermé jusqu'au retour ; une corne de brume par canot",
    ]


def test_a_title_with_a_remark_beside_it_is_no_head_of_columns() -> None:
    table = """2. HANGAR ET VESTIAIRE                               Saison 2030-2031 : prix maintenus
                                                     jusqu'au 3 juillet 2031

                                          du 1/02/30        rentrée
                                        au 3/07/30         sept. 2031

Casier, l'année                           3,15              3,25
Casier, le mois                           2,50              2,60
"""
    assert {f.column for f in figures(table)} == {("du 1/02/30 au 3/07/30",), ("rentrée sept. 2031",)}


def test_signatures_and_a_sentence_with_wide_spaces_are_no_table() -> None:
    assert rows("Le maire,                       La secrétaire,\nAnne BERGE                      Paul QUAI") == []
    assert rows("La  halle est  prêtée aux clubs\nde la ville   pour la saison entière.") == []


def test_a_price_without_its_sign_is_told_with_it_in_its_row() -> None:
    table = """Tarifs du camping

                            basse saison       été
Canot, la nuit              11,00              13,00
Barque, la nuit             12,00 E            gratuit
"""
    assert rows(table) == [
        "Canot, la nuit | basse saison : 11,00 € | été : 13,00 €",
        "Barque, la nuit | basse saison : 12,00 € | été : gratuit",
    ]


def test_the_end_of_a_label_goes_on_the_label_torn_above_it_not_on_the_row_before() -> None:
    (passage,) = passages(
        "DROITS PERMANENTS              NOUVEAUX DROITS\n"
        "- le quai du canal             - le ponton nord\n"
        "- la halle aux voiles          - la cale de mise à l'eau\n"
        "POUR MEMOIRE : ANCIENS TARIFS\n"
        "b\n"
        "Barque              Saison         Hiver\n"
        "Canot               12,00 €        8,00 €\n"
        "Yole                15,00 €        -\n"
        "  de deux places\n"
        "Voilier             # ,00 €        20 €"
    )
    assert [(row.line, row.end_line) for row in passage.rows if row.line in (3, 4)] == [(3, 3), (4, 6)]


def test_a_title_in_the_corner_of_a_table_takes_no_head_of_a_column_with_it() -> None:
    (passage,) = passages(
        "ANCIENS TARIFS\n"
        "DROITS PERMANENTS              NOUVEAUX DROITS\n"
        "- le quai du canal             - le ponton nord\n"
        "- la halle aux voiles          - la cale de mise à l'eau"
    )
    assert "NOUVEAUX DROITS" in passage.text


def test_what_stands_beside_kilometres_and_weeks_is_no_price() -> None:
    table = """TRANSPORT

                              Sorties par classe      Rayon       Demande
Maternelle                            2               25 km       5 semaines avant
Elémentaire                           3               40 km       5 semaines avant

Le supplément est de 2,30 € le kilomètre."""
    assert not [figure for figure in figures(table) if figure.printed in ("2", "3")]


QUAYS = """II - LOCATION DES QUAIS

                          Riverains             Autres

               2030     2031        2030     2031

Quai des Cygnes

Journée                     185,00 €   189,00 €     330,00 €   337,00 €
Soirée                      105,00 €   107,00 €     190,00 €   194,00 €

Quai du Levant

Journée                      74,00 €    75,50 €     128,00 €   131,00 €
Soirée                      152,00 €   155,00 €     264,00 €   269,00 €
"""


def test_heads_above_the_title_of_a_table_name_its_columns_though_a_scan_shifted_them() -> None:
    found = [(f.row, f.column) for f in figures(QUAYS) if f.row[0] == "Quai des Cygnes"]
    assert found[:4] == [
        (("Quai des Cygnes", "Journée"), ("Riverains", "2030")),
        (("Quai des Cygnes", "Journée"), ("Riverains", "2031")),
        (("Quai des Cygnes", "Journée"), ("Autres", "2030")),
        (("Quai des Cygnes", "Journée"), ("Autres", "2031")),
    ]


def test_a_table_without_heads_goes_on_under_those_of_the_one_above() -> None:
    found = {(f.row, f.column): f.value for f in figures(QUAYS)}
    assert found[("Quai du Levant", "Soirée"), ("Autres", "2031")] == Decimal("269.00")


def test_a_sentence_between_two_tables_ends_the_heads_of_the_first() -> None:
    apart = QUAYS.replace("Quai du Levant", "Les associations paient ce qui suit, sauf le dimanche.")
    assert {f.column for f in figures(apart) if f.value == Decimal("269.00")} == {()}


def test_tables_side_by_side_each_have_the_title_that_stands_over_them() -> None:
    table = """
        QUAI DES BRUMES                              PATINOIRE

                     2030      2031                              2030      2031

Barque, le mois      14,00     15,00        Entrée, un adulte    5,00      5,20
Canoë, le mois        9,00      9,50        Entrée, un enfant    3,00      3,10
Cale sèche
  le premier jour   gratuit   gratuit       Location de casque
  par jour ensuite    2,50      2,60        et de patins         4,00      4,10
"""
    assert labelled(table) == {
        ("Barque, le mois", "QUAI DES BRUMES", "2030"): ("14,00",),
        ("Barque, le mois", "QUAI DES BRUMES", "2031"): ("15,00",),
        ("Entrée, un adulte", "PATINOIRE", "2030"): ("5,00",),
        ("Entrée, un adulte", "PATINOIRE", "2031"): ("5,20",),
        ("Canoë, le mois", "QUAI DES BRUMES", "2030"): ("9,00",),
        ("Canoë, le mois", "QUAI DES BRUMES", "2031"): ("9,50",),
        ("Entrée, un enfant", "PATINOIRE", "2030"): ("3,00",),
        ("Entrée, un enfant", "PATINOIRE", "2031"): ("3,10",),
        ("Cale sèche", "le premier jour", "QUAI DES BRUMES", "2030"): ("gratuit",),
        ("Cale sèche", "le premier jour", "QUAI DES BRUMES", "2031"): ("gratuit",),
        ("Cale sèche", "par jour ensuite", "QUAI DES BRUMES", "2030"): ("2,50",),
        ("Cale sèche", "par jour ensuite", "QUAI DES BRUMES", "2031"): ("2,60",),
        ("Location de casque et de patins", "PATINOIRE", "2030"): ("4,00",),
        ("Location de casque et de patins", "PATINOIRE", "2031"): ("4,10",),
    }


def test_a_title_alone_over_each_table_side_by_side_names_its_prices() -> None:
    table = """
        VOIRIE DU PORT                      LOCATION DE PATINS

Benne, par jour         15,00 €             Patins d'adulte        4,20 €
Échafaudage, par jour    8,00 €             Patins d'enfant        2,60 €
Terrasse, par an        18,50 €             Casque                 1,00 €
"""
    assert {(f.row[-1], f.column) for f in figures(table)} == {
        ("Benne, par jour", ("VOIRIE DU PORT",)),
        ("Échafaudage, par jour", ("VOIRIE DU PORT",)),
        ("Terrasse, par an", ("VOIRIE DU PORT",)),
        ("Patins d'adulte", ("LOCATION DE PATINS",)),
        ("Patins d'enfant", ("LOCATION DE PATINS",)),
        ("Casque", ("LOCATION DE PATINS",)),
    }


def test_heads_that_a_scan_read_before_a_sentence_name_the_columns_below_it() -> None:
    text = """PORT

Barques             Péniches

Les crédits sont répartis ainsi entre les barques du canal et les péniches de la ville :

   Cordage, par bateau                     38,50 €             47,00 €
   Peinture, par saison                   170,00 €                -
"""
    assert cells(text)[("Cordage, par bateau",), ("Péniches",)] == Decimal("47.00")
