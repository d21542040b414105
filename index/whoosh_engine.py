"""The search engine over Whoosh: a cache of the store that keeps up with it and mends itself."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from whoosh import index as whoosh_index

from index import analysis
from index.engine import Hit, Query
from index.folder import IndexFolder, read_stamp, write_stamp
from index.snapshot import Snapshot
from index.vocabulary import Vocabulary
from index.whoosh_writing import VERSION, read_counts, save_counts, schema, write
from knowledge.documents import Passage
from knowledge.errors import IndexUnavailable, VademecumError

_PATIENCE = 20.0
_MANY = 50
_DAMAGED = "L'index est abîmé ou illisible ({detail}) ; « vademecum reindex » le refait à partir des documents tenus."
_UNREADABLE = "index unreadable (%s): opened anew, or built again from the store"

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class Source(Protocol):
    """What the engine needs of the store it follows."""

    def stamp(self) -> tuple[str, int]:
        """The store's identity and revision."""
        ...

    def changed_since(self, revision: int) -> list[str]:
        """The documents saved or forgotten after a revision."""
        ...

    def of_document(self, document_id: str) -> Iterable[Passage]:
        """A document's passages in reading order."""
        ...

    def all_passages(self) -> Iterable[Passage]:
        """Every passage held."""
        ...


