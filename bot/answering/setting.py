"""What is known of a question beside its words: the day it is asked, and whose prices it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
