"""The nature of a sum: the price of a use, a fine, a grant, a cost of works; one is no answer about another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.text import fold

_PENALTY = re.compile(r"\b(?:penalites?|amendes?)\b")
_FINE_ASKED = re.compile(r"\b(?:amendes?|penalites?|contraventions?|verbalis\w+|proces verba\w+)\b")
# What a sentence that punishes says, even when it calls it a right or the cost of putting things right.
_PUNISHES = re.compile(
    r"\b(?:amende|penalit|contravention|verbalis|infraction|sanction|forfait de post|fps|retenue|major|supplement|"
    r"factur|rembours|exclu|avertissement|enlevement|retard|indemnit|droit)"
)
# Who speaks of a fault may be told its penalty, whatever word asks for the sum.
_FAULT = re.compile(
    r"penal|amend|retard|tard|sanction|risqu|depass|en plus|major|suppl|apres|\d ?h\b|infraction|verbal|sauvage|"
    r"non[ -]respect|pas respect|casse|perd|oubli|abim|degrad|manqu|absen|fraud|sans "
)
# Who asks the price of using something, and names no other nature.
_USE_ASKED = re.compile(
    r"\b(?:prix|tarifs?|locations?|loue(?:r|nt)?|coute(?:r|nt)?|abonnements?|entrees?|week end|journee|soiree|seance|"
    r"l heure|horaire|la nuit|reserver)\b"
)
_OTHER_ASKED = re.compile(
    r"\b(?:subvention\w*|subv|aides?|dotations?|attribu\w*|vers(?:e|er|es|ee|ees|ent|ement|ements)|vote\w*|obten\w*|"
    r"obtien\w*|touch\w*|recoi\w*|recu\w*|a eu|ont eu|budget|accord\w*|travaux|projet|financ\w*|marche|achat|depens\w*|"
    r"sanctions?|amendes?|penalites?|retenues?|majorations?|emprunts?)\b"
)
_PUNISHMENT = re.compile(r"\b(?:penalites?|sanctions?|retenues?|amendes?|infractions?)\b")
_GRANT = re.compile(
    r"\b(?:versees?|votees?|attribue\w*|demandee?s?|sollicite\w*|accorde\w*) ?(?:(?:en )?(?:19|20)\d\d)?$|"
    r"\bsubventions?\b"
)
_WORKS = re.compile(
    r"\bht\b|\bplan de financement|\bautofinancement|\bdetr\b|\bdsil\b|\bfonds de concours|"
    r"\bcout (?:estime|previsionnel|des travaux)|\baide d(?:e |u )"
)


def of_another(plain: str, title: str, labels: Sequence[str], told: str) -> bool:
    """Whether what is told is a sum of another nature than the one that a folded question asks.

    ``labels`` are those of the row read, none for a text; ``title`` is what stands right above, ``told`` what is said.
    """
    if _FINE_ASKED.search(plain):
        return _PUNISHES.search(fold(" ".join([told, title, *labels]))) is None
    if not labels:
        return _PENALTY.search(fold(told)) is not None and not _FAULT.search(plain)
    if not _USE_ASKED.search(plain) or _OTHER_ASKED.search(plain):
        return False
    heads = [fold(label) for label in (*labels, title)]
    return any(nature.search(head) for nature in (_PUNISHMENT, _GRANT, _WORKS) for head in heads)
