"""How long a page takes to read: ``python benchmarks/readers.py [FILE…]``; without files, samples made on the spot.

Prints milliseconds a page, medians of several runs: plain text pages, pages with a ruled table, scanned pages.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from knowledge.readers import pdfium, read  # noqa: E402 - the checkout is not always installed
from tests.readers import make  # noqa: E402

RUNS = 5
LINES = [f"Article {n} : la commune accueille les enfants inscrits, au tarif de {n},15 € la séance." for n in range(45)]
TABLE = [["Quotient familial", "1 enfant", "2 enfants", "3 enfants"]]
TABLE += [[f"{100 * n} à {100 * n + 99}", f"{n},15 €", f"{n},05 €", f"{n},00 €"] for n in range(25)]


def samples(folder: Path) -> list[Path]:
    """A file of each kind."""
    plain = make.pdf(folder / "text.pdf", *[LINES] * 20)
    ruled = make.pdf(folder / "ruled.pdf", ["Tarifs"], table=TABLE)
    with pdfium.opened(plain) as pdf:
        pictures = [pdfium.picture(pdf, number, 300, grey=True) for number in (1, 2)]
    return [plain, ruled, make.picture_pdf(folder / "scanned.pdf", pictures)]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for file in [Path(name) for name in sys.argv[1:]] or samples(Path(folder)):
            read(file)
            taken = []
            for _ in range(RUNS):
                start = time.perf_counter()
                pages = len(read(file).pages)
                taken.append((time.perf_counter() - start) * 1000 / pages)
            print(f"{file.name:40} {pages:4} pages {statistics.median(taken):9.1f} ms a page")


if __name__ == "__main__":
    main()
