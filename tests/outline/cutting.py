"""Small documents cut up, for the tests of the outline."""

from __future__ import annotations

from decimal import Decimal

from knowledge.documents import Document, Figure, Metadata, Outline, Page, Passage
from knowledge.outline import outline


def document(*pages: str, title: str = "Acte") -> Document:
    """A document of these pages, their lines numbered as in one file; two blank lines stand between pages."""
    made, first = [], 1
    for number, text in enumerate(pages, 1):
        made.append(Page(number, text, first))
        first += text.count("\n") + 3
    return Document("acte", "acte.txt", "0" * 64, Metadata(title=title), tuple(made))


def cut(*pages: str) -> Outline:
    """The outline of a document of these pages."""
    return outline(document(*pages))


def passages(*pages: str) -> tuple[Passage, ...]:
    """The passages of a document of these pages."""
    return cut(*pages).passages


def figures(*pages: str) -> list[Figure]:
    """All the figures of a document of these pages, in order."""
    return [figure for passage in passages(*pages) for figure in passage.figures]


def cells(*pages: str) -> dict[tuple[tuple[str, ...], tuple[str, ...]], Decimal | None]:
    """The values of a document's figures by their row and column labels."""
    return {(figure.row, figure.column): figure.value for figure in figures(*pages)}


def prices(*pages: str) -> list[tuple[str, str, str]]:
    """Each figure as (innermost row label, innermost column label, value)."""
    return [(f.row[-1] if f.row else "", f.column[-1] if f.column else "", str(f.value)) for f in figures(*pages)]
