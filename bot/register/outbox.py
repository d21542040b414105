"""The outbox: what is to be sent, and how far each sending went, so that a kill loses none and sends none twice."""

from __future__ import annotations

from dataclasses import dataclass

from bot.register.database import Database

WAITING, SENDING, SENT, DROPPED = "waiting", "sending", "sent", "dropped"
_BOXES = ("inbox", "outbox")
# Below, a chat is a supergroup or a channel, which numbers its messages by itself; all others are counted together.
_ALONE = -(10**12)


@dataclass(frozen=True)
class Parcel:
    """Something to send: ``floor`` is the last message number known in the chat when its sending began.

    ``beyond`` is then the last one known in any chat that counts with this one: its own number is greater.
    """

    id: int
    chat: int
    outgoing: str
    state: str
    floor: int
    beyond: int


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
            "SELECT id, chat, outgoing, state, floor, beyond FROM outbox "
            "WHERE chat = ? AND state IN ('waiting', 'sending') ORDER BY id LIMIT 1"
        )
        found = self._db.rows(sql, (chat,))
        return Parcel(*found[0]) if found else None

    def sending(self, parcel: int, chat: int) -> None:
        """Note, before the request leaves, that from now on it may have arrived, and where the numbers are."""
        sql = "UPDATE outbox SET state = 'sending', floor = ?, beyond = ? WHERE id = ?"
        self._db.run(sql, (self._latest(f"= {int(chat)}"), self._latest(_counted_with(chat)), parcel))

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
        return self._known(f"= {int(chat)}", above)

    def known_beside(self, chat: int, above: int) -> set[int]:
        """The same in every chat whose numbers are counted with this one's."""
        return self._known(_counted_with(chat), above)

    def _known(self, chats: str, above: int) -> set[int]:
        sql = " UNION ".join(f"SELECT message FROM {box} WHERE chat {chats} AND message > ?1" for box in _BOXES)
        return {int(row[0]) for row in self._db.rows(sql, (above,))}

    def _latest(self, chats: str) -> int:
        sql = " UNION ALL ".join(f"SELECT max(message) FROM {box} WHERE chat {chats}" for box in _BOXES)
        return max(int(row[0] or 0) for row in self._db.rows(sql))

    def waiting(self) -> list[int]:
        """The chats that have something to receive."""
        sql = "SELECT DISTINCT chat FROM outbox WHERE state IN ('waiting', 'sending')"
        return [row[0] for row in self._db.rows(sql)]


def _counted_with(chat: int) -> str:
    """The condition on the chats whose messages are numbered with this one's."""
    return f"= {int(chat)}" if chat < _ALONE else f"> {_ALONE}"
