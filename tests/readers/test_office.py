"""DOCX and ODT: what a reader of the printed page sees, tables as pipe lines in their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK

from knowledge.readers import read
from knowledge.readers.numerals import numeral
from tests.readers import make
from tests.readers.make import word_line


def pages(path: Path) -> list[str]:
    reading = read(path)
    assert not reading.problems
    return [page.text for page in reading.pages]


def test_a_document_made_by_word_is_read_in_order(tmp_path: Path) -> None:
    made = Document()
    made.add_heading("Règlement", 1)
    made.add_paragraph("Le repas coûte 1,15 €.")
    table = made.add_table(2, 3)
    for row, cells in zip(table.rows, [("Quotient", "1 enfant", "2 enfants"), ("0 à\n500", "1,15 €", "")], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    made.add_paragraph("Fin").add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("Annexe")
    made.save(str(tmp_path / "a.docx"))
    assert pages(tmp_path / "a.docx") == [
        "Règlement\nLe repas coûte 1,15 €.\nQuotient | 1 enfant | 2 enfants\n0 à 500 | 1,15 € | \nFin",
        "Annexe",
    ]


def test_merged_cells_keep_their_columns(tmp_path: Path) -> None:
    made = Document()
    table = made.add_table(3, 3)
    for number, cell in enumerate(table._cells):
        cell.text = f"c{number}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "large"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "haut"
    made.save(str(tmp_path / "m.docx"))
    assert pages(tmp_path / "m.docx") == ["large |  | c2\nhaut | c4 | c5\n | c7 | c8"]


def test_the_pages_word_last_drew_are_the_pages(tmp_path: Path) -> None:
    drawn = "<w:p><w:r><w:t>fin</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>Article 2</w:t></w:r></w:p>"
    typed = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    made = make.docx(tmp_path / "p.docx", word_line("Article 1") + typed + drawn)
    assert pages(made) == ["Article 1\n\n\nfin", "Article 2"]


@pytest.mark.parametrize("mark", ["<w:pageBreakBefore/>", '<w:pageBreakBefore w:val="1"/>'])
def test_a_paragraph_told_to_start_a_page_does(tmp_path: Path, mark: str) -> None:
    assert pages(make.docx(tmp_path / "p.docx", word_line("un") + word_line("deux", mark))) == ["un", "deux"]


def test_a_table_over_two_pages_is_cut_at_its_row(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    drawn = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>c</w:t></w:r></w:p>"
    table = f"<w:tbl>{row(word_line('a'), word_line('b'))}{row(drawn, word_line('d'))}</w:tbl>"
    assert pages(make.docx(tmp_path / "t.docx", table)) == ["a | b", "c | d"]


def test_the_numbers_word_prints_before_articles_are_kept(tmp_path: Path) -> None:
    def level(depth: int, form: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        )

    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "Article %1 :")}{level(1, "lowerLetter", "%1.%2)")}'
        f'</w:abstractNum><w:abstractNum w:abstractNumId="8">{level(0, "bullet", "·")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    )

    def item(text: str, number: int, depth: int = 0) -> str:
        return word_line(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')

    body = (
        item("Objet", 1)
        + item("matin", 1, 1)
        + item("soir", 1, 1)
        + item("Prix", 1)
        + item("midi", 1, 1)
        + item("x", 2)
    )
    assert pages(make.docx(tmp_path / "n.docx", body, numbering))[0].split("\n") == [
        "Article 1 : Objet",
        "1.a) matin",
        "1.b) soir",
        "Article 2 : Prix",
        "2.a) midi",
        "- x",
    ]


def test_what_word_shows_elsewhere_than_in_paragraphs_is_read(tmp_path: Path) -> None:
    body = (
        f"<w:sdt><w:sdtContent>{word_line('dans un contrôle')}</w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:drawing><w:txbxContent>{word_line('dans un cadre')}</w:txbxContent></w:drawing></w:r></w:p>"
        '<w:p><w:r><w:t>prix</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        "<w:p><w:del><w:r><w:delText>ancien</w:delText></w:r></w:del><w:ins><w:r><w:t>nouveau</w:t></w:r></w:ins></w:p>"
    )
    notes = f'<w:footnote w:id="2">{word_line("par an")}</w:footnote>'
    made = make.docx(tmp_path / "e.docx", body, footnotes=notes)
    assert [line for line in pages(made)[0].split("\n") if line] == [
        "dans un contrôle",
        "dans un cadre",
        "prix(2)",
        "2 par an",
        "nouveau",
    ]


def test_a_writer_document_is_read_in_order(tmp_path: Path) -> None:
    body = (
        '<text:h text:outline-level="1">Règlement</text:h>'
        '<text:p>Le repas<text:s text:c="2"/>coûte <text:span>1,15 €</text:span>.<text:line-break/>Fin</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>Quotient</text:p></table:table-cell>"
        "<table:table-cell><text:p>1</text:p><text:p>enfant</text:p></table:table-cell></table:table-row>"
        '<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>tous</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table>"
        '<text:p text:style-name="P1">Annexe<text:note><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>voir l'acte</text:p></text:note-body></text:note></text:p>"
    )
    styles = '<style:style style:name="P1"><style:paragraph-properties fo:break-before="page"/></style:style>'
    assert pages(make.odt(tmp_path / "a.odt", body, styles)) == [
        "Règlement\nLe repas  coûte 1,15 €.\nFin\nQuotient | 1 enfant\ntous | ",
        "Annexe(1)\n1 voir l'acte",
    ]


def test_the_numbers_writer_prints_before_items_are_kept(tmp_path: Path) -> None:
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-prefix="Article " style:num-suffix=" :"/><text:list-level-style-number text:level="2" '
        'text:display-levels="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
        '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    )

    def item(text: str, inner: str = "") -> str:
        return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"

    inner = f"<text:list>{item('matin')}{item('soir')}</text:list>"
    body = (
        f'<text:list text:style-name="L1">{item("Objet", inner)}</text:list><text:p>entre</text:p>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{item("Prix")}</text:list>'
        f'<text:list text:style-name="L2">{item("x")}</text:list>'
    )
    assert pages(make.odt(tmp_path / "l.odt", body, styles))[0].split("\n") == [
        "Article 1 : Objet",
        "1.a) matin",
        "1.b) soir",
        "entre",
        "Article 2 : Prix",
        "- x",
    ]


def test_the_pages_writer_last_drew_are_the_pages(tmp_path: Path) -> None:
    body = "<text:p>un</text:p><text:soft-page-break/><text:p>de<text:soft-page-break/>ux</text:p>"
    assert pages(make.odt(tmp_path / "s.odt", body)) == ["un", "de", "ux"]


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (4, "1", "4"),
        (4, "01", "04"),
        (4, "i", "iv"),
        (1949, "I", "MCMXLIX"),
        (28, "a", "bb"),
        (3, "A", "C"),
        (0, "i", "0"),
    ],
)
def test_numbers_are_printed_in_each_style(number: int, style: str, printed: str) -> None:
    assert numeral(number, style) == printed
