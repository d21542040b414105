"""The picture of a page with the quoted passage highlighted."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from knowledge.errors import UnreadableDocument
from knowledge.readers.marking import marked_page
from knowledge.readers.render import render_page
from tests.readers import make

YELLOW = (255, 225, 60)


def yellow(png: bytes) -> int:
    """How many pixels are of the highlighter's colour."""
    colours = Image.open(io.BytesIO(png)).convert("RGB").getcolors(1 << 24) or []
    return sum(count for count, colour in colours if colour == YELLOW)


def test_the_quoted_line_is_marked_and_the_others_are_not(tmp_path: Path) -> None:
    page = make.pdf(tmp_path / "a.pdf", ["La barque coûte 3 euros.", "Le canot coûte 6 euros."])
    one = yellow(marked_page(page, 1, ["La barque coûte 3 euros."]))
    both = yellow(marked_page(page, 1, ["La barque coûte 3 euros.", "Le canot coûte 6 euros."]))
    assert 0 < one < both


@pytest.mark.parametrize("lines", [[], ["une phrase qui n'y est pas"], ["", "|", "a"]])
def test_nothing_is_marked_that_is_not_there(tmp_path: Path, lines: list[str]) -> None:
    page = make.pdf(tmp_path / "a.pdf", ["La barque coûte 3 euros."])
    assert yellow(marked_page(page, 1, lines)) == 0


def test_the_whole_row_of_a_table_is_marked_and_no_other(tmp_path: Path) -> None:
    table = [["Durée", "Habitant", "Ailleurs"], ["15 ans", "158 €", "334 €"], ["30 ans", "158 €", "400 €"]]
    page = make.pdf(tmp_path / "a.pdf", ["Les prix :"], table=table)
    marked = Image.open(io.BytesIO(marked_page(page, 1, ["30 ans | 158 € | 400 €"]))).convert("RGB")
    rows = {y for y in range(marked.height) for x in range(0, marked.width, 3) if marked.getpixel((x, y)) == YELLOW}
    across = [x for x in range(marked.width) if marked.getpixel((x, max(rows))) == YELLOW]
    assert max(rows) - min(rows) < 30
    assert max(across) - min(across) > marked.width / 2


@make.needs_tesseract
def test_a_line_of_a_scan_is_marked_where_the_ocr_reads_it(tmp_path: Path) -> None:
    typed = make.pdf(tmp_path / "typed.pdf", ["La barque coûte 3 euros.", "Le canot coûte 6 euros."])
    scan = make.picture_pdf(tmp_path / "scan.pdf", [render_page(typed, 1, 300)])
    asked = Image.open(io.BytesIO(marked_page(scan, 1, ["Le canot coûte 6 euros."]))).convert("RGB")
    same = Image.open(io.BytesIO(marked_page(typed, 1, ["Le canot coûte 6 euros."]))).convert("RGB")
    rows, wanted = (
        [y / one.height for y in range(one.height) if any(one.getpixel((x, y)) == YELLOW for x in range(one.width))]
        for one in (asked, same)
    )
    assert rows
    assert min(wanted) - 0.02 < min(rows) <= max(rows) < max(wanted) + 0.02
    assert yellow(marked_page(scan, 1, ["Une phrase qui n'y est pas"])) == 0


@make.needs_tesseract
def test_a_line_to_be_checked_is_shown_closely_and_upright(tmp_path: Path) -> None:
    lines = [f"La barque numéro {n} coûte {n} euros la journée." for n in range(10, 40)]
    typed = make.pdf(tmp_path / "typed.pdf", lines)
    page = Image.open(io.BytesIO(render_page(typed, 1, 300)))
    laid = io.BytesIO()
    page.rotate(180).save(laid, "PNG")
    scan = make.picture_pdf(tmp_path / "scan.pdf", [laid.getvalue()])
    for file in (typed, scan):
        whole = Image.open(io.BytesIO(marked_page(file, 1, lines[5:9])))
        close = marked_page(file, 1, lines[5:9], lines[6])
        assert Image.open(io.BytesIO(close)).width == whole.width
        assert Image.open(io.BytesIO(close)).height < whole.height / 3
        assert yellow(close)


def test_an_image_is_shown_as_it_is(tmp_path: Path) -> None:
    Image.new("L", (40, 30), 200).save(tmp_path / "a.png")
    assert Image.open(io.BytesIO(marked_page(tmp_path / "a.png", 1, ["x"]))).size == (40, 30)


def test_a_format_without_pages_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Titre\n\nUne phrase.", encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="format"):
        marked_page(tmp_path / "a.md", 1, [])


def test_a_scan_too_large_for_a_telephone_is_shown_smaller(tmp_path: Path) -> None:
    Image.new("L", (6000, 9000), 200).save(tmp_path / "a.png")
    assert Image.open(io.BytesIO(marked_page(tmp_path / "a.png", 1, []))).size == (2667, 4000)
