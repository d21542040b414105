"""Tables laid out by white space whose labels, titles and heads do not stand on one line."""

from __future__ import annotations

from decimal import Decimal

from tests.outline.cutting import cells, figures, passages


def told(*pages: str) -> list[tuple[str, str, str]]:
    """The row, the column and the print of every figure."""
    return [(" / ".join(figure.row), " / ".join(figure.column), figure.printed) for figure in figures(*pages)]


HALLS = """
                  PATINOIRE                          BASSIN

              Habitant      Étranger            Habitant      Étranger


Un jour, du lundi
au vendredi         110 €        210 €              60 €        120 €

Samedi et
dimanche            260 €        480 €             140 €        270 €

Chauffage, du
15 octobre au
30 avril             55 €         55 €              30 €         30 €

Caution             600 €        600 €             300 €        300 €
"""


def test_the_first_label_of_a_table_may_begin_on_the_line_above_it() -> None:
    assert [row for row, _, _ in told(HALLS)[::4]] == [
        "Un jour, du lundi au vendredi",
        "Samedi et dimanche",
        "Chauffage, du 15 octobre au 30 avril",
        "Caution",
    ]


def test_heads_above_a_table_are_none_of_its_labels() -> None:
    assert {column for _, column, _ in told(HALLS)} == {
        "PATINOIRE / Habitant",
        "PATINOIRE / Étranger",
        "BASSIN / Habitant",
        "BASSIN / Étranger",
    }


def test_the_first_title_of_rows_ends_where_the_next_one_begins() -> None:
    table = """
                          2030        2031

Habitant
  semaine, la journée     140 €       145 €
  week-end                390 €       410 €
Étranger
  semaine, la journée     265 €       280 €
  week-end                760 €       795 €
Caution                   150 €       180 €
"""
    assert [row for row, _, _ in told(table)[::2]] == [
        "Habitant / semaine, la journée",
        "Habitant / week-end",
        "Étranger / semaine, la journée",
        "Étranger / week-end",
        "Caution",
    ]


def test_a_numbered_title_set_apart_is_no_head_and_leaves_the_first_row_its_label() -> None:
    table = """
   9.1  Bateaux et canots

                        ABONNÉ                        PASSANT
                    jour       mois              jour       mois
   Le Goéland       190 €      310 €             380 €      920 €
   (120 pers.)
   Le Courlis       340 €      560 €             680 €    1 660 €
   (300 pers.)
"""
    assert [row.split(" / ")[-1] for row, _, _ in told(table)[::4]] == [
        "Le Goéland (120 pers.)",
        "Le Courlis (300 pers.)",
    ]
    assert [column for _, column, _ in told(table)[:2]] == ["ABONNÉ / jour", "ABONNÉ / mois"]


def test_a_total_has_no_number_of_the_row_above_and_a_word_said_twice_begins_two_heads() -> None:
    table = """
                                        Encours      Encours
   N°    Quai                           2030         2031         Taux moyen
   11    Port de la Ville               7 900        7 200        2,31 %
   12    Bassin du Nord                 1 300        1 200        2,74 %
         Total                          9 200        8 400        2,40 %
"""
    assert told(table)[0][:2] == ("N° 11 / Port de la Ville", "Encours 2030")
    assert told(table)[2][1] == "Taux moyen"
    assert {row for row, _, _ in told(table)[6:]} == {"Total"}


def test_a_column_that_holds_now_a_price_now_words_gives_its_prices() -> None:
    table = """
Manquement                   1re fois          2e fois           3e fois
Bruit après minuit           avertissement     35 €              perte de la place
Bateau mal amarré            35 €              70 €              150 €
Quai encombré                38 €              76 €              exclusion
Épave laissée                200 €             400 €             exclusion définitive
"""
    assert ("Bateau mal amarré", "3e fois", "150 €") in told(table)
    assert ("Bruit après minuit", "2e fois", "35 €") in told(table)


def test_a_row_whose_sums_all_have_no_cents_has_lost_no_comma() -> None:
    table = """
                          Ville       Vallon      Coteau
Péniche, le week-end      795 €       910 €       640 €
Bac, un adulte            4,60 €      5,40 €      4,10 €
Bac, un enfant            2,90 €      3,15 €      2,75 €
Patins, une heure         8,00 €     10,00 €      6,00 €
Traîneau, une heure       7,00 €     12,00 €      9,00 €
"""
    assert [(str(f.value), f.doubt) for f in figures(table)[:3]] == [("795", ""), ("910", ""), ("640", "")]


