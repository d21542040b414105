"""A price times what each of several people has: "2 enfants, 4 repas chacun"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answering.quantities import Quantity, names_one, number_of, per_one, product, thing_of
from bot.understanding.question import Question
from index.analysis import tokens
from knowledge.documents import Figure
from knowledge.figures import french
from knowledge.grids.figures import cents
from knowledge.text import fold

_TIME = re.compile(
    r"\b(?:au|par|la|le|l'|/) ?(heure|jour(?:nee)?|nuit(?:ee)?|semaine|mois|trimestre|saison|annee|an)\b"
)
# "2 enfants, 4 repas chacun": what each of them has.
_APART = re.compile(r"\bchacune?s?\b|\b(?:tous|toutes) les (?:deux|trois|quatre)\b|\bl'?une? et l'?autre\b")
_OFTEN = re.compile(r"\b(\w+) fois\b")
_PEOPLE = frozenset(
    map(thing_of, "enfant eleve adulte personne gosse gamin fille garcon frere soeur jumeau jumelle ado jeune".split())
)
_ACTS = frozenset("repas entree seance sortie passage journee visite cours".split())


def for_each(question: Question, figure: Figure, labels: Sequence[str], around: str, wanted: Sequence[Quantity]) -> str:
    """The price of one time or one thing, times how many each of some people has: "2 enfants, 4 repas chacun"."""
    value, often = figure.value or Decimal(0), _OFTEN.findall(question.plain)
    people = [one for one in wanted if one.thing in _PEOPLE]
    others = [one for one in wanted if one.thing not in _PEOPLE]
    if not _APART.search(question.plain) or len(people) != 1 or len(others) + len(often) != 1:
        return ""
    heads = [word for label in (*figure.column, *figure.row[-1:]) for word in tokens(label)[:1]]
    if others:
        one = any(product(value, "€", text, others) for text in (" . ".join(labels), around))
        number = others[0].number if one or any(names_one(head, labels, others) for head in heads) else None
    else:
        number = number_of(often[0]) if any(head in _ACTS for head in heads) else None
    text = " . ".join(labels)
    per = per_one(text) | {thing_of(word) for word in _TIME.findall(fold(text))}
    if number is None or per - {people[0].thing, *(one.thing for one in others)}:
        return ""
    said = " × ".join(french(factor, "") for factor in (people[0].number, number))
    return f"{said} × {french(value)} = {french(cents(people[0].number * number * value))}"
