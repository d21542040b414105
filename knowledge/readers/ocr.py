"""Reading an image: Debian's tesseract, called as a process so that a page can never hang or fell the assistant."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass

from knowledge.errors import UnreadableDocument
from knowledge.readers.limits import DEFAULT, Limits

PACKAGES = "tesseract-ocr tesseract-ocr-fra"
DPI = 300
Box = tuple[int, int, int, int]  # left, top, right, bottom, in dots from the top left
_WORD = "5"  # the level of a word in tesseract's table
_TURN = re.compile(r"^Rotate: (\d+)", re.MULTILINE)


class OcrUnavailable(UnreadableDocument):
    """The image cannot be read on this machine; the message names the packages that are missing."""


class OcrFailed(UnreadableDocument):
    """This one image could not be read; others may be."""


@dataclass(frozen=True)
class Word:
    """A word as tesseract reads it: its place, the line it is on, and how sure tesseract is of it (0 to 100).

    One without letters (``text`` is "") is a ruling line, or the edge of a picture.
    """

    text: str
    box: Box
    line: tuple[str, str, str]
    confidence: float


def words_of(png: bytes, limits: Limits = DEFAULT, *, one_block: bool = False) -> list[Word]:
    """The words of an image at 300 dots an inch, in reading order; raises ``OcrUnavailable`` or ``OcrFailed``.

    ``one_block`` says that it shows but a few lines of text, one under the other.
    """
    # Measured: psm 3 keeps every row of a table and psm 6 drops some.
    rows = _run(["-l", "fra", "--psm", "6" if one_block else "3", "--dpi", str(DPI)], "tsv", png, limits).splitlines()[
        1:
    ]
    found = []
    for row in rows:
        level, _, *line, _, left, top, width, height, confidence, text = row.split("\t", 11)
        if level == _WORD:
            box = (int(left), int(top), int(left) + int(width), int(top) + int(height))
            found.append(Word(text.strip(), box, (line[0], line[1], line[2]), float(confidence)))
    return found


def turn_of(png: bytes, limits: Limits = DEFAULT) -> int:
    """By how many degrees an image must be turned clockwise to stand upright: 0, 90, 180 or 270; 0 when unknown."""
    try:
        found = _TURN.search(_run(["--psm", "0"], "", png, limits))
    except UnreadableDocument:  # too few letters to tell, or Debian's tesseract-ocr-osd is absent
        return 0
    return int(found[1]) if found else 0


def _run(options: list[str], output: str, png: bytes, limits: Limits) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise OcrUnavailable(_absent("l'outil de lecture des images n'est pas installé"))
    # Linux bounds the memory of a process before it starts; elsewhere only its time is bounded.
    bound = shutil.which("prlimit")
    before = [bound, f"--as={limits.ocr_bytes}", "--"] if bound else []
    command = [*before, program, "stdin", "stdout", *options, *([output] if output else [])]
    # Measured: one thread is faster than several on a page.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=png, capture_output=True, timeout=limits.ocr_seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired as fault:
        told = f"la lecture de l'image a dépassé {limits.ocr_seconds:g} secondes et a été arrêtée."
        raise OcrFailed(told) from fault
    except OSError as fault:
        raise OcrUnavailable(_absent("l'outil de lecture des images ne démarre pas")) from fault
    if b"language" in done.stderr and done.returncode:
        raise OcrUnavailable(_absent("le français manque à l'outil de lecture des images"))
    if done.returncode:
        raise OcrFailed("l'image n'a pas pu être lue ; numérisez la page de nouveau, à 300 points par pouce.")
    return done.stdout.decode("utf-8", "replace")


def _absent(fault: str) -> str:
    return f"page numérisée : {fault}. Sur Debian ou Ubuntu : sudo apt-get install {PACKAGES}"
