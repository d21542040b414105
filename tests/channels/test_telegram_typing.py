"""« écrit… » shows while an answer takes its time, and only then."""

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest

from bot.channels.telegram import office as offices
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.events import Event
from bot.channels.telegram.office import Office
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.visit import Outcome
from bot.channels.telegram.waiting import Patience
from bot.codec import encode
from bot.register import open_register
from bot.register.inbox import Received


class Thinking:
    """A desk that answers nothing, after it saw « écrit… », or without waiting for it."""

    username = "vade_bot"

    def __init__(self, shown: asyncio.Event, slow: bool) -> None:
        self.shown, self.slow = shown, slow

    async def answer(self, event: Event, now: object) -> Outcome:
        if self.slow:
            await self.shown.wait()
        return Outcome()


class Typist:
    """A bot that only types, and a sender that has nothing to send."""

    def __init__(self) -> None:
        self.shown, self.chats = asyncio.Event(), list[int]()

    async def send_chat_action(self, chat: int, action: str) -> None:
        self.chats.append(chat)
        self.shown.set()

    async def send_all(self, chat: int) -> None:
        pass


async def serve(folder: Path, slow: bool) -> list[int]:
    with open_register(folder) as register:
        typist: Any = Typist()
        desk = cast(Desk, Thinking(typist.shown, slow))
        register.inbox.take([Received(1, 7, 1, encode(Event("text", 7, 7, text="prix")))], "t")
        office = Office(typist, register, desk, cast(Sender, typist), Patience(), folder)
        office.resume()
        await office.finish(10)
        assert register.inbox.next(7) is None
        return list(typist.chats)


def test_it_shows_when_the_answer_takes_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offices, "TYPING_AFTER", 0.01)
    assert asyncio.run(serve(tmp_path, slow=True)) == [7]


def test_it_does_not_show_when_the_answer_is_there(tmp_path: Path) -> None:
    assert asyncio.run(serve(tmp_path, slow=False)) == []
