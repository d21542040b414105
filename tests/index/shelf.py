"""A store for engines to follow, kept in memory."""

from __future__ import annotations

from collections.abc import Iterable

from index.analysis import is_said, stem, tokens
from index.engine import Query, Term
from knowledge.documents import Passage
from tests.store.make import a_document


class Shelf:
    """Documents by id, with a revision for each change; counts how often everything was read."""

    def __init__(self, identity: str = "étagère") -> None:
        self._identity = identity
        self._passages: dict[str, tuple[Passage, ...]] = {}
        self._changes: list[str] = []
        self.read_whole = 0

    def put(self, document: str, *texts: str, path: tuple[str, ...] = ()) -> None:
        """Hold a document, a passage for each text."""
        self.hold(document, a_document(document, *texts, path=path)[1].passages)

    def hold(self, document: str, passages: Iterable[Passage]) -> None:
        """Hold a document's passages."""
        self._passages[document] = tuple(passages)
        self._changes.append(document)

    def forget(self, document: str) -> None:
        """Hold a document no more."""
        del self._passages[document]
        self._changes.append(document)

    def stamp(self) -> tuple[str, int]:
        """Identity and revision."""
        return self._identity, len(self._changes)

    def changed_since(self, revision: int) -> list[str]:
        """Documents changed after a revision."""
        return list(dict.fromkeys(self._changes[revision:]))

    def of_document(self, document_id: str) -> Iterable[Passage]:
        """A document's passages."""
        return self._passages.get(document_id, ())

    def all_passages(self) -> Iterable[Passage]:
        """Every passage."""
        self.read_whole += 1
        return [one for _, passages in sorted(self._passages.items()) for one in passages]


def ask(text: str, *documents: str) -> Query:
    """A query for each word of ``text`` as it is, in ``documents`` only when some are given."""
    words = [word for word in tokens(text) if is_said(word)]
    terms = tuple(Term(word, ((stem(word), 1.0),)) for word in words)
    return Query(terms, frozenset(documents) if documents else None)
