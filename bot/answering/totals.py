"""Computing what a question counts from the prices of a table: each quantity by the price that names its thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from bot.answering.candidates import Candidate
from bot.answering.counts import Count, agreement
from bot.answering.matching import stem_set
from bot.answering.measures import agreement as bracketed
from bot.answering.measures import measures_asked
from bot.answering.quantities import Quantity, by_lots, product, quantities, thing_of
from bot.understanding.question import Question
from index.analysis import stem, tokens
from knowledge.documents import Figure
from knowledge.figures import amounts, french
from knowledge.grids.figures import cents
from knowledge.text import fold

# "abonnement compris", "+ la prise": something else is to be added to the price.
_INCLUDED = re.compile(r"\b(?P<what>\w{3,}) compris(?:e|es)?\b")
_ADDED = re.compile(r"\+ ?(?!\d)")
_CAPPED = re.compile(
    r"\b(?:dans la limite de|sans (?:pouvoir )?(?:depasser|exceder)|ne peut (?:pas )?(?:depasser|exceder)|plafonnee? a|"
    r"maximum de|au plus)\s"
)


def asked(question: Question) -> tuple[Quantity, ...]:
    """The quantities that a question gives."""
    return quantities(question.plain, question.text)


def accounted(question: Question, quantity: Quantity, labels: Sequence[str]) -> bool:
    """Whether labels say a quantity themselves: "2 enfants", "Carnet de 10 entrées", "8 à 9,49 m"."""
    number = int(quantity.number)
    if any(agreement(label, [Count(quantity.thing, number, number)]) > 0 for label in labels):
        return True
    said = [pair for label in labels for pair in pairwise(tokens(label))]
    if any(count == str(number) and thing_of(thing) == quantity.thing for count, thing in said):
        return True
    if quantity.thing != thing_of("m"):
        return False
    return any(bracketed(label, measures_asked(question.text)) > 0 for label in labels)


def total(question: Question, candidate: Candidate, figure: Figure, around: str) -> str:
    """The computation of all that the question counts, said in French, or "" when the table does not allow it.

    ``around`` tells what the prices are for beside the labels: the title, what introduces the table.
    """
    if figure.value is None or figure.doubt or _ADDED.search(question.text):
        return ""
    every, labels = asked(question), (*figure.row, *figure.column)
    wanted = [one for one in every if not accounted(question, one, labels)]
    if not wanted or figure.unit != "€":
        return ""
    fixed = _included(question, candidate, figure)
    if fixed is None:
        return ""
    done = _summed(candidate, figure, wanted) or _product(figure, labels, around, every, wanted)
    done = done or by_lots(figure.value, " . ".join([*labels, around]), wanted)
    result = amounts(done.rsplit("=", 1)[-1])[0].value if done else Decimal(0)
    if not done or _over(candidate, result):
        return ""
    if not fixed:
        return done
    return f"{done.rsplit(' = ', 1)[0]} + {french(fixed)} = {french(cents(result + fixed))}"


def _product(
    figure: Figure, labels: Sequence[str], around: str, every: Sequence[Quantity], wanted: Sequence[Quantity]
) -> str:
    """A price times the quantities, by its own labels first, then by what stands around the table."""
    value = figure.value or Decimal(0)
    for text in (" . ".join(labels), around):
        # "par élève et par jour" multiplies by days that a label holds too ("séjour de 5 à 10 jours")
        for some in (wanted, every):
            if found := product(value, figure.unit, text, some):
                return found[1]
    head = tokens(figure.column[-1])[:1] if figure.column else []
    if len(wanted) == 1 and head and thing_of(head[0]) == wanted[0].thing and not head[0].endswith("s"):
        found = product(value, figure.unit, f"par {head[0]}", wanted)
        return found[1] if found else ""
    return ""


def _summed(candidate: Candidate, figure: Figure, wanted: Sequence[Quantity]) -> str:
    """Several things, each by the price of its own column on the row read ("par adulte", "par enfant")."""
    row = [one for one in candidate.passage.figures if one.line == figure.line and one.row == figure.row]
    parts: list[tuple[Decimal, Decimal]] = []
    for quantity in wanted:
        named = [one for one in row if quantity.thing in {thing_of(word) for word in tokens(" ".join(one.column))}]
        if len(named) != 1 or named[0].value is None or named[0].doubt:
            return ""
        parts.append((quantity.number, named[0].value))
    if len({quantity.thing for quantity in wanted}) < 2:
        return ""
    said = " + ".join(f"{french(number, '')} × {french(value)}" for number, value in parts)
    return f"{said} = {french(cents(sum((number * value for number, value in parts), Decimal(0))))}"


def _included(question: Question, candidate: Candidate, figure: Figure) -> Decimal | None:
    """The price of what the question says is included, on another row of the column: 0 for nothing, None unknown."""
    match = _INCLUDED.search(fold(question.text))
    if not match or stem(match["what"]) in stem_set(" ".join((*figure.row, *figure.column))):
        return Decimal(0)
    named = [
        one.value
        for one in candidate.passage.figures
        if one.column == figure.column
        and one.row[:-1] == figure.row[:-1]
        and stem(match["what"]) in stem_set(one.row[-1])
    ]
    return named[0] if len(named) == 1 else None


def _over(candidate: Candidate, result: Decimal) -> bool:
    """Whether the passage caps what it gives below a result."""
    folded = fold(candidate.passage.clean)
    caps = (amounts(folded[match.end() : match.end() + 20])[:1] for match in _CAPPED.finditer(folded))
    return any(cap[0].value < result for cap in caps if cap and cap[0].unit == "€")
