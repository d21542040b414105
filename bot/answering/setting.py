"""What is known of a question beside its words: the day it is asked, and whose prices it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.understanding.residence import Side


@dataclass(frozen=True)
class Setting:
    """The day asked; the pattern of the words for the town's people (see ``residence.people``); whose prices.

    ``named`` is the pattern of the towns that the question itself names, "" when it names none; ``homes`` the names of
    the towns asked, folded.
    """

    on: date
    inhabitants: str = ""
    side: Side = ""
    named: str = ""
    homes: str = ""

    def opens(self, folded: str) -> bool:
        """Whether a folded text opens on a town that the question names, as its share does: "Ville d'Arcy : …"."""
        return bool(self.named) and _opening(self.named).match(folded) is not None


@lru_cache(maxsize=64)
def _opening(towns: str) -> re.Pattern[str]:
    town = r"(?:(?:la |pour )?(?:ville|commune|mairie) (?:de |d'|du ))?"
    # a town that another took in keeps its name: "Ville de Valbourg, commune associée d'Arcy"
    within = r"(?:[\w' -]{3,40}[,(] ?(?:pour )?(?:la )?communes? (?:associee|deleguee|historique)s? (?:de |d'|du ))?"
    return re.compile(rf"\W*{within}{town}(?:{towns})")
