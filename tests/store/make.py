"""Documents invented for the tests: a few lines that say what the test needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from knowledge.documents import Change, Document, Figure, Locator, Metadata, Outline, Page, Passage, Piece
from knowledge.errors import Problem
from knowledge.standings import Standing


def a_passage(
    document: str, ordinal: int, text: str, *, path: tuple[str, ...] = (), number: str = "", figures: int = 0
) -> Passage:
    """The ``ordinal``-th passage of ``document``, on a line of its own."""
    return Passage(
        id=f"{document}#{ordinal}",
        document=document,
        piece=1,
        kind="paragraph",
        path=path,
        text=text,
        clean=text,
        locator=Locator(1, ordinal, ordinal),
        number=number,
        standing=Standing.PROPOSED,
        date=date(2030, 5, 17),
        figures=tuple(
            Figure(("Adulte", "30 ans"), ("Habitant",), "1,20 €", Decimal("1.20"), "€", ordinal) for _ in range(figures)
        ),
    )


def a_document(id: str, *texts: str, path: tuple[str, ...] = ()) -> tuple[Document, Outline]:
    """A document of one page and one piece, a passage for each text."""
    page = Page(1, "\n".join(texts) or "vide", 1)
    metadata = Metadata(f"Titre de {id}", "règlement", ("Bourg-Test",), date(2030, 5, 17), Standing.ADOPTED)
    problems = (Problem(f"{id}.txt", "page 1", "une remarque"),)
    document = Document(id, f"{id}.txt", f"digest-{id}", metadata, (page,), problems)
    piece = Piece(1, "Règlement", "règlement", 1, len(texts) or 1, "12", "M. Test", date(2030, 5, 17), Standing.ADOPTED)
    piece = replace(piece, changes=(Change("repeals", "2029-4"),), effective=date(2030, 9, 1))
    passages = tuple(a_passage(id, place, text, path=path) for place, text in enumerate(texts, start=1))
    return document, Outline((piece,), passages)
