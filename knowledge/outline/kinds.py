"""What the bare numbers of a table are: sums of money, things counted, or rates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.text import fold

_MONEY = re.compile(
    r"€|\b(?:euros?|tarif\w*|prix|montants?|couts?|redevances?|cotisations?|droits de place|taxes?|location\w*)\b"
    r"|\b(?:subventions?|budgets?|credits|depenses|recettes|dm n|[bc][ap] 20\d\d)(?![a-z])"
)
_COUNTED = re.compile(
    r"\W*(?:nombres?|nb|places|capacites?|jauges?|contenances?|surfaces?|effectifs?|postes?|durees?|classes|eleves|ages?|m2|pratiquants|public|jours"
    r"|emplois?|agents?|ouverts?|pourvus?|occupe[es]*|a pourvoir|vacants?|crees?|supprimes?|budgetes|etp|inscrits?"
    r"|voix|points?)\b"
)
_NUMBER_OF = re.compile(r"\W*(?:nombres?|nb|effectifs?)\b")
_RATE = re.compile(r"%|\btaux\b")


def is_money(said: str) -> bool:
    """Whether words speak of money: the numbers they stand over may then go without a sign."""
    return _MONEY.search(fold(said)) is not None


def is_rate(head: Sequence[str]) -> bool:
    """Whether the labels of a column say that it holds rates."""
    return _RATE.search(fold(" ".join(head))) is not None


def is_count(head: Sequence[str]) -> bool:
    """Whether the last label of a column says that it counts things (posts, days, points)."""
    return bool(head) and _COUNTED.match(fold(head[-1])) is not None


def is_number_of(label: str) -> bool:
    """Whether the label of a row says that it counts things among sums ("Nombre d'emprunts")."""
    return _NUMBER_OF.match(fold(label)) is not None


def counts_all(heads: Sequence[Sequence[str]]) -> bool:
    """Whether columns count things together: one says so, and none speaks of money."""
    return any(map(is_count, heads)) and not any(is_money(label) for head in heads for label in head)
