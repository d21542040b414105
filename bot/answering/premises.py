"""Where one would go, or whom one would call: the hours, the address, the number of a place are those of no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.matching import Idea, strength
from bot.answering.parts import Seen

# The name of the place right after what is asked of it: "horaires d'ouverture de la mairie", "telephone piscine".
_OF = re.compile(
    r"\b(?:horaires?|heures? d ouverture|ouverture|fermeture|adresse|telephone)"
    r"(?: (?:d|de|du|des|la|le|les|l|ouverture|fermeture|telephone|postale?))* "
    r"(?!mail|courriel|electronique|madame|monsieur|maitre|docteur)(\w{4,})"
)
# "mairie" leads to the town, which is everywhere; what only comes near a place is not that place.
LEAST_ALIKE = 0.65


def of_other_premises(plain: str, ideas: Sequence[Idea], one: Seen) -> bool:
    """Whether a folded question asks the hours, address or number of a place that a passage and its act do not name."""
    asked = _OF.search(plain)
    places = [idea for idea in ideas if asked and idea.term.word == asked[1]]
    return any(strength(idea, one.all) < LEAST_ALIKE for idea in places)
