"""What a table's own arithmetic and writing say against its figures: told, never put right in silence."""

from __future__ import annotations

from decimal import Decimal

from tests.outline.cutting import figures

DAYS = """Tranche Matin Après-midi Journée
A 1,00 € 2,00 € 3,00 €
B 1,10 € 2,10 € 3,20 €
C 1,20 € 2,20 € 3,40 €
D 1,30 € 2,30 € 3,90 €
E 1,40 € 2,40 € 3,80 €"""


def test_a_row_that_does_not_add_up_is_in_doubt_and_keeps_what_the_page_shows() -> None:
    doubtful = [figure for figure in figures(DAYS) if figure.doubt]
    assert [figure.value for figure in doubtful] == [Decimal("1.30"), Decimal("2.30"), Decimal("3.90")]
    assert {figure.row[-1] for figure in doubtful} == {"D"}
    assert {figure.doubt for figure in doubtful} == {"matin + après-midi donnent 3,60 €, la page montre 3,90 €"}


def test_a_rounding_is_no_doubt() -> None:
    assert not any(figure.doubt for figure in figures(DAYS.replace("3,90", "3,61")))


def test_columns_that_do_not_add_up_elsewhere_are_held_to_nothing() -> None:
    table = DAYS.replace("3,00", "9,00").replace("3,20", "9,20").replace("3,40", "9,40")
    assert not any(figure.doubt for figure in figures(table))


def test_three_rows_are_too_few_to_tell() -> None:
    assert not any(figure.doubt for figure in figures("\n".join(DAYS.split("\n")[:3] + DAYS.split("\n")[4:5])))


def test_a_table_between_pipes_is_checked_too() -> None:
    piped = "\n".join(" | ".join(line.replace(" €", "").split()) for line in DAYS.split("\n"))
    assert {figure.row for figure in figures(piped) if figure.doubt} == {("D",)}


def test_a_lost_comma_is_read_with_its_doubt() -> None:
    (lost,) = [figure for figure in figures(DAYS.replace("2,10 €", "210€")) if figure.doubt and figure.row[-1] == "B"]
    assert (lost.value, lost.printed) == (Decimal("2.1"), "210 €")
    assert "virgule" in lost.doubt


def test_a_leading_zero_tells_a_lost_comma() -> None:
    (lost,) = [figure for figure in figures(DAYS.replace("1,10 €", "011 €")) if "virgule" in figure.doubt]
    assert lost.value == Decimal("0.11")


def test_a_round_sum_among_round_sums_lost_nothing() -> None:
    text = "Chaise 0,40 €\nTable 4,50 €\nVerre 1,20 €\nTente 85 €\nScène 500 €"
    assert [str(figure.value) for figure in figures(text)] == ["0.40", "4.50", "1.20", "85", "500"]


def test_the_tail_of_a_number_cut_in_two_is_in_doubt() -> None:
    table = "Recettes 12382 173,74 2 545 064,38\nDépenses 978 668,86 172 142,72"
    cut = [figure.printed for figure in figures(table) if "coupé" in figure.doubt]
    assert cut == ["173,74"]


def test_a_year_before_a_sum_cuts_nothing() -> None:
    text = "Impayés 2024 385,20 €\nImpayés 2023 561,40 €"
    assert [figure.doubt for figure in figures(text)] == ["", ""]


def test_a_bracket_broken_by_the_scan_is_kept_as_the_page_shows_it() -> None:
    rows = ["0 a 800 10,00 € 15,00 €", "801 2 1500 12,00 € 18,00 €", "901 a 2000 14,00 € 21,00 €"]
    table = "\n".join(["Revenu Habitants Extérieurs", *rows])
    assert [figure.row[-1] for figure in figures(table)][::2] == ["0 a 800", "801 2 1500", "901 a 2000"]
