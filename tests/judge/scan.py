"""An act as it comes out of a scanner: grey pictures, a little tilted, noisy, badly compressed."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from tests.judge.acts import Act
from tests.judge.paper import write_pdf

POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Scanner:
    """``tilt`` in degrees, ``noise`` the weight of the grain (0 to 1), ``quality`` JPEG's (1 to 95)."""

    dots_per_inch: int
    tilt: float
    noise: float
    quality: int


def write_scan(act: Act, path: Path, *, scanner: Scanner) -> None:
    """Write the act as a PDF of pictures, without a text layer."""
    with TemporaryDirectory() as folder:
        paper = Path(folder, "paper.pdf")
        write_pdf(act, paper, ruled=True)
        with pypdfium2.PdfDocument(paper) as document:
            pages = [_scanned(page, scanner) for page in document]
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=scanner.dots_per_inch)


def _scanned(page: pypdfium2.PdfPage, scanner: Scanner) -> Image.Image:
    picture = page.render(scale=scanner.dots_per_inch / POINTS_PER_INCH).to_pil().convert("L")
    picture = picture.rotate(scanner.tilt, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grain = Image.frombytes("L", picture.size, random.Random(scanner.tilt).randbytes(picture.width * picture.height))
    squeezed = io.BytesIO()
    Image.blend(picture, grain, scanner.noise).save(squeezed, "jpeg", quality=scanner.quality)
    return Image.open(squeezed)
