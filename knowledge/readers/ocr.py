"""Reading an image: Debian's tesseract, called as a process so that a page can never hang or fell the assistant."""

from __future__ import annotations

import os
import shutil
import subprocess

from knowledge.errors import UnreadableDocument

PACKAGES = "tesseract-ocr tesseract-ocr-fra"
DPI = 300
Box = tuple[float, float, float, float]
_LINE, _WORD = "4", "5"  # the levels of a row in tesseract's table


class OcrUnavailable(UnreadableDocument):
    """The image cannot be read on this machine; the message names the packages that are missing."""


class OcrFailed(UnreadableDocument):
    """This one image could not be read; others may be."""


def recognise(png: bytes, seconds: float) -> str:
    """The text of an image at 300 dots an inch; raises ``OcrUnavailable`` or ``OcrFailed``."""
    return _run(png, seconds, "txt").replace("\f", "").rstrip()


def line_boxes(png: bytes, seconds: float) -> list[tuple[str, Box]]:
    """Each line read in an image, with its place in dots from the top left; raises as ``recognise``."""
    found: list[tuple[list[str], Box]] = []
    for row in _run(png, seconds, "tsv").splitlines()[1:]:
        level, *_, left, top, width, height, _, word = row.split("\t", 11)
        if level == _LINE:
            found.append(([], (int(left), int(top), int(left) + int(width), int(top) + int(height))))
        elif level == _WORD and found:
            found[-1][0].append(word)
    return [(" ".join(said), box) for said, box in found]


def _run(png: bytes, seconds: float, output: str) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise OcrUnavailable(_absent("l'outil de lecture des images n'est pas installé"))
    # Measured: psm 3 keeps every row of a table and psm 6 drops some; one thread is faster than several on a page.
    command = [program, "stdin", "stdout", "-l", "fra", "--psm", "3", "--dpi", str(DPI), output]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=png, capture_output=True, timeout=seconds, env=environment, check=False)
    except subprocess.TimeoutExpired as fault:
        raise OcrFailed(f"la lecture de l'image a dépassé {seconds:g} secondes et a été arrêtée.") from fault
    except OSError as fault:
        raise OcrUnavailable(_absent("l'outil de lecture des images ne démarre pas")) from fault
    if b"language" in done.stderr and done.returncode:
        raise OcrUnavailable(_absent("le français manque à l'outil de lecture des images"))
    if done.returncode:
        raise OcrFailed("l'image n'a pas pu être lue ; numérisez la page de nouveau, à 300 points par pouce.")
    return done.stdout.decode("utf-8", "replace")


def _absent(fault: str) -> str:
    return f"page numérisée : {fault}. Sur Debian ou Ubuntu : sudo apt-get install {PACKAGES}"
