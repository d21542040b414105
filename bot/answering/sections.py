"""Which candidates stand under the same titles of one document: what is said beside a table is said of its prices."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.understanding.question import Question


def beside(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of the section of the first one, itself among them, in their order."""
    first = candidates[0].passage
    return [one for one in candidates if (one.passage.document, one.passage.path) == (first.document, first.path)]


def ruling(question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of the section of the first one, and those of a sister section of rules whose title is asked.

    "1.3 Associations" rules the prices of "1.1 Salle du Lac": it has none of its own, and the question says its title.
    """
    first = candidates[0].passage
    said = stem_set(question.plain)
    return [
        *beside(candidates),
        *(
            one
            for one in candidates
            if (one.passage.document, one.passage.path[:-1]) == (first.document, first.path[:-1])
            and one.passage.path != first.path
            and not one.passage.figures
            and stem_set(one.passage.path[-1]) & said
        ),
    ]
