"""The brackets of incomes and quotients that a table prints ("1281 à 1900", "4 422 et plus"), and who falls in them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from knowledge.figures import amounts

LARGE = 100
_RANGE = re.compile(r"(\d[\d .,]*?)\s*(?:€|euros?)?\s*(?:a|à|au|et|&|-|–)\s*(\d[\d .,]*)")
_OVER = re.compile(
    r"(\d[\d .,]*?)\s*(?:€|euros?)?\s*(?:et|ou)\s*(?:plus|\+)|(?:plus de|à partir de|>|≥)\s*(\d[\d .,]*)"
)
# A scan reads "à" as "&", or as a 4 before a number set in thousands.
_TO = r"(?:ou égale?s? )?(?:[àa&]|4(?= \d{1,3} \d{3}))"
_FROM_UNDER = re.compile(
    rf"supérieure?s? {_TO} ?(\d[\d .,]*?) ?(?:€|euros?|habitants?)? et inférieure?s? {_TO} ?(\d[\d .,]*)"
)
_FROM = re.compile(rf"supérieure?s? {_TO} ?(\d[\d .,]*)")
_PLUS = re.compile(r"\+\s*(?:de\s*)?(\d{2,})(?!\d)")
_UNDER = re.compile(rf"(?:moins de|jusqu.à|<|≤|inférieure?s? {_TO})\s*(\d[\d .,]*)")
_AGES = re.compile(r"\d\s*ans\b")


@lru_cache(maxsize=8_192)
def in_bracket(label: str, value: Decimal) -> bool:
    """Whether ``value`` falls within the bracket that a label prints ("1281 à 1900", "4 422 et plus")."""
    low, high = _bounds(label)
    if low is not None and high is not None:
        if _AGES.search(label):
            return False  # "fosse 9" is nobody's age: ages told as such are measures
        return low <= value <= high and (high < LARGE or value >= LARGE)  # "2 enfants" is no income of 2 €
    return (low is not None and value >= low) or (high is not None and value < high)


@lru_cache(maxsize=4_096)
def _bounds(label: str) -> tuple[Decimal | None, Decimal | None]:
    """From where, and up to where, the bracket that a label prints goes; none of them when it prints no bracket."""
    if match := _FROM_UNDER.search(label) or _RANGE.search(label):
        low, high = _value(match[1]), _value(match[2])
        return (low, high) if low is not None and high is not None and high - low > 5 else (None, None)
    if match := _OVER.search(label) or _PLUS.search(label) or _FROM.search(label):
        low = _value(next(group for group in match.groups() if group))
        return (low, None) if low is not None and low > 20 else (None, None)
    if match := _UNDER.search(label):
        high = _value(match[1])
        return (None, high) if high is not None and high > 20 else (None, None)
    return None, None


def _value(text: str) -> Decimal | None:
    found = amounts(text.strip())
    return found[0].value if found else None
