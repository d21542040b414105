"""What Telegram accepts as the keyboard of a message, and the words with which it refuses the rest."""

from __future__ import annotations

import json
from typing import Any

from tests.telegram.errors import ApiError, bad

ACTIONS = {"url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay"}
MOST_BUTTONS, MOST_IN_A_ROW, DATA_BYTES = 100, 8, 64
OTHERS = ("keyboard", "remove_keyboard", "force_reply")


def read_markup(given: str | None) -> dict[str, Any] | None:
    """The keyboard in ``given`` (JSON), ``None`` without one; raises ``ApiError`` for what Telegram refuses."""
    if not given:
        return None
    try:
        markup = json.loads(given)
    except ValueError:
        raise bad("can't parse reply keyboard markup JSON object") from None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if not any(name in markup for name in OTHERS):
            raise bad("can't parse reply keyboard markup JSON object")
        return markup
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    for button in (button for row in rows for button in row):
        _check(button)
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad("reply markup is too long")
    return {"inline_keyboard": [row for row in rows if row]} if any(rows) else None


def _check(button: Any) -> None:
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad('can\'t parse inline keyboard button: Field "text" must be non-empty')
    actions = ACTIONS & set(button)
    if len(actions) != 1:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in actions:
        _check_data(button["callback_data"])


def _check_data(data: Any) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= DATA_BYTES:
        raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
