"""Residents and outsiders: the words a town and its tariffs use for both, and how they are told apart.

An inhabitant's name is made from the town's (Seclin, Seclinois): the same beginning and one of a few endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from knowledge.text import fold

Side = Literal["resident", "outsider", ""]
_ENDINGS = (
    r"(?:ois|oise|oises|ais|aise|aises|ien|iens|ienne|iennes|een|eens|eenne|eennes|in|ins|ine|ines|on|ons|onne|"
    r"ard|ards|arde|ot|ots)"
)
# Words of a town's name that are many towns': no people is named after them.
_NOT_TOWNS = {"saint", "sainte", "metropole", "communaute"}
_OUT = (
    r"\b(?:exterieure?s?|hors[ -](?:de la )?(?:commune|ville|agglo\w*)|"
    r"non[ -](?:residente?s?|habitante?s?|domicilie\w*)|"
    r"d'une autre (?:ville|commune)|habit(?:e|ent|ants?) (?:pas|ailleurs|une autre)|n'habite(?:nt)?|"
    r"(?:n'est|est|sont|vient|viennent) pas d(?:e|u|'|es)\b|pas d'ici|"
    r"pas d(?:e|u) (?:la |notre )?(?:commune|ville|village|coin|chez)|"
    r"(?:autres?|dans une autre) communes?|(?:commune|ville|village)s? (?:voisine?s?|d'a cote|alentours?)|"
    r"vient d'ailleurs)(?!\w)"
)
_IN = (
    r"\b(?:residente?s?|(?<!par )habitante?s?|domicilie(?:e|s|es)?|d'ici|du village|de chez nous|"
    r"de (?:la|notre) (?:ville|commune)|commune de residence|intra[ -]muros)\b|^\W*(?:la )?commune\W*$"
)


def people(communes: Iterable[str]) -> str:
    """A pattern that matches the words for the inhabitants of these communes (``neuvillois``), folded; "" for none."""
    stems = {match[0] for commune in communes for match in re.finditer(r"[a-z]{5,}", fold(commune))}
    return "|".join(sorted({re.escape(stem[:5]) + r"[a-z]*" + _ENDINGS for stem in stems if stem not in _NOT_TOWNS}))


def side_of(text: str, inhabitants: str) -> Side:
    """Which side a text speaks of, when it speaks of one only; "" when of none or of both."""
    folded = fold(text)
    outside = re.search(_OUT, folded) is not None
    inside = re.search(_IN, re.sub(_OUT, " ", folded)) is not None
    if inhabitants:
        non = rf"\bnon[ -]*(?:{inhabitants})\b"
        outside = outside or re.search(non, folded) is not None
        inside = inside or re.search(rf"\b(?:{inhabitants})\b", re.sub(non, " ", folded)) is not None
    if outside == inside:
        return ""
    return "outsider" if outside else "resident"
