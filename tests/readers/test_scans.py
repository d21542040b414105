"""Pages that are pictures: read by tesseract, with prices kept; and what is said where it is absent."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from knowledge.errors import UnreadableDocument
from knowledge.readers import Limits, ocr, pdfium, read
from knowledge.readers.limits import MEGABYTE
from knowledge.readers.quality import is_garbage
from knowledge.readers.upright import skew, straightened
from tests.readers import make
from tests.readers.make import needs_tesseract

LINES = ["Restauration scolaire", "Repas d'un enfant de la commune : 1,15 €", "Repas d'un enfant extérieur : 12,40 €"]
PACKAGES = "tesseract-ocr tesseract-ocr-fra"


@pytest.fixture
def picture(tmp_path: Path) -> bytes:
    with pdfium.opened(make.pdf(tmp_path / "source.pdf", LINES)) as pdf:
        return pdfium.picture(pdf, 1, 300, grey=True)


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


@needs_tesseract
def test_a_scanned_pdf_keeps_its_prices(tmp_path: Path, picture: bytes) -> None:
    reading = read(make.picture_pdf(tmp_path / "scan.pdf", [picture]))
    assert reading.pages[0].scanned
    assert "1,15 €" in reading.pages[0].text
    assert "12,40 €" in reading.pages[0].text


@needs_tesseract
@pytest.mark.parametrize("kind", ["png", "jpg", "tif"])
def test_an_image_is_read(tmp_path: Path, picture: bytes, kind: str) -> None:
    file = tmp_path / f"page.{kind}"
    Image.open(io.BytesIO(picture)).save(file, dpi=(300, 300))
    reading = read(file)
    assert "1,15 €" in reading.pages[0].text
    assert reading.pages[0].scanned
    assert not reading.problems


@needs_tesseract
def test_each_frame_of_a_tiff_is_a_page(tmp_path: Path, picture: bytes) -> None:
    frame = Image.open(io.BytesIO(picture))
    frame.save(tmp_path / "deux.tif", save_all=True, append_images=[frame], dpi=(300, 300))
    assert [page.number for page in read(tmp_path / "deux.tif").pages] == [1, 2]


@needs_tesseract
def test_a_coarse_image_is_read_with_a_warning(tmp_path: Path, picture: bytes) -> None:
    frame = Image.open(io.BytesIO(picture))
    frame.resize((frame.width // 2, frame.height // 2)).save(tmp_path / "flou.png", dpi=(150, 150))
    (problem,) = read(tmp_path / "flou.png").problems
    assert "150 points par pouce" in problem.message


@needs_tesseract
def test_a_stamp_over_a_scan_does_not_pass_for_its_text(tmp_path: Path, picture: bytes) -> None:
    stamp = "Accusé de réception en préfecture, date de réception 29/09/2022"
    reading = read(make.picture_pdf(tmp_path / "timbre.pdf", [picture], visible=stamp))
    assert "1,15 €" in reading.pages[0].text


@needs_tesseract
def test_a_garbage_text_layer_gives_way_to_what_the_page_shows(tmp_path: Path, picture: bytes) -> None:
    garbage = "7DULI GH UHVWDXUDWLRQ VFRODLUH SRXU OHV HQIDQWV GH OD FRPPXQH " * 8
    reading = read(make.picture_pdf(tmp_path / "brouillé.pdf", [picture], hidden=garbage))
    assert "1,15 €" in reading.pages[0].text
    assert "UHVWDX" not in reading.pages[0].text
    assert reading.pages[0].scanned


def test_a_scan_that_was_read_before_keeps_its_text_layer(tmp_path: Path, picture: bytes) -> None:
    layer = "Le conseil municipal fixe les tarifs de la restauration scolaire pour la rentrée. " * 6
    reading = read(make.picture_pdf(tmp_path / "lu.pdf", [picture], hidden=layer))
    assert reading.pages[0].text.startswith("Le conseil municipal fixe")
    assert reading.pages[0].scanned


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_the_text_pages_come_and_the_others_are_named(tmp_path: Path, picture: bytes) -> None:
    made = make.blank_pdf()
    for number in range(1, 5):
        made.add_page()
        if number in (2, 3):
            made.image(io.BytesIO(picture), 0, 0, w=made.w)
        else:
            made.cell(text=f"Article {number} du règlement des accueils de loisirs")
    made.output(str(tmp_path / "mixte.pdf"))
    reading = read(tmp_path / "mixte.pdf")
    assert [page.number for page in reading.pages] == [1, 4]
    (problem,) = reading.problems
    assert problem.where == "pages 2 à 3"
    assert PACKAGES in problem.message


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_a_scan_is_refused_by_naming_the_packages(tmp_path: Path, picture: bytes) -> None:
    file = tmp_path / "scan.png"
    file.write_bytes(picture)
    for sample in (file, make.picture_pdf(tmp_path / "scan.pdf", [picture])):
        with pytest.raises(UnreadableDocument, match=PACKAGES) as refusal:
            read(sample)
        assert sample.name in str(refusal.value)


@pytest.mark.parametrize("fault", ["slow", "french", "broken"])
def test_each_fault_of_tesseract_has_its_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: str) -> None:
    scripts = {
        "slow": "exec sleep 30",
        "french": "echo 'Failed loading language fra' >&2; exit 1",
        "broken": "exit 3",
    }
    expected = {"slow": "0.2 secondes", "french": "français", "broken": "numérisez"}
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n{scripts[fault]}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(UnreadableDocument, match=expected[fault]):
        ocr.words_of(b"image", Limits(ocr_seconds=0.2))


@needs_tesseract
def test_a_page_that_takes_too_long_is_a_problem_and_the_rest_comes(tmp_path: Path, picture: bytes) -> None:
    made = make.blank_pdf()
    made.add_page()
    made.image(io.BytesIO(picture), 0, 0, w=made.w)
    made.add_page()
    made.cell(text="Article 2 : la commune prend en charge le transport")
    made.output(str(tmp_path / "lent.pdf"))
    reading = read(tmp_path / "lent.pdf", Limits(ocr_seconds=0.01))
    assert [page.number for page in reading.pages] == [2]
    assert [problem.where for problem in reading.problems] == ["page 1"]


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="only Linux bounds the memory of a process from outside")
def test_a_page_may_not_take_all_the_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    # What tesseract does when its memory is refused: it leaves with an error.
    program.write_text(f"#!/bin/sh\nexec {sys.executable} -c 'bytearray(500_000_000)'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert ocr.words_of(b"image") == []
    with pytest.raises(ocr.OcrFailed):
        ocr.words_of(b"image", Limits(ocr_bytes=200 * MEGABYTE))


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_laid_on_its_side_or_upside_down_is_read(tmp_path: Path, picture: bytes, turn: int) -> None:
    laid = Image.open(io.BytesIO(picture)).convert("L").rotate(turn, expand=True)
    laid.save(tmp_path / "page.png", dpi=(300, 300))
    assert read(tmp_path / "page.png").pages[0].text.split("\n") == LINES


@needs_tesseract
@pytest.mark.parametrize("askew", [-4.0, 2.5])
def test_a_page_laid_askew_is_read_and_its_lines_stay_lines(tmp_path: Path, picture: bytes, askew: float) -> None:
    laid = Image.open(io.BytesIO(picture)).convert("L").rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    laid.save(tmp_path / "page.png", dpi=(300, 300))
    assert read(tmp_path / "page.png").pages[0].text.split("\n") == LINES


@pytest.mark.parametrize("askew", [-7.0, -1.1, 0.0, 0.4, 3.3])
def test_the_skew_of_a_page_is_measured(picture: bytes, askew: float) -> None:
    laid = Image.open(io.BytesIO(picture)).convert("L").rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    assert skew(laid) == pytest.approx(askew, abs=0.25)
    assert abs(skew(straightened(laid))) <= 0.25


@pytest.mark.parametrize("level", [0, 128, 255])
def test_a_picture_without_lines_is_left_as_it_is(level: int) -> None:
    plain = Image.new("L", (900, 1200), level)
    assert straightened(plain) is plain


TABLE = [["Barques", "La journée", "La saison"], ["À rames", "12,50 €", "160,00 €"], ["À voile", "30,00 €", "410,00 €"]]


@needs_tesseract
def test_a_ruled_table_keeps_its_cells(tmp_path: Path) -> None:
    typed = make.pdf(tmp_path / "typed.pdf", ["Les prix du canal, votés par le conseil :"], table=TABLE, after=["Fin."])
    with pdfium.opened(typed) as pdf:
        scan = make.picture_pdf(tmp_path / "scan.pdf", [pdfium.picture(pdf, 1, 300, grey=True)])
    lines = read(scan).pages[0].text.split("\n")
    assert lines == ["Les prix du canal, votés par le conseil :", *(" | ".join(row) for row in TABLE), "Fin."]


@needs_tesseract
def test_figures_in_columns_without_rules_are_a_table(tmp_path: Path) -> None:
    runs = [(10 + 60 * c, 20 + 8 * r, cell) for r, row in enumerate(TABLE) for c, cell in enumerate(row)]
    with pdfium.opened(make.placed_pdf(tmp_path / "typed.pdf", *runs)) as pdf:
        scan = make.picture_pdf(tmp_path / "scan.pdf", [pdfium.picture(pdf, 1, 300, grey=True)])
    assert read(scan).pages[0].text.split("\n") == [" | ".join(row) for row in TABLE]


@needs_tesseract
def test_the_french_data_of_tesseract_is_there() -> None:
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True).stdout
    assert "fra" in languages.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le conseil municipal adopte les tarifs de la restauration scolaire et de la garderie du soir", False),
        ("0 à 500 | 1,15 € | 1,05 € | 0,95 €\n501 à 800 | 2,30 € | 2,10 € | 1,90 € \n801 et plus | 3,10 €", False),
        ("DUPONT Marie, LEROY Jean, VANDAMME Sophie, KACZMAREK Piotr, NGUYEN Thi, LEFEBVRE Luc", False),
        ("7DULI GH UHVWDXUDWLRQ VFRODLUH SRXU OHV HQIDQWV GH OD FRPPXQH", True),
        ("(cid:12)(cid:34)(cid:7)(cid:55)(cid:12)(cid:34)", True),
        ("\ue001\ue002\ue003 \ue004\ue005", True),
        ("", False),
        ("1 " + "." * 80 + " 3\n2 " + "." * 80 + " 4", False),
        ("#" * 40 + "<>~{" * 10, True),
        ("Annexe 2", False),
    ],
)
def test_garbage_is_told_from_text(text: str, expected: bool) -> None:
    assert is_garbage(text) is expected
