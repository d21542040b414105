"""Which columns of a row a question is about: whose, of which year, for how many, and by their words."""

from __future__ import annotations

import re

from bot.answering.counts import agreement
from bot.answering.dated import in_force
from bot.answering.labels import Asked, heads, in_brackets_of, meets
from bot.answering.matching import stem_set, strength
from bot.answering.qualifiers import MOST_FOREIGN, denials, foreign
from bot.answering.wholes import tells_the_whole, whole_asked
from bot.understanding.question import denied
from bot.understanding.residence import side_of
from knowledge.documents import Figure
from knowledge.text import fold

DENIED_HEAD, HALF = 0.3, 0.5
COLUMN_FIGURE, COLUMN_FOREIGN = 3.0, 0.1  # beside what a word weighs
_YEARS = frozenset({"an", "ans"})
_HALF = re.compile(r"\bdemi\b")


def asked_columns(asked: Asked, figures: list[Figure]) -> list[Figure]:
    """The figures of the columns that the question names; all of them when it names none."""
    # "non-résident" says the word of the residents' column too: whose prices they are is settled before any word. Who
    # says nothing is told both.
    if asked.setting.side:
        figures = [figure for figure in figures if not asked.others(" ".join(figure.column))] or figures
    figures = in_force(figures, heads, asked.question.years, asked.setting.on, settled=asked.settled)
    counted = [agreement(" ".join(figure.column), asked.counts) for figure in figures]
    figures = [figure for figure, agrees in zip(figures, counted, strict=True) if agrees == max(counted)]
    figures = [one for one in figures if any(in_brackets_of(one, value) for value in asked.question.sums)] or figures
    if whole_asked(asked.question.plain):
        figures = [figure for figure in figures if tells_the_whole(heads(figure))] or figures
    fitting = [asked.fits(figure.column) for figure in figures]
    figures = [figure for figure, fits in zip(figures, fitting, strict=True) if fits == max(fitting)]
    if len(figures) < 2:
        return figures
    # "concession 30 ans" says how long: its "ans" must not choose the column "Enfant de moins de 10 ans"
    ideas = [idea for idea in asked.ideas if idea.term.word not in _YEARS]
    scores = []
    for figure in figures:
        head = " ".join(figure.column)
        against = DENIED_HEAD if denials(head)[1] and not side_of(head, asked.setting.inhabitants) else 0.0
        held = stem_set(head)
        refused = asked.question.denied - denied(fold(head))
        said = sum(idea.weight * meets(idea, held, refused) for idea in ideas)
        if _HALF.search(fold(head)) and not _HALF.search(asked.question.plain):
            said *= HALF
        if any(strength(idea, stem_set(" ".join(figure.column[-1:]))) for idea in ideas):
            sided = side_of(figure.column[-1], asked.setting.inhabitants) != ""  # whose price it is needs not be asked
            said -= COLUMN_FOREIGN * min(MOST_FOREIGN, foreign(figure.column[-1:], asked.known) - sided)
        scores.append(said + COLUMN_FIGURE * sum(figure in held for figure in asked.question.figures) - against)
    top = max(scores)
    return [figure for figure, score in zip(figures, scores, strict=True) if score >= top - 1e-9]
