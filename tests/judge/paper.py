"""An act as a born-digital PDF: pages with ruled or bare tables, or a folded leaflet in two columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import Align, TableBordersLayout

from tests.judge.acts import Act, Break, Grid, Heading, Listing, Text


@dataclass(frozen=True)
class Print:
    """How an act is printed: type ``size`` in points, ``line`` height in millimetres, rules around cells or none."""

    size: int
    line: float
    ruled: bool


def write_pdf(act: Act, path: Path, *, ruled: bool) -> None:
    """Write the act, a page at each of its breaks, the town and the title repeated at the head of each."""
    made = _blank("portrait")
    printed = Print(size=11, line=6.0, ruled=ruled)

    def turn() -> None:
        made.add_page()
        made.set_font("helvetica", "I", 8)
        _write(made, f"{act.town} - {act.title}", printed.line)

    turn()
    _blocks(made, act, printed, turn)
    made.output(str(path))


def write_leaflet(act: Act, path: Path) -> None:
    """Write the act on one wide page in two columns, the second beginning at its break."""
    made = _blank("landscape")
    made.add_page()
    made.set_auto_page_break(False)
    gutter, top = 8.0, made.get_y()
    middle = made.w / 2
    made.set_right_margin(middle + gutter)

    def turn() -> None:
        made.set_left_margin(middle + gutter)
        made.set_right_margin(10)
        made.set_xy(middle + gutter, top)

    _blocks(made, act, Print(size=9, line=4.6, ruled=False), turn)
    made.output(str(path))


def _blank(orientation: str) -> FPDF:
    made = FPDF(orientation=orientation)
    made.core_fonts_encoding = "cp1252"
    return made


def _blocks(made: FPDF, act: Act, printed: Print, turn: Callable[[], None]) -> None:
    for block in act.blocks:
        match block:
            case Heading(text):
                made.ln(2)
                made.set_font("helvetica", "B", printed.size + 1)
                _write(made, text, printed.line)
            case Text(text):
                made.set_font("helvetica", "", printed.size)
                _write(made, text, printed.line)
            case Listing(items):
                made.set_font("helvetica", "", printed.size)
                for item in items:
                    _write(made, f"- {item}", printed.line)
            case Grid():
                _table(made, block, printed)
            case Break():
                turn()


def _write(made: FPDF, text: str, line: float) -> None:
    made.multi_cell(0, line, text, new_x="LMARGIN", new_y="NEXT")


def _table(made: FPDF, grid: Grid, printed: Print) -> None:
    made.set_font("helvetica", "", printed.size - 1)
    with made.table(
        borders_layout=TableBordersLayout.ALL if printed.ruled else TableBordersLayout.NONE,
        num_heading_rows=len(grid.head),
        line_height=printed.line,
        align=Align.L,  # the centre is the page's, not the column's
        width=made.epw,
        col_widths=(2, *[1] * (grid.width - 1)),
        text_align=("LEFT", *["CENTER"] * (grid.width - 1)),
    ) as table:
        for cells in (*grid.head, *grid.rows):
            row = table.row()
            for cell in cells:
                row.cell(cell.text, colspan=cell.columns, rowspan=cell.rows)
    made.ln(2)
