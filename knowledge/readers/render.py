"""A page as it looks, to show the original beside a quote."""

from __future__ import annotations

import itertools
from pathlib import Path

from knowledge.errors import UnreadableDocument
from knowledge.readers import image, pdfium
from knowledge.readers.pixels import png
from knowledge.readers.sniff import kind_of

IMAGES = frozenset({".png", ".jpg", ".tif"})
_DOTS = 110


def render_page(path: Path, number: int, dots: int = _DOTS) -> bytes:
    """Page ``number`` (from 1) of a PDF or an image as PNG; ``UnreadableDocument`` when there is none."""
    try:
        kind = kind_of(path)
        if kind == ".pdf":
            with pdfium.opened(path) as pdf:
                if 1 <= number <= len(pdf):
                    return pdfium.picture(pdf, number, dots, grey=False)
        elif kind in IMAGES:
            with image.opened(path) as frames:
                frame = next(itertools.islice(frames, number - 1, None), None) if number >= 1 else None
                if frame is not None:
                    return png(frame)
        else:
            raise UnreadableDocument(f"{path.name} : ce format n'a pas d'image de ses pages. Lisez-en le texte.")
    except (OSError, RuntimeError) as fault:
        raise UnreadableDocument(f"{path.name} : la page {number} ne peut être montrée ; ouvrez l'original.") from fault
    raise UnreadableDocument(f"{path.name} : il n'y a pas de page {number} dans ce document.")
