"""What the best place of a passage lacks to answer, though its words fit: the form of what is asked, or the thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering import bare, bearing, demands, effort, measures, namesakes, natures, shapes, signals, tallies
from bot.answering.contraries import apart
from bot.answering.matching import Idea
from bot.answering.parts import Seen
from bot.answering.premises import of_other_premises
from bot.answering.rows import Reading
from bot.answering.scattered import scattered
from bot.answering.setting import Setting
from bot.answering.sides import of_others
from bot.answering.spells import only_by_longer
from bot.understanding.question import Question
from bot.understanding.wants import Want, names_only
from knowledge.text import fold


@dataclass(frozen=True)
class Place:
    """Where a passage answers best: the position of a span, how good it is, and the row read when it is in a table.

    ``chance`` says that it is a row of which nothing but its table says the subject.
    """

    best: int
    score: float
    near: float
    reading: Reading | None = None
    chance: bool = False


def nothing_asked(question: Question, ideas: Sequence[Idea], one: Seen, place: Place, setting: Setting) -> bool:
    """Whether nothing there has the form of what is asked, or bears its name: another passage then comes first."""
    passage, spans, reading = one.passage, one.spans, place.reading
    told, labels = spans[place.best], reading.labels if reading else ()
    money = Want.MONEY in question.wants
    rated = reading is not None and one.rates and effort.applies(question, passage)
    priced = reading is not None and money and all(figure.unit == "€" or figure.worded for figure in reading.figures)
    if not (rated or priced) and signals.lacks_value(question, spans, place.best, one.rows, setting.homes):
        return True
    if money and not reading and bearing.of_another_case(ideas, told):
        return True
    if money and natures.of_another(question.plain, natures.above(passage.path), labels, told.clean):
        return True
    if shapes.misses(question.plain, question.wants, told.clean, _near_by(one, place), one.text):
        return True
    if not reading and demands.unmet(
        question.plain, question.wants, ideas, _told(one, place), _near_by(one, place), passage.path
    ):
        return True
    if namesakes.another(question.plain, one.text) or of_other_premises(question.plain, ideas, one):
        return True
    return not reading and namesakes.of_another_place(question.plain, told.clean)


def another_thing(question: Question, ideas: Sequence[Idea], one: Seen, place: Place, setting: Setting) -> bool:
    """Whether what is told there is of another thing than the one asked: told as it is, it would mislead."""
    passage, reading = one.passage, place.reading
    plain, money, labels = question.plain, Want.MONEY in question.wants, reading.labels if reading else ()
    if place.chance or scattered(question, ideas, one, place.best, reading):
        return True
    said = fold(one.spans[place.best].clean)
    if demands.denies(plain, said) or demands.of_before(plain, question.wants, said, fold(_told(one, place))):
        return True
    if tallies.counts_something_else(question, (*passage.path, *labels), one.spans, place.best):
        return True
    told = [one.spans[place.best].clean] if money else []
    if reading:
        if bare.of_another_row(question, ideas, one.path | one.topic | one.heads, reading):
            return True
        if money and Want.RATE not in question.wants and _only_rates(one, reading, question):
            return True
        told = [" ".join((*figure.row[-1:], *figure.column)) for figure in reading.figures]
        if reading.empty or of_others(reading.figures, passage.figures, setting):
            return True
        if all(apart(plain, figure, passage) for figure in reading.figures):
            return True
    if measures.lasts_otherwise(plain, question.text, told):
        return True
    longer = money or (bool(labels) and names_only(plain))
    return longer and only_by_longer(plain, " ".join([_near_by(one, place), *passage.path[1:]]), labels)


def _told(one: Seen, place: Place) -> str:
    """The text of the best place, and of the part after it."""
    return " ".join(span.clean for span in one.spans[place.best : place.best + 2])


def _near_by(one: Seen, place: Place) -> str:
    """The text right before, and right after, the best place."""
    return " ".join(span.clean for span in one.spans[max(0, place.best - 1) : place.best + 3])


def _only_rates(one: Seen, reading: Reading, question: Question) -> bool:
    """Whether a row gives but rates, of no income: a price asked is not what a deposit or a rebate is a share of."""
    of_income = one.rates and effort.applies(question, one.passage)
    return not of_income and all(figure.unit == "%" for figure in reading.figures)
