"""The towns that are spoken of: their names as typed, their people's names, and who to turn to in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.analysis import stems
from knowledge.content import Commune, Contact
from knowledge.text import fold

_NOT_ALONE = {"le", "la", "les", "saint", "sainte", "st", "ste", "mont", "ville", "grand", "petit", "neuf", "belle"}
_BODY = re.compile(r"(?:metropole|communaute|agglomeration|syndicat|pays|departement|region|sivom|sivu)\b")


@dataclass(frozen=True)
class Towns:
    """Every town known from the content and from the documents held; ``names`` maps each to its folded names."""

    names: dict[str, tuple[str, ...]]
    communes: tuple[Commune, ...] = ()

    def named(self, text: str) -> tuple[str, ...]:
        """The towns that a text names."""
        return taken_out(fold(text), self.names)[0]

    def find(self, name: str) -> str:
        """The town that ``name`` means ("neuville"), or "" when none or several could be meant."""
        typed = _spaced(fold(name))
        exact = [town for town, names in self.names.items() if typed in map(_spaced, names)]
        close = exact or [town for town in self.names if typed and _spaced(fold(town)).startswith(typed)]
        return close[0] if len(close) == 1 else ""

    def contact(self, town: str, question: str) -> Contact | None:
        """The service of ``town`` whose subjects the question names most, or None."""
        commune = next((c for c in self.communes if c.name == town), None)
        asked = set(stems(question))
        best = [
            (len(asked & {stem for subject in contact.subjects for stem in stems(subject)}), -rank, contact)
            for rank, contact in enumerate(commune.contacts if commune else ())
        ]
        hits, _, contact = max(best, default=(0, 0, None), key=lambda one: one[:2])
        return contact if hits else None


def towns_of(communes: Sequence[Commune], held: Iterable[str]) -> Towns:
    """The towns of the content and of the documents: whole names, aliases, and first words that no other shares."""
    every = list(dict.fromkeys([*(c.name for c in communes), *held]))
    firsts = [re.split(r"[ '-]", fold(town))[0] for town in every]
    names: dict[str, tuple[str, ...]] = {}
    for town, first in zip(every, firsts, strict=True):
        alone = len(first) >= 5 and first not in _NOT_ALONE and firsts.count(first) == 1
        aliases = [fold(alias) for c in communes if c.name == town for alias in c.aliases]
        names[town] = tuple(dict.fromkeys([fold(town), *aliases, *([first] if alone else [])]))
    return Towns(names, tuple(communes))


def taken_out(folded: str, names: dict[str, tuple[str, ...]]) -> tuple[tuple[str, ...], str]:
    """The towns that a folded text names, in the order of ``names``, and the text without their names.

    The longest name is looked for first: a town whose name is part of another's is not named by it.
    """
    found = set()
    every = [(name, town) for town, named in names.items() for name in named if name]
    for name, town in sorted(every, key=lambda one: -len(one[0])):
        folded, times = re.subn(pattern(name), " ", folded)
        if times:
            found.add(town)
    return tuple(town for town in names if town in found), folded


def pattern(name: str) -> str:
    """The pattern of a folded name in a folded text."""
    return r"\b" + r"[ '-]+".join(re.escape(part) for part in re.split(r"[ '-]+", name)) + r"\b"


def _spaced(name: str) -> str:
    return " ".join(re.split(r"[ '-]+", name.strip()))


def is_grouping(name: str) -> bool:
    """Whether a name is that of a body of several communes, told by its form (an acronym, "Métropole de …")."""
    return (name.isupper() and len(name) <= 8) or _BODY.match(fold(name)) is not None


def reach(contact: Contact) -> str:
    """How to reach a service, in one line."""
    ways = [contact.phone, contact.email, contact.address, contact.hours]
    return f"{contact.service} ({', '.join(way for way in ways if way)})" if any(ways) else contact.service
