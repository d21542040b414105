"""The register: who is let in, what waits to be answered, what was asked; one SQLite file beside the documents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.register.database import Database
from bot.register.deposits import Deposits
from bot.register.inbox import Inbox
from bot.register.outbox import Outbox
from bot.register.people import People
from bot.register.talks import Talks
from bot.register.uses import Uses

FILE = "register.db"
# What the bot notes for the other commands: when Telegram last answered, and what the bot is called.
CONTACT, USERNAME = "telegram.contact", "telegram.username"


class Register:
    """Everything a public channel remembers; one thread at a time, several processes at once."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.people = People(database)
        self.inbox = Inbox(database)
        self.outbox = Outbox(database)
        self.talks = Talks(database)
        self.uses = Uses(database)
        self.deposits = Deposits(database)


@contextmanager
def open_register(data: Path) -> Iterator[Register]:
    """The register of a data folder, made if absent; ``StoreUnavailable`` when it cannot be used."""
    database = Database(data / FILE)
    try:
        yield Register(database)
    finally:
        database.close()
