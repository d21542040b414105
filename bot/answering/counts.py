"""How many of a thing a label or a question speaks of ("3 enfants et +"), and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from index.analysis import stem
from knowledge.text import NUMBER_WORDS, composed, fold

_NUMBER = "|".join(sorted(("un", "une", *(word for word in NUMBER_WORDS if "-" not in word)), key=len, reverse=True))
_COUNT = re.compile(
    rf"\b(?P<low>\d{{1,3}}|{_NUMBER})(?:\s*(?:a|ou|et|-)\s*(?P<high>\d{{1,3}}))?\s+(?P<thing>[a-z]{{3,}})"
    r"(?P<more>\s*(?:et|ou)\s*(?:\+|plus\b|davantage)|\s*\+)?"
)
_LONE = re.compile(
    r"\b(?:(?P<thing>enfant|eleve|personne|adulte)|fils|fille) unique\b|\b(?:un|une) seule? (?P<other>[a-z]{3,})"
)
_ONE_OF_FAMILY = re.compile(r"\b(?:famille|foyer|parents?|couple) (?:\w+ )?(?:de|d|avec|a|ont|ayant) un enfant\b")
_MORE = 10_000
# No count: "un" before a thing only introduces it, and these words measure a time or a sum.
_MEASURES = frozenset(map(stem, "ans jours mois heures minutes semaines euros euro centimes fois annees pour".split()))


@dataclass(frozen=True)
class Count:
    """A number of a thing, from ``low`` to ``high``; ``thing`` is a stem."""

    thing: str
    low: int
    high: int


@lru_cache(maxsize=4_096)
def counts_of(label: str) -> tuple[Count, ...]:
    """The counts that a label of a table gives: ``"3 enfants et +"`` is three and more."""
    return tuple(_counts(fold(label), articles=True))


@lru_cache(maxsize=256)
def counts_asked(plain: str) -> tuple[Count, ...]:
    """The counts that a folded question gives: "un enfant" is none, "un seul enfant" and "enfant unique" are one."""
    found = [*_counts(composed(plain), articles=False)]
    found += [Count(stem(match["thing"] or match["other"] or "enfant"), 1, 1) for match in _LONE.finditer(plain)]
    found += [Count(stem("enfant"), 1, 1)] if _ONE_OF_FAMILY.search(plain) else []
    return tuple(found)


def agreement(label: str, asked: Iterable[Count]) -> int:
    """1 when a label counts a thing as the question does, -1 when it counts it otherwise, else 0."""
    told = counts_of(label)
    verdicts = [one.low <= wanted.low <= one.high for wanted in asked for one in told if one.thing == wanted.thing]
    return 0 if not verdicts else 1 if any(verdicts) else -1


def _counts(folded: str, *, articles: bool) -> Iterable[Count]:
    for match in _COUNT.finditer(folded):
        thing = stem(match["thing"])
        if thing in _MEASURES or (match["low"] in ("un", "une") and not articles):
            continue
        low = int(match["low"]) if match["low"].isdigit() else NUMBER_WORDS[match["low"]]
        high = _MORE if match["more"] else int(match["high"] or low)
        yield Count(thing, low, max(low, high))
