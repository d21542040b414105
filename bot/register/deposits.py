"""Documents sent by a curator, from the moment they arrive to the moment they answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.codec import decode, encode
from bot.register.database import Database
from knowledge.documents import Metadata

RECEIVED, READ, CONFIRMED = "received", "read", "confirmed"


@dataclass(frozen=True)
class Deposit:
    """A document being brought in: ``card`` is the parcel of its message, ``document`` its id once read.

    ``awaiting`` names the field whose value the curator's next message gives, "" when none is awaited.
    """

    id: str
    chat: int
    account: str
    state: str = RECEIVED
    name: str = ""
    file: str = ""
    card: int = 0
    document: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    report: str = ""
    awaiting: str = ""


class Deposits:
    """The deposits that are not finished."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, deposit: Deposit, at: str) -> None:
        """Keep a deposit as it stands; the time of the first keeping stays."""
        self._db.run(
            "INSERT INTO deposits (id, chat, account, made, state, deposit) VALUES (?,?,?,?,?,?) "
            "ON CONFLICT (id) DO UPDATE SET state = excluded.state, deposit = excluded.deposit",
            (deposit.id, deposit.chat, deposit.account, at, deposit.state, encode(deposit)),
        )

    def get(self, id: str) -> Deposit | None:
        """One deposit, or ``None``."""
        return next(iter(self._some("WHERE id = ?", (id,))), None)

    def awaiting(self, chat: int, account: str) -> Deposit | None:
        """The deposit to which this person's next message gives a value, or ``None``."""
        found = self._some("WHERE chat = ? AND account = ? AND state = ?", (chat, account, READ))
        return next((one for one in found if one.awaiting), None)

    def of(self, account: str) -> list[Deposit]:
        """A person's unfinished deposits, oldest first."""
        return self._some("WHERE account = ?", (account,))

    def received(self) -> list[Deposit]:
        """The deposits still to be read, oldest first."""
        return self._some("WHERE state = ?", (RECEIVED,))

    def older(self, than: str) -> list[Deposit]:
        """The deposits begun before an ISO time."""
        return self._some("WHERE made < ?", (than,))

    def drop(self, id: str) -> None:
        """Forget a deposit: it is finished, or given up."""
        self._db.run("DELETE FROM deposits WHERE id = ?", (id,))

    def _some(self, where: str, parameters: tuple[object, ...]) -> list[Deposit]:
        sql = f"SELECT deposit FROM deposits {where} ORDER BY made, id"
        return [decode(Deposit, row[0]) for row in self._db.rows(sql, parameters)]
