"""What the acts leave open: a blank to be filled in, a year or an article that they do not hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.answering.signals import HARD
from bot.understanding.forms import NAMING
from bot.understanding.question import Question
from bot.understanding.wants import Want
from bot.understanding.years import none_said
from index.analysis import number_key, stem
from knowledge.documents import Metadata
from knowledge.text import fold

LOOKED_INTO, CLOSE = 3, 0.1
_BLANK = re.compile(
    r"\bX{2,}\b|[:,] ?(?:€|euros\b)|\.{6,}\s*(?=€|\n|$)|\[\s*(?:…|\.\.\.)\s*\]|_{4,}|(?:\.\. ){3,}|"
    r"\b(?:prix|tarifs?|montants?|coûts?) (?:reste(?:nt)? )?[àa] (?:fixer|d[ée]finir|d[ée]terminer)\b|"
    r"[(\[]\s?[àa] (?:compl[ée]ter|d[ée]finir|pr[ée]ciser)\b"
)
_CALLED = NAMING[Want.PHONE] | NAMING[Want.EMAIL]
_KINDS = {"article": "l'article", "decision": "la décision"}


def left_blank(question: Question, candidates: Sequence[Candidate]) -> Candidate | None:
    """The act that meets the question nearly best and leaves the point to be filled in ("au forfait XX"), or None."""
    best = candidates[0]
    if question.wants & HARD and not best.lacking and not _BLANK.search(best.span.text):
        # else the sum, the date asked stands in another passage that meets it better
        return _blank_beside(question, best) or _blank_of_the_matter(question, best)
    for one in candidates[:LOOKED_INTO]:
        close = one.subject >= best.subject - CLOSE and one.near >= best.near - CLOSE
        if close and _BLANK.search(one.span.text):
            return one
    return None


def _blank_beside(question: Question, best: Candidate) -> Candidate | None:
    """The line left blank beside a number to call which is not said to be of whom the question names; else None."""
    whom = {stem(word) for word in question.subject} - _CALLED - stem_set(" ".join(best.passage.path[1:]))
    if not question.wants & {Want.PHONE, Want.EMAIL} or not whom or whom & stem_set(best.span.clean):
        return None
    beside = (n for n in (best.best + 1, best.best - 1) if 0 <= n < len(best.spans))
    blank = next((n for n in beside if _BLANK.search(best.spans[n].text)), None)
    return None if blank is None else replace(best, best=blank)


def _blank_of_the_matter(question: Question, best: Candidate) -> Candidate | None:
    """The sentence of the same passage left blank that says more than the best one of what its titles do not."""
    asked = {stem(word) for word in question.subject} - stem_set(" ".join(best.passage.path))
    held = len(asked & stem_set(best.span.clean))
    blanks = (n for n, span in enumerate(best.spans) if _BLANK.search(span.text))
    most = max(((len(asked & stem_set(best.spans[n].clean)), -n) for n in blanks), default=(0, 0))
    return replace(best, best=-most[1]) if most[0] > max(1, held) else None


def unnumbered(question: Question, best: Candidate) -> str:
    """The article or decision asked for by a number that the passage neither carries nor cites ("article 9"), or ""."""
    if question.number is None or question.number[0] == "deliberation":
        return ""  # councils number a deliberation in ways that its text does not always show
    kind, number = question.number
    carried = number_key(best.passage.number) == number_key(number)
    cited = re.search(rf"\b{kind}s?\b[^.]{{0,20}}\b{re.escape(number)}\b", fold(best.passage.clean))
    return "" if carried or cited else f"{_KINDS[kind]} {number}"


def another_year(question: Question, best: Candidate, metadata: Metadata) -> bool:
    """Whether the question names a year, or a season's two years, that neither the passage nor its act speaks of."""
    passage = best.passage
    dates = [str(day.year) for day in (passage.date, metadata.date) if day]
    said = " ".join([passage.text, *passage.path, metadata.title, passage.context, *dates])
    return none_said(question.years, said)
