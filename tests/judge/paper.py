"""An act as a born-digital PDF, its tables with or without rules."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableBordersLayout

from tests.judge.acts import Act, Break, Grid, Heading, Listing, Text

LINE = 6.0


def write_pdf(act: Act, path: Path, *, ruled: bool) -> None:
    """Write the act, a page at each of its breaks, the town and the title repeated at the head of each."""
    made = FPDF()
    made.core_fonts_encoding = "cp1252"
    made.set_author(act.town)
    _new_page(made, act)
    for block in act.blocks:
        match block:
            case Heading(text):
                made.ln(2)
                made.set_font("helvetica", "B", 12)
                _write(made, text)
            case Text(text):
                made.set_font("helvetica", "", 11)
                _write(made, text)
            case Listing(items):
                made.set_font("helvetica", "", 11)
                for item in items:
                    _write(made, f"- {item}")
            case Grid():
                _table(made, block, ruled)
            case Break():
                _new_page(made, act)
    made.output(str(path))


def _new_page(made: FPDF, act: Act) -> None:
    made.add_page()
    made.set_font("helvetica", "I", 8)
    _write(made, f"{act.town} - {act.title}")


def _write(made: FPDF, text: str) -> None:
    made.multi_cell(0, LINE, text, new_x="LMARGIN", new_y="NEXT")


def _table(made: FPDF, grid: Grid, ruled: bool) -> None:
    made.set_font("helvetica", "", 10)
    layout = TableBordersLayout.ALL if ruled else TableBordersLayout.NONE
    with made.table(
        borders_layout=layout,
        num_heading_rows=len(grid.head),
        line_height=LINE,
        col_widths=(2, *[1] * (grid.width - 1)),
        text_align=("LEFT", *["CENTER"] * (grid.width - 1)),
    ) as table:
        for cells in (*grid.head, *grid.rows):
            row = table.row()
            for cell in cells:
                row.cell(cell.text, colspan=cell.columns, rowspan=cell.rows)
    made.ln(2)
