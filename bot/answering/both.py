"""Two prices asked together and told by two columns of one row ("matin et soir"), added up, times the days counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answering import counting, naming
from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.answering.partial import pairs_asked
from bot.answering.quantities import Quantity, thing_of
from bot.understanding.question import Question
from index.analysis import tokens
from knowledge.documents import Figure
from knowledge.figures import french
from knowledge.grids.figures import cents
from knowledge.text import fold

_OF_A_DAY = frozenset(map(thing_of, "matin midi soir repas gouter etude".split()))
_DAYS = frozenset(map(thing_of, ("jour", "journee")))
# Prices paid for longer than a day, or for less.
_NOT_A_DAY = re.compile(
    r"\b(?:forfaits?|abonnements?|mensuel\w*|mois|annuel\w*|annee|trimestr\w*|semaines?|heures?|minutes?|1/2|h)\b"
)


def summed(question: Question, candidate: Candidate, figure: Figure) -> list[str]:
    """The sum of the price read and of its sister's that the question joins to it, then what tells that one."""
    sisters = {one for pair in pairs_asked(question) for one in _sisters(candidate.passage.figures, figure, pair)}
    other = sisters.pop() if len(sisters) == 1 else None
    if other is None or not all(one.value is not None and one.unit == "€" and not one.doubt for one in (figure, other)):
        return []
    labels = (*figure.labels, *other.column)
    left = counting.left(question, labels, [*candidate.passage.path])
    if left and not _of_days(left, figure, other):
        return []
    one, two = figure.value or Decimal(0), other.value or Decimal(0)
    said, total = f"{french(one)} + {french(two)}", one + two
    if left:
        done = f"{french(left[0].number, '')} × ({said}) = {french(cents(left[0].number * total))}"
    else:
        done = f"{said} = {french(cents(total))}"
    return [done, f"- {naming.said(other)} : {french(two)}"]


def _sisters(figures: Sequence[Figure], read: Figure, pair: tuple[str, str]) -> list[Figure]:
    """The cells of the row read whose columns differ from its own by the other thing of a pair only."""
    held = stem_set(" ".join(read.column))
    missing = [there for there, other in (pair, pair[::-1]) if there not in held and other in held]
    row = [one for one in figures if (one.row, one.line) == (read.row, read.line) and one.column != read.column]
    return [
        one
        for one in row
        if missing and missing[0] in stem_set(" ".join(one.column)) and _differ_once(one.column, read.column)
    ]


def _differ_once(column: Sequence[str], other: Sequence[str]) -> bool:
    return len(column) == len(other) and sum(a != b for a, b in zip(column, other, strict=True)) == 1


def _of_days(left: Sequence[Quantity], figure: Figure, other: Figure) -> bool:
    """Whether the days that a question counts are those on each of which both prices are paid once."""
    if len(left) != 1 or left[0].thing not in _DAYS | _OF_A_DAY:
        return False
    heads = [" ".join(one.column) for one in (figure, other)]
    once = all(_OF_A_DAY & {thing_of(word) for word in tokens(head)} for head in heads)
    return once and not any(_NOT_A_DAY.search(fold(head)) for head in (*heads, *figure.row))
