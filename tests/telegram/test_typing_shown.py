"""« écrit… » reaches the chat, as the library says it to Telegram, while an answer is made."""

import asyncio
from pathlib import Path
from typing import Any, cast

from telegram import Bot

from bot.channels.telegram.desk import Desk
from bot.channels.telegram.events import Event
from bot.channels.telegram.office import Office
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.visit import Outcome
from bot.channels.telegram.waiting import Patience
from bot.codec import encode
from bot.register import open_register
from bot.register.inbox import Received
from tests.telegram.person import Person
from tests.telegram.server import BotApi
from tests.telegram.test_strict_server import talk


class Thinking:
    """A desk that thinks until the server has been told « écrit… », however fast the machine."""

    username = "vade_bot"

    def __init__(self, person: Person) -> None:
        self.person = person

    async def answer(self, event: Event, now: object) -> Outcome:
        async with asyncio.timeout(30):
            while not self.person.chat.actions:
                await asyncio.sleep(0.02)
        return Outcome()


class Silent:
    """A sender that has nothing to send."""

    async def send_all(self, chat: int) -> None:
        pass


def test_typing_shows_to_those_who_wait(api: BotApi, tmp_path: Path) -> None:
    ada = Person(api, "Ada")
    ada.types("prix")

    async def answered(bot: Bot) -> Any:
        with open_register(tmp_path) as register:
            event = Event("text", ada.chat.id, ada.id, text="prix")
            register.inbox.take([Received(1, event.chat, 1, encode(event))], "t")
            desk, sender = cast(Desk, Thinking(ada)), cast(Sender, Silent())
            office = Office(bot, register, desk, sender, Patience(), tmp_path)
            office.resume()
            await office.finish(40)

    talk(api, answered)
    assert ada.chat.actions == ["typing"]
