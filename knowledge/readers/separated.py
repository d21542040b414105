"""CSV as town halls export it: semicolons, commas or tabs, quoted or not."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from knowledge.documents import Reading
from knowledge.errors import UnreadableDocument
from knowledge.readers.encoding import decode
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.sheets import reading
from knowledge.readers.tables import pipe_lines

_SEPARATORS = ";\t|,"


def read_csv(path: Path, limits: Limits = DEFAULT) -> Reading:
    """A CSV file as one page of pipe lines; the separator is told from the first lines."""
    text = decode(path.read_bytes())
    if text is None:
        raise UnreadableDocument(f"{path.name} : ce fichier n'est pas un tableau CSV. Exportez-le de nouveau.")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)))
    return reading(path, ["\n".join(pipe_lines(rows))])


def separator(text: str) -> str:
    """The separator that cuts most of the first lines in one same number of cells; a comma only when no other does."""
    first = "\n".join(text.splitlines()[:20])

    def steadiness(mark: str) -> int:
        widths = [len(row) for row in csv.reader(io.StringIO(first), delimiter=mark) if len(row) > 1]
        return max(map(widths.count, widths), default=0)

    return max(_SEPARATORS, key=steadiness)
