"""The outbox: what is to be sent, and how far each sending went, so that a kill loses none and sends none twice."""

from __future__ import annotations

from dataclasses import dataclass

from bot.register.database import Database

WAITING, SENDING, SENT, DROPPED = "waiting", "sending", "sent", "dropped"


@dataclass(frozen=True)
class Parcel:
    """Something to send: ``floor`` is the last message number known in the chat when its sending began."""

    id: int
    chat: int
    outgoing: str
    state: str
    floor: int


class Outbox:
    """What is to be sent to each chat, in order."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, chat: int, outgoing: str, at: str) -> int:
        """Add one thing to send; its number."""
        return self._db.insert("INSERT INTO outbox (chat, outgoing, made) VALUES (?,?,?)", (chat, outgoing, at))

    def next(self, chat: int) -> Parcel | None:
        """The oldest thing not sent yet, ``None`` when there is none; state ``sending`` means: perhaps sent."""
        sql = (
            "SELECT id, chat, outgoing, state, floor FROM outbox "
            "WHERE chat = ? AND state IN ('waiting', 'sending') ORDER BY id LIMIT 1"
        )
        found = self._db.rows(sql, (chat,))
        return Parcel(*found[0]) if found else None

    def sending(self, parcel: int, floor: int) -> None:
        """Note, before the request leaves, that from now on it may have arrived."""
        self._db.run("UPDATE outbox SET state = 'sending', floor = ? WHERE id = ?", (floor, parcel))

    def waits(self, parcel: int) -> None:
        """Note that it surely did not arrive, and is to be sent again."""
        self._db.run("UPDATE outbox SET state = 'waiting' WHERE id = ?", (parcel,))

    def sent(self, parcel: int, message: int) -> None:
        """Erase what was sent and keep the number that Telegram gave it (0: it has none)."""
        self._db.run("UPDATE outbox SET state = 'sent', outgoing = '', message = ? WHERE id = ?", (message, parcel))

    def drop(self, chat: int) -> None:
        """Give up on all that waits for a chat that nobody reads any more."""
        sql = "UPDATE outbox SET state = 'dropped', outgoing = '' WHERE chat = ? AND state IN ('waiting', 'sending')"
        self._db.run(sql, (chat,))

    def moved(self, old: int, new: int) -> None:
        """Follow a group to its new number."""
        self._db.run("UPDATE outbox SET chat = ? WHERE chat = ? AND state IN ('waiting', 'sending')", (new, old))

    def message(self, parcel: int) -> int:
        """The message number that a parcel was given, 0 when it has none."""
        found = self._db.rows("SELECT message FROM outbox WHERE id = ?", (parcel,))
        return int(found[0][0]) if found else 0

    def known(self, chat: int, above: int) -> set[int]:
        """Every message number known in a chat, received or sent, greater than ``above``."""
        sql = (
            "SELECT message FROM inbox WHERE chat = ?1 AND message > ?2 "
            "UNION SELECT message FROM outbox WHERE chat = ?1 AND message > ?2"
        )
        return {int(row[0]) for row in self._db.rows(sql, (chat, above))}

    def latest(self, chat: int) -> int:
        """The greatest message number known in a chat, 0 when none is."""
        sql = (
            "SELECT max((SELECT coalesce(max(message), 0) FROM inbox WHERE chat = ?1), "
            "(SELECT coalesce(max(message), 0) FROM outbox WHERE chat = ?1))"
        )
        return int(self._db.rows(sql, (chat,))[0][0])

    def waiting(self) -> list[int]:
        """The chats that have something to receive."""
        sql = "SELECT DISTINCT chat FROM outbox WHERE state IN ('waiting', 'sending')"
        return [row[0] for row in self._db.rows(sql)]
