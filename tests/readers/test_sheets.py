"""CSV, XLSX and ODS: rows as pipe lines, cells as the sheet displays them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from knowledge.readers import Limits, read
from knowledge.readers.cell_format import shown
from knowledge.readers.tables import pipe_line, pipe_lines
from tests.readers import make

DAY = date(2024, 9, 1)


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (1.5, "0.00", "1,50"),
        (1.5, '0.00" €"', "1,50 €"),
        (1234.5, "#,##0.00 €", "1 234,50 €"),
        (1234.5, "#,##0.00\\ [$€-40C]", "1 234,50 €"),
        (-3.2, "#,##0.00 €;-#,##0.00 €", "-3,20 €"),
        (-3.2, "#,##0.00 €;[Red]-#,##0.00 €", "-3,20 €"),
        (12, "_-* #,##0.00\\ _€_-;\\-* #,##0.00\\ _€_-", "12,00"),
        (0.155, "0.0%", "15,5 %"),
        (2.675, "0.00", "2,68"),
        (0.1 + 0.2, "0.00", "0,30"),
        (7, "General", "7"),
        (7.0, "General", "7"),
        (1.15, "General", "1,15"),
        (1.15, None, "1,15"),
        (2.5, "0.##", "2,5"),
        (2.0, "0.##", "2"),
        (1e-7, "General", "0,0000001"),
        (True, "General", "VRAI"),
        (datetime.combine(DAY, time()), "dd/mm/yyyy", "01/09/2024"),
        (datetime.combine(DAY, time(8, 30)), "dd/mm/yyyy hh:mm", "01/09/2024 08:30"),
        (DAY, "yyyy-mm-dd", "01/09/2024"),
        (time(8, 5), "hh:mm", "08:05"),
        (timedelta(hours=30), "[h]:mm", "30:00"),
        ("Cantine", "@", "Cantine"),
    ],
)
def test_a_cell_reads_as_a_french_sheet_displays_it(value: object, form: str | None, expected: str) -> None:
    assert shown(value, form) == expected


@given(st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)), st.text(max_size=12))
def test_any_number_and_format_give_some_text(value: float, form: str) -> None:
    assert shown(value, form).strip() or form


def test_a_workbook_gives_a_page_a_sheet(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Cantine"
    sheet.append(["Quotient", "Prix", None, "Depuis"])
    sheet.append([None, None])
    sheet.append(["0 à 500", 1.15, None, datetime.combine(DAY, time())])
    sheet["B3"].number_format = "0.00 €"
    book.create_sheet("Vide")
    book.create_sheet("Garderie").append(["Soir", 2])
    book.save(tmp_path / "t.xlsx")
    reading = read(tmp_path / "t.xlsx")
    assert [(page.number, page.first_line, page.text) for page in reading.pages] == [
        (1, 1, "Cantine\nQuotient | Prix |  | Depuis\n0 à 500 | 1,15 € |  | 01/09/2024"),
        (3, 4, "Garderie\nSoir | 2"),
    ]


def test_a_hidden_sheet_is_named_and_not_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["visible"])
    hidden = book.create_sheet("Brouillon")
    hidden.append(["caché"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "h.xlsx")
    reading = read(tmp_path / "h.xlsx")
    assert "caché" not in reading.pages[0].text
    assert [problem.where for problem in reading.problems] == ["feuille Brouillon"]


def test_a_sheet_that_declares_a_billion_cells_is_read_for_those_it_has(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "premier"
    book.active["XFD1048576"] = "dernier"
    book.save(tmp_path / "g.xlsx")
    reading = read(tmp_path / "g.xlsx", Limits(cells=2_000))
    assert "premier" in reading.pages[0].text
    assert [problem.message for problem in reading.problems] == ["feuille trop grande : seul le début a été lu."]


def test_a_calc_workbook_gives_what_it_displays(tmp_path: Path) -> None:
    tables = (
        '<table:table table:name="Cantine"><table:table-row><table:table-cell><text:p>Quotient</text:p>'
        "</table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"><text:p>Prix</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        "<table:table-row><table:table-cell><text:p>500</text:p></table:table-cell><table:covered-table-cell/>"
        '<table:table-cell office:value-type="currency" office:value="1.15"><text:p>1,15 €</text:p></table:table-cell>'
        '</table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
        "</table:table>"
    )
    (page,) = read(make.ods(tmp_path / "t.ods", tables)).pages
    assert page.text == "Cantine\nQuotient | Prix | Prix\n500 |  | 1,15 €"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('office:value="1234.5"><text:p>$1,234.50</text:p>', "$1 234,50"),
        ('office:value="1.15"><text:p>1.15 €</text:p>', "1,15 €"),
        ('office:value="1234.5"><text:p>1 234,50 €</text:p>', "1 234,50 €"),
        ('office:date-value="2024-09-01"><text:p>09/01/24</text:p>', "01/09/2024"),
        ('office:date-value="2024-09-01T08:30:00"><text:p>x</text:p>', "01/09/2024 08:30"),
        ("><text:p>version 1.2</text:p>", "version 1.2"),
    ],
)
def test_a_workbook_of_another_language_reads_as_french(tmp_path: Path, cell: str, expected: str) -> None:
    row = f"<table:table-row><table:table-cell {cell}</table:table-cell></table:table-row>"
    (page,) = read(make.ods(tmp_path / "e.ods", f'<table:table table:name="A">{row}</table:table>')).pages
    assert page.text == f"A\n{expected}"


def test_a_calc_sheet_that_repeats_without_end_is_cut_with_a_word(tmp_path: Path) -> None:
    row = '<table:table-cell table:number-columns-repeated="9000"><text:p>x</text:p></table:table-cell>'
    table = (
        f'<table:table table:name="Longue"><table:table-row table:number-rows-repeated="9000">{row}</table:table-row>'
        "</table:table>"
    )
    (problem,) = read(make.ods(tmp_path / "l.ods", table), Limits(cells=10_000)).problems
    assert problem.where == "feuille Longue"


@pytest.mark.parametrize(
    "text",
    [
        'Quotient;Prix;Note\n"0 à 500";1,15;"une;\nligne"\n',
        "Quotient\tPrix\tNote\n0 à 500\t1,15\tune; ligne\n",
        'Quotient,Prix,Note\n0 à 500,"1,15",une; ligne\n',
    ],
)
def test_a_csv_is_read_whatever_its_separator(tmp_path: Path, text: str) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(text.encode("cp1252"))
    (page,) = read(file).pages
    assert page.text == "Quotient | Prix | Note\n0 à 500 | 1,15 | une; ligne"


def test_decimal_commas_do_not_pass_for_separators(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("1,05;2,05;3,05\n4,05;5,05;6,05\n", encoding="utf-8")
    assert read(file).pages[0].text == "1,05 | 2,05 | 3,05\n4,05 | 5,05 | 6,05"


@given(st.lists(st.text(), min_size=1))
def test_a_pipe_line_has_as_many_cells_as_it_was_given(cells: list[str]) -> None:
    line = pipe_line(cells)
    assert len(line.split("|")) == len(cells)
    assert "\n" not in line


@given(st.lists(st.lists(st.one_of(st.none(), st.text(max_size=3)), max_size=4), max_size=5))
def test_the_lines_of_a_table_all_have_the_same_cells(rows: list[list[str | None]]) -> None:
    assert len({line.count("|") for line in pipe_lines(rows)}) <= 1
