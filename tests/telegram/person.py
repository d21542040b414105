"""People with the application in hand: they type, tap a button by its label, send files, and read their chat."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram.server import BotApi
from tests.telegram.world import BOT_NAME, Chat, Json, Query

# Ids larger than 32 bits, as real accounts have.
_numbers = itertools.count(5_000_000_001)
_queries = itertools.count(1)
MARKED = re.compile(r"(?P<bot_command>(?<!\S)/[a-zA-Z0-9_]{1,32}(?:@\w+)?)|(?P<mention>(?<!\w)@\w{5,32})")


@dataclass(frozen=True)
class Seen:
    """A message as a person sees it, at the moment they look."""

    id: int
    text: str
    labels: tuple[str, ...]
    raw: Json

    def entities(self, kind: str) -> list[str]:
        """The pieces of the text that are shown in a ``kind`` of their own (bold, expandable_blockquote…)."""
        units = self.text.encode("utf-16-le")
        marked = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return [
            units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
            for one in marked
            if one["type"] == kind
        ]


class Person:
    """Someone with an account, in their private chat with the bot or in a group."""

    def __init__(self, api: BotApi, name: str, chat: Chat | None = None, language: str = "fr") -> None:
        self.api = api
        self.id = next(_numbers)
        self.card: Json = {"id": self.id, "is_bot": False, "first_name": name, "language_code": language}
        self.chat = chat or Chat(self.id, "private", {self.id: self.card})
        self.chat.people[self.id] = self.card
        api.do(lambda: api.world.chats.setdefault(self.chat.id, self.chat))
        self._read = 0

    def types(self, text: str, reply_to: int = 0) -> Json:
        """Send a text; the application marks its commands and mentions."""
        marks = [
            {
                "type": found.lastgroup,
                "offset": len(text[: found.start()].encode("utf-16-le")) // 2,
                "length": len(found[0]),
            }
            for found in MARKED.finditer(text)
        ]
        content: Json = {"text": text} | ({"entities": marks} if marks else {})
        if reply_to:
            content["reply_to_message"] = self.chat.messages[reply_to]
        return self.posts(content)

    def posts(self, content: Json) -> Json:
        """Send anything: a voice, a sticker, a place, as the API tells of it."""
        return self.api.do(lambda: self.api.world.posted(self.chat, self.card, content))

    def sends(
        self, name: str, content: bytes, mime: str = "application/pdf", caption: str = "", size: int | None = None
    ) -> Json:
        """Send a file; ``size`` may claim more bytes than are sent."""
        document = self.api.do(lambda: self.api.world.kept(name, mime, content, size))
        return self.posts({"document": document} | ({"caption": caption} if caption else {}))

    def taps(self, label: str, on: Seen | None = None) -> Query:
        """Tap the button that reads ``label``: on the newest message that has it, or on ``on`` as it was seen."""
        message = on.raw if on else self._newest(lambda one: any(label == text for text, _ in _buttons(one)))
        data = dict(_buttons(message)).get(label)
        if data is None:
            raise LookupError(f"no button « {label} », only {[text for text, _ in _buttons(message)]}")
        return self.taps_data(data, message)

    def taps_data(self, data: str, message: Json) -> Query:
        """Send a button's data: also what no button holds, as a forged client could."""
        world = self.api.world

        def tap() -> Query:
            query = Query(str(10**18 + next(_queries)), self.chat.id, world.now())
            world.queries[query.id] = query
            content = {"id": query.id, "from": self.card, "chat_instance": "1", "data": data, "message": dict(message)}
            world.happens("callback_query", content)
            return query

        return self.api.do(tap)

    def toast(self, query: Query, seconds: float = 10.0) -> str:
        """The small sentence that a tap was answered with, "" for a silent answer."""
        answers = self.api.until(lambda: list(query.answers), seconds)
        return str(answers[0].get("text", ""))

    def blocks(self) -> None:
        """Block the bot."""

        def block() -> None:
            self.chat.blocked = True
            old, new = {"status": "member"}, {"status": "kicked", "until_date": 0}
            member = {"user": self.api.world.me}
            self.api.world.happens("my_chat_member", {
                "chat": self.chat.card, "from": self.card, "date": int(self.api.world.now()),
                "old_chat_member": member | old, "new_chat_member": member | new,
            })  # fmt: skip

        self.api.do(block)

    def hears(self, seconds: float = 10.0) -> Seen:
        """The next message of the bot not heard yet, waited for; ``AssertionError`` when none comes."""
        try:
            found = self.api.until(lambda: next(iter(self._unheard()), None), seconds)
        except TimeoutError:
            raise AssertionError(f"the bot said nothing in {seconds} s; so far: {self.transcript()}") from None
        assert found is not None
        self._read = found.id
        return found

    def hears_nothing(self, seconds: float = 0.5) -> bool:
        """Whether the bot says nothing more for some seconds."""
        try:
            self.api.until(lambda: next(iter(self._unheard()), None), seconds)
        except TimeoutError:
            return True
        return False

    def sees(self, ready: Callable[[list[Seen]], Any], seconds: float = 10.0) -> list[Seen]:
        """The bot's messages in the chat once there are some and they are as ``ready`` wants, edits included."""

        def look() -> list[Seen] | None:
            seen = self._said()
            return seen if seen and ready(seen) else None

        try:
            found = self.api.until(look, seconds)
        except TimeoutError:
            raise AssertionError(f"the chat did not become so in {seconds} s: {self.transcript()}") from None
        assert found is not None
        return found

    def said(self) -> list[Seen]:
        """The bot's messages in the chat, as they stand now."""
        return self.api.do(self._said)

    def asks(self, text: str, seconds: float = 10.0) -> Seen:
        """Type, and hear the answer."""
        self.types(text)
        return self.hears(seconds)

    def chooses(self, label: str, seconds: float = 10.0) -> Seen:
        """Tap, and hear the answer."""
        self.taps(label)
        return self.hears(seconds)

    def transcript(self) -> list[str]:
        """What stands in the chat, for a failing test to show."""
        messages = list(self.chat.messages.values())
        return [
            f"{one['from']['first_name']}: {_text(one)} {[label for label, _ in _buttons(one)]}" for one in messages
        ]

    def _said(self) -> list[Seen]:
        return [_seen(one) for one in self.chat.messages.values() if one["from"]["is_bot"]]

    def _unheard(self) -> list[Seen]:
        return [one for one in self._said() if one.id > self._read]

    def _newest(self, wanted: Callable[[Json], bool]) -> Json:
        found = [one for one in reversed(self.chat.messages.values()) if wanted(one)]
        if not found:
            raise LookupError(f"no message has that button: {self.transcript()}")
        return found[0]


def group(api: BotApi, title: str, kind: str = "supergroup") -> Chat:
    """A group with the bot in it; people join by being given it as their chat."""
    chat = Chat(-(10**12) - next(_numbers), kind, {}, title, started=True)
    api.do(lambda: api.world.chats.setdefault(chat.id, chat))
    return chat


def deep_link(code: str) -> str:
    """What the application sends when ``https://t.me/<bot>?start=CODE`` is opened."""
    return f"/start {code}"


def addressed(text: str) -> str:
    """A command or a sentence that names the bot, as one does in a group."""
    return f"{text}@{BOT_NAME}" if text.startswith("/") else f"@{BOT_NAME} {text}"


def _buttons(message: Json) -> list[tuple[str, str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [(button["text"], button.get("callback_data", button.get("url", ""))) for row in rows for button in row]


def _text(message: Json) -> str:
    return str(message.get("text", message.get("caption", "")))


def _seen(message: Json) -> Seen:
    return Seen(message["message_id"], _text(message), tuple(label for label, _ in _buttons(message)), dict(message))
