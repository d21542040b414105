"""A sentence beside what is told that changes it for the public asked: "les écoles ont une remise de 10 %"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from bot.answering import changes, totals, whom
from bot.answering.candidates import Candidate
from bot.answering.doubting import doubtful
from bot.answering.matching import stem_set
from bot.answering.sections import beside
from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.engine import Term
from knowledge.text import fold

MOST = Fraction(2, 3)  # a change is computed for a public of whose words the question says that much at least
LONGEST = 300
# What says that somebody has it, and no word of who they are.
_HAS = re.compile(
    r"\b(?:benefici\w+|profit\w+|ont|a|aura|auront|recoi\w+|obtien\w+|paie(?:nt)?|paye(?:nt)?|est|sont|voi(?:t|ent)|"
    r"acquitt\w+|regl\w+)\b"
)
_FOR = re.compile(r"\b(?:pour|aux?) (?:les? |la |l')?(?P<whom>[^,;.:]+)")
# "un abattement de 10 % sur le mètre linéaire, non sur la prise": of which price it is made.
_SCOPE = re.compile(r"(?<!non )\bsur (?:le |la |les |l'|leur )?(?P<what>[a-z]{4,}(?: [a-z]{4,})?)")
_ANY_PRICE = stem_set("prix tarif montant total facture cout")
_DAYS = re.compile(r"\b(\d{1,2}) (jours?)\b")
_CASE = re.compile(r"\b(?:a partir|au-dela|des la|moins de|plus de|sauf|si|lorsqu\w*|avant|apres)\b")


def altered(question: Question, candidates: Sequence[Candidate], done: str) -> str:
    """What is ``done`` from a text, or the days that it tells, as changed for the public asked; "" if not plainly.

    What is done stays as it is where nothing changes it.
    """
    first = candidates[0]
    unsaid = whom.unsaid(question, stem_set(first.span.clean))
    for one in beside(candidates):
        for span in one.spans:
            if (one is first and span == first.span) or not is_for(question, unsaid, span.clean):
                continue
            if not _in_scope(span.clean, first):
                continue
            change = None if doubtful(one.passage, [span]) else changes.change_of(span.clean)
            if change is None or (done and change.adds):
                return ""
            return f"{done} ; {change.of(totals.result(done))}" if done else _days(question, first, change)
    return done


def is_for(question: Question, unsaid: Sequence[Term], sentence: str) -> bool:
    """Whether a sentence changes a price for a public that the question tells, and for nobody else's case."""
    folded = fold(sentence)
    start = changes.start(sentence)
    if start is None or len(sentence) > LONGEST or _CASE.search(folded):
        return False
    after = _FOR.search(folded[start:])
    before = [*_HAS.finditer(folded[:start])]
    public = after["whom"] if after else folded[: before[-1].start()] if before else ""
    return bool(public) and whom.meant(question, unsaid, public, MOST)


def _in_scope(sentence: str, candidate: Candidate) -> bool:
    """Whether the price that a sentence says it changes is told: "sur le mètre linéaire"; any, where it says none."""
    scopes = [stem_set(match["what"]) - _ANY_PRICE for match in _SCOPE.finditer(fold(sentence))]
    held = stem_set(" ".join([candidate.span.clean, *candidate.passage.path]))
    return all(scope <= held for scope in scopes)


def _days(question: Question, candidate: Candidate, change: changes.Change) -> str:
    """How many days the one told gives, as a change multiplies them; "" where it tells more than one number of them."""
    told = _DAYS.findall(fold(candidate.span.clean))
    if len(told) != 1 or change.share is None or not question.wants & {Want.COUNT, Want.DURATION}:
        return ""
    number, many = Decimal(told[0][0]), change.share
    if many.denominator != 1:
        return ""
    return f"{change.told} × {number} {told[0][1]} = {number * many.numerator} {told[0][1]}"
