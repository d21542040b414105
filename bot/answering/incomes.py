"""The brackets of incomes and quotients that a table prints ("1281 à 1900", "4 422 et plus"), and who falls in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from bot.answering.matching import Idea, stem_set, strength
from knowledge.figures import amounts
from knowledge.text import fold

LARGE = 100
_EURO = r"\s*(?:€|euros?)?\s*"
_RANGE = re.compile(rf"(\d[\d .,]*?){_EURO}(?:a|au|et|&|-|–)\s*(\d[\d .,]*)")
_OVER = re.compile(
    rf"(\d[\d .,]*?){_EURO}(?:et|ou)\s*(?:plus|\+|au[- ]dela|au[- ]dessus)|"
    r"(?:plus de|a partir de|au[- ](?:dela|dessus) de|>|≥)\s*(\d[\d .,]*)"
)
# A scan reads "à" as "&", or as a 4 before a number set in thousands.
_TO = r"(?:ou egale?s? )?(?:[a&]|4(?= \d{1,3} \d{3}))"
_FROM_UNDER = re.compile(
    rf"superieure?s? {_TO} ?(\d[\d .,]*?) ?(?:€|euros?|habitants?)? et inferieure?s? {_TO} ?(\d[\d .,]*)"
)
_FROM = re.compile(rf"superieure?s? {_TO} ?(\d[\d .,]*)")
_PLUS = re.compile(r"\+\s*(?:de\s*)?(\d{2,})(?!\d)")
_UNDER = re.compile(rf"(?:moins de|<|≤|inferieure?s? {_TO})\s*(\d[\d .,]*)")
_UP_TO = re.compile(r"jusqu.a\s*(\d[\d .,]*)")
_AGES = re.compile(r"\d\s*ans\b")
# "B - 551 à 900", "Tranche 2 - 551 à 900": the code of a bracket is no part of it.
_CODE = re.compile(
    r"^\W*(?:(?:tranche|groupe|categorie|niveau|qf|t)\s*)?(?:\d{1,2}|[a-z]{1,2}\d?)\s*[-–:.)]\s*(?=\D{0,14}\d)"
)
_LETTERED = re.compile(r"(?<![\w.,'])(?=[OoIl]{0,4}\d)[\dOoIl]{3,5}(?![\w'])")
_DIGITS = str.maketrans("OoIl", "0011")


@lru_cache(maxsize=8_192)
def in_bracket(label: str, value: Decimal) -> bool:
    """Whether ``value`` falls within the bracket that a label prints ("1281 à 1900", "4 422 et plus")."""
    low, high = _bounds(label)
    if low is not None and high is not None:
        if _AGES.search(label):
            return False  # "fosse 9" is nobody's age: ages told as such are measures
        return low <= value <= high and (high < LARGE or value >= LARGE)  # "2 enfants" is no income of 2 €
    under = high is not None and value < high and (high < LARGE or value >= LARGE)  # nor are "4 soirs" one of 4 €
    return (low is not None and value >= low) or under


def of_the_case(labels: tuple[str, ...], ideas: Sequence[Idea]) -> tuple[str, ...]:
    """Of a row's brackets, those of the case asked: "Couple de 900 à 1 200 €", and not "Seul de 600 à 800 €" beside."""
    if len(labels) < 2 or not all(map(bracketed, labels)):
        return labels
    held = [stem_set(label) for label in labels]
    shared = frozenset.intersection(*held)
    told = [any(strength(idea, stems - shared) == 1.0 for idea in ideas) for stems in held]
    return tuple(label for label, said in zip(labels, told, strict=True) if said) or labels


def bracketed(label: str) -> bool:
    """Whether a label prints a bracket."""
    return _bounds(label) != (None, None)


@lru_cache(maxsize=4_096)
def _bounds(label: str) -> tuple[Decimal | None, Decimal | None]:
    """From where, and up to where, the bracket that a label prints goes; none of them when it prints no bracket.

    A scan has letters for some digits ("55I à 9OO"), and leaves accents out.
    """
    text = fold(_LETTERED.sub(lambda match: match[0].translate(_DIGITS), label))
    bare = _CODE.sub("", text)
    found = _told(bare) if bare != text else (None, None)
    return _told(text) if found == (None, None) else found


def _told(text: str) -> tuple[Decimal | None, Decimal | None]:
    if match := _FROM_UNDER.search(text) or _RANGE.search(text):
        low, high = _value(match[1]), _value(match[2])
        return (low, high) if low is not None and high is not None and high - low > 5 else (None, None)
    if match := _OVER.search(text) or _PLUS.search(text) or _FROM.search(text):
        low = _value(next(group for group in match.groups() if group))
        return (low, None) if low is not None and low > 20 else (None, None)
    if match := _UNDER.search(text) or _UP_TO.search(text):
        high = _value(match[1])
        if high is not None and _UP_TO.search(text):
            high += 1  # "jusqu'à 550" holds 550 too, and what the page has after the comma
        return (None, high) if high is not None and high > 20 else (None, None)
    return None, None


def _value(text: str) -> Decimal | None:
    found = amounts(text.strip())
    return found[0].value if found else None
