"""A page that is a picture: set upright, read, laid out, its figures read a second time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import Any

from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.ocr import Word, turn_of, words_of
from knowledge.readers.pixels import png
from knowledge.readers.scan_cells import cells_reread
from knowledge.readers.scan_layout import SeenLine, lines_of
from knowledge.readers.upright import straightened

# Upright pages are read at 85 of 100 and more, the same ones on their side or upside down at less than 50.
_UNSURE = 75.0
_TALL = 3


@dataclass(frozen=True)
class Seen:
    """A scanned page as it was read: its lines from the top, and its picture set upright (PNG), which they stand on."""

    lines: tuple[SeenLine, ...]
    upright: bytes

    @property
    def text(self) -> str:
        """What the page says."""
        return "\n".join(line.text for line in self.lines)


def see(picture: bytes, limits: Limits = DEFAULT) -> Seen:
    """Read the picture of a page at 300 dots an inch; raises ``OcrUnavailable`` or ``OcrFailed``."""
    from PIL import Image

    image: Any = Image.open(io.BytesIO(picture)).convert("L")
    upright = png(straightened(image))
    words = words_of(upright, limits)
    if _lies(words) and (turn := turn_of(picture, limits)):
        upright = png(straightened(image.rotate(-turn, expand=True)))
        words = words_of(upright, limits)
    return Seen(tuple(lines_of(cells_reread(upright, words, limits))), upright)


def _lies(words: Sequence[Word]) -> bool:
    """Whether a page seems to lie on its side or upside down: its words are hardly read, or run up the page."""
    said = [word for word in words if len(word.text) >= _TALL]
    if not said:
        return any(word.text for word in words)
    upwards = median((word.box[3] - word.box[1]) / max(1, word.box[2] - word.box[0]) for word in said)
    return upwards > 1 or mean(word.confidence for word in said) < _UNSURE
