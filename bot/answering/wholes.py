"""Choosing among rows or columns the one that tells the whole: the total, for who asks how much in all."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.text import fold

_ASKED = re.compile(r"\b(?:en tout|total|totale|totaux|globale?|confondue?s?|comprise?s?)\b")
_TOLD = re.compile(r"\b(?:total|totaux|totale|tout compris|toutes taxes|ensemble|ttc)\b")


@lru_cache(maxsize=256)
def whole_asked(plain: str) -> bool:
    """Whether a folded question asks for a whole: "combien en tout", "taxe comprise"."""
    return _ASKED.search(plain) is not None


@lru_cache(maxsize=4_096)
def tells_the_whole(label: str) -> bool:
    """Whether a label is that of a total: "Total par nuitée"."""
    return _TOLD.search(fold(label)) is not None
