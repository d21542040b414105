"""Tables without heads of their own, and codes that begin their rows."""

from __future__ import annotations

from tests.outline.cutting import figures

BUDGET = """
SECTION DU CANAL
                                           Budget primitif       DM n° 1       Total après DM
   011   Charges du chenal                     1 684 000         + 38 500          1 722 500
   65    Autres charges                          596 400         + 6 000             602 400

SECTION DE LA PATINOIRE
   Opération 114  Toiture de la patinoire             210 000      + 64 000            274 000
   Opération 117  Bandes de la piste                  180 000      - 40 000            140 000
"""

CODES = """
Budget du port, en euros

Article    Libellé                                   Dépenses          Recettes
60612      Énergie du phare                        + 18 000 €
615231     Entretien du quai                        - 6 500 €
741111     Dotation du canal                                         + 13 000 €
           Total                                   + 11 500 €        + 13 000 €
"""


def test_a_table_under_a_title_of_its_own_keeps_the_heads_of_the_one_before_in_their_order() -> None:
    last = [figure for figure in figures(BUDGET) if "Bandes de la piste" in figure.row]
    assert [figure.column for figure in last] == [("Budget primitif",), ("DM n° 1",), ("Total après DM",)]


def test_a_code_before_the_words_of_a_row_is_no_figure() -> None:
    found = [(figure.row[-2:], figure.column, figure.printed) for figure in figures(CODES)]
    assert found[:2] == [
        (("Article 60612", "Énergie du phare"), ("Dépenses",), "18 000 €"),
        (("Article 615231", "Entretien du quai"), ("Dépenses",), "- 6 500 €"),
    ]
    assert found[2][0] == ("Article 741111", "Dotation du canal")


def test_heads_as_many_as_the_columns_name_them_in_their_order() -> None:
    table = """
Tranche     Matin                   Soir            Soir
            7 h 20 - 8 h 35         16 h 30 - 17 h 30   16 h 30 - 18 h 30

P1          0,65 €                  0,55 €          1,15 €
P2          0,80 €                  0,90 €          1,45 €
"""
    assert [figure.column for figure in figures(table)][:3] == [
        ("Matin 7 h 20 - 8 h 35",),
        ("Soir 16 h 30 - 17 h 30",),
        ("Soir 16 h 30 - 18 h 30",),
    ]


def test_the_words_that_follow_a_figure_name_its_row() -> None:
    table = """
La ville aide le club nautique.
Le paiement se fait ainsi :
      50 %   dans le mois qui suit la signature
      30 %   au 15 septembre
      20 %   quand le bilan de la régate est remis
"""
    assert [(figure.row, figure.column, figure.printed) for figure in figures(table)] == [
        (("dans le mois qui suit la signature",), (), "50 %"),
        (("au 15 septembre",), (), "30 %"),
        (("quand le bilan de la régate est remis",), (), "20 %"),
    ]


PENALTIES = """Art. 8 - Sanctions du port

                                     1re fois              2e fois               3e fois
Manquement                           (12 mois)             (12 mois)             (12 mois)

Quai laissé sale                     avertissement         36 €                  exclusion 2 semaines
Départ avant midi                    avertissement         avertissement         exclusion 1 semaine
Amarrage en double                   avertissement         36 €                  72 €"""
NEXT_PAGE = """Canot agrandi                        36 €                  72 €                  exclusion 4 semaines
Refus de payer l'éclusier            exclusion 2 semaines  exclusion 8 semaines  exclusion définitive
Sirène                               avertissement         36 €                  72 €
Tromperie sur le tirant d'eau        exclusion 4 semaines  exclusion définitive  -"""


def test_a_table_of_penalties_goes_on_over_the_page_under_its_heads() -> None:
    found = {(figure.row[-1], figure.column): figure.printed for figure in figures(PENALTIES, NEXT_PAGE)}
    assert found == {
        ("Quai laissé sale", ("2e fois (12 mois)",)): "36 €",
        ("Amarrage en double", ("2e fois (12 mois)",)): "36 €",
        ("Amarrage en double", ("3e fois (12 mois)",)): "72 €",
        ("Canot agrandi", ("1re fois (12 mois)",)): "36 €",
        ("Canot agrandi", ("2e fois (12 mois)",)): "72 €",
        ("Sirène", ("2e fois (12 mois)",)): "36 €",
        ("Sirène", ("3e fois (12 mois)",)): "72 €",
    }


def told(*pages: str) -> list[tuple[str, str, str]]:
    """The row, the column and the print of every figure."""
    return [(" / ".join(figure.row), " / ".join(figure.column), figure.printed) for figure in figures(*pages)]


def test_heads_that_blank_lines_part_name_the_columns_below_them_and_those_of_the_labels() -> None:
    page = """EMPRUNTS DU PORT

Banque                     Objet                   Capital       Taux      Fin


                                                   dû au 31/12

Caisse du canal            Grue                    1 860 000     2,15 %    2041
Crédit de l'écluse         Quai nord                 415 000     1,48 %    2033
Banque des rameurs         Hangar                    980 000     3,60 %    2046
"""
    assert told(page)[:2] == [
        ("Caisse du canal / Grue", "Capital dû au 31/12", "1 860 000"),
        ("Caisse du canal / Grue", "Taux", "2,15 %"),
    ]


def test_a_table_after_a_title_stands_under_the_heads_of_the_one_before_whatever_codes_its_labels_have() -> None:
    page = """BUDGET DU PORT

SECTION DE FONCTIONNEMENT
                                           Budget voté     DM n° 2        Total

Dépenses
011 Charges du quai                        1 384 000       + 46 000       1 430 000
012 Salaires des gardiens                  1 905 000       - 12 000       1 893 000

SECTION D'INVESTISSEMENT
Dépenses
16  Remboursement d'emprunts                 305 000              0         305 000
21  Bouées et amarres                        642 000       + 38 000         680 000
"""
    assert [(row.split(" / ")[-1], column, shown) for row, column, shown in told(page)][-3:] == [
        ("Bouées et amarres", "Budget voté", "642 000"),
        ("Bouées et amarres", "DM n° 2", "38 000"),
        ("Bouées et amarres", "Total", "680 000"),
    ]


def test_a_sentence_or_a_title_above_a_table_is_no_head_of_its_columns() -> None:
    page = """Les autres clauses ne changent pas.

Rappel de l'aide au club de voile

2031                118 000 €
2032                139 400 €
"""
    assert {column for _, column, _ in told(page)} == {""}
