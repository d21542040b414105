"""The time that a price is for: what is let by the season only has no price a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.text import fold

# Shortest first; what stands between two of them in length is none of ours.
_SPELLS = (
    ("heure", r"heures?|horaires?|h"),
    (
        "jour",
        r"jours?|journees?|demi[- ]journees?|journalier\w*|quotidien\w*|24 ?h\w*|matinees?|soirees?|nuits?|nuitees?",
    ),
    ("semaine", r"semaines?|hebdomadaires?|week[- ]?ends?|weekends?"),
    ("mois", r"mois|mensuel\w*|mensualites?"),
    ("trimestre", r"trimestres?|trimestriel\w*"),
    ("saison", r"saisons?|saisonnier\w*|semestres?|semestriel\w*|ete|hiver"),
    ("an", r"ans?|annees?|annuel\w*"),
)
_RANK = {name: rank for rank, (name, _) in enumerate(_SPELLS)}
_ASKED = re.compile(
    r"\b(?:a la|par|a l|au|pour une?|pour 1|une seule|la location d une) "
    r"(?:(?P<heure>heure)|(?P<jour>jour(?:nee)?|nuit(?:ee)?)|(?P<semaine>semaine)|(?P<mois>mois)|(?P<trimestre>trimestre))\b"
)
_SPELL = "(?:" + "|".join(rf"(?P<{name}>{said})" for name, said in _SPELLS) + r")\b"
_SOLD = re.compile(rf"(?:€|euros?)\s*(?:\w+ )?(?:par|la|le|l'|a la|a l'|au|/) ?{_SPELL}")
_LABELLED = re.compile(rf"(?:\b(?:par|a la|au)\s|\ba l'|[,(]\s?(?:la |le |l')|\((?=\w+\))){_SPELL}")
_SAID = {name: re.compile(rf"\b(?:{said})\b") for name, said in _SPELLS}


def only_by_longer(plain: str, told: str, labels: Sequence[str] = ()) -> bool:
    """Whether a folded question asks the price of a spell of time, and what is told is sold by longer ones only.

    ``labels`` are those of the row read, none for a text.
    """
    asked = _asked(plain)
    if not asked:
        return False
    folded = fold(" . ".join(labels)) if labels else fold(told)
    found = (_LABELLED if labels else _SOLD).finditer(folded)
    sold = [next(name for name, said in match.groupdict().items() if said) for match in found]
    shorter = [name for name, _ in _SPELLS[: _RANK[asked] + 1]]
    return bool(sold) and not any(name in shorter for name in sold) and not _SAID[asked].search(fold(told))


@lru_cache(maxsize=256)
def _asked(plain: str) -> str:
    found = [next(name for name, said in match.groupdict().items() if said) for match in _ASKED.finditer(plain)]
    return found[0] if len(set(found)) == 1 else ""
