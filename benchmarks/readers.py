"""How long a page takes to read, and how much memory many take: ``python benchmarks/readers.py [FILE…]``.

Without files, samples made on the spot: pages of text, pages with a ruled table, scanned pages read by one reader and
by two. Prints milliseconds a page, medians over pages and runs, beside what they may take; then the most memory held
while 100 and 1,000 pages are ingested, which must not grow with their number.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from knowledge.ingest import ingest  # noqa: E402 - the checkout is not always installed
from knowledge.readers import pdfium, read, second  # noqa: E402
from knowledge.store import Store  # noqa: E402
from tests.readers import make  # noqa: E402

RUNS = 5
BORN_DIGITAL, SCANNED = 150, 4000
FEW, MANY, PAGES = 100, 1000, 20
LINES = [f"Article {n} : la commune accueille les enfants inscrits, au tarif de {n},15 € la séance." for n in range(45)]
TABLE = [["Quotient familial", "1 enfant", "2 enfants", "3 enfants"]]
TABLE += [[f"{100 * n} à {100 * n + 99}", f"{n},15 €", f"{n},05 €", f"{n},00 €"] for n in range(25)]


def scan(folder: Path, source: Path) -> Path:
    """The pages of a PDF as pictures, as a scanner gives them."""
    with pdfium.opened(source) as pdf:
        pictures = [pdfium.picture(pdf, number, 300, grey=True) for number in range(1, len(pdf) + 1)]
    return make.picture_pdf(folder / f"scanned-{source.name}", pictures)


def show(said: str) -> None:
    """How far it is, on the terminal alone and on one line."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{said}", end="", file=sys.stderr, flush=True)


def measure(name: str, files: list[Path], most: int = 0) -> None:
    """Print the median time a page of these files takes."""
    taken = []
    read(files[0])
    for run in range(RUNS):
        for n, file in enumerate(files, 1):
            show(f"{name}: run {run + 1} of {RUNS}, file {n} of {len(files)}")
            start = time.perf_counter()
            pages = len(read(file).pages)
            taken.append((time.perf_counter() - start) * 1000 / pages)
    show("")
    median = statistics.median(taken)
    held = f"   at most {most} : {'yes' if median <= most else 'NO'}" if most else ""
    print(f"{name:40} {median:9.1f} ms a page{held}", flush=True)


@contextmanager
def one_reader() -> Iterator[None]:
    """The second reader left out."""
    available: Callable[[], bool] = second.available
    second.available = lambda: False
    try:
        yield
    finally:
        second.available = available


def samples(folder: Path) -> None:
    """Measure a file of each kind."""
    text = make.pdf(folder / "text.pdf", *[LINES] * PAGES)
    ruled = make.pdf(folder / "ruled.pdf", ["Tarifs"], table=TABLE)
    measure("text", [text], BORN_DIGITAL)
    measure("ruled table", [ruled], BORN_DIGITAL)
    pages = [scan(folder, make.pdf(folder / "page.pdf", LINES)), scan(folder, ruled)]
    with one_reader():
        measure("scanned, one reader", pages, SCANNED)
    if second.available():
        measure("scanned, two readers", pages)
    else:
        print("scanned, two readers: the second reader is not installed (make scans)")


def memory(folder: Path) -> None:
    """Print the most memory held while few and many pages are ingested: as files of some pages, and as one file."""
    for name, pages_a_file in (("files of 20 pages", PAGES), ("one file", 0)):
        most = []
        for total in (FEW, MANY):
            each = pages_a_file or total
            source = folder / f"{name} {total}"
            source.mkdir()
            for n in range(total // each):
                # Each file says something of its own: two alike are taken in once.
                make.pdf(source / f"{n}.pdf", *[[f"Registre {n}, feuillet {page}", *LINES] for page in range(each)])
            show(f"memory, {name}: {total} pages")
            done = subprocess.run(
                [sys.executable, __file__, "--ingest", str(source)], capture_output=True, text=True, check=True
            )
            most.append(int(done.stdout))
        show("")
        few, many = most
        grown = (many - few) / (MANY - FEW)
        print(f"memory, {name:32} {FEW} pages {few} MB, {MANY} pages {many} MB: {grown:.3f} MB a page", flush=True)


def peak(folder: Path) -> None:
    """Ingest a folder and print the most memory that took, in megabytes."""
    import resource

    with tempfile.TemporaryDirectory() as data:
        store = Store.open(Path(data))
        ingest([folder], store, now=datetime(2030, 1, 1, tzinfo=UTC))
        store.close()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def main() -> None:
    given = sys.argv[1:]
    if given[:1] == ["--ingest"]:
        peak(Path(given[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        if given:
            for name in given:
                measure(name, [Path(name)])
            return
        samples(Path(folder))
        memory(Path(folder))


if __name__ == "__main__":
    main()
