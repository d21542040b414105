"""What is to be sent, as values that can be kept and sent later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# text: a new message; photo: a page's image; edit: a message's text and buttons; mark: its buttons alone;
# toast: the end of a button's wait, with a few words or none.
Form = Literal["text", "photo", "edit", "mark", "toast"]


@dataclass(frozen=True)
class Button:
    """What a person reads, and the data of at most 64 bytes that comes back."""

    label: str
    data: str


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Outgoing:
    """One request to come: ``text`` is HTML, ``message`` the message that is edited.

    ``of`` is, when ``message`` is not known yet, the number of the parcel that will be that message. ``document``,
    ``page`` and ``line`` say which page a photo shows, and what is marked on it.
    """

    form: Form
    text: str = ""
    keyboard: Keyboard = ()
    message: int = 0
    of: int = 0
    query: str = ""
    document: str = ""
    page: int = 0
    line: int = 0
