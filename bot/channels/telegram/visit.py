"""One person's message being answered: what is known when it comes, and what is decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.access import Member
from bot.channels.telegram.events import Event
from bot.channels.telegram.html import plain
from bot.channels.telegram.outgoing import Keyboard, Outgoing
from bot.messages import Dialogue
from bot.wiring import Brain

CHANNEL = "telegram"


@dataclass(frozen=True)
class Visit:
    """A member, what they did, and where their conversation stands."""

    event: Event
    member: Member
    dialogue: Dialogue
    brain: Brain
    now: datetime

    @property
    def day(self) -> date:
        """The town's own day."""
        return self.now.astimezone().date()

    @property
    def on(self) -> date:
        """The day as of which the conversation asks."""
        return self.dialogue.on or self.day


@dataclass(frozen=True)
class Outcome:
    """What is decided: what to send, the dialogue after it (``None``: as it was), and what to note with it.

    ``effects`` are done in the transaction that keeps all this; each is given the numbers of the parcels, in order.
    """

    outgoing: tuple[Outgoing, ...] = ()
    dialogue: Dialogue | None = None
    effects: tuple[Callable[[Sequence[int]], object], ...] = ()


def say(text: str, keyboard: Keyboard = ()) -> tuple[Outgoing, ...]:
    """A plain text to send, the buttons under its last message."""
    every = plain(text)
    return tuple(
        Outgoing("text", html, keyboard if number == len(every) else ()) for number, html in enumerate(every, 1)
    )


def toast(event: Event, text: str = "") -> tuple[Outgoing, ...]:
    """The end of a pressed button's wait, with a few words at most; nothing when no button was pressed."""
    return (Outgoing("toast", text, query=event.query),) if event.query else ()
