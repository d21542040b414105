"""The years a question names, told from sums and counts that look like one ("2000 euros", "2000 photocopies")."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.understanding.income import NAMES

_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,]\d)")
# What follows makes it a sum or a count; what stands before makes it an income.
_COUNTED = re.compile(
    r"\s*(?:€|e\b|euros?\b|eur\b|(?:de )?" + NAMES + r"\b|par mois|/ ?mois|mensuels?\b|"
    r"habitants?\b|eleves?\b|personnes?\b|(?:photo)?cop(?:ies?)?\b|feuilles?\b|places?\b|metres?\b|m2\b|km\b|heures?\b|h\b|"
    r"litres?\b|kg\b|exemplaires?\b|foyers?\b|logements?\b)"
)
_INCOME = re.compile(
    rf"\b(?:{NAMES}|salaires?|gagne\w*|touche\w*|declare\w*)"
    r"(?: (?:mensuels?|annuels?|familial|fiscal|de|du|foyer|caf|est|a|egal|moyen|net|brut))*\W{0,3}$"
)
# When somebody was born is no year of a price.
_BORN = re.compile(r"\b(?:nee?s?|naissance)\b(?: (?:en|le|\d{1,2}(?:er)?|[a-z]{3,9}|depuis)){0,4} ?$")


def years(folded: str) -> frozenset[str]:
    """The years that a folded text names, as four figures."""
    return frozenset(
        match[0]
        for match in _YEAR.finditer(folded)
        if not _COUNTED.match(folded, match.end())
        and not _INCOME.search(folded[: match.start()])
        and not _BORN.search(folded[: match.start()])
    )


def none_said(asked: Collection[str], said: str) -> bool:
    """Whether a text says none of the years asked, or not both of a season's ("2029-2030"): one is of another too."""
    absent = [year not in said for year in asked]
    season = len(asked) == 2 and abs(int(max(asked)) - int(min(asked))) == 1
    return any(absent) if season else bool(absent) and all(absent)
