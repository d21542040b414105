"""Reading the cell of a table that a question is about, and saying which row and column were read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering import measures, minima, publics, seasons
from bot.answering.columns import asked_columns
from bot.answering.contraries import apart, bundled
from bot.answering.counts import agreement, counts_asked
from bot.answering.dated import applies, recalled
from bot.answering.extras import without
from bot.answering.incomes import in_bracket, of_the_case
from bot.answering.labels import Asked, in_brackets_of, meets
from bot.answering.matching import Idea, stem_set, strength
from bot.answering.naming import price
from bot.answering.plausible import checked
from bot.answering.qualifiers import FOREIGN, MOST_ASIDE, MOST_FOREIGN, denials, foreign, unasked, variants
from bot.answering.quantities import cases_named, of_other_case
from bot.answering.setting import Setting
from bot.answering.shares import priced
from bot.answering.sides import for_outsiders, told_above
from bot.answering.wholes import without_shares
from bot.understanding.question import Question
from bot.understanding.residence import of_elsewhere, side_of
from knowledge.documents import Figure, Passage
from knowledge.text import fold, ungrouped

TIE, MOST_ROWS, MOST_CASES = 0.05, 8, 8
# What a word earns above a row or at the head of its column, where in the row's own label it earns 1.
IN_HEADING, IN_COLUMN = 0.7, 0.4
FIGURE = 0.5
ELSEWHERE, OTHER_SIDE = 1.5, 0.6
COUNTED, FITS, BUNDLE, PUBLIC, OWN_TOWN = 0.5, 0.8, 1.5, 1.0, 1.0
OTHER_CASE = 1.0

_Scored = tuple[float, int, list[Figure]]


@dataclass(frozen=True)
class Reading:
    """The figures read in a table for a question: the best row's (all rows that tie), by the columns it names.

    ``sure`` says that one single value is left, ``empty`` that the page has but a dash there.
    """

    figures: tuple[Figure, ...]
    sure: bool

    @property
    def empty(self) -> bool:
        """Whether the page says nothing there."""
        return all(figure.empty for figure in self.figures)

    @property
    def labels(self) -> tuple[str, ...]:
        """What the figures read are labelled with, their rows' labels and their columns'."""
        return tuple(label for one in self.figures for label in one.labels)


def read_row(question: Question, ideas: Sequence[Idea], passage: Passage, setting: Setting) -> Reading | None:
    """The row of ``passage`` that a question's words and figures settle best in a setting, or None without a table."""
    told = without_shares(question.plain, minima.without(question, without(question, passage.figures)))
    rows = _rows(priced(question, told, passage.clean))
    if not rows:
        return None
    day = seasons.day_asked(question.text, question.day)
    known = frozenset().union(*(idea.said for idea in ideas))
    counts, measured = counts_asked(question.plain), measures.measures_asked(question.text)
    text, title = fold(passage.clean) if day else "", stem_set(" ".join(passage.path[1:][-1:]))
    asked = Asked(question, ideas, known, setting, counts, measured, day, text, title, applies(passage, setting.on))
    scored = [(_row_score(asked, row[0].row, row), row[0].line, row) for row in rows]
    scored.sort(key=lambda one: (-one[0], one[1]))
    best = scored[0][0]
    # Where the titles alone say what is asked, no row says it better than another.
    said = any(_is_told(asked, row[0].row, row) for row in rows)
    tied = [
        row
        for score, _, row in scored
        if score >= best - TIE or not said or _as_good(asked, scored[0], (score, 0, row))
    ]
    tied = tied[:MOST_ROWS]
    figures = [figure for row in tied for figure in asked_columns(asked, row)]
    figures = for_outsiders(figures, passage.figures, setting)
    if len(figures) > MOST_CASES:  # those who say nothing are residents: their prices are never cut away
        figures.sort(key=lambda figure: asked.others(" ".join((*figure.row[-1:], *figure.column))))
    figures = [figure for figure in figures if not figure.empty] or figures
    figures = [figure for figure in figures if not apart(question.plain, figure, passage)] or figures
    figures = list(checked(figures, passage.figures, setting.inhabitants))
    return Reading(tuple(figures), len({price(figure) for figure in figures}) == 1)


