"""Questions kept without the person: what was not answered, what was disputed, for those who keep the documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.register.database import Database

LIKED = "+"


@dataclass(frozen=True)
class Exchange:
    """A question asked, without who asked it; ``vote`` is "", "+" or one of the reasons to dispute."""

    id: str
    at: str
    question: str
    commune: str
    status: str
    reason: str
    vote: str = ""

    @property
    def wanting(self) -> bool:
        """Whether someone should look at it: it was not answered, or its answer was disputed."""
        return self.status == "unknown" or self.vote not in ("", LIKED)


class Uses:
    """The exchanges kept."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def keep(self, exchange: Exchange) -> None:
        """Keep one exchange."""
        self._db.run(
            "INSERT OR REPLACE INTO exchanges (id, at, question, commune, status, reason, vote) VALUES (?,?,?,?,?,?,?)",
            (exchange.id, exchange.at, exchange.question, exchange.commune, exchange.status, exchange.reason,
             exchange.vote),
        )  # fmt: skip

    def vote(self, exchange: str, vote: str) -> bool:
        """Note what was thought of an answer; false when the exchange is no longer kept."""
        return self._db.run("UPDATE exchanges SET vote = ? WHERE id = ?", (vote, exchange)) > 0

    def wanting(self) -> list[Exchange]:
        """The exchanges that someone should look at, oldest first."""
        sql = "SELECT id, at, question, commune, status, reason, vote FROM exchanges ORDER BY at, id"
        return [one for row in self._db.rows(sql) if (one := Exchange(*row)).wanting]

    def drop(self, exchanges: list[str]) -> None:
        """Forget exchanges once they are dealt with."""
        with self._db.writing():
            for one in exchanges:
                self._db.run("DELETE FROM exchanges WHERE id = ?", (one,))

    def purge(self, settled_before: datetime, wanting_before: datetime) -> None:
        """Forget the answered exchanges older than the first date, and all those older than the second."""
        plain = "status <> 'unknown' AND vote IN ('', '+')"
        self._db.run(f"DELETE FROM exchanges WHERE at < ? AND {plain}", (settled_before.isoformat(),))
        self._db.run("DELETE FROM exchanges WHERE at < ?", (wanting_before.isoformat(),))
