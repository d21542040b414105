"""Whether a rule is about the case a question gives: an age, a time of day, or which time the same thing happens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.answering import measures
from bot.answering.measures import Measure
from knowledge.dates import MONTHS
from knowledge.text import NUMBER_WORDS, SEVERAL

_RANKS = {
    word: rank
    for rank, words in enumerate(
        (
            "premier premiere",
            "deuxieme second seconde recidive",
            "troisieme",
            "quatrieme",
            "cinquieme",
            "sixieme",
            "septieme",
            "huitieme",
            "neuvieme",
            "dixieme",
        ),
        1,
    )
    for word in words.split()
}
_RANK = re.compile(
    rf"(?P<from>\b(?:a (?:partir|compter) d\w+|des l\w+|apres l\w+) )?"
    rf"\b(?:(?P<word>{'|'.join(_RANKS)})s?|(?P<figure>\d{{1,2}}) ?(?:ere?|re|i?e?me|e|nde?))\b"
    rf"(?! ?(?:{'|'.join(MONTHS)}))"
)
_AGE = re.compile(r"\b(\d{1,2}) ?ans\b")
_AGES = re.compile(
    r"\b(?:de |entre )?(?P<low>\d{1,2})(?: ?ans)? ?(?:a|et|-) (?P<high>\d{1,2}) ?ans\b"
    r"|\b(?:moins de|avant(?: l'age de)?|jusqu'a) (?P<under>\d{1,2}) ?ans\b"
    r"|\b(?:plus de|a partir de|des(?: l'age de)?|ages? d'au moins|au moins) (?P<over>\d{1,2}) ?ans\b"
    r"|\b(?P<least>\d{1,2}) ?ans (?:au moins|revolus|et plus|minimum|ou plus)"
)
# How long before: "annulé 45 jours avant", and the rules of it: "entre 60 et 30 jours", "moins de 15 jours avant".
_COUNT, _UNIT = rf"\d{{1,3}}|{'|'.join(SEVERAL)}", r"(jours?|semaines?|mois|heures?|h)\b"
_BEFORE = re.compile(rf"\b({_COUNT}) ?{_UNIT} (?:avant|plus tot|(?:a l|d)[' ]avance)\b")
_BETWEEN = re.compile(
    rf"\b(?:entre|de) ({_COUNT})(?: ?(?:jours?|semaines?|mois|heures?|h))? (?:et|a) ({_COUNT}) ?{_UNIT}"
)
_FROM = re.compile(rf"\b(plus d[e'] ?|au moins |moins d[e'] ?)({_COUNT}) ?{_UNIT}")
_HOURS = {"h": 1, "j": 24, "s": 7 * 24, "m": 30 * 24}
_GIVEN_UP = re.compile(r"\b(?:annul|desist|renonc|decommand|resili|arrhes|acompte|rembours|prevenu|avant)")
_EVER = 10_000 * 24
_OLDEST = 120
_BOUND = 0.5  # the rule gives an age without holding the one asked about: it settles it the other way


@dataclass(frozen=True)
class Cases:
    """What a question tells of its case: the ages, the ranks ("la 2e fois"), the times of day ("à 18h50").

    ``ahead`` is how many hours before it tells: "45 jours avant".
    """

    ages: tuple[int, ...] = ()
    ranks: frozenset[int] = frozenset()
    times: tuple[Measure, ...] = ()
    ahead: tuple[int, ...] = ()


def rank_of(ordinal: str) -> int:
    """The rank that a folded ordinal tells: "troisieme", "3e"."""
    return _RANKS.get(ordinal) or int(re.sub(r"\D", "", ordinal))


@lru_cache(maxsize=256)
def cases_asked(plain: str) -> Cases:
    """The case that a folded question gives."""
    ages = tuple(int(age) for age in _AGE.findall(plain))
    ahead = tuple(_hours(number, unit) for number, unit in _BEFORE.findall(plain))
    return Cases(ages, frozenset(rank for rank, _ in _ranks(plain)), measures.times_asked(plain), ahead)


def suits(asked: Cases, folded: str) -> float:
    """How well a folded text speaks of the case asked: 1.0 when it does, below zero when of another, else 0.0."""
    score = 0.0
    if asked.ages and (told := _ages(folded)):
        score += 1.0 if any(low <= age <= high for low, high in told for age in asked.ages) else _BOUND
    if asked.ranks and (ranks := _ranks(folded)):
        held = any(rank == one or (onwards and rank < one) for rank, onwards in ranks for one in asked.ranks)
        score += 1.0 if held else -_BOUND
    if asked.times:
        score += max(0, measures.agreement(folded, asked.times))  # "après 18 h 30" says nothing of who comes before
    if asked.ahead and (delays := _delays(folded)):
        score += 1.0 if any(low <= one < high for low, high in delays for one in asked.ahead) else -1.0
    return score


def tells_an_age(folded: str) -> bool:
    """Whether a folded text tells an age, or a number of years."""
    return _AGE.search(folded) is not None


@lru_cache(maxsize=4_096)
def _delays(folded: str) -> tuple[tuple[int, int], ...]:
    """The times before that a text gives rules for, from how many hours and below how many."""
    if not _GIVEN_UP.search(folded):
        return ()
    found = []
    for first, last, unit in _BETWEEN.findall(folded):
        low, high = sorted((_hours(first, unit), _hours(last, unit)))
        found.append((low, high + 1))
    for side, number, unit in _FROM.findall(_BETWEEN.sub(" ", folded)):
        hours = _hours(number, unit)
        found.append((0, hours) if side.startswith("moins") else (hours, _EVER))
    return tuple(found)


def _hours(number: str, unit: str) -> int:
    return (NUMBER_WORDS.get(number) or int(number)) * _HOURS[unit[0]]


def _ranks(folded: str) -> list[tuple[int, bool]]:
    """The ranks a text names, each with whether it means "from then on"."""
    return [(_RANKS[m["word"]] if m["word"] else int(m["figure"]), bool(m["from"])) for m in _RANK.finditer(folded)]


def _ages(folded: str) -> list[tuple[int, int]]:
    found = []
    for match in _AGES.finditer(folded):
        if match["low"]:
            found.append((int(match["low"]), int(match["high"])))
        elif match["under"]:
            found.append((0, int(match["under"]) - 1))
        else:
            found.append((int(match["over"] or match["least"]), _OLDEST))
    return found
