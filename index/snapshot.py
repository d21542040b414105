"""One state of the Whoosh index, opened for reading: postings as arrays, kept while the state lasts."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

from whoosh.reading import TermNotFound

from index import scoring
from index.engine import Hit, Query, Term
from index.scoring import Postings

# A stem found with less weight than this helps the ranking, but the idea is not told as matched.
MATCHED = 0.5
_CACHED_POSTINGS = 3_000_000
_CACHED_SETS = 16


class Snapshot:
    """An open Whoosh reader with what was computed from it; not for two threads at once."""

    def __init__(self, reader: Any) -> None:
        """Takes the reader over: ``close`` closes it."""
        self._reader = reader
        self.total = int(reader.doc_count())
        self._leaves = [(leaf, int(base), _gone(leaf)) for leaf, base in reader.leaf_readers()]
        self._norm: array[float] | None = None
        self._stems: dict[str, Postings] = {}
        self._cached = 0
        self._allowed: dict[frozenset[str], frozenset[int]] = {}
        self._ids: dict[int, str] = {}

    def close(self) -> None:
        """Release the files."""
        self._reader.close()

    def search(self, query: Query, limit: int) -> list[Hit]:
        """The best hits, best first, equal scores in the order of the passages' ids."""
        terms = list(dict.fromkeys(query.terms))
        worth = scoring.total_of(self._idea(term) for term in terms)
        if query.documents is not None:
            allowed = self._allow(query.documents)
            worth = {one: score for one, score in worth.items() if one in allowed}
        best = scoring.best(worth, limit)
        found = [one for one, _ in best]
        told = [(term.word, set[int]().union(*(way.among(found) for way in self._told(term)))) for term in terms]
        matched = (frozenset(word for word, holders in told if one in holders) for one in found)
        hits = [Hit(self.id_of(one), score, words) for (one, score), words in zip(best, matched, strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage))

    def rarity(self, stem: str) -> float:
        """The inverse document frequency of a stem, or of several joined by a space and all wanted."""
        return scoring.idf(len(self.postings(stem).passages), self.total)

    def numbered(self, key: str, documents: frozenset[str] | None) -> list[str]:
        """Ids of the passages with this number key, in the order they were indexed."""
        found = self._holders("number", key)
        if documents is not None:
            allowed = self._allow(documents)
            found = [one for one in found if one in allowed]
        return [self.id_of(one) for one in found]

    def postings(self, stem: str) -> Postings:
        """Where a stem stands and what it is worth there; several stems joined by a space must all be there."""
        known = self._stems.get(stem)
        if known is None:
            parts = stem.split()
            known = scoring.all_of([self.postings(part) for part in parts]) if len(parts) > 1 else self._read(stem)
            self._cached += len(known.passages)
            if self._cached > _CACHED_POSTINGS:
                self._stems.clear()
                self._cached = len(known.passages)
            self._stems[stem] = known
        return known

    def id_of(self, passage: int) -> str:
        """The id of the passage that Whoosh numbers so."""
        if passage not in self._ids:
            self._ids[passage] = str(self._reader.stored_fields(passage)["id"])
        return self._ids[passage]

    def words_of(self, document: str) -> Iterator[str]:
        """For each passage of a document, its words with a space between."""
        for passage in self._holders("document", document):
            yield str(self._reader.stored_fields(passage)["words"])

    def words(self) -> Iterator[str]:
        """For each passage held, its words with a space between."""
        for passage in self._reader.all_doc_ids():
            yield str(self._reader.stored_fields(passage)["words"])

    def _idea(self, term: Term) -> Postings | dict[int, float]:
        if len(term.stems) == 1 and term.stems[0][1] == 1.0:
            return self.postings(term.stems[0][0])
        return scoring.best_of((self.postings(stem), weight) for stem, weight in term.stems)

    def _told(self, term: Term) -> list[Postings]:
        """Where the ways of saying a term stand that tell it as matched."""
        ways = (self.postings(stem) for stem, weight in term.stems if weight >= MATCHED)
        return [way for way in ways if way.passages]

    def _allow(self, documents: frozenset[str]) -> frozenset[int]:
        known = self._allowed.get(documents)
        if known is None:
            if len(self._allowed) >= _CACHED_SETS:
                self._allowed.clear()
            known = frozenset(one for document in documents for one in self._holders("document", document))
            self._allowed[documents] = known
        return known

    def _holders(self, field: str, value: str) -> list[int]:
        return [passage for passage, _ in self._blocks(field, value)]

    def _read(self, stem: str) -> Postings:
        times = dict(self._blocks("text", stem))
        for passage, count in self._blocks("path", stem):
            times[passage] = times.get(passage, 0.0) + scoring.PATH_WEIGHT * count
        return scoring.bm25(times, self._norms(), self.total)

    def _norms(self) -> array[float]:
        if self._norm is None:
            lengths: list[float] = []
            for leaf, _, _ in self._leaves:
                told = leaf.doc_field_length
                for one in range(leaf.doc_count_all()):
                    lengths.append((told(one, "text", 0) or 0) + scoring.PATH_WEIGHT * (told(one, "path", 0) or 0))
            self._norm = scoring.norms(lengths)
        return self._norm

    def _blocks(self, field: str, value: str) -> Iterator[tuple[int, float]]:
        """Passage numbers, rising, and counts; read block by block, since Whoosh's own loop is what makes it slow."""
        for leaf, base, gone in self._leaves:
            try:
                matcher = leaf.postings(field, value)
            except TermNotFound:
                continue
            # A segment with deletions wraps its postings in a filter: we filter ourselves, and read beneath it.
            if gone:
                matcher = matcher.child
            yield from ((base + one, count) for one, count in _postings(matcher) if one not in gone)


def _gone(leaf: Any) -> frozenset[int]:
    held = frozenset(leaf.all_doc_ids()) if leaf.has_deletions() else None
    return frozenset() if held is None else frozenset(range(leaf.doc_count_all())) - held


def _postings(matcher: Any) -> Iterator[tuple[int, float]]:
    if not matcher.is_active():
        return
    if not hasattr(matcher, "_read_ids"):
        # A word of few passages is kept inside the term's entry, without blocks.
        while matcher.is_active():
            yield matcher.id(), matcher.weight()
            matcher.next()
        return
    matcher.reset()
    while matcher.is_active():
        matcher._read_ids()
        matcher._read_weights()
        yield from zip(matcher._ids, matcher._weights, strict=True)
        matcher._next_block()
