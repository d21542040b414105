"""The names that towns go by, as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.text import fold

_ARTICLES = {"le", "la", "les", "saint", "sainte", "st", "ste", "mont", "ville"}


def short_names(communes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each commune, the folded ways of naming it: whole, and by its first word where no other shares it."""
    communes = list(dict.fromkeys(communes))
    firsts = [re.split(r"[ -]", fold(commune))[0] for commune in communes]
    named = {}
    for commune, first in zip(communes, firsts, strict=True):
        whole = fold(commune)
        short = len(first) >= 5 and first not in _ARTICLES and firsts.count(first) == 1
        named[commune] = tuple(dict.fromkeys((whole, first) if short else (whole,)))
    return named


def is_grouping(name: str) -> bool:
    """Whether a name is that of a body of several communes, told by its form (an acronym, "Métropole de …")."""
    return (
        name.isupper()
        and len(name) <= 8
        or re.match(r"(?:metropole|communaute|agglomeration|syndicat|pays|departement|region|sivom|sivu)\b", fold(name))
        is not None
    )
