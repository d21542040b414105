"""What a question counts ("3 enfants, 2 semaines"), and what of it the labels of a price do not count themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.answering.counts import Count, agreement
from bot.answering.measures import agreement as bracketed
from bot.answering.measures import measures_asked
from bot.answering.quantities import Quantity, cases_named, number_of, quantities, thing_of
from bot.understanding.question import Question
from index.analysis import tokens
from knowledge.documents import Figure
from knowledge.text import fold

TIMES = frozenset(map(thing_of, "heure jour nuit semaine mois trimestre semestre saison annee an".split()))
_SQUARE = re.compile(r"\bmetres? carres?\b")
_APIECE = re.compile(r"\b(?:par|chaque) (\w{3,})")


def asked(question: Question) -> tuple[Quantity, ...]:
    """The quantities that a question gives; an income, a quotient or what a parcel is called counts nothing."""
    called = {reference.rpartition(" ")[2] for reference in question.references}
    given = quantities(question.plain, question.text)
    return tuple(one for one in given if one.number != question.income and str(one.number) not in called)


def apiece(question: Question) -> frozenset[str]:
    """The things of which the question asks the price of one: "tarif par barque"."""
    return frozenset(thing_of(word) for word in _APIECE.findall(question.plain))


def accounted(question: Question, quantity: Quantity, labels: Sequence[str]) -> bool:
    """Whether labels say a quantity themselves: "2 enfants", "Carnet de 10 entrées", "8 à 9,49 m", "Forfait 3"."""
    number = int(quantity.number)
    if quantity.names and any((quantity.names, str(number)) in cases_named(label) for label in labels):
        return True
    if any(agreement(label, [Count(quantity.thing, number, number)]) > 0 for label in labels):
        return True
    said = [pair for label in labels for pair in pairwise(tokens(_SQUARE.sub("m2", fold(label))))]
    if any(number_of(count) == number and thing_of(thing) == quantity.thing for count, thing in said):
        return True
    if quantity.thing != thing_of("m"):
        return False
    return any(bracketed(label, measures_asked(question.text)) > 0 for label in labels)


def uncounted(question: Question, figure: Figure) -> tuple[Quantity, ...]:
    """The quantities of the question that the labels of a figure do not count themselves."""
    labels = figure.labels
    return tuple(one for one in asked(question) if not accounted(question, one, labels))


def left(question: Question, labels: Sequence[str], told: Sequence[str]) -> tuple[Quantity, ...]:
    """The quantities that neither the labels read nor what is told beside them count, nor the price of one is asked."""
    one = apiece(question)
    # "Tranche 3" counts no three of anything
    held = {token for label in labels for token in tokens(label)} - {
        number for label in labels for _, number in cases_named(fold(label))
    }
    return tuple(
        quantity
        for quantity in asked(question)
        if not (str(quantity.number) in held and not _of_a_time(quantity, labels))
        and quantity.thing not in one
        and not accounted(question, quantity, [*labels, *told])
    )


def _of_a_time(quantity: Quantity, labels: Sequence[str]) -> bool:
    """Whether labels say that number of days or hours only: "week-end (2 jours)" counts no two of anything."""
    told = [one.thing for label in labels for one in quantities(fold(label)) if one.number == quantity.number]
    return bool(told) and quantity.thing not in TIMES and all(thing in TIMES for thing in told)
