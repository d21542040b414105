"""Cells of a ruled table that were badly read with the page, read again by themselves.

Tesseract cuts a page into lines first: a head that stands beside two lines of others is cut through its letters.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from statistics import mean
from typing import Any

from knowledge.errors import UnreadableDocument
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.ocr import Box, Word, words_of
from knowledge.readers.pixels import png
from knowledge.readers.scan_rules import grids_of, is_rule

_UNSURE = 60.0
_MOST = 12
_INSIDE, _MARGIN = 10, 20


def cells_reread(page: bytes, words: Sequence[Word], limits: Limits = DEFAULT) -> list[Word]:
    """The words of a page, those of its worst read cells as they are read alone where that is surer."""
    grids = grids_of([word.box for word in words if is_rule(word)])
    cells: defaultdict[tuple[int, tuple[int, int]], list[Word]] = defaultdict(list)
    for word in words:
        across, down = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        for n, grid in enumerate(grids) if word.text else ():
            if home := grid.cell(across, down):
                cells[n, home].append(word)
    unsure = [cell for cell, held in cells.items() if _sureness(held) < _UNSURE]
    kept = list(words)
    for cell in unsure[:_MOST]:
        n, place = cell
        better = _alone(page, grids[n].extent(place), limits)
        if _sureness(better) > _sureness(cells[cell]):
            # Lines of their own: no line of the page is one of these.
            mine = [replace(word, line=(f"cell {cell}", *word.line[1:])) for word in better]
            kept = [word for word in kept if word not in cells[cell]] + mine
    return kept


def _sureness(words: Sequence[Word]) -> float:
    return mean(word.confidence for word in words) if words else 0.0


def _alone(page: bytes, box: Box, limits: Limits) -> list[Word]:
    """What a cell says read by itself, inside its rules and with white around it; nothing when it cannot be read."""
    from PIL import Image, ImageOps

    left, top, right, bottom = box
    inside = (left + _INSIDE, top + _INSIDE, right - _INSIDE, bottom - _INSIDE)
    if inside[0] >= inside[2] or inside[1] >= inside[3]:
        return []
    image: Any = ImageOps.expand(Image.open(io.BytesIO(page)).crop(inside), _MARGIN, fill=255)
    try:
        found = words_of(png(image), limits, one_block=True)
    except UnreadableDocument:
        return []
    across, down = inside[0] - _MARGIN, inside[1] - _MARGIN
    return [
        replace(one, box=(one.box[0] + across, one.box[1] + down, one.box[2] + across, one.box[3] + down))
        for one in found
        if one.text
    ]
