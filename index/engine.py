"""The port to a full-text engine: what the assistant asks of it, and what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.documents import Passage

SURE = 0.6  # a way to say an idea that weighs as much names the same thing


@dataclass(frozen=True)
class Term:
    """One idea of a query: the stems that express it, the asker's own first, each with its weight (1.0 = own).

    A stem may be several joined by a space, all of which must stand in the passage. An idea counts once, for its best
    stem; one found only by stems of a weight below 0.5 helps the ranking but is not told as matched.

    ``unlike`` are phrases, their stems joined by spaces, that name another thing easily taken for the idea.
    """

    word: str
    stems: tuple[tuple[str, float], ...]
    unlike: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By its word alone, which few others share: its many stems are not hashed at each look-up."""
        return hash(self.word)

    def said_in(self, held: frozenset[str], least: float = SURE) -> bool:
        """Whether stems say the idea, in a way that weighs ``least`` at least."""
        return any(weight >= least and set(phrase.split()) <= held for phrase, weight in self.stems)


@dataclass(frozen=True)
class Query:
    """Ideas to find, and the documents allowed: ``None`` means every document the engine holds."""

    terms: tuple[Term, ...]
    documents: frozenset[str] | None = None


@dataclass(frozen=True)
class Hit:
    """A passage found: its id, its score (not comparable between queries) and the query words it matched."""

    passage: str
    score: float
    matched: frozenset[str]


class SearchEngine(Protocol):
    """A full-text index over passages; a cache that can always be rebuilt from the store."""

    def search(self, query: Query, limit: int = 50) -> list[Hit]:
        """The best hits, best first; an empty query or an unknown word gives no hit, never an error."""
        ...

    def number(self, digits: str, documents: frozenset[str] | None = None) -> list[str]:
        """Ids of the passages that carry exactly this article, decision or deliberation number."""
        ...

    def rarity(self, stem: str) -> float:
        """The inverse document frequency of a stem over passages; highest for a stem nobody wrote."""
        ...

    def correct(self, word: str) -> str:
        """A folded word as the index's own vocabulary spells it, or the two words that it glues, with a space.

        Itself when it is right, a figure, or too far from any word.
        """
        ...

    def replace(self, document: str, passages: Sequence[Passage]) -> None:
        """Put a document's passages in place of its old ones (none: forget it), atomically for readers."""
        ...

    def rebuild(self, passages: Iterable[Passage]) -> None:
        """Build the whole index anew beside the old one, then swap it in."""
        ...