def test_a_sum_below_zero_keeps_its_sign_where_others_of_its_column_have_none() -> None:
    table = """
                       Recettes 2031    Dépenses 2031     Solde
Port de la Ville         700 200,50       610 100,00     90 100,50
Bassin du Nord           210 000,00       310 500,00   -100 500,00
Patinoire                 80 000,00       120 000,00   - 40 000,00
"""
    assert [(f.printed, str(f.value)) for f in figures(table) if f.column == ("Solde",)] == [
        ("90 100,50", "90100.50"),
        ("-100 500,00", "-100500.00"),
        ("- 40 000,00", "-40000.00"),
    ]


def test_bare_numbers_of_a_budget_or_of_grants_are_sums_and_those_that_count_posts_are_not() -> None:
    budget = """
Chapitre   Libellé                Dépenses      Recettes
011        Charges du port        + 18 500
65         Autres charges         +    600
70         Droits de quai                        + 6 100
           Équilibre                19 100         6 100
"""
    assert ("Chapitre 65 / Autres charges", "Dépenses", "600") in told(budget)
    posts = """
Budget du port : emplois

Grade              Ouverts      Pourvus
Éclusier               4            3
Gardien de phare       2            2
"""
    assert told(posts) == []


BERTHS = """TARIFS DU PORT

                                        Quai nord               Quai sud
                                   (des Mouettes,          (reste du port)
                                    des Écluses)

                                   2030        2031         2030        2031
Barque, l'an                       46,00 €     48,00 €      28,00 €     29,50 €
Péniche, l'an                      82,00 €     88,00 €      51,00 €     54,00 €
"""


def test_what_a_head_says_between_parentheses_over_several_lines_is_one_head() -> None:
    assert cells(BERTHS)[("Barque, l'an",), ("Quai sud (reste du port)", "2031")] == Decimal("29.50")
    assert cells(BERTHS)[("Barque, l'an",), ("Quai nord (des Mouettes, des Écluses)", "2030")] == Decimal("46.00")


TWO_HALLS = """TARIFS DES SALLES

                               Habitants                Extérieurs
LE HANGAR (90 places)          2030        2031         2030        2031
Week-end                       340 €       375 €        610 €       690 €
Journée                        150 €       165 €        260 €       295 €

LE QUAI (50 places)            2030        2031         2030        2031
Week-end                       130 €       145 €        240 €       270 €
Journée                         60 €        70 €        110 €       125 €
"""


def test_heads_that_do_not_tell_the_columns_apart_are_those_of_the_table_before() -> None:
    found = cells(TWO_HALLS)
    assert found[("LE QUAI (50 places)", "Week-end"), ("Extérieurs", "2031")] == Decimal(270)
    assert found[("LE QUAI (50 places)", "Journée"), ("Habitants", "2030")] == Decimal(60)


BERTHS_BY_SEASON = """TARIFS DU PORT

                          Habitants                            Extérieurs
                          et associations                      au canal
                          d'ici

                Été               Hiver              Été              Hiver
Barque           75 €              95 €               130 €            150 €
Péniche         120 €             145 €               210 €            240 €
"""


def test_heads_over_several_columns_may_go_on_in_small_letters() -> None:
    found = cells(BERTHS_BY_SEASON)
    assert found[("Barque",), ("Habitants et associations d'ici", "Hiver")] == Decimal(95)
    assert found[("Péniche",), ("Extérieurs au canal", "Été")] == Decimal(210)


def test_a_title_over_deeper_rows_ends_with_them() -> None:
    text = (
        "Péniche\n\n    au mois                      310 €         320 €\n\n"
        "    à l'année                    545 €         561 €\n\nMise à l'eau                      48 €          50 €"
    )
    assert [row for row, _, _ in told(text)][::2] == ["Péniche / au mois", "Péniche / à l'année", "Mise à l'eau"]


def test_a_title_below_a_line_of_prices_is_that_of_the_table_after_it() -> None:
    page = """E. HALLES

E.1 Halle aux canots (20 places)

                                        ABONNÉS                          PASSAGERS
                                 semaine      week-end             semaine      week-end
  Toute l'année                     75 €        140 €                130 €        245 €

  Dépôt de garantie : 80 € pour le quai, 15 € pour le ménage, 30 € pour la sono.

E.2 Halle aux barques (80 places)

                                        ABONNÉS                          PASSAGERS
                                 semaine      week-end             semaine      week-end
  Toute l'année                     95 €        160 €                150 €        265 €
  Demi-journée                      55 €          -                   85 €          -
"""
    under = {(passage.path[-1], figure.row[-1]) for passage in passages(page) for figure in passage.figures}
    assert ("E.2 Halle aux barques (80 places)", "Toute l'année") in under
    assert ("E.1 Halle aux canots (20 places)", "Dépôt de garantie") in under
    assert ("E.2 Halle aux barques (80 places)", "Dépôt de garantie") not in under


