from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.channels.telegram.events import Event, read
from bot.codec import decode, encode

BOB: dict[str, Any] = {"id": 7, "is_bot": False, "first_name": "Bob"}
PRIVATE: dict[str, Any] = {"id": 7, "type": "private", "first_name": "Bob"}
GROUP: dict[str, Any] = {"id": -5, "type": "supergroup", "title": "Service"}
BOT: dict[str, Any] = {"id": 99, "is_bot": True, "first_name": "V", "username": "Vade_bot"}


def event(message: dict[str, Any], chat: dict[str, Any] = PRIVATE, sender: dict[str, Any] = BOB) -> Event:
    whole = {"update_id": 1, "message": {"message_id": 3, "date": 0, "chat": chat, "from": sender, **message}}
    update = Update.de_json(whole, None)
    assert update is not None
    return read(update, "vade_bot")


def mention(text: str, kind: str, offset: int, length: int) -> dict[str, Any]:
    return {"text": text, "entities": [{"type": kind, "offset": offset, "length": length}]}


def test_a_private_message_is_addressed() -> None:
    assert event({"text": "prix"}) == Event("text", 7, 7, 3, text="prix")


# What is said in a group, and whether it is said to the bot.
GROUPED = {
    "to nobody": ({"text": "prix"}, False),
    "by name": (mention("@Vade_bot prix", "mention", 0, 9), True),
    "to another": (mention("@autre_bot prix", "mention", 0, 10), False),
    "a command with its name": (mention("/aide@vade_bot", "bot_command", 0, 14), True),
    "a bare command": (mention("/aide", "bot_command", 0, 5), False),
    "in answer to it": (
        {"text": "et 15 ans ?", "reply_to_message": {"message_id": 1, "date": 0, "chat": GROUP, "from": BOT}},
        True,
    ),
}


@pytest.mark.parametrize(("message", "addressed"), GROUPED.values(), ids=GROUPED)
def test_in_a_group_only_what_is_said_to_the_bot_is(message: dict[str, Any], addressed: bool) -> None:
    found = event(message, GROUP)
    assert found.addressed is addressed
    assert not found.private


def test_the_bot_s_name_is_no_part_of_the_question() -> None:
    assert event(mention("@Vade_bot prix", "mention", 0, 9), GROUP).text == "prix"


# What is no text, and what it is taken for.
OTHERS: dict[str, tuple[dict[str, Any], str]] = {
    "a file": ({"document": {"file_id": "f", "file_unique_id": "u", "file_name": "a.pdf", "file_size": 5}}, "file"),
    "a photo": ({"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}, "photo"),
    "a voice": ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}}, "other"),
    "a place": ({"location": {"latitude": 1.0, "longitude": 2.0}}, "other"),
    "a member who came": ({"new_chat_members": [BOB]}, "nothing"),
    "a title": ({"new_chat_title": "x"}, "nothing"),
}


@pytest.mark.parametrize(("message", "kind"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_text_is_told_apart(message: dict[str, Any], kind: str) -> None:
    assert event(message).kind == kind


def test_another_bot_is_nobody() -> None:
    assert event({"text": "prix"}, sender=BOT).kind == "nothing"


def test_only_what_is_needed_of_a_message_is_kept() -> None:
    kept = encode(event({"text": "prix"}, sender={**BOB, "last_name": "Durand", "username": "bobby"}))
    assert "Bob" not in kept
    assert "Durand" not in kept
    assert "bobby" not in kept


@given(st.text(max_size=50))
def test_an_event_is_the_same_after_the_inbox(text: str) -> None:
    one = Event("button", 7, 7, token=text, keyboard=(((text, text),),))
    assert decode(Event, encode(one)) == one
