"""The inbox: every update, kept before Telegram is told it arrived, until it is answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.register.database import Database


@dataclass(frozen=True)
class Received:
    """An update as it waits: its number, its chat, its message's number (0: none), the event as JSON."""

    id: int
    chat: int
    message: int
    event: str
    attempts: int = 0


class Inbox:
    """Updates by number: one that comes twice is kept, and answered, once."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def take(self, updates: Iterable[Received], at: str) -> list[int]:
        """Keep the updates that are new, all in one durable transaction; the chats that have something to answer."""
        fresh = []
        with self._db.writing(durable=True):
            for one in updates:
                sql = "INSERT OR IGNORE INTO inbox (id, chat, message, event, received) VALUES (?,?,?,?,?)"
                if self._db.run(sql, (one.id, one.chat, one.message, one.event, at)) > 0:
                    fresh.append(one.chat)
        return list(dict.fromkeys(fresh))

    def next(self, chat: int) -> Received | None:
        """The oldest update of a chat that waits, its attempts counted; ``None`` when all are answered."""
        sql = "SELECT id, chat, message, event, attempts FROM inbox WHERE chat = ? AND NOT done ORDER BY id LIMIT 1"
        found = self._db.rows(sql, (chat,))
        if not found:
            return None
        self._db.run("UPDATE inbox SET attempts = attempts + 1 WHERE id = ?", (found[0][0],))
        return Received(*found[0])

    def done(self, update: int) -> None:
        """Erase what an answered update said; its number stays, so that it is not answered again."""
        self._db.run("UPDATE inbox SET done = 1, event = '' WHERE id = ?", (update,))

    def waiting(self) -> list[int]:
        """The chats that have something to answer."""
        return [row[0] for row in self._db.rows("SELECT DISTINCT chat FROM inbox WHERE NOT done")]
