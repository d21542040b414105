"""What people say stays in their conversation: no log, no other table, and nothing once it is erased."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.telegram.conftest import Begin
from tests.telegram.crowd import admit
from tests.telegram.person import Person
from tests.telegram.server import TOKEN, BotApi

SAID = "mercredi récréatif le matin, neuvillois, 2 enfants, revenu 2417 euros, pour Kevin Durand"
PRIVATE = re.compile("2417|2 417|Kevin|Durand|Lovelace")


def tables(data: Path) -> dict[str, str]:
    """Every table of the register, its rows as text."""
    with closing(sqlite3.connect(data / "register.db")) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: str(database.execute(f"SELECT * FROM {name}").fetchall()) for name in names}


def test_what_a_family_earns_stays_in_its_conversation_and_is_erased_on_request(begin: Begin, api: BotApi) -> None:
    bot = begin(api)
    ada = Person(api, "Ada Lovelace")
    admit(bot.data, [ada])
    bot.start()
    ada.asks(SAID)
    ada.asks("combien coûte le péage, j'ai 2417 euros de revenu, demande de Kevin Durand ?")
    held = {name for name, rows in tables(bot.data).items() if re.search(r"(?<![\w.])2417(?![\w.])", rows)}
    assert held <= {"talks"}
    assert "2417" in ada.asks("/moi").text
    ada.asks("/effacer")
    bot.stop()
    written = bot.log() + bot.output()
    assert "event=answered" in written
    assert not PRIVATE.search(written)
    assert TOKEN.partition(":")[2] not in written
    left = b"".join(file.read_bytes() for file in sorted(bot.data.glob("register.db*")))
    assert b"2417" not in left
    assert str(ada.id).encode() in left
