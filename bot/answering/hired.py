"""What is hired by the piece beside a place hired for a time: "le week-end, et 80 couverts", in one table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering import counting
from bot.answering.matching import stem_set
from bot.answering.quantities import thing_of
from bot.understanding.question import Question
from index.analysis import stem
from knowledge.documents import Figure
from knowledge.text import fold

_TIMES = frozenset(map(stem, "week weekend journee soiree matinee".split()))
_PIECE = re.compile(r"(?:\(l[ea] |\bpar |/ ?|\bl'unite de |, l[ea] )([a-z]{3,})")


def by_the_piece(question: Question, figures: Sequence[Figure]) -> frozenset[str]:
    """The things counted that rows of a table price one by one, where another row is for the time that is asked."""
    said = stem_set(question.plain) & _TIMES
    counted = {one.thing for one in counting.asked(question)}
    if not said or not counted:
        return frozenset()
    timed = [one for one in figures if one.row and stem_set(one.row[-1]) & said and not piece_of(one)]
    found = {piece_of(one) for one in figures if not stem_set(" ".join(one.labels)) & _TIMES}
    return frozenset(found & counted - {""}) if timed else frozenset()


def piece_of(figure: Figure) -> str:
    """The stem of the thing for one of which the label of a row, or the words after its price, say that it is paid."""
    match = _PIECE.search(fold(" ".join((*figure.row[-1:], *figure.column))))
    return thing_of(match[1]) if match else ""
