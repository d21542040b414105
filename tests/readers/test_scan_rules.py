"""The cells that ruling lines make: merged ones, lines that were not seen, frames that are no table."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from PIL import Image

from knowledge.readers import scan_cells
from knowledge.readers.ocr import Box, Word
from knowledge.readers.scan_cells import cells_reread
from knowledge.readers.scan_layout import lines_of
from knowledge.readers.scan_rules import grids_of

ROWS, COLUMNS = (100, 200, 300, 400), (50, 650, 1000, 1400)


def ruled(without: tuple[Box, ...] = ()) -> list[Box]:
    """The lines of a table of three rows and three columns, each drawn in pieces from crossing to crossing."""
    flat = [(a, row, b, row + 4) for row in ROWS for a, b in pairwise(COLUMNS)]
    tall = [(column, a, column + 4, b) for column in COLUMNS for a, b in pairwise(ROWS)]
    return [rule for rule in (*flat, *tall) if rule not in without]


def words(*cells: tuple[int, int, str]) -> list[Word]:
    """A word for each (left, top, text), each on a line of its own, as high as 11 pt letters."""
    return [
        Word(text, (left, top, left + 18 * len(text), top + 32), (str(n), "1", "1"), 95.0)
        for n, (left, top, text) in enumerate(cells)
    ]


def as_words(rules: list[Box]) -> list[Word]:
    return [Word("", rule, ("0", "0", "0"), 95.0) for rule in rules]


CELLS = (
    (60, 130, "Barque"), (700, 130, "Jour"), (1050, 130, "Mois"),
    (60, 230, "Rames"), (700, 230, "12€"), (1050, 230, "160€"),
    (60, 330, "Voile"), (700, 330, "30€"), (1050, 330, "410€"),
)  # fmt: skip
TABLE = ["Barque | Jour | Mois", "Rames | 12€ | 160€", "Voile | 30€ | 410€"]


def texts(found: list[Word]) -> list[str]:
    return [line.text for line in lines_of(found)]


def test_each_word_goes_to_its_cell_whatever_the_order() -> None:
    assert texts([*as_words(ruled()), *words(*CELLS)]) == TABLE
    assert texts([*as_words(ruled()), *words(*reversed(CELLS))]) == TABLE


def test_a_cell_over_two_columns_stands_in_the_first() -> None:
    (grid,) = grids_of(ruled(without=((1000, 100, 1004, 200),)))
    assert grid.cell(1200, 150) == (0, 1)
    assert grid.cell(1200, 250) == (1, 2)


def test_a_cell_over_two_rows_stands_in_the_first() -> None:
    (grid,) = grids_of(ruled(without=((50, 300, 650, 304),)))
    assert grid.cell(100, 350) == (1, 0)
    assert grid.cell(100, 450) is None


def test_the_lines_of_a_cell_are_one_cell() -> None:
    cells = (*CELLS, (60, 262, "neuves"))
    assert "Rames neuves | 12€ | 160€" in texts([*as_words(ruled()), *words(*cells)])


def test_rows_whose_line_was_not_seen_are_told_by_their_figures() -> None:
    unseen = tuple((a, 300, b, 304) for a, b in pairwise(COLUMNS))
    assert texts([*as_words(ruled(without=unseen)), *words(*CELLS)]) == TABLE


def test_columns_whose_line_was_not_seen_are_told_by_their_places() -> None:
    unseen = tuple((1000, a, 1004, b) for a, b in pairwise(ROWS))
    assert texts([*as_words(ruled(without=unseen)), *words(*CELLS)]) == TABLE


def test_a_frame_around_a_title_is_no_table() -> None:
    frame = [(50, 100, 1400, 104), (50, 200, 1400, 204), (50, 100, 54, 200), (1400, 100, 1404, 200)]
    assert grids_of(frame) == []
    assert texts([*as_words(frame), *words((60, 130, "Tarifs"))]) == ["Tarifs"]


def test_dust_says_nothing() -> None:
    dust = Word("î", (300, 140, 304, 144), ("0", "0", "1"), 12.0)
    assert texts([*words((60, 130, "Tarifs")), dust, Word("|", (500, 130, 504, 160), ("1", "1", "1"), 80.0)]) == [
        "Tarifs"
    ]


def test_a_page_without_words_has_no_lines() -> None:
    assert lines_of([]) == []


def test_the_dash_of_an_empty_cell_is_kept() -> None:
    dash = Word("—", (1100, 245, 1130, 250), ("x", "1", "1"), 40.0)
    cells = [one for one in CELLS if one[2] != "160€"]
    assert "Rames | 12€ | —" in texts([*as_words(ruled()), *words(*cells), dash])


def test_a_cell_knows_how_far_it_reaches() -> None:
    (grid,) = grids_of(ruled(without=((50, 300, 650, 304),)))
    left, top, right, bottom = grid.extent((1, 0))
    assert (left, right) == (grid.down[0], grid.down[1])
    assert (top, bottom) == (grid.across[1], grid.across[3])


def reread(monkeypatch: pytest.MonkeyPatch, alone: list[Word]) -> list[str]:
    """A page whose first head was badly read, its cell being read alone as ``alone``."""
    monkeypatch.setattr(scan_cells, "words_of", lambda *_, **__: alone)
    page = io.BytesIO()
    Image.new("L", (1500, 600), 255).save(page, "PNG")
    badly = [Word("an", (60, 130, 120, 162), ("y", "1", "1"), 25.0)]
    return texts(cells_reread(page.getvalue(), [*as_words(ruled()), *badly, *words(*CELLS[1:])]))


def test_a_cell_badly_read_is_read_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reread(monkeypatch, [Word("Barque", (20, 20, 128, 52), ("1", "1", "1"), 92.0)]) == TABLE


@pytest.mark.parametrize("alone", [[], [Word("xx", (20, 20, 60, 52), ("1", "1", "1"), 10.0)]])
def test_a_cell_read_no_better_alone_stays_as_it_was(monkeypatch: pytest.MonkeyPatch, alone: list[Word]) -> None:
    assert reread(monkeypatch, alone)[0] == "an | Jour | Mois"
