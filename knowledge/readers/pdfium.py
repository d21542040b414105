"""The only door to PDFium: it is not safe in threads, and a page costs memory until it is closed."""

from __future__ import annotations

import itertools
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from knowledge.errors import UnreadableDocument
from knowledge.readers.pdf_layout import RIGHT, Direction, Line, direction, in_reading_order
from knowledge.readers.pixels import MOST_PIXELS, png

LOCK = threading.RLock()
_MOST_OBJECTS = 4000
# A page with more shapes is a map: looking for a table in it takes seconds and finds none.
_MOST_RULES = 3000
_INVISIBLE = 3
_HYPHENS = {2, 0xFFFE}
_LINE_ENDS = {10, 13}
_CELL_GAP = 1.5


@dataclass(frozen=True)
class Sight:
    """What a page holds: its text layer, and the signs that tell a scan or a ruled table.

    ``picture`` is the share of the page under its largest image (0 to 1), ``drawings`` a count of vector shapes,
    ``ruled`` whether lines may draw a table, ``hidden`` whether the text layer is invisible (a scan already read).
    """

    text: str
    picture: float
    drawings: int
    ruled: bool
    hidden: bool


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """The PDF at ``path``; ``UnreadableDocument`` when it is encrypted or broken."""
    # Imported here, as in each reader of a heavy format: starting the assistant must not load every library.
    import pypdfium2

    with LOCK:
        try:
            pdf = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as fault:
            if "assword" in str(fault):
                raise UnreadableDocument(
                    f"{path.name} : ce PDF est protégé par un mot de passe. Enregistrez-le sans protection."
                ) from fault
            raise UnreadableDocument(
                f"{path.name} : ce PDF est abîmé ou incomplet. Demandez-le de nouveau à qui l'a fait."
            ) from fault
    try:
        yield pdf
    finally:
        with LOCK:
            pdf.close()


@contextmanager
def _page(pdf: Any, number: int) -> Iterator[Any]:
    with LOCK:
        page = pdf[number - 1]
        try:
            yield page
        finally:
            page.close()


def look(pdf: Any, number: int) -> Sight:
    """What page ``number`` (from 1) holds."""
    from pypdfium2 import raw

    with _page(pdf, number) as page:
        width, height = page.get_size()
        text_page = page.get_textpage()
        try:
            lines = list(_lines(text_page))
        finally:
            text_page.close()
        picture, drawings, across, down, hidden = 0.0, 0, 0, 0, False
        for thing in itertools.islice(page.get_objects(), _MOST_OBJECTS):
            if thing.type == raw.FPDF_PAGEOBJ_TEXT:
                hidden = hidden or raw.FPDFTextObj_GetTextRenderMode(thing.raw) == _INVISIBLE
                continue
            if thing.type not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
                continue
            left, bottom, right, top = thing.get_bounds()
            wide, high = right - left, top - bottom
            if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
                picture = max(picture, min(1.0, wide * high / (width * height)))
                continue
            drawings += 1
            a, d = _rules(wide, high, raw.FPDFPath_CountSegments(thing.raw))
            across, down = across + a, down + d
    ruled = across >= 3 and down >= 2 and drawings <= _MOST_RULES
    return Sight("\n".join(in_reading_order(lines)), picture, drawings, ruled, hidden)


def _rules(wide: float, high: float, segments: int) -> tuple[int, int]:
    """How many lines across and down a shape may draw in a table: a thin bar one, a box or a grid its sides."""
    if high <= 3 and wide >= 20:
        return 1, 0
    if wide <= 3 and high >= 8:
        return 0, 1
    if wide >= 20 and high >= 8 and segments >= 4:
        return (segments // 2, segments // 2)
    return 0, 0


def _lines(text_page: Any) -> Iterator[Line]:
    """The runs of a text layer in the order they were written; a line is cut where a gap may part two cells."""
    from pypdfium2 import raw

    count = text_page.count_chars()
    codes = [raw.FPDFText_GetUnicode(text_page.raw, i) for i in range(count)]
    start = 0
    for end in range(count + 1):
        if end == count or codes[end] in _LINE_ENDS:
            written = [i for i in range(start, end) if codes[i] > 32]
            yield from _runs(text_page, codes, written)
            start = end + 1


def _runs(text_page: Any, codes: list[int], written: list[int]) -> Iterator[Line]:
    """One line's runs, from the places of its characters that are no space."""
    from pypdfium2 import raw

    if not written:
        return
    size = raw.FPDFText_GetFontSize(text_page.raw, written[0])
    way = direction(_origin(text_page, written[0]), _origin(text_page, written[-1])) or RIGHT
    first = written[0]
    for before, after in pairwise([*written, -1]):
        if after >= 0:
            if after == before + 1:
                continue
            gap = _edge(text_page, after, way, far=False) - _edge(text_page, before, way, far=True)
            if gap < _CELL_GAP * size:
                continue
        text = "".join("-" if c in _HYPHENS else chr(c) for c in codes[first : before + 1] if c)
        start = _origin(text_page, first)
        length = _edge(text_page, before, way, far=True) - (start[0] * way[0] + start[1] * way[1])
        # A letter alone tells no direction: it takes that of its page.
        end = start if len(written) == 1 else (start[0] + way[0] * length, start[1] + way[1] * length)
        yield Line(text, start, end, size)
        first = after


def _origin(text_page: Any, index: int) -> tuple[float, float]:
    """Where a character stands on its baseline."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text_page.raw, index, byref(x), byref(y))
    return x.value, y.value


def _edge(text_page: Any, index: int, way: Direction, *, far: bool) -> float:
    """How far along the line's direction a character ends, or starts."""
    left, bottom, right, top = text_page.get_charbox(index)
    ends = (left * way[0] + bottom * way[1], right * way[0] + top * way[1])
    return float(max(ends) if far else min(ends))


def picture(pdf: Any, number: int, dots: int, *, grey: bool) -> bytes:
    """Page ``number`` (from 1) as PNG at ``dots`` an inch, less for a plan too large to hold in memory."""
    with _page(pdf, number) as page:
        width, height = page.get_size()
        scale = min(dots / 72, math.sqrt(MOST_PIXELS / max(1.0, width * height)))
        bitmap = page.render(scale=scale, grayscale=grey)
        try:
            image = bitmap.to_pil().copy()
        finally:
            bitmap.close()
    return png(image)
