"""The port to the documents held: what answering reads of them, whatever keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from knowledge.documents import Metadata, Page, Passage, Piece


class Holding(Protocol):
    """A document held, as the shelf tells it."""

    @property
    def id(self) -> str:
        """Its identifier."""
        ...

    @property
    def file(self) -> str:
        """The name of its file."""
        ...

    @property
    def metadata(self) -> Metadata:
        """What is known of it."""
        ...

    @property
    def restated(self) -> bool:
        """Whether it only restates the acts (a content's own documents), so that an act held proves better."""
        ...


class Shelf(Protocol):
    """Where documents and their passages are read from."""

    def documents(self) -> Sequence[Holding]:
        """Every document that may be searched and quoted."""
        ...

    def pieces(self, document_id: str) -> Sequence[Piece]:
        """The pieces of a document, in order."""
        ...

    def changing(self) -> Sequence[tuple[str, Piece]]:
        """The pieces that modify or repeal other acts, each with its document's id."""
        ...

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages of these ids, in this order."""
        ...

    def page(self, document_id: str, number: int) -> Page | None:
        """One page of a document as it was read, or None."""
        ...
