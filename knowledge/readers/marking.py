"""A page as it looks, with the passage quoted from it marked as with a highlighter."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from knowledge.errors import UnreadableDocument
from knowledge.readers import ocr, pdfium
from knowledge.readers.limits import Limits
from knowledge.readers.render import render_page
from knowledge.readers.scan import Seen, see
from knowledge.readers.sniff import kind_of
from knowledge.text import fold

_INK = (255, 225, 60)
_SHORTEST, _MOST = 8, 40
_LIMITS = Limits(ocr_seconds=20.0)
_LINES_AROUND = 4
# Messaging services refuse images whose sides are together longer than 10,000.
_LONGEST_SIDE = 4000

Box = tuple[float, float, float, float]


def marked_page(path: Path, number: int, lines: Sequence[str], around: str = "") -> bytes:
    """Page ``number`` (from 1) as PNG of sides of 4,000 at most, the ``lines`` found in its text marked.

    With ``around``, one of the lines, only the part of the page where it stands. A scan is read again to find them,
    and shown upright. Lines that stand nowhere leave the page unmarked; ``UnreadableDocument`` when there is no such
    page.
    """
    shown = render_page(path, number)
    size, boxes, near = (0.0, 0.0), list[Box](), list[Box]()
    if kind_of(path) == ".pdf":
        size, boxes = _in_text(path, number, lines)
        near = _in_text(path, number, [around])[1] if around and boxes else []
    if lines and not boxes:
        try:
            seen = see(render_page(path, number, ocr.DPI), _LIMITS)
        except UnreadableDocument:
            return _fitting(shown)
        size, boxes = _in_scan(seen, lines)
        near = _in_scan(seen, [around])[1] if around else []
        shown = seen.upright if boxes else shown
    return _fitting(_cut(_painted(shown, size, boxes), size, near)) if boxes else _fitting(shown)


def _in_text(path: Path, number: int, lines: Sequence[str]) -> tuple[tuple[float, float], list[Box]]:
    """A page's size in points, and where the lines stand in its text layer."""
    with pdfium.opened(path) as pdf, pdfium.LOCK:
        page = pdf[number - 1]
        try:
            size = page.get_size()
            return size, _boxes(page, lines)
        finally:
            page.close()


def _in_scan(seen: Seen, lines: Sequence[str]) -> tuple[tuple[float, float], list[Box]]:
    """A page's size in dots, and where the lines stand in it as the OCR reads it."""
    from PIL import Image

    wide, high = Image.open(io.BytesIO(seen.upright)).size
    wanted = {_bare(line) for line in lines[:_MOST]}
    places = [line.box for line in seen.lines if len(_bare(line.text)) >= _SHORTEST and _bare(line.text) in wanted]
    return (wide, high), [(left, high - bottom, right, high - top) for left, top, right, bottom in places]


def _bare(line: str) -> str:
    """A line's letters and digits alone: spaces and marks change between two readings of a scan."""
    return "".join(char for char in fold(line) if char.isalnum())


def _boxes(page: Any, lines: Sequence[str]) -> list[Box]:
    """Where the lines stand, in points from the bottom left; one that is not found is left out."""
    text = page.get_textpage()
    try:
        return [box for line in lines[:_MOST] for box in _line(text, line)]
    finally:
        text.close()


def _line(text: Any, line: str) -> list[Box]:
    """Where one line stands: its own place, or that of the row on which most of its cells meet."""
    cells = [cell.strip() for cell in line.split("|") if cell.strip()]
    places = [_places(text, cell) for cell in cells]
    if len(cells) == 1:
        return next(iter(places[0]), []) if len(cells[0]) >= _SHORTEST else []
    boxes = [box for occurrences in places for found in occurrences for box in found[:1]]
    rows = [[next((f[0] for f in found if _level(f[0], box)), None) for found in places] for box in boxes]
    best = max(rows, key=lambda row: sum(one is not None for one in row), default=[])
    met = [one for one in best if one is not None]
    if len(met) < max(2, len(cells) // 2):
        return []
    left, bottom, right, top = zip(*met, strict=True)
    return [(min(left), min(bottom), max(right), max(top))]


def _places(text: Any, wanted: str) -> list[list[Box]]:
    """Every place where a text stands on the page, each as the boxes of its lines."""
    search, found = text.search(wanted), list[list[Box]]()
    while len(found) < _MOST and (place := search.get_next()):
        found.append([text.get_rect(rect) for rect in range(text.count_rects(*place))])
    return [boxes for boxes in found if boxes]


def _level(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one row: the middle of one is within the other's height."""
    return other[1] <= (one[1] + one[3]) / 2 <= other[3]


def _painted(png: bytes, size: tuple[float, float], boxes: Sequence[Box]) -> bytes:
    """The image with the boxes in highlighter's ink: what was white is yellow, what was black stays black."""
    from PIL import Image, ImageChops, ImageDraw

    image = Image.open(io.BytesIO(png)).convert("RGB")
    ink = Image.new("RGB", image.size, (255, 255, 255))
    draw = ImageDraw.Draw(ink)
    across, down = image.width / size[0], image.height / size[1]
    for left, bottom, right, top in boxes:
        draw.rectangle(
            (left * across - 2, (size[1] - top) * down - 1, right * across + 2, (size[1] - bottom) * down + 1),
            fill=_INK,
        )
    out = io.BytesIO()
    ImageChops.multiply(image, ink).save(out, "PNG")
    return out.getvalue()


def _cut(png: bytes, size: tuple[float, float], boxes: Sequence[Box]) -> bytes:
    """The part of the page where the first box stands, as wide as the page; all of it when there is none."""
    from PIL import Image

    if not boxes:
        return png
    image, (_, bottom, _, top) = Image.open(io.BytesIO(png)), boxes[0]
    down = image.height / size[1]
    room = max(_LINES_AROUND * (top - bottom), size[1] / 15)
    first, last = (size[1] - top - room) * down, (size[1] - bottom + room) * down
    out = io.BytesIO()
    image.crop((0, max(0, round(first)), image.width, min(image.height, round(last)))).save(out, "PNG")
    return out.getvalue()


def _fitting(png: bytes) -> bytes:
    """The image itself, or a smaller one when its sides are longer than a telephone's application takes."""
    from PIL import Image

    image = Image.open(io.BytesIO(png))
    if max(image.size) <= _LONGEST_SIDE:
        return png
    image.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
