"""Choosing among rows or columns the one that tells the whole: the total, for who asks how much in all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.documents import Figure
from knowledge.text import fold

_ASKED = re.compile(
    r"\b(?:en tout|total|totale|totaux|globale?|confondue?s?|comprise?s?|au final|finalement|en definitive|"
    r"apres (?:la )?(?:dm|decision modificative))\b"
)
# What no price alone answers: what is left to pay, one payment of several, the dearest of all, a rise.
_WORKED_OUT = re.compile(
    r"\b(?:en tout|au total|en comptant|(?:le |quel )total|total (?:a|avec|pour)|l acompte|le solde|"
    r"(?:chauffage|menage|cuisine|options?|supplements?) (?:compris|inclus)e?s?|"
    r"il (?:lui |leur |nous )?reste|reste a (?:payer|verser|regler)|"
    r"(?:premier|deuxieme|second|troisieme|dernier|1 ?er|[23] ?e(?:me)?) (?:versement|acompte)|"
    r"(?:le|la|les) (?:plus|moins) (?:chere?s?|elevee?s?|hauts?|basse?s?)|"
    r"de combien (?:\w+ ){0,4}(?:augment\w+|bais\w+|diminu\w+))\b"
)
_TOLD = re.compile(r"\b(?:total|totaux|totale|tout compris|toutes taxes|ensemble|ttc)\b")

# What a sum comes to for each of those who live there: not the sum.
_PER_HEAD = re.compile(r"\bpar (?:habitante?s?|hab\b|tete|foyer fiscal)|€ ?/ ?hab(?:itant)?s?\b")
_PER_HEAD_ASKED = re.compile(r"\bhab\w*|\btete\b|\bchacune?\b|\bfoyers?\b|\bmoyenn\w*|\bratios?\b")


@lru_cache(maxsize=256)
def whole_asked(plain: str) -> bool:
    """Whether a folded question asks for a whole: "combien en tout", "taxe comprise"."""
    return _ASKED.search(plain) is not None


@lru_cache(maxsize=4_096)
def tells_the_whole(label: str) -> bool:
    """Whether a label is that of a total: "Total par nuitée"."""
    return _TOLD.search(fold(label)) is not None


def worked_out(plain: str, told: str) -> bool:
    """Whether a folded question asks for what is worked out from prices, and the text told (folded) does not say it."""
    return _WORKED_OUT.search(plain) is not None and not (_WORKED_OUT.search(told) or _TOLD.search(told))


def per_head_unasked(plain: str, row: str) -> bool:
    """Whether a row is of what a sum comes to for each inhabitant, which a folded question does not ask."""
    return _PER_HEAD.search(fold(row)) is not None and not _PER_HEAD_ASKED.search(plain)


def without_shares(plain: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures but those told for each inhabitant, when a folded question does not ask that."""
    kept = [one for one in figures if not per_head_unasked(plain, " ".join((*one.row[-1:], *one.column)))]
    return kept or list(figures)
