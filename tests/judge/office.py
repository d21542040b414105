"""An act as a word processor and as a web page give it."""

from __future__ import annotations

from html import escape
from pathlib import Path

import docx
from docx.enum.text import WD_BREAK

from tests.judge.acts import Act, Break, Cell, Grid, Heading, Listing, Text


def write_docx(act: Act, path: Path) -> None:
    """Write the act as a Word document with real tables, merged cells included."""
    made = docx.Document()
    for block in act.blocks:
        match block:
            case Heading(text):
                made.add_heading(text, 2)
            case Text(text):
                made.add_paragraph(text)
            case Listing(items):
                for item in items:
                    made.add_paragraph(item, style="List Bullet")
            case Grid():
                _docx_table(made, block)
            case Break():
                made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    made.save(str(path))


def write_html(act: Act, path: Path) -> None:
    """Write the act as the page of a town's web site, with a menu and a foot that are no part of it."""
    body = "\n".join(_html(block) for block in act.blocks)
    path.write_text(
        f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{escape(act.title)}</title>'
        "<style>td { padding: 2px }</style></head><body><nav><a href='/'>Accueil</a> <a href='/vie'>Vie pratique</a>"
        f"</nav><main><h1>{escape(act.title)}</h1>\n{body}</main><footer>Mentions légales</footer></body></html>",
        encoding="utf-8",
    )


def _docx_table(made: docx.document.Document, grid: Grid) -> None:
    rows = (*grid.head, *grid.rows)
    table = made.add_table(len(rows), grid.width, style="Table Grid")
    taken: set[tuple[int, int]] = set()
    for line, cells in enumerate(rows):
        for cell in cells:
            at = next(column for column in range(grid.width) if (line, column) not in taken)
            last = (line + cell.rows - 1, at + cell.columns - 1)
            table.cell(line, at).merge(table.cell(*last)).text = cell.text
            taken |= {(y, x) for y in range(line, last[0] + 1) for x in range(at, last[1] + 1)}


def _html(block: Heading | Text | Listing | Grid | Break) -> str:
    match block:
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Text(text):
            return f"<p>{escape(text)}</p>"
        case Listing(items):
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"
        case Grid(head, rows):
            return f"<table><thead>{_html_rows(head, 'th')}</thead><tbody>{_html_rows(rows, 'td')}</tbody></table>"
        case Break():
            return "<hr>"


def _html_rows(rows: tuple[tuple[Cell, ...], ...], tag: str) -> str:
    return "".join(
        "<tr>"
        + "".join(f'<{tag} colspan="{c.columns}" rowspan="{c.rows}">{escape(c.text)}</{tag}>' for c in cells)
        + "</tr>"
        for cells in rows
    )