def test_words_between_the_figures_that_come_back_say_more_of_the_rows() -> None:
    table = """
Salles

Lieu                  Places      Saison           Journée      Caution

Patinoire             300         temps froid      210 €        900 €
Patinoire             300         temps doux       140 €        900 €
Maison du canal       80          temps froid      75 €         400 €
Maison du canal       80          temps doux       95 €         400 €
"""
    found = [(figure.row[-2:], figure.column, figure.printed) for figure in figures(table)]
    assert (("Patinoire", "temps doux"), ("Journée",), "140 €") in found
    assert (("Maison du canal", "temps froid"), ("Caution",), "400 €") in found


def test_a_count_read_as_letters_is_told_in_digits_with_what_is_printed() -> None:
    table = """
Tableau des postes du port

Grade                     Ouverts        Pourvus

Éclusier                  4              4
Maître de port            II             IO
Patineur                  2              l
Batelier                  1              0
"""
    rows = [row.text for passage in passages(table) for row in passage.rows]
    assert rows[1] == "Maître de port | Ouverts : 11 (« II » sur la page) | Pourvus : 10 (« IO » sur la page)"
    assert rows[2] == "Patineur | Ouverts : 2 | Pourvus : 1 (« l » sur la page)"


def test_a_label_after_a_dash_says_more_of_the_row_above() -> None:
    table = """
                                Port          Autres
Patinoire                       28 €          56 €
Bassin                          45 €          90 €
 – supplément éclairage         9 €           11 €
 – supplément sono              7 €           8 €
Canal (la journée)              110 €         220 €
"""
    assert [row for row, _, _ in told(table)][::2] == [
        "Patinoire",
        "Bassin",
        "Bassin / – supplément éclairage",
        "Bassin / – supplément sono",
        "Canal (la journée)",
    ]


def test_words_in_the_corner_over_codes_are_the_title_of_the_table_and_no_name_of_a_code() -> None:
    table = """
    Section d'exploitation                       BP 2031       BP 2032

    31   Amarres et bouées                       12 000 €      13 000 €
    42   Dragage du chenal                       90 000 €      84 000 €

    Chapitre                                     BP 2031       BP 2032

    31   Amarres et bouées                       12 000 €      13 000 €
    42   Dragage du chenal                       90 000 €      84 000 €
"""
    assert [row for row, _, _ in told(table)[::2]] == [
        "Section d'exploitation / 31 / Amarres et bouées",
        "Section d'exploitation / 42 / Dragage du chenal",
        "Chapitre 31 / Amarres et bouées",
        "Chapitre 42 / Dragage du chenal",
    ]


def test_columns_that_count_points_or_posts_hold_no_sums_whatever_prices_stand_near() -> None:
    posts = """POSTES DU PORT

GRADE                    OUVERTS     OCCUPES     A POURVOIR
Maître de port              2           2            0
Agent du quai              14          12            2

La vacation est payée 27,80 €.
"""
    points = """GRILLE DU PERMIS DE BARQUE

                              POINTS        QUI
MANQUEMENT                    RETIRES       DECIDE

Bruit sur le quai             1             gardien
Course entre barques          4             maire

Perte de tous les points : amende de 38 €.
"""
    assert told(posts) == told(points) == []
    assert "Agent du quai | OUVERTS : 14 | OCCUPES : 12 | A POURVOIR : 2" in {
        row.text for passage in passages(posts) for row in passage.rows
    }


def test_a_row_that_counts_among_sums_holds_no_sum() -> None:
    table = """ÉTAT DE LA DETTE, en euros

                            1er janvier 2031     1er janvier 2032
Capital restant dû             1 840 000            1 720 000
Nombre d'emprunts                      4                    3
"""
    assert {row for row, _, _ in told(table)} == {"Capital restant dû"}


def test_the_numbers_of_accounts_name_their_rows_and_a_sum_may_stand_alone_under_its_head() -> None:
    table = """
Section            Compte     Libellé                        Dépenses          Recettes

Investissement     2313       Toit du hangar                 + 85 000 €

Investissement     1641       Emprunt                                          + 85 000 €

Exploitation       60632      Petites amarres                + 1 450 €

Exploitation       6218       Gardien saisonnier             - 1 450 €
"""
    assert told(table) == [
        ("Investissement / Compte 2313 / Toit du hangar", "Dépenses", "85 000 €"),
        ("Investissement / Compte 1641 / Emprunt", "Recettes", "85 000 €"),
        ("Exploitation / Compte 60632 / Petites amarres", "Dépenses", "1 450 €"),
        ("Exploitation / Compte 6218 / Gardien saisonnier", "Dépenses", "- 1 450 €"),
    ]


