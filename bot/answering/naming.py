"""How a figure of a table is told: what it is, and what it is the price of."""

from __future__ import annotations

import re

from knowledge.documents import Figure
from knowledge.figures import french
from knowledge.text import fold

# A head that only says that what stands under it is a price tells nothing of which price.
_PRICED = re.compile(r"(?:prix|tarifs?|montants?|cout)(?: (?:en )?(?:euros?|€))?(?: ttc)?")


def said(figure: Figure) -> str:
    """What a figure is the price of, in French: its row and its column (``Concession 30 ans, Adulte``)."""
    above = [label for label in figure.row[:-1] if 3 < len(label) <= 40 and label[0].isalnum()][-1:]
    labels = [label.strip(" *:|=-") for label in (*above, *figure.row[-1:], *figure.column)]
    return ", ".join(dict.fromkeys(label for label in labels if label and not _PRICED.fullmatch(fold(label))))


def price(figure: Figure) -> str:
    """A figure's value as French readers write it, the words of a cell that has none, or that nobody can read it."""
    if figure.worded:
        return figure.printed
    if figure.value is None:
        return "illisible sur la page"
    return "gratuit" if not figure.value and not figure.printed[:1].isdigit() else french(figure.value, figure.unit)
