"""Reading figures as people and OCR write them: sums, rates, and whether they can be trusted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|\d+"
_AMOUNT = re.compile(
    rf"(?<![\d,.])(?P<whole>{_NUMBER})(?:[.,](?P<cents>\d{{1,4}})|\s?[.,]\s?(?P<apart>\d{{2}}(?=\s?(?:€|¢)))|(?P<lost>\s\d{{2}}(?=\s?(?:€|¢))))?"
    r"(?P<tail>\s*(?P<unit>€|¢€?|EUR\b|[Ee]uros?\b|EUROS?\b|%))?"
    r"(?![\d])",
)
_MILLIONS = re.compile(r"^\s*(?:millions?|M€|k€|milliers)", re.IGNORECASE)

CENTS_LOST = "la virgule semble perdue sur la page"


@dataclass(frozen=True)
class Amount:
    """A number in a text: what is printed, its value, its unit (``€``, ``%`` or ""), its place, and any doubt."""

    printed: str
    value: Decimal
    unit: str
    start: int
    end: int
    decimals: int
    doubt: str = ""


def amounts(text: str) -> list[Amount]:
    """Every number of ``text`` in order; sums written ``1 200,50 €``, ``3 00€`` (comma lost) or ``2.10 euros``."""
    found = []
    for match in _AMOUNT.finditer(text):
        whole, cents = match["whole"], match["cents"]
        end = match.end()
        unit = _unit(match["unit"])
        if match["apart"]:  # "3 , 50 €"; without its sign, "14, 34" is two numbers of a list
            cents = match["apart"]
        if match["lost"] and unit == "€" and " " not in whole:
            cents = match["lost"].strip()
        elif match["lost"]:
            continue
        digits = re.sub(r"\D", "", whole)
        value = Decimal(f"{digits}.{cents}" if cents else digits)
        if cents and len(cents) == 3 and unit == "€" and not whole.startswith("0"):
            value = Decimal(digits + cents)
            cents = None
        if _MILLIONS.match(text[end : end + 12]):
            continue
        found.append(Amount(match.group(0).strip(), value, unit, match.start(), end, len(cents or "")))
    return found


def sums(text: str) -> list[Amount]:
    """The numbers of ``text`` that carry a euro sign or word."""
    return [a for a in amounts(text) if a.unit == "€"]


def _unit(sign: str | None) -> str:
    if not sign:
        return ""
    return "%" if sign == "%" else "€"


def french(value: Decimal, unit: str = "€") -> str:
    """A value as French readers write it: ``1 234,50 €``, ``12 €`` when there are no cents, ``0,071 %``."""
    text = f"{value:,f}".replace(",", " ")
    whole, _, cents = text.partition(".")
    if unit == "€":
        if cents.strip("0") == "":
            cents = ""
        elif len(cents) == 1:
            cents += "0"
    body = f"{whole},{cents}" if cents else whole
    return f"{body} {unit}".strip()


def suspicious(amount: Amount, fellows: Sequence[Amount]) -> Decimal | None:
    """The value ``amount`` should have if its comma was lost, judged by its other ``fellows`` of the table, else None.

    A sum without decimals among sums that have two (``2751€`` in a column of ``34,62 €``) lost its comma when
    reading it with two decimals brings it within the range of its fellows, and reading it as it stands does not; a
    round hundred did not where others are printed without cents. ``059`` lost it in any case.
    """
    lost = re.match(r"0\d\d(?!\d)", amount.printed) is not None  # no one prints 059 for 59
    if amount.decimals or (amount.value < 100 and not lost):
        return None
    fellows = [fellow for fellow in fellows if fellow is not amount]
    if len(fellows) < 2:
        return None
    with_cents = [f.value for f in fellows if f.decimals == 2]
    if len(with_cents) < 2 or len(with_cents) < 0.6 * len(fellows):
        return None
    candidate = amount.value / 100
    if lost:
        return candidate
    low, high = min(with_cents), max(with_cents)
    if amount.value % 100 == 0 and any(
        not f.decimals and f.value < 100 and f.printed[0] in "123456789" for f in fellows
    ):
        return None  # round sums are printed without cents here
    if low / 5 <= candidate <= high * 5 and amount.value > high * 5:
        return candidate
    return None
