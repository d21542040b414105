"""What the bot sends, edits and deletes: each method takes the world, the parameters and the files."""

from __future__ import annotations

import json

from tests.telegram.errors import ApiError, bad
from tests.telegram.keyboards import read_markup
from tests.telegram.telegram_html import HtmlError, parse_html, utf16
from tests.telegram.world import Chat, Files, Json, World

TEXT, CAPTION = 4096, 1024
UPLOAD, PHOTO = 50 * 2**20, 10 * 2**20
CHAT_ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note"
).split()


def send_message(world: World, params: Json, files: Files) -> Json:
    chat = chat_of(world, params)
    text, entities = formatted(params, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if utf16(text) > TEXT:
        raise bad("message is too long")
    return _sent(world, chat, params, {"text": text} | ({"entities": entities} if entities else {}))


def send_document(world: World, params: Json, files: Files) -> Json:
    chat = chat_of(world, params)
    return _sent(world, chat, params, {"document": _file(world, params, files, "document", UPLOAD)} | _caption(params))


def send_photo(world: World, params: Json, files: Files) -> Json:
    chat = chat_of(world, params)
    card = _file(world, params, files, "photo", PHOTO)
    _, content = world.files[card["file_id"]]
    if not content.startswith((b"\x89PNG", b"\xff\xd8", b"RIFF", b"GIF8")):
        raise bad("IMAGE_PROCESS_FAILED")
    sizes = [{name: card[name] for name in ("file_id", "file_unique_id", "file_size")} | {"width": 800, "height": 1131}]
    return _sent(world, chat, params, {"photo": sizes} | _caption(params))


def send_chat_action(world: World, params: Json, files: Files) -> bool:
    chat = chat_of(world, params)
    if params.get("action") not in CHAT_ACTIONS:
        raise bad("wrong parameter action in request")
    chat.actions.append(params["action"])
    return True


def edit_message_text(world: World, params: Json, files: Files) -> Json:
    message = _editable(world, params)
    text, entities = formatted(params, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if utf16(text) > TEXT:
        raise bad("message is too long")
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return _edited(world, message, params, {"text": text, "entities": entities})


def edit_message_caption(world: World, params: Json, files: Files) -> Json:
    message = _editable(world, params)
    if "text" in message:
        raise bad("there is no caption in the message to edit")
    caption = _caption(params)
    return _edited(world, message, params, {"caption": "", "caption_entities": [], **caption})


def edit_message_reply_markup(world: World, params: Json, files: Files) -> Json:
    return _edited(world, _editable(world, params), params, {})


def delete_message(world: World, params: Json, files: Files) -> bool:
    chat = chat_of(world, params)
    message = chat.messages.get(_number(params, "message_id"))
    if message is None:
        raise bad("message to delete not found")
    del chat.messages[message["message_id"]]
    world.changed("deleted", message)
    return True


def formatted(params: Json, name: str, entities: str) -> tuple[str, list[Json]]:
    """The text of ``params[name]`` as shown and its entities; raises Telegram's 400 for HTML it cannot read."""
    text = str(params.get(name, ""))
    if "\x00" in text:
        raise bad("strings must be encoded in UTF-8")
    mode = params.get("parse_mode", "")
    if mode.lower() == "html":
        try:
            return parse_html(text)
        except HtmlError as error:
            raise bad(f"can't parse entities: {error}") from error
    if mode:
        raise bad("unsupported parse_mode")
    return text.strip(), json.loads(params.get(entities, "[]"))


def chat_of(world: World, params: Json) -> Chat:
    """The chat that a call names; raises Telegram's refusal."""
    if not params.get("chat_id"):
        raise bad("chat_id is empty")
    chat = world.chat(_number(params, "chat_id"))
    if "message_thread_id" in params:
        raise bad("message thread not found")
    return chat


def _number(params: Json, name: str) -> int:
    try:
        return int(params[name])
    except (KeyError, ValueError):
        raise bad(f"{name.replace('_', ' ')} is not specified" if name not in params else "chat not found") from None


def _caption(params: Json) -> Json:
    caption, entities = formatted(params, "caption", "caption_entities")
    if utf16(caption) > CAPTION:
        raise bad("message caption is too long")
    return ({"caption": caption} if caption else {}) | ({"caption_entities": entities} if entities else {})


def _file(world: World, params: Json, files: Files, name: str, most: int) -> Json:
    given = str(params.get(name, ""))
    upload = files.get(given.removeprefix("attach://")) if given.startswith("attach://") else files.get(name)
    if upload is None:
        if given in world.files:
            return world.files[given][0]
        raise bad(f"there is no {name} in the request" if not given else "wrong file identifier/HTTP URL specified")
    if not upload[2]:
        raise bad("file must be non-empty")
    if len(upload[2]) > most:
        raise ApiError(413, "Request Entity Too Large")
    return world.kept(*upload)


def _sent(world: World, chat: Chat, params: Json, content: Json) -> Json:
    markup = read_markup(params.get("reply_markup"))
    reply = json.loads(params.get("reply_parameters", "null"))
    if reply:
        answered = chat.messages.get(reply.get("message_id"))
        if answered is not None:
            content = content | {"reply_to_message": answered}
        elif not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
    if markup and "inline_keyboard" in markup:
        content = content | {"reply_markup": markup}
    message = world.message(chat, world.me, content)
    world.changed("sent", message)
    return message


def _editable(world: World, params: Json) -> Json:
    chat = chat_of(world, params)
    message = chat.messages.get(_number(params, "message_id"))
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != world.me["id"]:
        raise bad("message can't be edited")
    return message


def _edited(world: World, message: Json, params: Json, content: Json) -> Json:
    markup = read_markup(params.get("reply_markup"))
    new = {key: value for key, value in {**message, **content, "reply_markup": markup}.items() if value}
    same = {key: value for key, value in message.items() if value and key != "edit_date"}
    if {key: value for key, value in new.items() if key != "edit_date"} == same:
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    message.clear()
    message.update(new, edit_date=int(world.now()))
    world.changed("edited", message)
    return message
