"""Reading the cell of a table that a question is about, and saying which row and column were read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bot.answering import measures, publics, seasons
from bot.answering.contraries import apart
from bot.answering.counts import Count, agreement, counts_asked
from bot.answering.dated import applies, in_force, recalled
from bot.answering.extras import without
from bot.answering.incomes import in_bracket, of_the_case
from bot.answering.matching import Idea, stem_set, strength
from bot.answering.naming import price
from bot.answering.plausible import checked
from bot.answering.quantities import cases_named, of_other_case
from bot.answering.setting import Setting
from bot.answering.shares import priced
from bot.answering.sides import for_outsiders, told_above
from bot.answering.wholes import tells_the_whole, whole_asked
from bot.understanding.question import Question, denied
from bot.understanding.residence import of_elsewhere, side_of
from knowledge.documents import Figure, Passage
from knowledge.text import fold, ungrouped

TIE, MOST_ROWS, MOST_CASES = 0.05, 8, 8
# What a word earns above a row or at the head of its column, where in the row's own label it earns 1.
IN_HEADING, IN_COLUMN = 0.7, 0.4
FIGURE = 0.5
FOREIGN, MOST_FOREIGN, ELSEWHERE = 0.06, 4, 1.5
OTHER_SIDE, UNASKED_DENIAL, DENIED_HEAD = 0.6, 0.5, 0.3
COUNTED, FITS, HALF, BUNDLE, PUBLIC, OWN_TOWN = 0.5, 0.8, 0.5, 1.5, 1.0, 1.0
OTHER_CASE = 1.0
COLUMN_FIGURE, COLUMN_FOREIGN = 3.0, 0.1  # beside what a word weighs
_YEARS = frozenset({"an", "ans"})
# Several of a thing sold together are not the price of one.
_BUNDLE = re.compile(r"\b(carnet|carte|forfait|abonnement|lot|pack)s? (?:de |d')?(?!un\b|une\b|1\b)(?:\d+|dix|douze)\b")
# Who says nothing pays the full price.
_FULL = re.compile(r"\b(?:plein tarif|tarif (?:plein|normal))\b")
_HALF = re.compile(r"\bdemi\b")
# "ménage non fait" names a failing, and leaves nothing out.
_DENIED = re.compile(r"\b(?:non(?! (?:faite?|rendue?|realisee?|effectuee?|restituee?|respectee?)s?\b)|hors|sans|pas)\b")


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
        return tuple(label for one in self.figures for label in (*one.row, *one.column))


@dataclass(frozen=True)
class _Asked:
    """A question ready to be looked for among rows: the stems that say it, and whose prices it asks for."""

    question: Question
    ideas: Sequence[Idea]
    known: frozenset[str]
    setting: Setting
    counts: tuple[Count, ...] = ()
    measured: tuple[measures.Measure, ...] = ()
    day: seasons.Day | None = None
    text: str = ""  # the passage, folded
    title: frozenset[str] = frozenset()  # what the title right above the table says
    settled: bool = False  # whether its act was voted, and applies on that day

    def fits(self, labels: Sequence[str]) -> int:
        """1 when a bracket of measures or a season printed in ``labels`` holds what is asked, -1 when one does not."""
        told = [measures.agreement(label, self.measured) for label in labels]
        told += [seasons.holds(label, self.text, self.day) for label in labels]
        return -1 if -1 in told else max(told, default=0)

    def others(self, label: str) -> bool:
        """Whether a label speaks of the other side only; who says nothing is a resident."""
        told = side_of(label, self.setting.inhabitants)
        return told != "" and told != (self.setting.side or "resident")


def read_row(question: Question, ideas: Sequence[Idea], passage: Passage, setting: Setting) -> Reading | None:
    """The row of ``passage`` that a question's words and figures settle best in a setting, or None without a table."""
    rows = _rows(priced(question, without(question, passage.figures), passage.clean))
    if not rows:
        return None
    day = seasons.day_asked(question.text, question.day)
    known = frozenset().union(*(idea.said for idea in ideas))
    counts, measured = counts_asked(question.plain), measures.measures_asked(question.text)
    text, title = fold(passage.clean) if day else "", stem_set(" ".join(passage.path[1:][-1:]))
    asked = _Asked(question, ideas, known, setting, counts, measured, day, text, title, applies(passage, setting.on))
    scored = [(_row_score(asked, row[0].row, row), row[0].line, row) for row in rows]
    scored.sort(key=lambda one: (-one[0], one[1]))
    best = scored[0][0]
    # Where the titles alone say what is asked, no row says it better than another.
    told = any(_is_told(asked, row[0].row, row) for row in rows)
    tied = [figures for score, _, figures in scored if score >= best - TIE or not told][:MOST_ROWS]
    figures = [figure for row in tied for figure in _column(asked, row)]
    figures = for_outsiders(figures, passage.figures, setting)
    if len(figures) > MOST_CASES:  # those who say nothing are residents: their prices are never cut away
        figures.sort(key=lambda figure: asked.others(" ".join((*figure.row[-1:], *figure.column))))
    figures = [figure for figure in figures if not figure.empty] or figures
    figures = [figure for figure in figures if not apart(question.plain, figure, passage)] or figures
    figures = list(checked(figures, passage.figures, setting.inhabitants))
    return Reading(tuple(figures), len({price(figure) for figure in figures}) == 1)


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


