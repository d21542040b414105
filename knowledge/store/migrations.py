"""The store's format, version by version: each step brings a store from the one before, and none is ever edited."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable

Step = Callable[[sqlite3.Connection], None]


def _first(connection: sqlite3.Connection) -> None:
    # Imported here: a store already at the right version must open without paying for sqlite-utils.
    from sqlite_utils import Database

    database = Database(connection)
    database.table("documents").create(
        {
            "id": str,
            "path": str,
            "file": str,
            "digest": str,
            "suffix": str,
            "title": str,
            "kind": str,
            "communes": str,
            "date": str,
            "standing": str,
            "audience": str,
            "origin": str,
            "fingerprint": str,
            "problems": str,
            "ingested_at": str,
            "pages": int,
            "passages": int,
            "revision": int,
        },
        pk="id",
    )
    database.table("pages").create(
        {"document": str, "number": int, "text": str, "first_line": int, "scanned": int}, pk=("document", "number")
    )
    database.table("pieces").create(
        {
            "document": str,
            "ordinal": int,
            "title": str,
            "kind": str,
            "line": int,
            "end_line": int,
            "number": str,
            "rapporteur": str,
            "date": str,
            "standing": str,
            "vote": str,
            "parent": str,
            "names": str,
        },
        pk=("document", "ordinal"),
    )
    database.table("passages").create(
        {
            "id": str,
            "document": str,
            "ordinal": int,
            "piece": int,
            "kind": str,
            "path": str,
            "text": str,
            "clean": str,
            "context": str,
            "page": int,
            "line": int,
            "end_line": int,
            "number": str,
            "standing": str,
            "date": str,
            "figures": str,
        },
        pk="id",
    )
    database.table("passages").create_index(["document", "ordinal"], unique=True)
    database.table("documents").create_index(["path"])
    database.table("forgotten").create({"document": str, "revision": int}, pk="document")
    database.table("meta").create({"key": str, "value": str}, pk="key")
    database.table("meta").insert_all(
        [{"key": "identity", "value": secrets.token_hex(8)}, {"key": "revision", "value": "0"}]
    )


def _changes(connection: sqlite3.Connection) -> None:
    """Pieces say which acts they change and from when they apply; held ones are told when outlined again."""
    connection.execute("ALTER TABLE pieces ADD COLUMN changes TEXT")
    connection.execute("ALTER TABLE pieces ADD COLUMN effective TEXT")


def _rows(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE passages ADD COLUMN table_rows TEXT NOT NULL DEFAULT ''")


def _doubts(connection: sqlite3.Connection) -> None:
    """Doubts about the figures of scans, with their pages and their passages."""
    for table in ("pages", "passages"):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN doubts TEXT NOT NULL DEFAULT ''")


STEPS: tuple[Step, ...] = (_first, _changes, _rows, _doubts)
VERSION = len(STEPS)


def migrate(connection: sqlite3.Connection, found: int) -> None:
    """Bring a store from format ``found`` to ``VERSION``, inside the caller's transaction."""
    for step in STEPS[found:]:
        step(connection)
    connection.execute(f"PRAGMA user_version = {VERSION}")
