"""What an act leaves open: a blank to be filled in, or a year that it does not speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.candidates import Candidate
from bot.understanding.question import Question
from knowledge.documents import Metadata

LOOKED_INTO, CLOSE = 3, 0.2
_BLANK = re.compile(r"\bX{2,}\b|\[\s*(?:…|\.\.\.)\s*\]|_{4,}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def left_blank(candidates: Sequence[Candidate]) -> Candidate | None:
    """The act that meets the question nearly best and leaves the point to be filled in ("au forfait XX"), or None."""
    best = candidates[0]
    for one in candidates[:LOOKED_INTO]:
        close = one.subject >= best.subject - CLOSE and one.near >= best.near - CLOSE
        if close and _BLANK.search(one.span.text):
            return one
    return None


def another_year(question: Question, best: Candidate, metadata: Metadata) -> bool:
    """Whether the question names a year that neither the passage nor its act speaks of."""
    years = {figure for figure in question.figures if _YEAR.fullmatch(figure)}
    passage = best.passage
    dates = [str(day.year) for day in (passage.date, metadata.date) if day]
    said = " ".join([passage.text, *passage.path, metadata.title, passage.context, *dates])
    return bool(years) and not any(year in said for year in years)
