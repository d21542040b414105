"""What Telegram knows: the bot, the people, the chats, the files, and the updates the bot has not taken yet."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.errors import bad, forbidden

Json = dict[str, Any]
Files = Mapping[str, tuple[str, str, bytes]]
BOT_ID, BOT_NAME = 7_000_001, "essai_vademecum_bot"
QUERY_LIFE = 15.0
# What Telegram sends a bot that did not ask for more.
QUIET_KINDS = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class Chat:
    """A conversation as Telegram holds it: ``messages`` by id, in the API's own shape."""

    id: int
    kind: str
    people: dict[int, Json]
    title: str = ""
    messages: dict[int, Json] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    actions: list[str] = field(default_factory=list)

    @property
    def card(self) -> Json:
        """The chat as a message names it."""
        if self.kind == "private":
            (person,) = self.people.values()
            return {"id": self.id, "type": "private", "first_name": person["first_name"]}
        return {"id": self.id, "type": self.kind, "title": self.title}


@dataclass
class Query:
    """A button's tap: where and when, and what the bot answered (``None``: nothing yet)."""

    id: str
    chat: int
    at: float
    answers: list[Json] = field(default_factory=list)


@dataclass
class Call:
    """A request the bot made: the method, its parameters as sent, when, and the error it got, if any."""

    method: str
    params: Json
    at: float
    error: str = ""


@dataclass
class Hook:
    """The webhook that is set: ``url`` is "" for polling."""

    url: str = ""
    secret: str = ""
    connections: int = 40
    last_error: str = ""


class World:
    """Everything on Telegram's side; only the server's own event loop touches it."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, tuple[Json, bytes]] = {}
        self.queries: dict[str, Query] = {}
        self.pending: list[Json] = []
        self.handed: dict[int, float] = {}
        self.calls: list[Call] = []
        self.said: dict[str, Any] = {}
        self.hook = Hook()
        self.allowed: list[str] = []
        self.ahead = 0.0
        self.holding = False
        self.listeners: list[Callable[[str, Json], None]] = []
        self.moved = asyncio.Condition()
        self._updates = self._messages = self._files = 0

    def now(self) -> float:
        """The server's time in seconds: the machine's, moved ``ahead`` by a test."""
        return time.time() + self.ahead

    # --- what people do -------------------------------------------------------------------------------------------

    def happens(self, kind: str, content: Json) -> Json:
        """A new update, queued for the bot unless it asked not to get that kind."""
        self._updates += 1
        update = {"update_id": 500_000_000 + self._updates, kind: content}
        wanted = kind in self.allowed if self.allowed else kind not in QUIET_KINDS
        if wanted:
            self.pending.append(update)
        self.changed()
        return update

    def posted(self, chat: Chat, sender: Json, content: Json) -> Json:
        """A person's message, kept in the chat and queued for the bot."""
        chat.started = True
        message = self.message(chat, sender, content)
        return self.happens("message", message)

    def message(self, chat: Chat, sender: Json, content: Json) -> Json:
        """A message with an id of its own: one counter for all private chats and groups, as for a real account."""
        self._messages += 1
        message = {"message_id": self._messages, "date": int(self.now()), "chat": chat.card, "from": sender, **content}
        chat.messages[self._messages] = message
        return message

    def kept(self, name: str, mime: str, content: bytes, size: int | None = None) -> Json:
        """A file in Telegram's cloud, as a document names it; ``size`` may claim more than there is."""
        self._files += 1
        number = f"BQACAgQAAxkBAA{self._files:08d}"
        card = {
            "file_id": number,
            "file_unique_id": f"AgAD{self._files:08d}",
            "file_name": name,
            "mime_type": mime,
            "file_size": len(content) if size is None else size,
        }
        self.files[number] = (card, content)
        return card

    # --- what the bot reaches -------------------------------------------------------------------------------------

    def chat(self, number: int) -> Chat:
        """The chat the bot may write to; raises Telegram's 400, 403 for the others."""
        chat = self.chats.get(number)
        if chat is None:
            raise bad("chat not found")
        if chat.blocked:
            raise forbidden(
                "bot was blocked by the user" if chat.kind == "private" else f"bot was kicked from the {chat.kind} chat"
            )
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    @property
    def me(self) -> Json:
        """The bot, as getMe and its messages name it."""
        return {"id": BOT_ID, "is_bot": True, "first_name": "Vademecum", "username": BOT_NAME}

    def release(self, twice: bool = False, backwards: bool = False) -> None:
        """End the holding back: each update ``twice`` if so wished, the last first if ``backwards``."""
        self.holding = False
        self.pending = [update for update in self.pending for _ in range(1 + twice)][:: -1 if backwards else 1]
        self.changed()

    def confirm(self, offset: int) -> None:
        """Forget the updates before ``offset``; a negative one keeps only the last."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def hand(self, updates: Iterable[Json]) -> list[Json]:
        """The updates as they leave for the bot, their first departure noted."""
        leaving = list(updates)
        for update in leaving:
            self.handed.setdefault(update["update_id"], time.perf_counter())
        return leaving

    def changed(self, kind: str = "", content: Json | None = None) -> None:
        """Wake all who wait; listeners are told what the bot sent or edited."""
        for listener in self.listeners if content is not None else ():
            listener(kind, content or {})
        self._waking = asyncio.ensure_future(self._wake())

    async def until(self, ready: Callable[[], Any], seconds: float) -> Any:
        """What ``ready`` gives once it is true; ``TimeoutError`` after ``seconds``."""
        async with asyncio.timeout(seconds), self.moved:
            while not (value := ready()):
                await self.moved.wait()
            return value

    async def _wake(self) -> None:
        async with self.moved:
            self.moved.notify_all()
