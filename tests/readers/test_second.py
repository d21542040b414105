"""The second reader of scans: a process of its own, bounded; what it does not confirm is in doubt."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from knowledge.readers import Limits, agreement, pdfium, read, second
from knowledge.readers.limits import MEGABYTE
from knowledge.readers.ocr import Word
from knowledge.readers.scan import Seen, see
from knowledge.readers.scan_figures import doubts_of, figures_of
from knowledge.readers.scan_layout import SeenLine, lines_of
from tests.readers import make

LINES = ["Restauration scolaire", "Repas d'un enfant : 1,15 €", "Repas d'un adulte : 12,40 €"]
WORKER = """
import json, sys
source = sys.stdin.buffer
while header := source.readline():
    asked = json.loads(header)
    source.read(asked["size"])
    {then}
    sys.stdout.flush()
"""


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    second.stop()
    yield
    second.stop()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    with pdfium.opened(make.pdf(tmp_path / "typed.pdf", LINES)) as pdf:
        return make.picture_pdf(tmp_path / "scan.pdf", [pdfium.picture(pdf, 1, 300, grey=True)])


def worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, then: str) -> None:
    """Put a process that does ``then`` with each request in the second reader's place."""
    program = tmp_path / "worker.py"
    program.write_text(WORKER.format(then=then))
    monkeypatch.setattr(second, "COMMAND", (sys.executable, str(program)))
    monkeypatch.setattr(second, "available", lambda: True)


def words(line: SeenLine) -> list[Word]:
    return [word for run in line.runs for word in run.words]


def told(scan: Path) -> list[tuple[int, str, str]]:
    return [(doubt.line, doubt.printed, doubt.reason) for doubt in read(scan).pages[0].doubts]


@make.needs_tesseract
def test_without_a_second_reader_every_figure_is_in_doubt(monkeypatch: pytest.MonkeyPatch, scan: Path) -> None:
    monkeypatch.setattr(second, "available", lambda: False)
    assert told(scan) == [(2, "", agreement.ONE_READER), (3, "", agreement.ONE_READER)]


@make.needs_tesseract
def test_what_the_second_reader_reads_otherwise_is_in_doubt(
    monkeypatch: pytest.MonkeyPatch, scan: Path, tmp_path: Path
) -> None:
    worker(monkeypatch, tmp_path, 'print(json.dumps(["7,15 €", "12,40€"]))')
    assert told(scan) == [(2, "1,15 €", agreement.DISAGREEMENT.format(first="1,15 €", second="7,15 €"))]


@make.needs_tesseract
@pytest.mark.parametrize("then", ["sys.exit(1)", "print('no JSON')", "print('[]')", "import time; time.sleep(60)"])
def test_a_second_reader_that_fails_leaves_one_reader(
    monkeypatch: pytest.MonkeyPatch, scan: Path, tmp_path: Path, then: str
) -> None:
    worker(monkeypatch, tmp_path, then)
    reading = read(scan, Limits(ocr_seconds=5))
    assert {doubt.reason for doubt in reading.pages[0].doubts} == {agreement.ONE_READER}


def test_after_a_failure_the_next_page_is_read_by_another_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    worker(monkeypatch, tmp_path, 'sys.exit(1) if asked["size"] == 3 else print(json.dumps(["12 €"]))')
    assert second.reread(b"bad", [(0, 0, 1, 1)]) is None
    assert second.reread(b"good", [(0, 0, 1, 1)]) == ["12 €"]


def test_a_page_without_figures_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second, "COMMAND", ("/nowhere",))
    assert second.reread(b"", []) == []


@make.needs_tesseract
@make.needs_rapidocr
def test_figures_that_both_readers_read_are_sure(scan: Path) -> None:
    assert told(scan) == []


@make.needs_tesseract
@make.needs_rapidocr
def test_a_figure_misread_by_the_first_reader_is_in_doubt(scan: Path) -> None:
    with pdfium.opened(scan) as pdf:
        seen = see(pdfium.picture(pdf, 1, 300, grey=True))
    misread = [replace(word, text=word.text.replace("1,15", "7,15")) for line in seen.lines for word in words(line)]
    (doubt,) = doubts_of(Seen(tuple(lines_of(misread)), seen.upright))
    assert (doubt.line, doubt.printed) == (1, "7,15 €")
    assert "1,15" in doubt.reason.replace(" ", "")


@make.needs_rapidocr
def test_the_second_reader_keeps_within_its_memory() -> None:
    page = io.BytesIO()
    Image.new("L", (400, 100), 255).save(page, "PNG")
    assert second.reread(page.getvalue(), [(0, 0, 400, 100)], Limits(ocr_bytes=60 * MEGABYTE)) is None
    assert second.reread(page.getvalue(), [(0, 0, 400, 100)]) == [""]


def test_a_word_that_overlaps_a_figure_does_not_cut_into_it() -> None:
    words = [Word(text, box, ("1", "1", "1"), 95.0) for text, box in (("de", (0, 0, 90, 32)), ("12", (40, 0, 80, 32)))]
    (line,) = lines_of(words)
    ((_, seen),) = figures_of(line)
    assert seen[0] <= 40 and seen[2] >= 80
