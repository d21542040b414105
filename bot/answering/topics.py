"""What an act is about, and what it does to others: the same for each of its passages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.analysis import number_key
from knowledge.documents import Change


@dataclass(frozen=True)
class Topic:
    """What an act is about: its document's title and the names that come back in it; its kind, its number.

    ``restated`` marks a document that only restates the acts: an act that says as much comes first. ``changes`` are the
    acts that it modifies or repeals, ``since`` the day from which it does, voted and in effect.
    """

    words: str = ""
    kind: str = ""
    restated: bool = False
    number: str = ""
    title: str = ""
    changes: tuple[Change, ...] = ()
    since: date = date.min

    def does(self, verb: str, number: str) -> bool:
        """Whether it "modifies" or "repeals" the act of that number."""
        key = number_key(number)
        return bool(key) and any(one.verb == verb and number_key(one.number) == key for one in self.changes)
