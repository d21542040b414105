"""What comes in and what goes out, on any channel: plain immutable values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from knowledge.documents import Citation

Status = Literal["answer", "question", "unknown"]


@dataclass(frozen=True)
class Option:
    """A choice offered: what the person reads, and the token (at most 64 bytes) that comes back when taken."""

    label: str
    token: str


@dataclass(frozen=True)
class Answer:
    """What the assistant states, asks or admits.

    ``reason`` is "" for an answer; for "unknown": ``silent`` (the act leaves it open) or ``missing`` (no document
    held covers it); for "question": the name of the input asked for. ``text`` is what is read first. ``value`` is
    the figure stated, in ``unit``. ``understood`` says how the question was read.
    """

    status: Status
    text: str
    reason: str = ""
    value: Decimal | None = None
    unit: str = ""
    citations: tuple[Citation, ...] = ()
    options: tuple[Option, ...] = ()
    understood: str = ""


@dataclass(frozen=True)
class Incoming:
    """One thing a person did: typed ``text``, or took an option (``token``); ``day`` is today at the rim."""

    day: date
    text: str = ""
    token: str = ""


@dataclass(frozen=True)
class Dialogue:
    """The whole state of a conversation, JSON-able: who asks from where, as of when, and where a flow stands.

    ``answers`` are the (input, code) pairs given so far to the grid ``flow``; ``question`` is the last full question,
    kept so that a follow-up ("et pour 15 ans ?") has its context.
    """

    commune: str = ""
    on: date | None = None
    flow: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    question: str = ""
    options: tuple[Option, ...] = ()
    citations: tuple[Citation, ...] = field(default=())


@dataclass(frozen=True)
class Reply:
    """What a channel renders: an answer, or a plain message (help, a confirmation, an error)."""

    text: str
    answer: Answer | None = None
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Turn:
    """A reply and the dialogue as it stands after it; ``aside`` is the question answered when it is not its own."""

    reply: Reply
    dialogue: Dialogue
    aside: str = ""
