"""Buttons: options as rows a thumb can hit, and data that fits in 64 bytes."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s

from bot.channels.telegram.html import SHORT
from bot.channels.telegram.outgoing import Button, Keyboard
from bot.messages import Dialogue, Option

MOST_BYTES, MOST_LABEL, NARROW = 64, 60, 14
DONE = "✓ "
LONG_TOKEN = "~"
# What a button of ours says before its own words; a flow's tokens begin with "g:" and a case's with "+".
FLOW, THEME, TOWN, EXAMPLE, VOTE, PAGE, DEPOSIT, TODAY = "m:", "t:", "k:", "x:", "v:", "p:", "d:", "j:"


def of_options(options: tuple[Option, ...]) -> Keyboard:
    """The options as buttons: two short ones a row, or one; numbered when the message writes them out."""
    long = any(len(option.label) > SHORT for option in options)
    buttons = [
        Button(shortened(f"{number}. {option.label}" if long else option.label), data_of(option.token))
        for number, option in enumerate(options, 1)
    ]
    wide = 1 if long or any(len(option.label) > NARROW for option in options) else 2
    return rows(buttons, wide)


def rows(buttons: Iterable[Button], wide: int = 1) -> Keyboard:
    """Buttons in rows of ``wide``."""
    every = tuple(buttons)
    return tuple(every[at : at + wide] for at in range(0, len(every), wide))


def data_of(token: str) -> str:
    """The data that stands for a token: the token itself when it fits, else a mark found again among the options."""
    return token if len(token.encode()) <= MOST_BYTES else LONG_TOKEN + digest(token)


def token_of(data: str, dialogue: Dialogue) -> str:
    """The token that a button's data stands for; "" when it is no longer offered.

    A flow's token carries all it needs; any other belongs to the question last asked.
    """
    if data.startswith("g:"):
        return data
    return next((option.token for option in dialogue.options if data_of(option.token) == data), "")


def digest(text: str) -> str:
    """A short mark of a text, the same on every machine."""
    return blake2s(text.encode(), digest_size=8).hexdigest()


def marked(keyboard: tuple[tuple[tuple[str, str], ...], ...], data: str) -> Keyboard:
    """A message's buttons with the one just pressed marked, and it alone; the others can still be pressed."""
    return tuple(
        tuple(Button(shortened((DONE if to == data else "") + label.removeprefix(DONE)), to) for label, to in row)
        for row in keyboard
    )


def shortened(label: str) -> str:
    """A label cut to what a button can show."""
    return label if len(label) <= MOST_LABEL else label[: MOST_LABEL - 1].rstrip() + "…"
