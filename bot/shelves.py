"""What one sort of reader may know of: the documents of their audiences, and the grids drawn from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from bot.access import Audiences, sees
from knowledge.documents import Citation, Page, Passage, Piece
from knowledge.grids.table import DecisionTable
from knowledge.store import Held


class Holdings(Protocol):
    """Every document held, whoever asks."""

    def documents(self) -> list[Held]:
        """Every document that answers."""
        ...

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages of these ids, in this order."""
        ...

    def pieces(self, document_id: str) -> list[Piece]:
        """The pieces of a document, in order."""
        ...

    def changing(self) -> list[tuple[str, Piece]]:
        """The pieces that modify or repeal other acts, each with its document's id."""
        ...

    def page(self, document_id: str, number: int) -> Page | None:
        """A page's text, or ``None``."""
        ...

    def original(self, document_id: str) -> Path | None:
        """The kept copy of a document's file, or ``None``."""
        ...


class ReadersShelf:
    """The shelf of the readers of some audiences: what they may not read is as if it were not held."""

    def __init__(self, holdings: Holdings, audiences: Audiences, stamp: Callable[[], object]) -> None:
        """``stamp`` changes whenever the documents do: between two changes the list is kept."""
        self._holdings, self._audiences, self._stamp = holdings, audiences, stamp
        self._seen: tuple[object, list[Held], frozenset[str]] | None = None

    def documents(self) -> list[Held]:
        """Every document that these readers may search and quote."""
        return self._visible()[0]

    def may_read(self, document_id: str) -> bool:
        """Whether these readers may know of a document held."""
        return document_id in self._visible()[1]

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages of these ids that they may read, in this order."""
        ours = self._visible()[1]
        return [one for one in self._holdings.passages(ids) if one.document in ours]

    def pieces(self, document_id: str) -> list[Piece]:
        """The pieces of a document, in order; none of one they may not read."""
        return self._holdings.pieces(document_id) if self.may_read(document_id) else []

    def changing(self) -> list[tuple[str, Piece]]:
        """The pieces that they may read and that modify or repeal other acts, each with its document's id."""
        return [one for one in self._holdings.changing() if self.may_read(one[0])]

    def page(self, document_id: str, number: int) -> Page | None:
        """A page's text, or ``None``."""
        return self._holdings.page(document_id, number) if self.may_read(document_id) else None

    def original(self, document_id: str) -> Path | None:
        """The kept copy of a document's file, or ``None``."""
        return self._holdings.original(document_id) if self.may_read(document_id) else None

    def held(self, citation: Citation) -> Held | None:
        """The document that a citation quotes, when it is held and these readers may read it."""
        return next((one for one in self.documents() if citation.document == one.id), None) or next(
            (one for one in self.documents() if citation.file == one.file and _shared(citation, one)), None
        )

    def quotable(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        """The citations but for those of documents that are held and closed to these readers."""
        closed = [one for one in self._holdings.documents() if not self.may_read(one.id)]
        return tuple(one for one in citations if not any(_quotes(one, held) for held in closed))

    def open_tables(self, tables: Iterable[DecisionTable]) -> tuple[DecisionTable, ...]:
        """The grids but for those drawn, even in part, from documents closed to these readers."""
        return tuple(table for table in tables if len(self.quotable(_sources(table))) == len(_sources(table)))

    def _visible(self) -> tuple[list[Held], frozenset[str]]:
        stamp = self._stamp()
        if self._seen is None or self._seen[0] != stamp:
            held = [one for one in self._holdings.documents() if sees(self._audiences, one.metadata.audience)]
            self._seen = (stamp, held, frozenset(one.id for one in held))
        return self._seen[1], self._seen[2]


def _quotes(citation: Citation, held: Held) -> bool:
    return citation.document == held.id or (citation.file == held.file and _shared(citation, held))


def _shared(citation: Citation, held: Held) -> bool:
    """Whether a citation and a document of the same file name are of one commune, as far as can be told."""
    theirs = set(held.metadata.communes)
    return not citation.communes or not theirs or bool(theirs & set(citation.communes))


def _sources(table: DecisionTable) -> tuple[Citation, ...]:
    rows = (source for rule in table.rules for source in (rule.source, *rule.also))
    adjusted = (one.source for one in table.adjustments)
    return tuple(dict.fromkeys([*([table.source] if table.source else []), *rows, *adjusted]))
