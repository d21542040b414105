"""A question of one or two words that asks nothing ("carte jeune"): which price may be told of so little."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.extras import leading
from bot.answering.matching import Idea, stem_set, strength
from bot.answering.rows import Reading
from bot.understanding.question import Question
from bot.understanding.wants import names_only

MOST_WORDS = 2


def is_bare(question: Question) -> bool:
    """Whether a question names one or two things, and says neither what it wants nor any number, day or reference."""
    told = question.wants or question.figures or question.years or question.number or question.references
    return not told and 0 < len(question.terms) <= MOST_WORDS and names_only(question.plain)


def of_another_row(question: Question, ideas: Sequence[Idea], titles: frozenset[str], reading: Reading) -> bool:
    """Whether a row is chosen by a word that it only mentions: its table's titles do not say it, nor does it open so.

    "Concert, élèves de l'école de musique" is no price of the school, and one word unsaid may be what is asked.
    """
    if not is_bare(question):
        return False
    labels = stem_set(" ".join(reading.labels))
    if any(not strength(idea, labels | titles) for idea in ideas):
        return True
    opens = frozenset(leading(label) for figure in reading.figures for label in figure.row[-1:])
    return not any(strength(idea, titles | opens) for idea in ideas)
