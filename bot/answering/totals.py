"""Computing what a question counts from the prices of a table: each quantity by the price that names its thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from bot.answering.candidates import Candidate
from bot.answering.counting import TIMES, asked, uncounted
from bot.answering.each import for_each
from bot.answering.matching import stem_set
from bot.answering.quantities import (
    Quantity,
    by_lots,
    in_units,
    names_one,
    number_of,
    product,
    thing_of,
)
from bot.answering.stages import staged
from bot.understanding.question import Question
from index.analysis import is_said, stem, tokens
from knowledge.documents import Figure
from knowledge.figures import amounts, french, sums
from knowledge.grids.figures import cents
from knowledge.text import fold

# "abonnement compris", "+ la prise": something else is to be added to the price.
_INCLUDED = re.compile(
    r"\by (?:compris|inclus) (?:la |le |les |l'|l )?(?P<other>\w{3,})|\b(?P<what>\w{3,}) (?:compris|inclus)(?:e|es)?\b"
)
_SIZES = frozenset(map(thing_of, ("metre", "m2", "m3")))
_EACH_TIME = re.compile(
    r"\b(?:au|par|a la|le|la|a l'|l'|/) ?"
    r"(heure|jour(?:nee)?|nuit(?:ee)?|semaine|mois|trimestre|semestre|saison|annee|an)\b"
)
_PERIOD = re.compile(r"\b(?:par|a la|au|la|l|le|chaque) (semaine|mois|trimestre|an|annee)\b")
_OF_A_DAY = frozenset(map(thing_of, "matin midi soir mercredi samedi dimanche".split()))
# A price for a longer time, or for a shorter one, than what is counted.
_FLAT = re.compile(
    r"\b(?:forfaits?|abonnements?|mensuel\w*|mois|annuel\w*|annee|an|trimestr\w*|semaines?|week|heures?|minutes?|h|et)\b"
)
_EARNED = re.compile(r"\b\d{3,} (?:euros? )?(?:nets? |bruts? )?(?:par|le) mois\b")
_JOINS = frozenset(("et", "plus", "puis", "avec", "pour"))
_ADDED = re.compile(r"\+ ?(?!\d)")
CAPPED = re.compile(
    r"\b(?:dans la limite de|sans (?:pouvoir )?(?:depasser|exceder)|ne peut (?:pas )?(?:depasser|exceder)|"
    r"plafonnee?s? a|maximum de|au plus|jusqu'a)\s"
)


def adds(question: Question) -> bool:
    """Whether the question adds something to what it asks the price of ("+ la prise")."""
    return _ADDED.search(question.text) is not None


def included(question: Question) -> str:
    """The stem of what the question says is included ("abonnement compris"), or ""."""
    match = _INCLUDED.search(fold(question.text))
    return stem(match["other"] or match["what"]) if match else ""


def total(question: Question, candidate: Candidate, figure: Figure, around: str) -> str:
    """The computation of all that the question counts, said in French, or "" when the table does not allow it.

    ``around`` tells what the prices are for beside the labels: the title, what introduces the table.
    """
    if adds(question):
        return ""
    fixed = _included(question, candidate, figure)
    fixed = _once(question, candidate, figure) if fixed == 0 else fixed
    done = times(question, candidate, figure, around) if fixed is not None else ""
    if not done or not fixed:
        return done
    return f"{done.rsplit(' = ', 1)[0]} + {french(fixed)} = {french(cents(result(done) + fixed))}"


def times(question: Question, candidate: Candidate, figure: Figure, around: str) -> str:
    """The price times all that the question counts, whatever else it wants added, or "" when the table says not how."""
    every, labels = asked(question), figure.labels
    wanted = uncounted(question, figure)
    if not wanted or figure.unit != "€" or figure.value is None or figure.doubt or any(one.names for one in wanted):
        return ""
    if len(set(_PERIOD.findall(_EARNED.sub(" ", question.plain)))) > 1:  # "4 jours par semaine, combien par mois ?"
        return ""
    if any(sums(label) for label in figure.row[:-1]):  # a row taken for a heading may be the one asked about
        return ""
    if (told := staged(candidate, wanted, figure)) is not None:
        return told
    done = _summed(question, candidate, figure, wanted) or _product(figure, labels, around, every, wanted)
    done = done or by_lots(figure.value, " . ".join([*labels, around]), wanted)
    done = done or for_each(question, figure, labels, around, wanted)
    return "" if done and over(candidate, done) else done


def _product(
    figure: Figure, labels: Sequence[str], around: str, every: Sequence[Quantity], wanted: Sequence[Quantity]
) -> str:
    """A price times the quantities, by its own labels first, then by what stands around the table."""
    value = figure.value or Decimal(0)
    if _otherwise_by(labels, [one.thing for one in every]):
        return ""
    for text in (" . ".join(labels), around):
        # "par élève et par jour" multiplies by days that a label holds too ("séjour de 5 à 10 jours")
        for some in (wanted, every):
            if found := product(value, figure.unit, text, some):
                return found[1]
    for label in (*figure.column[-1:], *figure.row[-1:]):
        head = [word for word in tokens(label) if is_said(word)][:1]
        if head and names_one(head[0], (*figure.row[-1:], *figure.column), wanted):
            found = product(value, figure.unit, f"par {head[0]}", wanted)
            return found[1] if found else ""
    # "Garderie soir" is the price of one evening
    said = {thing_of(word) for label in labels for word in tokens(label)}
    if len(wanted) == 1 and wanted[0].thing in _OF_A_DAY & said and not _FLAT.search(fold(" . ".join(labels))):
        found = product(value, figure.unit, f"par {wanted[0].thing}", wanted)
        return found[1] if found else ""
    return ""


def of_labels(figure: Figure, wanted: Sequence[Quantity]) -> str:
    """A price times quantities of which its own labels say that it is the price of one, or ""."""
    return _product(figure, figure.labels, "", wanted, wanted)


def _otherwise_by(labels: Sequence[str], things: Sequence[str]) -> bool:
    """Whether labels say that a price is for a size or a time that the question does not count.

    "Marché, le mètre" is no price of days alone, nor "Abonné (au trimestre)" one of days; a day may go unsaid.
    """
    text = fold(in_units(" . ".join(labels)))
    times, asked_times = {thing_of(word) for word in _EACH_TIME.findall(text)}, TIMES & set(things)
    sizes = _SIZES & {thing_of(word) for word in tokens(text)}
    return bool(sizes - set(things)) or bool(times and asked_times and not times & asked_times)


def _summed(question: Question, candidate: Candidate, figure: Figure, wanted: Sequence[Quantity]) -> str:
    """Several things, each by the price of its own column on the row read ("par adulte", "par enfant")."""
    row = [one for one in candidate.passage.figures if one.line == figure.line and one.row == figure.row]
    priced: list[Figure] = []
    for place, quantity in enumerate(wanted):
        named = [one for one in row if quantity.thing in {thing_of(word) for word in tokens(" ".join(one.column))}]
        if len(named) > 1:
            # "4 repas et 4 accueils du soir": what follows the thing tells its column from "Accueil matin"
            after = _after(question, quantity, wanted[:place].count(quantity))
            named = [one for one in named if after & (stem_set(" ".join(one.column)) - _elsewhere(one, named))]
        if len(named) != 1 or named[0].value is None or named[0].doubt:
            return ""
        priced.append(named[0])
    if len(wanted) < 2 or len({one.column for one in priced}) < len(wanted):
        return ""
    parts = [(one.number, cell.value or Decimal(0)) for one, cell in zip(wanted, priced, strict=True)]
    said = " + ".join(f"{french(number, '')} × {french(value)}" for number, value in parts)
    return f"{said} = {french(cents(sum((number * value for number, value in parts), Decimal(0))))}"


def _after(question: Question, quantity: Quantity, place: int) -> frozenset[str]:
    """The stems of the few words that follow a thing counted, up to the next one; ``place`` counts those alike."""
    said = tokens(question.plain)
    counted = [(number_of(number), thing_of(thing)) for number, thing in pairwise(said)]
    found = [at for at, one in enumerate(counted) if one == (quantity.number, quantity.thing)][place:]
    words = said[found[0] + 2 : found[0] + 5] if found else ()
    return stem_set(" ".join(takewhile(lambda word: word not in _JOINS and number_of(word) is None, words)))


def _elsewhere(figure: Figure, figures: Sequence[Figure]) -> frozenset[str]:
    """The stems of the columns of the other figures."""
    return frozenset().union(*(stem_set(" ".join(one.column)) for one in figures if one is not figure))


def _included(question: Question, candidate: Candidate, figure: Figure) -> Decimal | None:
    """The price of what the question says is included, on another row of the column: 0 for nothing, None unknown."""
    what = included(question)
    if not what or what in stem_set(" ".join(figure.labels)):
        return Decimal(0)
    named = [
        one.value
        for one in candidate.passage.figures
        if one.column == figure.column and one.row[:-1] == figure.row[:-1] and what in stem_set(one.row[-1])
    ]
    return named[0] if len(named) == 1 else None


def _once(question: Question, candidate: Candidate, figure: Figure) -> Decimal | None:
    """What is paid once before a price by the day, where the question names both: "capture, 9 € ; garde, par jour"."""
    heads = [
        one
        for one in candidate.passage.figures
        if figure.row[:-1] and one.row[-1:] == figure.row[-2:-1] and one.unit == "€" and one.line == figure.line
    ]
    first = [next(iter(tokens(label)), "") for label in (*(one.row[-1] for one in heads[:1]), figure.row[-1])]
    said = stem_set(question.plain)
    # "capturé, gardé" names the capture and the keeping
    if len(heads) != 1 or not all(any(one.startswith(stem(word)[:5]) for one in said) for word in first):
        return Decimal(0)
    return None if heads[0].doubt else heads[0].value


def over(candidate: Candidate, done: str) -> bool:
    """Whether the passage caps what it gives below the result of a computation."""
    value = result(done)
    folded = fold(candidate.passage.clean)
    caps = (amounts(folded[match.end() : match.end() + 20])[:1] for match in CAPPED.finditer(folded))
    return any(cap[0].value < value for cap in caps if cap and cap[0].unit == "€")


def result(done: str) -> Decimal:
    """What a computation comes to."""
    return amounts(done.rsplit("=", 1)[-1])[0].value
