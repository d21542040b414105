"""Reading and writing the store: one transaction a document, any number of readers meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from knowledge.documents import Document, Outline, Page, Passage, Piece
from knowledge.errors import StoreUnavailable
from knowledge.store import faults, originals, rows
from knowledge.store.connections import Connections
from knowledge.store.keeping import Kept
from knowledge.store.rows import Held

FILE = "vademecum.db"
ORIGINALS = "originals"
LOCK = "ingest.lock"
_IN_ONE_QUERY = 500
_CHILDREN = ("pages", "pieces", "passages")


class Store:
    """The documents of one data folder; safe to share between threads, each having its own connection."""

    def __init__(self, folder: Path, connections: Connections) -> None:
        """Used by ``Store.open``, which callers want instead."""
        self.folder = folder
        self.file = folder / FILE
        self._db = connections
        self._kept = Kept()

    @classmethod
    def open(cls, folder: Path, *, busy: float = 5.0) -> Store:
        """Open the store of a data folder, made if absent (mode 0700); ``busy`` is how many seconds to wait for a lock.

        Raises ``StoreUnavailable``, in French, when the folder or the file cannot be used.
        """
        return cls(folder, Connections(folder / FILE, busy))

    def close(self) -> None:
        """Close every thread's connection; the store cannot be used after."""
        self._db.close()

    # Writing

    def save(
        self,
        document: Document,
        outline: Outline,
        origin: str,
        *,
        ingested_at: str = "",
        original: Path | None = None,
        path: str = "",
        fingerprint: str = "",
    ) -> None:
        """Put a document in place of what was held under its id, in one transaction, with a copy of ``original``.

        ``path`` is where it was read, as its reader names places: what a later reading recognises it by. Raises
        ``StoreUnavailable``, and ``UnreadableDocument`` when ``original`` no longer has the digest's bytes.
        """
        # Imported here: asking a question never writes, and must not pay for this import.
        from sqlite_utils import Database

        suffix = original.suffix.lower() if original else ""
        if original:
            with self._db.told():
                originals.keep(self.folder / ORIGINALS, original, document.digest, suffix)
        with self._db.writing() as connection:
            self._erase(connection, document.id)
            connection.execute("DELETE FROM forgotten WHERE document = ?", (document.id,))
            database = Database(connection)
            metadata = document.metadata
            database.table("documents").insert(
                {
                    "id": document.id,
                    "path": path,
                    "file": document.file,
                    "digest": document.digest,
                    "suffix": suffix,
                    "title": metadata.title,
                    "kind": metadata.kind,
                    "communes": rows.compact(metadata.communes),
                    "date": rows.iso(metadata.date),
                    "standing": metadata.standing.value,
                    "audience": metadata.audience,
                    "origin": origin,
                    "fingerprint": fingerprint,
                    "problems": rows.problems_text((*document.problems, *outline.problems)),
                    "ingested_at": ingested_at,
                    "pages": len(document.pages),
                    "passages": len(outline.passages),
                    "revision": self._next_revision(connection),
                }
            )
            database.table("pages").insert_all(rows.page_values(document.id, page) for page in document.pages)
            database.table("pieces").insert_all(rows.piece_values(document.id, piece) for piece in outline.pieces)
            database.table("passages").insert_all(
                rows.passage_values(passage, ordinal) for ordinal, passage in enumerate(outline.passages)
            )

    def forget(self, document_id: str) -> None:
        """Remove a document, and its original if no other refers to it; an unknown id is no error."""
        gone = self.held(document_id)
        with self._db.writing() as connection:
            if self._erase(connection, document_id):
                connection.execute(
                    "INSERT OR REPLACE INTO forgotten (document, revision) VALUES (?, ?)",
                    (document_id, self._next_revision(connection)),
                )
        if gone and f"{gone.digest}{gone.suffix}" not in self._originals_wanted():
            with self._db.told():
                (self.folder / ORIGINALS / f"{gone.digest}{gone.suffix}").unlink(missing_ok=True)

    @contextmanager
    def ingesting(self) -> Iterator[None]:
        """Hold the right to ingest, one process at a time, and tidy the originals at the end.

        Raises ``StoreUnavailable`` when another process keeps it longer than the store's ``busy`` seconds.
        """
        # A lock of its own, so that questions and ``forget`` go on during hours of reading.
        with self._db.alone(LOCK):
            yield
            with self._db.told():
                originals.sweep(self.folder / ORIGINALS, self._originals_wanted())

    def _originals_wanted(self) -> set[str]:
        return {f"{digest}{suffix}" for digest, suffix in self._db.rows("SELECT digest, suffix FROM documents")}

    def _erase(self, connection: sqlite3.Connection, document_id: str) -> bool:
        for table in _CHILDREN:
            connection.execute(f"DELETE FROM {table} WHERE document = ?", (document_id,))
        return connection.execute("DELETE FROM documents WHERE id = ?", (document_id,)).rowcount > 0

    def _next_revision(self, connection: sqlite3.Connection) -> int:
        connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision'")
        (revision,) = connection.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()
        return int(revision)

    # Reading

    def documents(self) -> list[Held]:
        """Every document held, by origin then file name."""
        kept = self._still_kept()
        if kept.documents is None:
            sql = f"SELECT {rows.DOCUMENT} FROM documents ORDER BY origin, file, id"
            kept.documents = tuple(rows.held_of(row) for row in self._db.rows(sql))
        return [*kept.documents]

    def held(self, document_id: str) -> Held | None:
        """One document, or ``None``."""
        found = self._db.rows(f"SELECT {rows.DOCUMENT} FROM documents WHERE id = ?", (document_id,))
        return rows.held_of(found[0]) if found else None

    def original(self, document_id: str) -> Path | None:
        """The kept copy of the file a document was read from, or ``None``."""
        held = self.held(document_id)
        copy = self.folder / ORIGINALS / f"{held.digest}{held.suffix}" if held else None
        return copy if copy and copy.is_file() else None

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages asked, in the order asked; an id no longer held is left out."""
        kept = self._still_kept()
        known = kept.passages
        found = {one: known[one] for one in ids if one in known}
        left = [one for one in ids if one not in found]
        for start in range(0, len(left), _IN_ONE_QUERY):
            some = left[start : start + _IN_ONE_QUERY]
            marks = ",".join("?" * len(some))
            for row in self._db.rows(f"SELECT {rows.PASSAGE} FROM passages WHERE id IN ({marks})", some):
                passage = rows.passage_of(row)
                found[passage.id] = passage
        kept.keep(found[one] for one in left if one in found)
        return [found[one] for one in ids if one in found]

    def _still_kept(self) -> Kept:
        """What was read at the revision that the file is at; nothing, once anybody has written to it."""
        stamp, kept = self.stamp(), self._kept
        if kept.stamp != stamp:
            # Not emptied, which would let a thread that read before the change keep what it read for the next one.
            kept = self._kept = Kept(stamp)
        return kept

    def all_passages(self) -> Iterator[Passage]:
        """Every passage, document by document in reading order, streamed."""
        return self._stream(f"SELECT {rows.PASSAGE} FROM passages ORDER BY document, ordinal")

    def of_document(self, document_id: str) -> Iterator[Passage]:
        """A document's passages in reading order, streamed; none for an unknown id."""
        sql = f"SELECT {rows.PASSAGE} FROM passages WHERE document = ? ORDER BY ordinal"
        return self._stream(sql, (document_id,))

    def _stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Passage]:
        with self._db.told():
            for row in self._db.mine().execute(sql, parameters):
                yield rows.passage_of(row)

    def pieces(self, document_id: str) -> list[Piece]:
        """A document's pieces in order; none for an unknown id."""
        sql = f"SELECT {rows.PIECE} FROM pieces WHERE document = ? ORDER BY ordinal"
        return [rows.piece_of(row) for row in self._db.rows(sql, (document_id,))]

    def changing(self) -> list[tuple[str, Piece]]:
        """The pieces that modify or repeal other acts, each with its document's id."""
        sql = f"SELECT document, {rows.PIECE} FROM pieces WHERE changes NOT IN ('', '[]') ORDER BY document, ordinal"
        return [(row[0], rows.piece_of(row[1:])) for row in self._db.rows(sql, ())]

    def page(self, document_id: str, number: int) -> Page | None:
        """A page's verbatim text, ``number`` from 1, or ``None``."""
        sql = f"SELECT {rows.PAGE} FROM pages WHERE document = ? AND number = ?"
        found = self._db.rows(sql, (document_id, number))
        return rows.page_of(found[0]) if found else None

    # What changed, for a cache that follows the store

    def stamp(self) -> tuple[str, int]:
        """The store's identity and its revision, which every save and forget raises by one."""
        found = {str(key): str(value) for key, value in self._db.rows("SELECT key, value FROM meta")}
        try:
            return found["identity"], int(found["revision"])
        except (KeyError, ValueError) as error:
            raise StoreUnavailable(faults.DAMAGED.format(file=self.file)) from error

    def changed_since(self, revision: int) -> list[str]:
        """Ids of the documents saved or forgotten after ``revision``, oldest change first."""
        sql = (
            "SELECT id, revision FROM documents WHERE revision > ?1 "
            "UNION SELECT document, revision FROM forgotten WHERE revision > ?1 ORDER BY 2"
        )
        return [str(row[0]) for row in self._db.rows(sql, (revision,))]