def _as_good(asked: Asked, best: _Scored, other: _Scored) -> bool:
    """Whether a row is as good as the best but for words that the question does not say, and that neither answers."""
    question, one, two = asked.question, best[2][0].row, other[2][0].row
    if question.figures or question.sums or other[0] < best[0] - TIE - MOST_ASIDE:
        return False
    if not variants(asked.ideas, asked.known, one, two):
        return False
    lost = [unasked(row, asked.known, question.plain) for row in (one, two)]
    return other[0] + lost[1] >= best[0] + lost[0] - TIE


def _rows(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures of each row: those of one line, or of the same labels where a table prints one cell a line."""
    heads: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for one in figures:
        heads.setdefault(one.row, []).append(one.column)
    spread = {row for row, columns in heads.items() if all(columns) and len(set(columns)) == len(columns)}
    rows: dict[tuple[tuple[str, ...], int], list[Figure]] = {}
    for one in figures:
        rows.setdefault((one.row, 0 if one.row in spread else one.line), []).append(one)
    return list(rows.values())


def _row_score(asked: Asked, labels: tuple[str, ...], figures: list[Figure]) -> float:
    """How well a row matches, mostly within 0 and 3: by its words, its figures and brackets, and whom it speaks of."""
    question, label = asked.question, labels[-1] if labels else ""
    own, above = stem_set(ungrouped(label)), stem_set(" ".join(labels[:-1]))
    columns = stem_set(" ".join(c for figure in figures for c in figure.column))
    excluded, _ = denials(" ".join(labels[-2:]))
    refused = question.denied - excluded  # "sans repas" asks for the row "sans repas"
    met = sum(
        idea.weight
        * max(
            meets(idea, own, refused),
            IN_HEADING * meets(idea, above, refused),
            IN_COLUMN * strength(idea, columns),
            IN_HEADING * (strength(idea, asked.title) == 1.0),
            key=abs,
        )
        for idea in asked.ideas
    )
    score = 2 * met / (sum(idea.weight for idea in asked.ideas) or 1.0)
    # "1 famille" counts one thing: its "1" is an article, and must not choose "catégorie 1"
    article = {"1"} if any(one.low == one.high == 1 for one in asked.counts) else set()
    # "3 barques, tranche 1" asks for no tranche 3
    other = of_other_case(" ".join(labels[-2:]), question.plain)
    case = own | {number for _, number in cases_named(fold(" ".join(labels[-2:-1])))}
    score += -OTHER_CASE if other else FIGURE * sum(figure in case for figure in question.figures - article)
    concerned = of_the_case(labels[-2:], asked.ideas)
    score += sum(
        any(in_bracket(one, value) for one in concerned) or any(in_brackets_of(figure, value) for figure in figures)
        for value in question.sums
    )
    score += FITS * asked.fits(labels[-2:])
    score -= unasked(labels, asked.known, question.plain)
    score -= FOREIGN * min(MOST_FOREIGN, foreign(labels[-2:-1], asked.known))
    counted = agreement(label, asked.counts)
    score += COUNTED * counted + PUBLIC * publics.agreement(label, question.plain)
    score -= BUNDLE * (counted < 1 and bundled(fold(" ".join(labels[-2:])), question.plain))
    if asked.others(label):
        score -= OTHER_SIDE
    elif asked.setting.side and (told := told_above(labels, asked.setting.inhabitants)):
        score += OTHER_SIDE if told == asked.setting.side else -OTHER_SIDE
    score += OWN_TOWN * (asked.setting.side != "outsider" and asked.setting.opens(fold(label)))
    score -= ELSEWHERE * (of_elsewhere(fold(label)) or recalled(labels, question.years))
    return score


def _is_told(asked: Asked, labels: tuple[str, ...], figures: list[Figure]) -> bool:
    """Whether anything of the question, a word, a number or a case, stands in the labels of a row."""
    said = (*labels, *(label for figure in figures for label in figure.column))
    held, question = stem_set(" ".join(said)), asked.question
    return (
        any(strength(idea, held) for idea in asked.ideas if idea.subject)
        or not question.figures.isdisjoint(held)
        or any(in_bracket(label, value) for label in said for value in question.sums)
        or asked.fits(said) != 0
        or any(agreement(label, asked.counts) for label in said)
        or any(side_of(label, asked.setting.inhabitants) for label in said)
    )
