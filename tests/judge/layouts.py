"""The layouts an act is judged in: how it is written to a file, and what a page number means there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.judge.acts import Act
from tests.judge.office import write_docx, write_html
from tests.judge.paper import write_leaflet, write_pdf
from tests.judge.scan import Scanner, write_scan


@dataclass(frozen=True)
class Layout:
    """``write(act, path)`` makes the file; ``paged`` says whether the act's page breaks become its pages."""

    suffix: str
    write: Callable[[Act, Path], None]
    paged: bool
    scanned: bool = False


OFFICE_SCANNER = Scanner(dots_per_inch=300, tilt=0.4, noise=0.03, quality=75)
OLD_COPIER = Scanner(dots_per_inch=150, tilt=-1.1, noise=0.08, quality=40)

LAYOUTS: dict[str, Layout] = {
    "docx": Layout(".docx", write_docx, paged=True),
    "html": Layout(".html", write_html, paged=False),
    "pdf ruled": Layout(".pdf", partial(write_pdf, ruled=True), paged=True),
    "pdf unruled": Layout(".pdf", partial(write_pdf, ruled=False), paged=True),
    "leaflet": Layout(".pdf", write_leaflet, paged=False),
    "scan 300": Layout(".pdf", partial(write_scan, scanner=OFFICE_SCANNER), paged=True, scanned=True),
    "scan 150": Layout(".pdf", partial(write_scan, scanner=OLD_COPIER), paged=True, scanned=True),
}
