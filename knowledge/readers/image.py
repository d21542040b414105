"""Images of pages: scans and photographs, one file or several pages in a TIFF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from knowledge.documents import Reading
from knowledge.errors import Problem, UnreadableDocument
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.ocr import DPI, OcrFailed, OcrUnavailable
from knowledge.readers.pixels import MOST_PIXELS, png
from knowledge.readers.scan import see
from knowledge.readers.scan_figures import doubts_of
from knowledge.readers.sheets import Sheet, lay_out

_A4_INCHES = 8.27
_SHARP = 200


def read_image(path: Path, limits: Limits = DEFAULT) -> Reading:
    """A PNG, JPEG or TIFF, each frame a page read by OCR; raises ``OcrUnavailable`` where tesseract is absent."""
    texts: list[Sheet] = []
    problems: list[Problem] = []
    with opened(path) as frames:
        for number, frame in enumerate(frames, 1):
            where = f"page {number}"
            dots = _dots(frame)
            if dots < _SHARP:
                message = f"image peu précise ({dots} points par pouce) : des virgules ont pu se perdre ; visez {DPI}."
                problems.append(Problem(path.name, where, message))
            try:
                seen = see(png(_at_reading_size(frame, dots)), limits)
                texts.append(Sheet(number, seen.text, scanned=True, doubts=doubts_of(seen, limits)))
            except OcrUnavailable as fault:
                raise OcrUnavailable(f"{path.name} : {fault}") from fault
            except OcrFailed as fault:
                problems.append(Problem(path.name, where, str(fault)))
    pages = lay_out(texts)
    if not pages:
        told = " ".join(problem.message for problem in problems)
        raise UnreadableDocument(f"{path.name} : aucun texte n'a pu être lu dans cette image. {told}".rstrip())
    return Reading(pages, tuple(problems))


@contextmanager
def opened(path: Path) -> Iterator[Iterator[Any]]:
    """The frames of an image, upright and grey, one in memory at a time."""
    # Imported here, as in each reader of a heavy format: starting the assistant must not load every library.
    from PIL import Image, ImageOps, ImageSequence

    with Image.open(path) as image:
        if image.width * image.height > MOST_PIXELS:
            raise UnreadableDocument(
                f"{path.name} : image trop grande ({image.width} × {image.height} points). Réduisez-la à {DPI} points "
                "par pouce."
            )
        yield (ImageOps.exif_transpose(frame).convert("L") for frame in ImageSequence.Iterator(image))


def _dots(frame: Any) -> int:
    """Dots an inch as the file declares them, or as if the shorter side were that of an A4 page."""
    declared = frame.info.get("dpi", (0, 0))[0]
    return round(float(declared)) if declared and declared > 1 else round(min(frame.size) / _A4_INCHES)


def _at_reading_size(frame: Any, dots: int) -> Any:
    """A finer image brought down to 300 dots an inch; a coarser one is left: enlarging measured worse."""
    if dots <= DPI * 1.5:
        return frame
    return frame.resize((max(1, frame.width * DPI // dots), max(1, frame.height * DPI // dots)))
