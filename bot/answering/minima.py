"""The least that is paid, whatever the size or the time ("Minimum perçu : 42 €"): no price, but the floor of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.understanding.question import Question
from knowledge.documents import Figure
from knowledge.figures import french
from knowledge.text import fold

_MINIMUM = re.compile(r"\bminim(?:um|ale?)\b(?! (?:vieillesse|contributif|social))")


def without(question: Question, figures: Sequence[Figure]) -> list[Figure]:
    """The figures but those of the least that is paid, when the question does not ask it."""
    if _MINIMUM.search(question.plain):
        return list(figures)
    return [one for one in figures if not _is_least(one)] or list(figures)


def floored(figures: Sequence[Figure], figure: Figure, done: str, result: Decimal) -> str:
    """A computation from one of a table's figures, raised to the least that is paid on its row, or in its column.

    ``result`` is what it comes to. "" when it is not sure which is the least.
    """
    if _is_least(figure):
        return done
    least = [one for one in figures if _is_least(one) and one.value is not None and one.unit == "€"]
    own = [one for one in least if one.row == figure.row]
    own = own or [one for one in least if (one.row[:-1], one.column) == (figure.row[:-1], figure.column)]
    above = {one.value for one in own if one.value is not None and one.value > result}
    if not above:
        return done
    sure = len(above) == 1 and not any(one.doubt for one in own)
    return f"{done}, porté au minimum de {french(above.pop())}" if sure else ""


def _is_least(figure: Figure) -> bool:
    return any(_MINIMUM.search(fold(label)) for label in (*figure.row[-1:], *figure.column[-1:]))
