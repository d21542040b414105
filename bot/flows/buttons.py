"""Buttons of a flow: a token of at most 64 bytes that carries the grid, the position and the code."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2s

from bot.messages import Option

LETTER = "@courrier"
OPEN = "@ouvrir"
UNKNOWN = "?"
EVERY = "@tout"
_INSTEAD = "@"


@dataclass(frozen=True)
class Press:
    """What a token says: the grid's short key, how many answers came before, and the code taken."""

    key: str
    position: int
    code: str


def key(flow: str) -> str:
    """A grid's short key, the same on every machine."""
    return blake2s(flow.encode(), digest_size=5).hexdigest()


def option(label: str, flow: str, position: int, code: str) -> Option:
    """The button that answers ``code`` at ``position`` of ``flow``."""
    return Option(label, f"g:{key(flow)}:{position}:{code}")


def instead(label: str, flow: str, position: int, rank: int, code: str) -> Option:
    """The button that takes ``code`` for the grid's input number ``rank``, whatever was supposed or answered."""
    return option(label, flow, position, f"{_INSTEAD}{rank}:{code}")


def replaced(code: str) -> tuple[int, str] | None:
    """The input's number and the code that an ``instead`` button carries, or ``None`` for another button."""
    rank, colon, taken = code.removeprefix(_INSTEAD).partition(":")
    return (int(rank), taken) if code.startswith(_INSTEAD) and colon and rank.isdecimal() and len(rank) < 4 else None


def press(token: str) -> Press | None:
    """What a flow's token says, or ``None`` for a token of another kind."""
    parts = token.split(":", 3)
    if len(parts) != 4 or parts[0] != "g" or not parts[2].isdecimal() or len(parts[2]) > 4:
        return None
    return Press(parts[1], int(parts[2]), parts[3])
