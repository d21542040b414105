"""What an update says, in our own few words: nothing else of it is ever kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update

Kind = Literal["text", "button", "file", "photo", "other", "joined", "left", "nothing"]
_BLOCKED = ("kicked", "left")


@dataclass(frozen=True)
class Event:
    """One thing a person did in a chat.

    ``token`` and ``query`` are a pressed button's data and its question's id, ``keyboard`` the buttons of its message
    as (label, data) rows; ``size`` is the file's in bytes; ``addressed`` is always true in a private chat.
    """

    kind: Kind
    chat: int
    account: int
    message: int = 0
    private: bool = True
    addressed: bool = True
    text: str = ""
    token: str = ""
    query: str = ""
    keyboard: tuple[tuple[tuple[str, str], ...], ...] = ()
    file: str = ""
    name: str = ""
    size: int = 0


def read(update: Update, username: str) -> Event:
    """The event that an update of the bot called ``username`` is; ``nothing`` for what concerns nobody."""
    if update.callback_query:
        return _pressed(update.callback_query)
    if update.message:
        return _said(update.message, username)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    return Event("nothing", 0, 0)


def _pressed(query: CallbackQuery) -> Event:
    message = query.message
    if message is None or not isinstance(query.data, str) or query.from_user.is_bot:
        return Event("nothing", 0, 0)
    markup = message.reply_markup if isinstance(message, Message) else None
    rows = markup.inline_keyboard if markup else ()
    return Event(
        "button",
        message.chat.id,
        query.from_user.id,
        message.message_id,
        private=message.chat.type == "private",
        token=query.data,
        query=query.id,
        keyboard=tuple(tuple((one.text, str(one.callback_data or "")) for one in row) for row in rows),
    )


def _said(message: Message, username: str) -> Event:
    chat, sender = message.chat, message.from_user
    if sender is None or sender.is_bot or message.via_bot:
        return Event("nothing", chat.id, 0, message.message_id)
    private = chat.type == "private"
    text = message.text or ""
    kind: Kind = "other"
    file, name, size = "", "", 0
    if text:
        kind = "text"
    elif message.document:
        kind, file = "file", message.document.file_id
        name, size = message.document.file_name or "", message.document.file_size or 0
    elif message.photo:
        kind = "photo"
    elif message.effective_attachment is None:
        kind = "nothing"  # a member came, a title changed, a message was pinned
    return Event(
        kind,
        chat.id,
        sender.id,
        message.message_id,
        private=private,
        addressed=private or _addressed(message, username),
        text=_without_name(text, username),
        file=file,
        name=name,
        size=size,
    )


def _membership(change: ChatMemberUpdated) -> Event:
    private = change.chat.type == "private"
    kind: Kind = "left" if change.new_chat_member.status in _BLOCKED else "joined"
    return Event(kind, change.chat.id, change.from_user.id, private=private)


def _addressed(message: Message, username: str) -> bool:
    """Whether a group's message names the bot, or answers one of its messages."""
    answered = message.reply_to_message
    if answered and answered.from_user and (answered.from_user.username or "").lower() == username.lower():
        return True
    named = message.parse_entities(["mention", "bot_command"]).values()
    return any(text.lower().endswith(f"@{username.lower()}") for text in named)


def _without_name(text: str, username: str) -> str:
    """A text without the bot's own name, which is no part of the question."""
    at = text.lower().find(f"@{username.lower()}") if username else -1
    return (text[:at] + text[at + len(username) + 1 :]).strip() if at >= 0 else text
