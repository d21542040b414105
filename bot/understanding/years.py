"""The years a question names, told from sums and counts that look like one ("2000 euros", "2000 photocopies")."""

from __future__ import annotations

import re

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


def years(folded: str) -> frozenset[str]:
    """The years that a folded text names, as four figures."""
    return frozenset(
        match[0]
        for match in _YEAR.finditer(folded)
        if not _COUNTED.match(folded, match.end()) and not _INCOME.search(folded[: match.start()])
    )
