"""Cutting long texts where a reader would pause: Telegram counts UTF-16 units, and so do we."""

from __future__ import annotations

import re
from collections.abc import Iterator

LIMIT = 4000
# The best place to cut first: between paragraphs, between lines, after a sentence, after a clause, between words.
_PLACES = tuple(re.compile(place) for place in (r"\n\n+", r"\n", r"(?<=[.!?…])\s", r"(?<=[;:,])\s", r"\s"))


def units(text: str) -> int:
    """How long Telegram finds a text: UTF-16 units."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def pieces(text: str, limit: int = LIMIT) -> Iterator[str]:
    """``text`` in pieces of at most ``limit`` units, cut at the best place of each; none is blank."""
    rest = text.strip()
    while units(rest) > limit:
        at = _cut(rest, _fitting(rest, limit))
        if piece := rest[:at].rstrip():
            yield piece
        rest = rest[at:].lstrip()
    if rest:
        yield rest


def _fitting(text: str, limit: int) -> int:
    """How many characters of ``text`` fit in ``limit`` units."""
    low, high = 1, min(len(text), limit)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if units(text[:middle]) <= limit else (low, middle - 1)
    return low


def _cut(text: str, most: int) -> int:
    """Where to cut ``text`` within its first ``most`` characters; never so early that a piece is a scrap."""
    for place in _PLACES:
        found = [match.start() for match in place.finditer(text, 0, most) if match.start() > most // 3]
        if found:
            return found[-1]
    return most
