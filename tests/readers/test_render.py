"""The picture of a page, to show the original."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from knowledge.errors import UnreadableDocument
from knowledge.readers import render_page
from tests.readers import make


def test_a_pdf_page_is_shown_upright_and_whole(tmp_path: Path) -> None:
    shown = Image.open(io.BytesIO(render_page(make.pdf(tmp_path / "a.pdf", ["un"], ["deux"]), 2)))
    assert shown.format == "PNG"
    assert shown.size == (910, 1287)
    assert shown.convert("L").point(lambda grey: 255 if grey < 100 else 0).getbbox() is not None


def test_a_frame_of_an_image_is_shown(tmp_path: Path) -> None:
    Image.new("L", (40, 30), 200).save(tmp_path / "a.tif", save_all=True, append_images=[Image.new("L", (20, 10))])
    assert Image.open(io.BytesIO(render_page(tmp_path / "a.tif", 2))).size == (20, 10)


def test_a_huge_plan_is_shown_smaller_rather_than_filling_the_memory(tmp_path: Path) -> None:
    made = make.blank_pdf()
    made.add_page(format=(5000, 5000))
    made.output(str(tmp_path / "plan.pdf"))
    size = Image.open(io.BytesIO(render_page(tmp_path / "plan.pdf", 1, dots=300))).size
    assert size[0] * size[1] < 61_000_000


@pytest.mark.parametrize("number", [0, 3])
def test_a_page_that_is_not_there_is_said(tmp_path: Path, number: int) -> None:
    with pytest.raises(UnreadableDocument, match=f"pas de page {number}"):
        render_page(make.pdf(tmp_path / "a.pdf", ["un"], ["deux"]), number)


def test_a_format_without_pictures_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("texte")
    with pytest.raises(UnreadableDocument, match="pas d'image"):
        render_page(tmp_path / "a.txt", 1)


def test_an_original_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="ouvrez l'original"):
        render_page(tmp_path / "absent.pdf", 1)
