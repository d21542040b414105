"""Versions of a grid: the one that holds on a day, and what to say when none does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.dates import french_date
from knowledge.grids.table import DecisionTable


@dataclass(frozen=True)
class Version:
    """The version that answers on a day; ``warning`` (French) says when it is not the one in force that day."""

    table: DecisionTable
    warning: str = ""


def in_force(versions: Iterable[DecisionTable], on: date) -> Version | None:
    """The version for ``on``: the one in force; else the newest that has run out; else the first to come.

    Drafts never answer: ``None`` when nothing else is held.
    """
    held = sorted((t for t in versions if not t.draft), key=lambda t: t.in_force_from)
    begun = [t for t in held if t.in_force_from <= on]
    current = [t for t in begun if t.in_force_until is None or on <= t.in_force_until]
    if current:
        return Version(current[-1], _superseded(current[-1], held, on))
    if begun:
        last = begun[-1]
        until = last.in_force_until or on
        return Version(
            last, f"Cette grille ne vaut plus depuis le {french_date(until)} et je n'en ai pas de plus récente."
        )
    if held:
        return Version(held[0], f"Cette grille ne s'applique qu'à partir du {french_date(held[0].in_force_from)}.")
    return None


def _superseded(table: DecisionTable, held: list[DecisionTable], on: date) -> str:
    """A word for a person who asks about a past day, so that an old price is not taken for today's."""
    later = next((t for t in held if t.in_force_from > max(table.in_force_from, on)), None)
    return f"Une nouvelle grille s'applique à partir du {french_date(later.in_force_from)}." if later else ""