def test_the_number_of_an_act_and_its_title_far_apart_are_no_heads_of_the_table_below() -> None:
    page = """REGISTRE DES DÉLIBÉRATIONS

2031/11  COMPTE DU PORT 2030

                            Fonctionnement          Investissement
Dépenses                      2 418 730 €             1 064 200 €
Résultat de l'exercice        + 372 750 €             - 125 550 €

Adopté par 17 voix.
"""
    assert told(page)[-1] == ("Résultat de l'exercice", "Investissement", "- 125 550 €")


def test_what_two_parentheses_add_to_two_heads_is_told_of_each() -> None:
    table = """
                                        ABONNÉS                      PASSAGERS
                                 Semaine      Week-end         Semaine      Week-end
                                 (la journée) (sam.-dim.)      (la journée) (sam.-dim.)

Hangar du quai                     165 €        310 €            290 €        560 €
Abri des rameurs                   205 €        385 €            345 €        655 €
"""
    assert [column for _, column, _ in told(table)][:4] == [
        "ABONNÉS / Semaine (la journée)",
        "ABONNÉS / Week-end (sam.-dim.)",
        "PASSAGERS / Semaine (la journée)",
        "PASSAGERS / Week-end (sam.-dim.)",
    ]


def test_a_title_above_a_table_ends_at_the_next_one_that_stands_as_far_left() -> None:
    table = """
                                              Tarif 2031         Tarif 2032
Quai du mercredi, le mètre
   Abonné                                       0,80 €             0,85 €
   Passager                                     1,30 €             1,40 €
Fête de la Saint-Elme (premier samedi d'octobre, au port)
   Emplacement jusqu'à 4 m                     18,00 €            19,00 €
   Par mètre de plus                            3,50 €             3,80 €
Pontons, le m² et par saison
   Saison d'été                                 9,00 €             9,50 €
   Saison d'hiver                              12,00 €            13,00 €
"""
    assert [row for row, _, _ in told(table)[4::2]] == [
        "Fête de la Saint-Elme (premier samedi d'octobre, au port) / Emplacement jusqu'à 4 m",
        "Fête de la Saint-Elme (premier samedi d'octobre, au port) / Par mètre de plus",
        "Pontons, le m² et par saison / Saison d'été",
        "Pontons, le m² et par saison / Saison d'hiver",
    ]


def test_a_penalty_that_is_now_a_price_now_a_warning_names_no_row() -> None:
    table = """
                                  Première fois           Récidive dans l'année

   Amarre non déclarée            avertissement           75 €
   Moteur en période interdite    150 €                   300 €
   Ordures laissées à quai        120 €                   240 €
   Dégâts à un autre bateau       caution retenue         exclusion 6 mois
   Vitesse excessive              avertissement           50 €
"""
    assert ("Moteur en période interdite", "Première fois", "150 €") in told(table)
    assert ("Vitesse excessive", "Récidive dans l'année", "50 €") in told(table)


def test_a_total_set_apart_is_a_row_of_the_table_above_it() -> None:
    table = """
Club                           Versé 2031     Demandé 2032     Voté 2032

Foils du canal                   8 900 €         11 000 €         9 200 €
La Godille                       3 100 €          3 500 €         3 100 €

Total voté                                                       12 300 €
"""
    assert told(table)[-1] == ("Total voté", "Voté 2032", "12 300 €")


def test_a_title_that_ends_with_a_name_between_quotes_is_a_title() -> None:
    table = """
PORT

Bac « Le Héron »

                                   Riverains       Passagers
Le trajet                          gratuit           1,50 €
Carte semaine                      gratuit           fermée
Vélo                               non louee         1,00 €

Navette « La Mouette »

                                   Riverains       Passagers
Le trajet                          gratuit           2,50 €
Vélo                               non louee         2,00 €
"""
    said = {
        (*passage.path[1:], *figure.row, figure.column[-1], figure.printed)
        for passage in passages(table)
        for figure in passage.figures
    }
    assert ("PORT", "Bac « Le Héron »", "Carte semaine", "Passagers", "fermée") in said
    assert {each[-4] for each in said if each[-1] in ("2,50 €", "2,00 €")} == {"Navette « La Mouette »"}
