"""The register's file: its tables, its transactions, and its faults told in French."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from knowledge.errors import StoreUnavailable

BUSY = 5.0
# Version by version; none is ever edited, a change is a new entry.
SCHEMA: tuple[str, ...] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE members (
        channel TEXT, account TEXT, role TEXT NOT NULL, services TEXT NOT NULL, label TEXT NOT NULL,
        commune TEXT NOT NULL DEFAULT '', joined TEXT NOT NULL, blocked TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (channel, account)) WITHOUT ROWID;
    CREATE TABLE invitations (
        id TEXT PRIMARY KEY, seal TEXT NOT NULL UNIQUE, role TEXT NOT NULL, services TEXT NOT NULL,
        label TEXT NOT NULL, created TEXT NOT NULL, expires TEXT NOT NULL,
        used TEXT NOT NULL DEFAULT '', revoked TEXT NOT NULL DEFAULT '');
    CREATE TABLE audit (id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL,
        target TEXT NOT NULL);
    CREATE TABLE inbox (
        id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, message INTEGER NOT NULL, event TEXT NOT NULL,
        received TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX inbox_waiting ON inbox (chat, id) WHERE NOT done;
    CREATE INDEX inbox_messages ON inbox (chat, message);
    CREATE INDEX inbox_numbers ON inbox (message);
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER NOT NULL, outgoing TEXT NOT NULL, made TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting', floor INTEGER NOT NULL DEFAULT 0, beyond INTEGER NOT NULL DEFAULT 0,
        message INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX outbox_waiting ON outbox (chat, id) WHERE state IN ('waiting', 'sending');
    CREATE INDEX outbox_messages ON outbox (chat, message);
    CREATE INDEX outbox_numbers ON outbox (message);
    CREATE TABLE talks (key TEXT PRIMARY KEY, dialogue TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE exchanges (
        id TEXT PRIMARY KEY, at TEXT NOT NULL, question TEXT NOT NULL, commune TEXT NOT NULL, status TEXT NOT NULL,
        reason TEXT NOT NULL, vote TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
    CREATE TABLE deposits (
        id TEXT PRIMARY KEY, chat INTEGER NOT NULL, account TEXT NOT NULL, made TEXT NOT NULL, state TEXT NOT NULL,
        deposit TEXT NOT NULL) WITHOUT ROWID;
    """,
)


class Database:
    """One connection in autocommit; every method raises ``StoreUnavailable`` in place of what SQLite says."""

    def __init__(self, file: Path) -> None:
        """Makes the folder (mode 0700), the file and its tables if absent."""
        self._file = file
        self._depth = 0
        with self._told():
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Used from one thread at a time: the one that opened it may not be the one that serves.
            self._connection = sqlite3.connect(file, timeout=BUSY, isolation_level=None, check_same_thread=False)
            file.chmod(0o600)
            self._connection.execute("PRAGMA journal_mode = WAL")
            # What is erased (a message once answered) must not stay readable in the file.
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute("PRAGMA synchronous = NORMAL")
        self._migrate()

    def _migrate(self) -> None:
        (found,) = self.rows("PRAGMA user_version")[0]
        if found > len(SCHEMA):
            raise StoreUnavailable(
                f"{self._file} vient d'une version plus récente de Vademecum ; mettez le programme à jour."
            )
        if found == len(SCHEMA):
            return
        with self.writing():
            (found,) = self.rows("PRAGMA user_version")[0]
            for script in SCHEMA[found:]:
                for statement in script.split(";"):
                    if statement.strip():
                        self.run(statement)
            self.run(f"PRAGMA user_version = {len(SCHEMA)}")

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[None]:
        """One transaction, all of it or nothing; ``durable`` makes it outlive a power cut, not only a kill."""
        if self._depth:
            yield  # part of the transaction that is open
            return
        with self._told():
            if durable:
                self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
            with self._told():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0
            if durable:
                self._connection.execute("PRAGMA synchronous = NORMAL")

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Execute one statement and return how many rows it changed."""
        with self._told():
            return self._connection.execute(sql, parameters).rowcount

    def insert(self, sql: str, parameters: Sequence[object]) -> int:
        """Execute one INSERT and return the new row's number."""
        with self._told():
            return self._connection.execute(sql, parameters).lastrowid or 0

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Every row of a query."""
        with self._told():
            return self._connection.execute(sql, parameters).fetchall()

    def kept(self, key: str) -> str:
        """The value noted under ``key``, "" when there is none."""
        found = self.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0][0]) if found else ""

    def keep(self, key: str, value: str) -> None:
        """Note a value under ``key``."""
        self.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Close the file; nothing can be asked after."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreUnavailable(
                f"Le registre {self._file} ne peut pas être lu ou écrit ({error}) ; "
                "vérifiez la place, les droits du dossier, et qu'aucune autre opération ne le retient."
            ) from error
