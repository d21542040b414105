"""The methods of the Bot API: each takes the world, the parameters and the files, and gives the result."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from tests.telegram import messages
from tests.telegram.errors import bad
from tests.telegram.telegram_html import utf16
from tests.telegram.world import QUERY_LIFE, Files, Hook, Json, World

TOAST = 200
DOWNLOAD = 20 * 2**20


def answer_callback_query(world: World, params: Json, files: Files) -> bool:
    query = world.queries.get(str(params.get("callback_query_id")))
    if query is None or world.now() - query.at > QUERY_LIFE:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if utf16(str(params.get("text", ""))) > TOAST:
        raise bad("MESSAGE_TOO_LONG")
    query.answers.append(params)
    world.changed()
    return True


def get_file(world: World, params: Json, files: Files) -> Json:
    if params.get("file_id") not in world.files:
        raise bad("wrong file_id or the file is temporarily unavailable")
    card, _ = world.files[params["file_id"]]
    if card["file_size"] > DOWNLOAD:
        raise bad("file is too big")
    return {name: card[name] for name in ("file_id", "file_unique_id", "file_size")} | {
        "file_path": f"documents/{card['file_id']}"
    }


def set_my_commands(world: World, params: Json, files: Files) -> bool:
    commands = json.loads(params.get("commands", "null"))
    if not isinstance(commands, list) or len(commands) > 100:
        raise bad("can't parse commands: expected an Array of BotCommand")
    for one in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", one.get("command", "")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(one.get("description", "")) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.said[f"commands:{params.get('scope', '')}:{params.get('language_code', '')}"] = commands
    return True


def kept(name: str) -> Callable[[World, Json, Files], bool]:
    """A method that only keeps what it was told."""

    def keep(world: World, params: Json, files: Files) -> bool:
        world.said[name] = params
        return True

    return keep


def set_webhook(world: World, params: Json, files: Files) -> bool:
    url, secret = str(params.get("url", "")), str(params.get("secret_token", ""))
    # A server of one's own takes plain HTTP on the loopback; Telegram's never does.
    if url and not re.match(r"https://|http://(127\.0\.0\.1|localhost)[:/]", url):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise bad("secret token contains unallowed characters")
    world.hook = Hook(url, secret, int(params.get("max_connections", 40)))
    _allow(world, params)
    if params.get("drop_pending_updates") == "true":
        world.pending.clear()
    world.changed()
    return True


def delete_webhook(world: World, params: Json, files: Files) -> bool:
    return set_webhook(world, {**params, "url": "", "secret_token": ""}, files)


def get_webhook_info(world: World, params: Json, files: Files) -> Json:
    info = {"url": world.hook.url, "has_custom_certificate": False, "pending_update_count": len(world.pending)}
    return info | ({"last_error_message": world.hook.last_error} if world.hook.last_error else {})


def get_me(world: World, params: Json, files: Files) -> Json:
    abilities = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")
    return world.me | dict.fromkeys(abilities, False)


def get_chat(world: World, params: Json, files: Files) -> Json:
    return messages.chat_of(world, params).card | {"accent_color_id": 0, "max_reaction_count": 11}


def _allow(world: World, params: Json) -> None:
    if "allowed_updates" in params:
        world.allowed = json.loads(params["allowed_updates"])


METHODS: dict[str, Callable[[World, Json, Files], Any]] = {
    "getme": get_me,
    "getchat": get_chat,
    "sendmessage": messages.send_message,
    "senddocument": messages.send_document,
    "sendphoto": messages.send_photo,
    "editmessagetext": messages.edit_message_text,
    "editmessagecaption": messages.edit_message_caption,
    "editmessagereplymarkup": messages.edit_message_reply_markup,
    "deletemessage": messages.delete_message,
    "answercallbackquery": answer_callback_query,
    "sendchataction": messages.send_chat_action,
    "getfile": get_file,
    "setmycommands": set_my_commands,
    "setchatmenubutton": kept("menu"),
    "setmydescription": kept("description"),
    "setmyshortdescription": kept("short description"),
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
}
