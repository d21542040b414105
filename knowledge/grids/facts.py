"""Answers as facts: an answer is a code, or "=" and a number; typed text becomes one or a French refusal."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from knowledge.errors import VademecumError
from knowledge.grids import figures
from knowledge.grids.inputs import Bracket, Derived, Input
from knowledge.grids.table import Case, DecisionTable
from knowledge.text import fold, squeeze

UNKNOWN = "?"
_DONT_KNOW = {"je ne sais pas", "ne sait pas", "sais pas", "inconnu", "inconnue", "?", "nsp", "aucune idee"}
_LARGEST = Decimal(10) ** 9


class BadAnswer(VademecumError):
    """An answer that fits no choice, bracket or quantity; its message says what would."""


@dataclass(frozen=True)
class Fact:
    """What is known of an input: the ``code`` of its choice or bracket, the ``number`` given, or both."""

    code: str = ""
    number: Decimal | None = None


def answer(entry: Input, text: str) -> str:
    """What a person typed for ``entry``, as an answer; :class:`BadAnswer` says in French what would fit."""
    typed = squeeze(text)
    folded = fold(typed).strip(" .!")
    if folded in _DONT_KNOW:
        if entry.unknown:
            return entry.unknown
        raise BadAnswer(f"Il me faut cette réponse pour donner le bon chiffre. {expected(entry)}")
    for choice in entry.choices:
        if folded in {fold(choice.code), fold(choice.label), *map(fold, choice.synonyms)}:
            return choice.code
    for bracket in entry.brackets:
        if folded == fold(bracket.label) or (folded == fold(bracket.code) and figures.number(folded) is None):
            return bracket.code
    if entry.choices:
        raise BadAnswer(f"« {typed[:60]} » n'est pas une réponse possible ici. {expected(entry)}")
    return numbered(entry, _parse(entry, typed))


def numbered(entry: Input, value: Decimal) -> str:
    """``value`` as an answer to ``entry``, or :class:`BadAnswer` when it is out of its bounds."""
    least, most = entry.least, _LARGEST
    whole = entry.whole
    if entry.quantity:
        least, most, whole = entry.quantity.least, entry.quantity.most or _LARGEST, entry.quantity.whole
    if entry.clock:
        most = Decimal(24 * 60)
    if value < least:
        raise BadAnswer(f"{_shown(entry, value)} : c'est trop petit. {expected(entry)}")
    if value > most:
        raise BadAnswer(f"{_shown(entry, value)} : c'est trop grand. {expected(entry)}")
    if whole and value != value.to_integral_value():
        raise BadAnswer(f"Il me faut un nombre entier. {expected(entry)}")
    if entry.brackets and bracket_of(entry.brackets, value) is None:
        raise BadAnswer(f"L'acte ne prévoit rien pour {_shown(entry, value)}. {expected(entry)}")
    return f"={value.normalize():f}"


def fact(entry: Input, given: str) -> Fact | None:
    """The fact an answer states, or ``None`` when it does not fit: a code that has gone, a number out of bounds."""
    if given.startswith("="):
        value = figures.number(given[1:])
        if value is None or entry.choices or entry.derived:
            return None
        try:
            numbered(entry, value)
        except BadAnswer:
            return None
        bracket = bracket_of(entry.brackets, value)
        return Fact(bracket.code if bracket else "", value)
    return Fact(given) if given in entry.codes else None


def bracket_of(brackets: tuple[Bracket, ...], value: Decimal) -> Bracket | None:
    """The bracket that holds ``value``, or ``None`` above the last bound."""
    return next((bracket for bracket in brackets if bracket.holds(value)), None)


def known(table: DecisionTable, answers: Mapping[str, str], doubted: Container[str] = ()) -> dict[str, Fact]:
    """Every fact at hand: the answers, the defaults of what was not answered, and what derives from them.

    The default of an input that is ``doubted`` is not taken for a fact.
    """
    facts: dict[str, Fact] = {}
    for entry in table.inputs:
        given = answers.get(entry.name, "" if entry.name in doubted else entry.default)
        found = fact(entry, given) if given and not entry.derived else None
        if found:
            facts[entry.name] = found
    for entry in table.inputs:
        if entry.derived:
            value = derive(entry.derived, facts)
            bracket = bracket_of(entry.brackets, value) if value is not None else None
            if value is not None and (bracket or not entry.brackets):
                facts[entry.name] = Fact(bracket.code if bracket else "", value)
    return facts


def derive(rule: Derived, facts: Mapping[str, Fact]) -> Decimal | None:
    """The derived quantity, or ``None`` while one of its numbers is missing."""
    values = {name: facts[name].number for name in rule.needs if name in facts}
    start = values.get(rule.origin)
    if start is None:
        return None
    value = start - rule.less
    for name, times in rule.less_each:
        other = values.get(name)
        if other is None:
            return None
        value -= times * other
    value = max(value, Decimal(0))
    if rule.every:
        value = (value / rule.every).to_integral_value(ROUND_CEILING)
    return min(value, rule.at_most) if rule.at_most is not None else value


def matches(case: Case, facts: Mapping[str, Fact]) -> bool:
    """Whether nothing known contradicts ``case``."""
    return all(name not in facts or facts[name].code in codes for name, codes in case)


def shown(entry: Input, given: str) -> str:
    """An answer as a person reads it: "Neuvillois", "2 enfants", "2 441 à 3 100 €", "19 h 10"."""
    found = fact(entry, given)
    if found is None:
        return given.lstrip("=")
    for bracket in entry.brackets:
        if bracket.code == found.code and (entry.money or found.number is None):
            return bracket.label
    if found.number is not None:
        return _shown(entry, found.number)
    return next((c.label for c in entry.choices if c.code == found.code), found.code)


def expected(entry: Input) -> str:
    """What would answer ``entry``, in French."""
    if entry.choices:
        return "Répondez par : " + ", ".join(choice.label for choice in entry.choices) + "."
    if entry.clock:
        return "Donnez une heure, par exemple 18 h 45."
    unit = f" ({entry.unit})" if entry.unit else ""
    sample = "1 500" if entry.money else "3"
    return f"Donnez un nombre{unit}, par exemple {sample}."


def _parse(entry: Input, typed: str) -> Decimal:
    if entry.clock:
        found = figures.minutes(typed)
    else:
        found = figures.number(typed)
        unit = fold(entry.unit).split()
        first, _, rest = fold(typed).partition(" ")
        if found is None and unit and fold(rest) in {unit[0], figures.singular(unit[0]), " ".join(unit)}:
            found = figures.number(first)
    if found is None:
        raise BadAnswer(f"Je ne lis pas de réponse dans « {typed[:60]} ». {expected(entry)}")
    return found


def _shown(entry: Input, value: Decimal) -> str:
    if entry.clock:
        return figures.clock(value)
    return figures.amount(value, entry.unit.partition(" par ")[0] if entry.money else entry.unit)
