"""The lengths, ages and times of day that a question gives, and the brackets of them that a table prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.text import fold, in_figures

_METRES, _YEARS, _TIME = "m", "ans", "h"
_UNITS = {_METRES: r"(?:m|ml|metres?)(?![\w²³])", _YEARS: r"ans?\b"}
_SIZE = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_CLOCK = r"(\d{1,2}) ?h(?:eures?)? ?(\d\d)?(?!\d)"
# "30 ans" is an age where somebody is said to be of that age; elsewhere it may be how long a concession runs.
_SOMEBODY = (
    r"\b(?:age\w*|enfants?|ados?|adolescent\w*|bebes?|filles?|fillettes?|fils|garcons?|gamine?s?|gosses?|mome?s?|jeunes?|"
    r"eleves?|frere|soeur|petite?|personnes?|seniors?|(?:qui|il|elle|ils|elles) (?:a|ont|aura))"
)
# "ses filles de 8, 10 et 12 ans": several ages of several
_AGED = re.compile(
    rf"{_SOMEBODY}(?: (?:de|a|ages?|agees?))* \(?(moins de |plus de )?"
    rf"((?:\d{{1,2}}(?: ?ans)?(?:, ?| et (?:de )?| ou (?:de )?))*){_SIZE} ?ans\b"
)
_LONG = re.compile(rf"(?<![\d.,/]){_SIZE} ?{_UNITS[_METRES]}")
_FROM_TO = re.compile(rf"\b(?:de|entre) {_CLOCK} ?(?:a|et|-|–) ?{_CLOCK}")
_UP_TO = re.compile(rf"\b(?:avant|jusqu'a) {_CLOCK}")
_FROM = re.compile(rf"\b(?:apres|passe|au[- ]dela de|a partir de|des) {_CLOCK}")
_AT = re.compile(rf"(?<![\d.,]){_CLOCK}")

_LASTING = re.compile(r"\b(\d{1,3}) (ans?|mois)\b")
_BRACKETED = re.compile(r"\b(?:moins|plus|jusqu|partir|au[- ]dela|entre|maximum|\d+ (?:a|et|-) \d+|suivants?)\b")


@dataclass(frozen=True)
class Measure:
    """A length in metres, an age in years or a time of day in hours."""

    unit: str
    value: float


@lru_cache(maxsize=256)
def measures_asked(text: str) -> tuple[Measure, ...]:
    """The measures that a question gives: "un voilier de 8 m", "une fille de 14 ans", "vers 17 h 15"."""
    folded = fold(text)
    found = [Measure(_METRES, _number(match[1])) for match in _LONG.finditer(folded)]
    # one who is less than 10 is 9 at most
    found += [
        Measure(_YEARS, _number(age) - (m[1] == "moins de "))
        for m in _AGED.finditer(folded)
        for age in (*re.findall(r"\d+", m[2]), m[3])
    ]
    return (*found, *times_asked(folded))


def times_asked(folded: str) -> tuple[Measure, ...]:
    """The times of day that a folded question gives: "vers 17 h 15"."""
    return tuple(Measure(_TIME, _hour(match[1], match[2])) for match in _AT.finditer(folded))


def agreement(label: str, asked: tuple[Measure, ...]) -> int:
    """1 when a label prints a bracket that holds one of the measures asked, -1 when it holds none, else 0."""
    if not asked:
        return 0
    told = brackets(label)
    verdicts = [low <= one.value <= high for one in asked for unit, low, high in told if unit == one.unit]
    return 0 if not verdicts else 1 if any(verdicts) else -1


@lru_cache(maxsize=4_096)
def brackets(label: str) -> tuple[tuple[str, float, float], ...]:
    """The brackets of measures that a label prints ("8 à 9,49 m", "4-17 ans"): a unit, the least and the most."""
    folded = fold(label)
    found = []
    for unit, said in _UNITS.items():
        for match in re.finditer(rf"{_SIZE} ?(?:{said})? ?(?:a|et|-|–) ?{_SIZE} ?{said}", folded):
            found.append((unit, _number(match[1]), _number(match[2])))
        for match in re.finditer(rf"(?:moins de|<|\(-|^-) ?{_SIZE} ?{said}", folded):
            found.append((unit, 0.0, _number(match[1]) - 0.01))
        for match in re.finditer(rf"jusqu'a {_SIZE} ?{said}", folded):
            found.append((unit, 0.0, _number(match[1])))
        for match in re.finditer(
            rf"(?:plus de|a partir de|des|>|≥) ?{_SIZE} ?{said}|{_SIZE} ?{said} (?:et|ou) (?:plus|\+)", folded
        ):
            found.append((unit, _number(match[1] or match[2]), 999.0))
    for match in _FROM_TO.finditer(folded):
        found.append((_TIME, _hour(match[1], match[2]), _hour(match[3], match[4])))
    for match in _UP_TO.finditer(folded):
        found.append((_TIME, 0.0, _hour(match[1], match[2])))
    for match in _FROM.finditer(folded):
        found.append((_TIME, _hour(match[1], match[2]), 24.0))
    return tuple(found)


def lasts_otherwise(plain: str, text: str, labels: Sequence[str]) -> bool:
    """Whether each of these labels lasts another time than a question says: "15 ans" and "30 ans" for "50 ans".

    ``plain`` is the question put right and folded, ``text`` as it was typed; an age, which a bracket may hold, is none.
    """
    asked = _LASTING.findall(plain)
    if len(asked) != 1 or measures_asked(text):
        return False
    told = [_LASTING.findall(in_figures(fold(label))) for label in labels]
    other = all(one and asked[0] not in one for one in told)
    return bool(told) and other and not any(_BRACKETED.search(fold(label)) for label in labels)


def hours(said: str) -> float:
    """The time of day that a folded text begins with, in hours: "18 h 30" is 18.5."""
    match = re.match(_CLOCK, said)
    return _hour(match[1], match[2]) if match else 0.0


def _number(digits: str) -> float:
    return float(digits.replace(",", "."))


def _hour(hours: str, minutes: str | None) -> float:
    return int(hours) + int(minutes or 0) / 60
