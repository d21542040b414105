"""Another act that says otherwise: it is told beside the answer, and nothing is computed from what it changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from datetime import date
from decimal import Decimal

from bot.answering import composing, natures
from bot.answering.candidates import Candidate
from bot.answering.incomes import bracketed, in_bracket
from bot.answering.signals import referred
from bot.answering.tallies import counted
from bot.understanding.question import Question
from bot.understanding.wants import Want
from knowledge.figures import sums
from knowledge.text import fold

LOOKED_INTO, ELSEWHERE = 8, 0.2
_BRACKET = re.compile(r"\b(?:quotient|qf|revenus?)\b.*")
_COMPARED = frozenset({Want.MONEY, Want.COUNT, Want.RATE, Want.DURATION})


def otherwise(
    question: Question,
    candidates: Sequence[Candidate],
    dated: Callable[[Candidate], date | None],
    anywhere: bool,
    restating: Container[str] = (),
) -> Candidate | None:
    """Another act that meets the question nearly as well as the first and gives another value, or None.

    ``anywhere`` says that a body of several communes is asked about: then any other document that speaks of it counts.
    ``dated`` gives the day of a candidate's act: beside a settled act, one that is not, or that is older, says nothing
    that holds. ``restating`` holds the documents that only restate the acts: beside an act, they are no other act.
    """
    best = candidates[0]
    if not (anywhere or best.reading or question.wants & _COMPARED):
        return None
    mine = composing.values(best)
    counting = counted(question, fold(best.span.clean)) > 0
    for other in candidates[1:LOOKED_INTO]:
        alike = other.subject >= best.subject - ELSEWHERE and other.near >= best.near - ELSEWHERE
        echo = other.passage.document in restating and best.passage.document not in restating
        if not anywhere and _outdone(best, other, dated):
            continue
        if other.act == best.act or echo or not alike or other.lacking:
            continue
        if not (anywhere or other.reading or question.wants & _COMPARED):
            continue  # "barque adulte" was answered by a table: only another table says otherwise
        if question.references and not referred(question, fold(other.passage.clean)):
            continue
        if counting and not counted(question, fold(other.span.clean)):
            continue
        theirs = _prices(question, other)
        apart = bool(mine and theirs) and not mine & theirs
        if apart or (anywhere and other.passage.document != best.passage.document):
            return other
    return None


def _prices(question: Question, candidate: Candidate) -> frozenset[Decimal]:
    """The values that a candidate states of what is asked: of a price, the sums of a text that recalls nothing."""
    if candidate.reading or Want.MONEY not in question.wants:
        return composing.values(candidate)
    told = fold(candidate.span.clean)
    bracket = _BRACKET.search(told)
    outside = (
        bracket
        and question.income is not None
        and bracketed(bracket[0])
        and not in_bracket(bracket[0], question.income)
    )
    return frozenset() if outside or natures.recalls(told) else frozenset(one.value for one in sums(told))


def _outdone(best: Candidate, other: Candidate, dated: Callable[[Candidate], date | None]) -> bool:
    """Whether ``best`` is settled, and ``other`` only talked of the matter, failed, or was decided before it."""
    if not best.passage.standing.settled:
        return False
    day, before = dated(best), dated(other)
    return not other.passage.standing.settled or (day is not None and before is not None and before < day)


def changed_since(best: Candidate, other: Candidate, dated: Callable[[Candidate], date | None]) -> bool:
    """Whether an act that says otherwise was settled after the one that answers: its price may be what holds."""
    day, after = dated(best), dated(other)
    return other.passage.standing.settled and day is not None and after is not None and after > day