def _row_score(asked: _Asked, labels: tuple[str, ...], figures: list[Figure]) -> float:
    """How well a row matches, mostly within 0 and 3: by its words, its figures and brackets, and whom it speaks of."""
    question, label = asked.question, labels[-1] if labels else ""
    own, above = stem_set(ungrouped(label)), stem_set(" ".join(labels[:-1]))
    columns = stem_set(" ".join(c for figure in figures for c in figure.column))
    excluded, denying = _denials(" ".join(labels[-2:]))
    refused = question.denied - excluded  # "sans repas" asks for the row "sans repas"
    met = sum(
        idea.weight
        * max(
            _held(idea, own, refused),
            IN_HEADING * _held(idea, above, refused),
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
        any(in_bracket(one, value) for one in concerned) or any(_held_by(figure, value) for figure in figures)
        for value in question.sums
    )
    score += FITS * asked.fits(labels[-2:])
    score -= FOREIGN * min(MOST_FOREIGN, _foreign(labels[-1:], asked.known))
    score -= FOREIGN * min(MOST_FOREIGN, _foreign(labels[-2:-1], asked.known))
    counted = agreement(label, asked.counts)
    score += COUNTED * counted + PUBLIC * publics.agreement(label, question.plain)
    bundle = _BUNDLE.search(fold(label))
    score -= BUNDLE * (bundle is not None and counted < 1 and bundle[1] not in question.plain)
    if asked.others(label):
        score -= OTHER_SIDE
    elif asked.setting.side and (told := told_above(labels, asked.setting.inhabitants)):
        score += OTHER_SIDE if told == asked.setting.side else -OTHER_SIDE
    score += OWN_TOWN * (asked.setting.side != "outsider" and asked.setting.opens(fold(label)))
    score -= ELSEWHERE * (of_elsewhere(fold(label)) or recalled(labels, question.years))
    if denying and not _DENIED.search(question.plain):
        score -= UNASKED_DENIAL
    return score


def _is_told(asked: _Asked, labels: tuple[str, ...], figures: list[Figure]) -> bool:
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


def _held(idea: Idea, held: frozenset[str], refused: frozenset[str]) -> float:
    """As ``strength``, but below zero for who names a word that the question excludes ("non abonné")."""
    said = idea.own & refused
    return -strength(idea, held) if said and (said == idea.own or said <= held) else strength(idea, held)


def _foreign(labels: Sequence[str], known: frozenset[str]) -> int:
    """How many words of a label the question does not say: what stands in parentheses only explains, and is not one."""
    return len(_telling(" ".join(labels)) - known)


@lru_cache(maxsize=4_096)
def _telling(label: str) -> frozenset[str]:
    words = stem_set(_FULL.sub(" ", fold(re.sub(r"\([^)]*\)", " ", label))))
    return frozenset(word for word in words if word.isalpha() and len(word) > 2)


@lru_cache(maxsize=4_096)
def _denials(label: str) -> tuple[frozenset[str], bool]:
    """The stems of what a label excludes ("sans repas"), and whether it denies anything."""
    folded = fold(label)
    return denied(folded), _DENIED.search(folded) is not None


def _column(asked: _Asked, figures: list[Figure]) -> list[Figure]:
    """The figures of the columns that the question names; all of them when it names none."""
    # "non-résident" says the word of the residents' column too: whose prices they are is settled before any word. Who
    # says nothing is told both.
    if asked.setting.side:
        figures = [figure for figure in figures if not asked.others(" ".join(figure.column))] or figures
    figures = in_force(figures, _heads, asked.question.years, asked.setting.on, settled=asked.settled)
    counted = [agreement(" ".join(figure.column), asked.counts) for figure in figures]
    figures = [figure for figure, agrees in zip(figures, counted, strict=True) if agrees == max(counted)]
    figures = [one for one in figures if any(_held_by(one, value) for value in asked.question.sums)] or figures
    if whole_asked(asked.question.plain):
        figures = [figure for figure in figures if tells_the_whole(_heads(figure))] or figures
    fitting = [asked.fits(figure.column) for figure in figures]
    figures = [figure for figure, fits in zip(figures, fitting, strict=True) if fits == max(fitting)]
    if len(figures) < 2:
        return figures
    # "concession 30 ans" says how long: its "ans" must not choose the column "Enfant de moins de 10 ans"
    ideas = [idea for idea in asked.ideas if idea.term.word not in _YEARS]
    scores = []
    for figure in figures:
        heads = " ".join(figure.column)
        against = DENIED_HEAD if _denials(heads)[1] and not side_of(heads, asked.setting.inhabitants) else 0.0
        held = stem_set(heads)
        refused = asked.question.denied - denied(fold(heads))
        met = sum(idea.weight * _held(idea, held, refused) for idea in ideas)
        if _HALF.search(fold(heads)) and not _HALF.search(asked.question.plain):
            met *= HALF
        if any(strength(idea, stem_set(" ".join(figure.column[-1:]))) for idea in ideas):
            sided = side_of(figure.column[-1], asked.setting.inhabitants) != ""  # whose price it is needs not be asked
            met -= COLUMN_FOREIGN * min(MOST_FOREIGN, _foreign(figure.column[-1:], asked.known) - sided)
        scores.append(met + COLUMN_FIGURE * sum(figure in held for figure in asked.question.figures) - against)
    top = max(scores)
    return [figure for figure, score in zip(figures, scores, strict=True) if score >= top - 1e-9]


def _held_by(figure: Figure, value: Decimal) -> bool:
    return any(in_bracket(label, value) for label in figure.column)


def _heads(figure: Figure) -> str:
    return " ".join(figure.column)
