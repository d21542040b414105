"""Buttons of a flow: a token of at most 64 bytes that carries the grid, the position and the code."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2s

from bot.messages import Option

LETTER = "@courrier"
OPEN = "@ouvrir"
UNKNOWN = "?"


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


def press(token: str) -> Press | None:
    """What a flow's token says, or ``None`` for a token of another kind."""
    parts = token.split(":", 3)
    if len(parts) != 4 or parts[0] != "g" or not parts[2].isdecimal() or len(parts[2]) > 4:
        return None
    return Press(parts[1], int(parts[2]), parts[3])
