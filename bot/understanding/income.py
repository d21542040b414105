"""The income or the quotient that a question tells: a fact that brackets settle, not what is asked about."""

from __future__ import annotations

import re
from decimal import Decimal

NAMES = r"(?:revenus?|ressources|quotient|qf)"
_QUALIFIED = r"(?: (?:mensuels?|annuels?|familial|fiscal|caf|moyen|de|du|des|foyer|est|a|net|brut|par|mois|euros))*"
_TOLD = re.compile(
    rf"\b{NAMES}\b{_QUALIFIED} (?P<after>\d{{3,}})(?: (?:euros?|mensuels?|par mois))*"
    rf"|\b(?P<before>\d{{3,}})(?: (?:euros?|de|par|mois))* {NAMES}\b{_QUALIFIED}"
    r"|\b(?:gagn|touch|percev|percoi)\w*(?: (?:environ|ensemble|en tout|a deux))? (?P<earned>\d{3,})"
    r"(?: (?:euros?|nets?|bruts?))* (?:par mois|mensuels?|(?:le|/) ?mois)\b"
)
# In a text that keeps its signs, who tells an income asks what is to be paid.
TELLS = rf"\b{NAMES}\b[a-z ]{{0,25}}\d{{3}}"


def told(plain: str) -> tuple[Decimal | None, frozenset[str]]:
    """The income that a folded question tells ("revenu mensuel de 1850"), in euros, and the words that tell it."""
    matches = list(_TOLD.finditer(plain))
    values = [Decimal(match["after"] or match["before"] or match["earned"]) for match in matches]
    return max(values, default=None), frozenset(word for match in matches for word in match[0].split())
