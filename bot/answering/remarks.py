"""What is said beside a table that changes its prices ("doublé", "majoration de 2 €") in the case asked about."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.understanding.question import Question
from bot.understanding.residence import side_of
from index.engine import Term
from knowledge.documents import Figure
from knowledge.figures import amounts, french
from knowledge.grids.figures import cents
from knowledge.text import fold

_CHANGE = re.compile(
    r"\b(?P<twice>doublee?s?)\b|\b(?P<more>augmentee?s?|majoree?s?|majoration)\b|\b(?:reduite?s?|minoree?s?|remise|reduction)\b"
)
SURE = 0.6
# How many words of the question, which the labels read do not say, tell that a remark speaks of its case; and how
# many that its change may be computed.
TOLD, COMPUTED, LONGEST = 2, 3, 260


def remark(question: Question, candidate: Candidate, figure: Figure) -> tuple[str, str]:
    """The sentence beside the table that speaks of the case asked, and what it makes of the price; each may be ""."""
    rows = {one.line for one in candidate.passage.figures}
    labels = stem_set(" ".join((*figure.row, *figure.column, *candidate.passage.path)))
    best, most = "", TOLD - 1
    for span in candidate.spans:
        if span.line in rows or len(span.clean) > LONGEST or not _CHANGE.search(fold(span.clean)):
            continue
        held = stem_set(span.clean)
        met = [t for t in question.terms if t.word in question.subject and _says(t, held) and not _says(t, labels)]
        if len(met) > most and not side_of(span.clean, ""):  # who lives elsewhere is told by the rows
            best, most = span.clean, len(met)
    return best, _changed(best, figure) if most >= COMPUTED else ""


def _says(term: Term, held: frozenset[str]) -> bool:
    return any(weight >= SURE and set(phrase.split()) <= held for phrase, weight in term.stems)


def _changed(sentence: str, figure: Figure) -> str:
    """What a remark makes of a price: its double, or more by the sum or the rate that it gives."""
    match = _CHANGE.search(fold(sentence))
    if match is None or not figure.value or figure.unit != "€" or figure.doubt:
        return ""
    if match["twice"]:
        return f"2 × {french(figure.value)} = {french(cents(2 * figure.value))}"
    given = [one for one in amounts(fold(sentence)[match.end() :]) if one.unit]
    if not match["more"] or len(given) != 1:
        return ""
    more = figure.value * given[0].value / Decimal(100) if given[0].unit == "%" else given[0].value
    return f"{french(figure.value)} + {french(cents(more))} = {french(cents(figure.value + more))}"
