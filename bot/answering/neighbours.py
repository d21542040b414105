"""The sentences beside the one that answers, which give a value of the same kind for something else."""

from __future__ import annotations

from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.answering.wholes import whole_asked
from bot.understanding.forms import holds
from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.analysis import tokens
from knowledge.dates import MONTHS
from knowledge.text import fold

# Kinds of value of which one answers, and another beside it may be taken for it.
_VALUES = frozenset({Want.MONEY, Want.RATE, Want.DURATION, Want.DEADLINE, Want.TIME, Want.PHONE, Want.COUNT})
_SAID = 0.4  # how surely a sentence must say a word of the question


def of_other_things(question: Question, candidate: Candidate) -> frozenset[int]:
    """The places of the spans that say nothing more of the question than the best one, and give such a value too.

    Empty where the best span leaves a part of the question open: the sentence beside it may be what settles it.
    """
    best = candidate.span.clean
    folded = fold(best)
    kinds = [want for want in question.wants & _VALUES if holds(want, folded)]
    left = [want for want in question.wants - {Want.LIST} if not holds(want, folded)]
    if not kinds or left or _open(question, folded):
        return frozenset()
    held = stem_set(" ".join((best, *candidate.passage.path)))
    unsaid = [term for term in question.terms if not term.said_in(held, _SAID)]
    found = set()
    for place, span in enumerate(candidate.spans):
        if place != candidate.best and any(holds(want, fold(span.clean)) for want in kinds):
            stems = stem_set(span.clean)
            found |= {place} if not any(term.said_in(stems, _SAID) for term in unsaid) else set()
    return frozenset(found)


def _open(question: Question, folded: str) -> bool:
    """Whether the question asks for a total, for two things, or tells a number or a month that the text does not."""
    said = set(tokens(question.plain))
    told = {word for word in said if word in MONTHS or (word.isdigit() and word not in question.years)}
    return whole_asked(question.plain) or "et" in said or not told <= {*tokens(folded)}
