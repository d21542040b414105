"""Figures as French people write them: read into Decimals, written back, rounded in one place."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_INVARIABLE = frozenset("mois repas cours fois pas devis colis avis bus temps corps puits bras".split())
_LINK = re.compile(r"( (?:par|de|du|le|la) .*)")
CENT = Decimal("0.01")
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_TIME = re.compile(r"([01]?\d|2[0-4])\s*(?:h|heures?|:)\s*([0-5]\d)?")


def cents(amount: Decimal) -> Decimal:
    """``amount`` rounded half up to the cent: the only rounding of money in the product."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def number(text: str) -> Decimal | None:
    """The number ``text`` is, euros sign or spaces aside (``"1 280,50 €"``), or ``None``."""
    bare = _SPACES.sub("", text).lower()
    for sign in ("euros", "euro", "€"):
        bare = bare.removesuffix(sign)
    if not _NUMBER.fullmatch(bare) or len(bare) > 20:
        return None
    try:
        return Decimal(bare.replace(",", "."))
    except InvalidOperation:  # pragma: no cover - the pattern lets none through
        return None


def minutes(text: str) -> Decimal | None:
    """The time of day ``text`` is ("19h10", "19 h", "19:10"), in minutes after midnight, or ``None``."""
    match = _TIME.fullmatch(text.strip().lower())
    return Decimal(int(match[1]) * 60 + int(match[2] or 0)) if match else None


def plain(value: Decimal) -> str:
    """``value`` with a decimal comma, grouped thousands, and no trailing zeros."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return _group(text)


def money(value: Decimal) -> str:
    """``value`` with at least two decimals, more only where the price has more (0,013)."""
    text = f"{value:f}"
    whole, _, part = text.partition(".")
    part = part.rstrip("0").ljust(2, "0")
    return _group(f"{whole}.{part}")


def clock(value: Decimal) -> str:
    """Minutes after midnight as a time of day: ``19 h 10``."""
    hours, rest = divmod(int(value), 60)
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def amount(value: Decimal, unit: str) -> str:
    """``value`` with its unit: two decimals for money, none added for anything else."""
    figure = money(value) if unit.startswith("€") else plain(value)
    return f"{figure} {singular(unit) if abs(value) < 2 else unit.replace('(s)', 's')}".strip()


def singular(unit: str) -> str:
    """A unit for one thing: ``jours`` → ``jour``, ``inscription(s)`` → ``inscription``.

    Nouns that never change (``mois``, ``repas``) and what follows "par" or "de" are left, and so is ``€``.
    """
    counted, *rest = _LINK.split(unit.replace("(s)", "s"), maxsplit=1)
    words = (word if word in _INVARIABLE else word.removesuffix("s") for word in counted.split(" "))
    return "".join((" ".join(words), *rest))


def _group(text: str) -> str:
    sign = "-" if text.startswith("-") else ""
    whole, _, part = text.lstrip("-").partition(".")
    grouped = f"{int(whole):,}".replace(",", "\u00a0")
    return f"{sign}{grouped},{part}" if part else f"{sign}{grouped}"