class WhooshEngine:
    """A ``SearchEngine`` over Whoosh files; safe to share between threads, and with processes that write."""

    def __init__(self, folder: Path, source: Source, known: frozenset[str]) -> None:
        """Used by ``WhooshEngine.open``, which callers want instead."""
        self._folder = IndexFolder(folder, VERSION)
        self._source = source
        self._known = known
        self._lock = threading.RLock()
        self._snapshot: Snapshot | None = None
        self._seen: tuple[str, int] = ("", -1)
        self._vocabulary: Vocabulary | None = None

    @classmethod
    def open(cls, folder: Path, source: Source, known: frozenset[str] = frozenset()) -> WhooshEngine:
        """Open the index in ``folder`` and bring it up to date with its store, building it when there is none.

        ``known`` are words never taken for typing errors (those of the synonym lists). Raises ``IndexUnavailable``.
        """
        engine = cls(folder, source, known)
        engine.follow()
        return engine

    def close(self) -> None:
        """Release the files; a later search opens them again."""
        with self._lock:
            if self._snapshot:
                self._snapshot.close()
            self._snapshot, self._vocabulary, self._seen = None, None, ("", -1)

    # Asking

    def search(self, query: Query, limit: int = 50) -> list[Hit]:
        """The best hits, best first; an empty query or an unknown word gives no hit, never an error."""
        return self._ask(lambda snapshot: snapshot.search(query, limit) if snapshot.total else [])

    def number(self, digits: str, documents: frozenset[str] | None = None) -> list[str]:
        """Ids of the passages that carry exactly this number, however it is written (``"n° 05"``, ``"5"``)."""
        key = analysis.number_key(digits)
        return self._ask(lambda snapshot: snapshot.numbered(key, documents)) if key else []

    def rarity(self, stem: str) -> float:
        """The inverse document frequency of a stem over passages; highest for a stem nobody wrote."""
        # asked for every word of a question, beside a search that looks at the disk
        return self._ask(lambda snapshot: snapshot.rarity(stem), look=False)

    def correct(self, word: str) -> str:
        """A folded word as the acts spell it, or the two words it glues; itself when right, a figure, or too far."""
        with self._lock:
            self._ask(lambda snapshot: None)
            if self._vocabulary is None:
                self._vocabulary = Vocabulary(self._counts(), self._known)
            return self._vocabulary.correct(word)

    def _ask(self, question: Callable[[Snapshot], _T], *, look: bool = True) -> _T:
        with self._lock:
            try:
                return question(self._fresh() if look or self._snapshot is None else self._snapshot)
            except VademecumError:
                raise
            except Exception as error:
                # Whoosh meets damaged or vanished files with any exception at all (struct, pickle, key, plain).
                _log.warning(_UNREADABLE, repr(error))
            self.close()
            try:
                return question(self._fresh())
            except Exception:
                self.close()
                self.rebuild(self._source.all_passages())
            try:
                return question(self._fresh())
            except Exception as error:
                raise IndexUnavailable(_DAMAGED.format(detail=error)) from error

    def _fresh(self) -> Snapshot:
        """The snapshot of what is on disk now, whoever wrote it."""
        build = self._folder.current()
        if build is None:
            raise FileNotFoundError(self._folder.folder)
        seen = (build.name, build.stat().st_mtime_ns)
        if self._snapshot is None or seen != self._seen:
            self.close()
            # A new reader, never refresh(): forks of Whoosh give deleted passages back after a refresh.
            self._snapshot = Snapshot(whoosh_index.open_dir(str(build)).reader())
            self._seen = seen
        return self._snapshot

    # Keeping up with the store

    def follow(self) -> None:
        """Bring the index up to its store: nothing to do, a few documents to replace, or all to build anew."""
        stamp = self._source.stamp()
        if self._behind(stamp) == 0:
            return
        with self._lock, self._folder.writing(_PATIENCE):
            behind = self._behind(stamp)
            if behind is None:
                self._build(stamp, self._source.all_passages())
            elif behind:
                changed = self._source.changed_since(stamp[1] - behind)
                if len(changed) > _MANY:
                    self._build(stamp, self._source.all_passages())
                    return
                self._update_or_mend({document: self._source.of_document(document) for document in changed}, stamp)

    def _behind(self, stamp: tuple[str, int]) -> int | None:
        """By how many revisions the index lags; ``None`` when it is of another store, of a later one, or of none."""
        identity, revision = read_stamp(self._folder.current())
        return stamp[1] - revision if identity == stamp[0] and revision <= stamp[1] else None

    def replace(self, document: str, passages: Sequence[Passage]) -> None:
        """Put a document's passages in place of its old ones (none: forget it), atomically for readers."""
        with self._lock, self._folder.writing(_PATIENCE):
            if self._folder.current() is None:
                self._build(("", -1), ())
            self._update_or_mend({document: passages}, None)

    def rebuild(self, passages: Iterable[Passage]) -> None:
        """Build the whole index anew beside the old one, then swap it in."""
        stamp = self._source.stamp()
        with self._lock, self._folder.writing(_PATIENCE):
            self._build(stamp, passages)

    def _build(self, stamp: tuple[str, int], passages: Iterable[Passage]) -> None:
        with self._folder.new_build() as build:
            whoosh = whoosh_index.create_in(str(build), schema())
            counts = write(whoosh, (), passages)
            save_counts(build, whoosh.latest_generation(), counts)
            write_stamp(build, stamp)
        self.close()

    def _update_or_mend(self, documents: Mapping[str, Iterable[Passage]], stamp: tuple[str, int] | None) -> None:
        try:
            self._update(documents, stamp)
        except VademecumError:
            raise
        except Exception as error:
            _log.warning(_UNREADABLE, repr(error))
            self._build(self._source.stamp(), self._source.all_passages())
            if stamp is None:
                # What was given may not be what the store holds.
                self._update(documents, None)

    def _update(self, documents: Mapping[str, Iterable[Passage]], stamp: tuple[str, int] | None) -> None:
        build = self._folder.current()
        if build is None:
            return
        counts = self._counts()
        for document in documents:
            counts.subtract(word for words in self._fresh().words_of(document) for word in words.split())
        whoosh = whoosh_index.open_dir(str(build))
        counts.update(write(whoosh, documents, (one for passages in documents.values() for one in passages)))
        save_counts(build, whoosh.latest_generation(), counts)
        if stamp:
            write_stamp(build, stamp)
        self.close()

    def _counts(self) -> Counter[str]:
        """How many passages hold each word: read from beside the index, or counted again when it lags behind."""
        build = self._folder.current()
        if build is None:
            return Counter()
        kept = read_counts(build, whoosh_index.open_dir(str(build)).latest_generation())
        if kept is not None:
            return kept
        return Counter(word for words in self._fresh().words() for word in words.split())


ENGINES: dict[str, Callable[[Path, Source, frozenset[str]], WhooshEngine]] = {"whoosh": WhooshEngine.open}
