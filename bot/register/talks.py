"""Conversations between two messages, kept with what is to be sent, in one transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.codec import decode, encode
from bot.messages import Dialogue
from bot.register.database import Database


class Talks:
    """The dialogues, by key (``channel:chat:account``)."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def load(self, key: str, now: datetime, hours: int) -> Dialogue | None:
        """The dialogue under ``key``; ``None`` when there is none, it is older than ``hours``, or unreadable."""
        found = self._db.rows("SELECT dialogue, at FROM talks WHERE key = ?", (key,))
        if not found or found[0][1] < (now - timedelta(hours=hours)).isoformat():
            return None
        try:
            return decode(Dialogue, found[0][0])
        except ValueError:
            return None

    def save(self, key: str, dialogue: Dialogue, now: datetime) -> None:
        """Keep a dialogue in place of the one before."""
        sql = "INSERT OR REPLACE INTO talks (key, dialogue, at) VALUES (?,?,?)"
        self._db.run(sql, (key, encode(dialogue), now.isoformat()))

    def forget(self, channel: str, account: str) -> int:
        """Erase every dialogue of an account; how many there were."""
        return self._db.run("DELETE FROM talks WHERE key LIKE ?", (f"{channel}:%:{account}",))
