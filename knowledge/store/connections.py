"""Connections to the store's file: one a thread, made ready and migrated, their errors told in French."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from knowledge.store import faults
from knowledge.store.migrations import VERSION, migrate


class Connections:
    """The way to the SQLite file; every method raises ``StoreUnavailable`` in place of what SQLite says."""

    def __init__(self, file: Path, busy: float) -> None:
        """Makes the file's folder (mode 0700) and the file if absent, and migrates it; ``busy`` is in seconds."""
        self._file = file
        self._busy = busy
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        try:
            with self.told():
                file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                if self._version() == VERSION:
                    return
            with self.writing() as connection:
                found = self._version()
                if found > VERSION:
                    raise faults.newer(file, found, VERSION)
                migrate(connection, found)
        except BaseException:
            self.close()
            raise

    def _version(self) -> int:
        (found,) = self.mine().execute("PRAGMA user_version").fetchone()
        return int(found)

    def mine(self) -> sqlite3.Connection:
        """This thread's connection, in autocommit: a transaction is opened by name, never by accident."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # Threads share none, but the one that closes the store closes them all.
            connection = sqlite3.connect(self._file, timeout=self._busy, isolation_level=None, check_same_thread=False)
            self._all.append(connection)
            if not self._file.stat().st_size:
                self._file.chmod(0o600)
            connection.execute("PRAGMA journal_mode = WAL")
            # FULL: a document told to be in must still be in after a power cut.
            connection.execute("PRAGMA synchronous = FULL")
            self._local.connection = connection
        return connection

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what SQLite or the disk says of the file into a ``StoreUnavailable``."""
        try:
            yield
        except sqlite3.IntegrityError:
            # A fault of the document given, not of the store: the next document may well be saved.
            raise
        except (sqlite3.Error, OSError) as error:
            raise faults.unavailable(self._file, error) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it, or nothing if anything is raised inside."""
        with self.told():
            connection = self.mine()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Hold the lock ``name`` beside the file, one process at a time; the system frees it when a process dies."""
        # A SQLite file rather than flock: it is held and freed the same way on every system.
        with self.told():
            lock = sqlite3.connect(self._file.parent / name, timeout=self._busy, isolation_level=None)
        try:
            with self.told():
                lock.execute("BEGIN EXCLUSIVE")
            yield
        finally:
            lock.close()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Every row of a query."""
        with self.told():
            return self.mine().execute(sql, parameters).fetchall()

    def close(self) -> None:
        """Close every thread's connection."""
        while self._all:
            self._all.pop().close()
