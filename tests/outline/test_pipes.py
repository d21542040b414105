"""Tables whose cells are known: Markdown, and the pipe lines that readers write."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.outline.cutting import cells, figures, passages, prices

HALL = """## Article 4 : Location de la halle
| Salle | Habitants | Extérieurs |
|---|:---:|---:|
| Halle | 40 € | 80 € |
| Préau | gratuit | 25 € |
| Cour | - | sur devis |"""


def test_the_head_names_the_columns_and_the_first_cell_the_row() -> None:
    assert cells(HALL) == {
        (("Halle",), ("Habitants",)): Decimal(40),
        (("Halle",), ("Extérieurs",)): Decimal(80),
        (("Préau",), ("Habitants",)): Decimal(0),
        (("Préau",), ("Extérieurs",)): Decimal(25),
    }


def test_neither_the_heading_nor_the_head_nor_the_rule_stands_in_a_row() -> None:
    labels = {label for figure in figures(HALL) for label in figure.row}
    assert labels == {"Halle", "Préau"}


def test_a_free_cell_is_a_figure_of_zero_printed_as_it_stands() -> None:
    (free,) = [figure for figure in figures(HALL) if figure.value == 0]
    assert (free.printed, free.unit, free.doubt) == ("gratuit", "€", "")


def test_the_whole_table_is_one_passage_and_the_rule_an_empty_line_of_it() -> None:
    (passage,) = passages(HALL)
    assert passage.kind == "table"
    assert passage.number == "4"
    assert passage.text.split("\n")[2] == ""


def test_a_table_of_two_columns_has_its_prices_under_the_second() -> None:
    table = "| Entrée | Prix |\n| --- | --- |\n| Adulte | 4,50 € |\n| Enfant | 2 |"
    assert prices(table) == [("Adulte", "Prix", "4.50"), ("Enfant", "Prix", "2")]


def test_a_table_of_seven_columns_reads_its_two_heads_from_the_outermost_in() -> None:
    table = "\n".join(
        [
            "Tranche | 1 enfant | | | 2 enfants | | ",
            " | Matin | Après-midi | Journée | Matin | Après-midi | Journée",
            "A | 1,00 € | 2,00 € | 3,00 € | 0,50 € | 1,00 € | 1,50 €",
            "B | 2,00 € | 3,00 € | 5,00 € | 1,50 € | 2,00 € | 3,50 €",
        ]
    )
    found = cells(table)
    assert len(found) == 12
    assert found[("B",), ("2 enfants", "Après-midi")] == Decimal("2.00")
    assert found[("A",), ("1 enfant", "Journée")] == Decimal("3.00")


def test_an_empty_first_cell_is_the_label_above_it() -> None:
    table = "| Public | Durée | Prix |\n|---|---|---|\n| Adulte | an | 20 € |\n| | mois | 3 € |\n| Enfant | an | 8 € |"
    assert [figure.row for figure in figures(table)] == [("Adulte", "an"), ("Adulte", "mois"), ("Enfant", "an")]


def test_a_row_of_one_filled_cell_is_the_title_of_those_below_it() -> None:
    table = "Tarif | Matin | Soir\nCommune | | \nA | 1 € | 2 €\nExtérieurs | | \nA | 3 € | 4 €"
    assert [figure.row for figure in figures(table)] == [("Commune", "A")] * 2 + [("Extérieurs", "A")] * 2


def test_a_row_of_words_is_no_head() -> None:
    table = "| Lieu | Semaine | Week-end |\n|---|---|---|\n| Cour | non louée | sur devis |\n| Préau | 5 € | 9 € |"
    assert prices(table) == [("Préau", "Semaine", "5"), ("Préau", "Week-end", "9")]


def test_a_cell_of_words_beside_prices_keeps_its_words() -> None:
    (_, words) = figures("| Lieu | Semaine | Week-end |\n|---|---|---|\n| Cour | 5 € | non louée |")
    assert (words.printed, words.worded, words.empty) == ("non louée", True, False)


def test_brackets_in_the_first_row_are_columns_not_prices() -> None:
    table = "Repas | moins de 400 € | 400 à 800 €\nMaternelle | 1,00 € | 2,00 €\nPrimaire | 1,20 € | 2,20 €"
    assert prices(table)[:2] == [("Maternelle", "moins de 400 €", "1.00"), ("Maternelle", "400 à 800 €", "2.00")]


@pytest.mark.parametrize("head", ["Effectif", "Surface en m²"])
def test_a_bare_number_is_no_price_where_nothing_says_so(head: str) -> None:
    assert figures(f"| École | {head} |\n|---|---|\n| Pagnol | 125 |\n| Zola | 98 |") == []


def test_a_bare_number_is_a_rate_under_a_rate() -> None:
    (first, _) = figures("| Enfants | Taux d'effort |\n|---|---|\n| un | 0,071 |\n| deux | 0,06 |")
    assert (first.value, first.unit) == (Decimal("0.071"), "%")


def test_words_after_the_price_say_what_it_is_counted_by() -> None:
    (first, _) = figures("| Objet | Prix |\n|---|---|\n| Chaise | 0,40 € l'unité |\n| Table | 2 € l'unité |")
    assert first.column == ("Prix", "l'unité")


def test_lines_with_stray_bars_are_no_table_between_pipes() -> None:
    text = "MATERNELLE ELEMENTAIRE\n\nHabitants 3,00 € 3,50 €\n| . Aidés | | 1,00 € | | 1,20 € |\nAutres 4,50 € 5,00 €"
    assert {figure.line for figure in figures(text)} == {3, 4, 5}


def test_two_tables_each_keep_their_own_columns() -> None:
    one = "| Salle | Jour |\n|---|---|\n| Halle | 40 € |"
    two = "| Matériel | Pièce |\n|---|---|\n| Chaise | 2 € |"
    expected = [("Halle", "Jour", "40"), ("Chaise", "Pièce", "2")]
    assert prices(f"{one}\n\n{two}") == expected
    assert prices(f"{one}\n{two}") == expected


def test_a_table_goes_on_over_the_page_under_its_columns() -> None:
    first = "Salle | Jour | Nuit\nHalle | 40 € | 60 €\nPréau | 20 € | 30 €"
    assert prices(first, "Cour | 10 € | 15 €\nJardin | 5 € | 7 €")[-1] == ("Jardin", "Nuit", "7")


def test_a_long_table_is_quoted_in_parts_and_read_as_a_whole() -> None:
    rows = [f"| Article numéro {n} du catalogue municipal | {n},50 € |" for n in range(1, 120)]
    found = passages("\n".join(["| Objet | Prix |", "|---|---|", *rows]))
    assert len(found) > 1
    assert sum(len(passage.figures) for passage in found) == 119
    assert {figure.column for passage in found for figure in passage.figures} == {("Prix",)}
    for passage in found:
        assert all(passage.locator.line <= figure.line <= passage.locator.end_line for figure in passage.figures)


@pytest.mark.parametrize(
    ("head", "unit"),
    [("Gardiens (ETP)", "ETP"), ("Équivalents temps plein", "ETP"), ("Par gardien", "€"), ("Coût par ETP", "€")],
)
def test_numbers_under_full_time_posts_are_no_euros(head: str, unit: str) -> None:
    (first, _) = figures(f"| Port | {head} |\n|---|---|\n| Nord | 2,32 |\n| Sud | 0,46 |")
    assert (first.value, first.unit) == (Decimal("2.32"), unit)
