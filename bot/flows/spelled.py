"""Numbers in words, as French says them: sums of tens and units, "quatre-vingts", multiples of cent and mille."""

from __future__ import annotations

from collections.abc import Sequence

from bot.flows.lexicon import lexicon

Read = tuple[int, int]
"""A value, and the position after its last word."""

_HUNDRED, _THOUSAND, _MILLION = 100, 1000, 1_000_000


def spelled(texts: Sequence[str], at: int) -> Read | None:
    """The number whose words begin at ``at`` of folded ``texts``, and the position after it; ``None`` for none."""
    total, place, below = 0, at, _MILLION * _THOUSAND
    while part := _group(texts, place):
        value, after = part
        scale = _scale(texts, after)
        if scale >= below or (total and value >= below):
            break
        total += value * scale
        place = after + (scale > 1)
        below = scale
        if scale == 1:
            break
    return (total, place) if place > at else None


def scaled(texts: Sequence[str], at: int) -> Read | None:
    """The multiplier at ``at`` after a number in figures ("10 mille", "2 millions"), and the position after it."""
    scale = _scale(texts, at)
    return (scale, at + 1) if scale > 1 else None


def _scale(texts: Sequence[str], at: int) -> int:
    value = lexicon().numbers.get(texts[at], 1) if at < len(texts) else 1
    return value if value >= _THOUSAND else 1


def _group(texts: Sequence[str], at: int) -> Read | None:
    """A number below a thousand; "mille" alone is one thousand, told by an empty group before it."""
    if _scale(texts, at) == _THOUSAND:
        return 1, at
    unit = _below_hundred(texts, at)
    if unit is None:
        return _with_rest(texts, _HUNDRED, at + 1) if _word(texts, at) == _HUNDRED else None
    value, after = unit
    if value < 10 and _word(texts, after) == _HUNDRED:
        return _with_rest(texts, value * _HUNDRED, after + 1)
    return unit


def _with_rest(texts: Sequence[str], value: int, at: int) -> Read:
    rest = _below_hundred(texts, at)
    return (value + rest[0], rest[1]) if rest else (value, at)


def _below_hundred(texts: Sequence[str], at: int) -> Read | None:
    value = _word(texts, at)
    if value is None or value >= _HUNDRED:
        return None
    after = at + 1
    if value == 4 and _word(texts, after) == 20:
        value, after = 80, after + 1
    if value == 10:
        return _joined(texts, value, after, range(7, 10))
    if value in (60, 80):
        if _word(texts, after) == 10:
            return _joined(texts, value + 10, after + 1, range(7, 10))
        return _joined(texts, value, after, range(1, 17))
    return _joined(texts, value, after, range(1, 10)) if value >= 20 else (value, after)


def _joined(texts: Sequence[str], value: int, at: int, units: range) -> Read:
    """``value`` with the unit that follows it; "et" joins only un and onze."""
    place = at + 1 if at < len(texts) and texts[at] == "et" else at
    unit = _word(texts, place)
    if unit is None or unit not in units or (place > at and unit not in (1, 11)):
        return value, at
    return value + unit, place + 1


def _word(texts: Sequence[str], at: int) -> int | None:
    return lexicon().numbers.get(texts[at]) if 0 <= at < len(texts) else None
