"""Whether a rule is about the case a question gives: an age, a time of day, or which time the same thing happens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.answering import measures
from bot.answering.measures import Measure
from knowledge.dates import MONTHS

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
_OLDEST = 120
_BOUND = 0.5  # the rule gives an age without holding the one asked about: it settles it the other way


@dataclass(frozen=True)
class Cases:
    """What a question tells of its case: the ages, the ranks ("la 2e fois") and the times of day ("à 18h50")."""

    ages: tuple[int, ...] = ()
    ranks: frozenset[int] = frozenset()
    times: tuple[Measure, ...] = ()


@lru_cache(maxsize=256)
def cases_asked(plain: str) -> Cases:
    """The case that a folded question gives."""
    ages = tuple(int(age) for age in _AGE.findall(plain))
    return Cases(ages, frozenset(rank for rank, _ in _ranks(plain)), measures.times_asked(plain))


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
    return score


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
