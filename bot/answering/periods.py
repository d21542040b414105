"""Prices of each period begun ("4 € par demi-heure entamée après 18 h"), counted from the hours a question tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from bot.answering.candidates import Candidate
from bot.answering.cases import Cases, cases_asked, suits
from bot.answering.doubting import misread
from bot.answering.measures import hours
from bot.answering.quantities import Quantity, thing_of
from bot.understanding.question import Question
from index.analysis import stem
from knowledge.documents import Figure
from knowledge.figures import french, sums
from knowledge.grids.figures import cents
from knowledge.text import fold

_BEGUN = re.compile(
    r"\b(?:par |la |chaque |toute |le |l'|d')?(?P<unit>demi[- ]heure|quart d'heure|heure|"
    r"(?:tranche|periode|fraction|plage) de (?P<minutes>\d{1,2}) ?(?:minutes?|min|mn))s?"
    r"(?: (?!et\b)\w+){0,2} (?P<said>entamee?|commencee?)s?\b(?:,? et par (?P<thing>\w{3,}))?"
)
_MINUTES = {"demi-heure": 30, "demi heure": 30, "quart d'heure": 15, "heure": 60}
_CLOCK = r"(\d{1,2} ?h(?:eures?)? ?(?:\d\d)?)(?!\d)"
_LIMIT = re.compile(rf"\b(?:apres|au[- ]dela de|a (?:partir|compter) de|passe) {_CLOCK}")
_STAY = re.compile(rf"\b(?:de|entre) {_CLOCK} ?(?:a|et|jusqu'a) {_CLOCK}")
_RANGE = re.compile(rf"{_CLOCK} ?(?:[-–]|a|et) ?{_CLOCK}")
_LATE = re.compile(
    r"\b(\d{1,3}) ?(?:minutes?|min|mn)\b(?: \w+){0,2} retard\b|\bretard (?:\w+ )?(\d{1,3}) ?(?:minutes?|min|mn)\b"
)
_CLAUSE = re.compile(r"(?<=;)\s|(?<=\.)\s+(?=[A-ZÀ-Þ])")
_HOUSEHOLD = frozenset(map(stem, ("famille", "foyer")))
# Lateness of half a day is a slip of the pen, and what is said of the rule stands a line or two above it.
MOST_MINUTES, ABOVE = 240, 2


def overrun(question: Question, candidate: Candidate, asked: Sequence[Quantity]) -> str:
    """The price of the periods begun since the hour that the rule states, said in French, or "" without both hours.

    A rule that holds from the third time on is computed for who tells which time it is.
    """
    rules = [one for clause in _CLAUSE.split(candidate.span.clean) if (one := _rule(clause))]
    if len(rules) != 1:
        return ""
    clause, begun, price = rules[0]
    if cases_asked(clause).ranks and suits(Cases(ranks=cases_asked(question.plain).ranks), clause) < 1:
        return ""
    limits = _limits(candidate, clause)
    told = _late(question, limits)
    if told is None:
        return ""
    late, since = told
    return _said(begun, late, since, price, asked)


def stay(question: Question, figure: Figure, around: str, asked: Sequence[Quantity]) -> str:
    """The price of the periods begun between the two hours of a stay, within those of the row read, or ""."""
    labels = " . ".join(figure.labels)
    begun = _BEGUN.search(fold(f"{labels} . {around}"))
    found = _STAY.search(fold(question.text))
    if not begun or not found or figure.value is None:
        return ""
    (since, until), ranges = (hours(found[1]), hours(found[2])), _RANGE.findall(fold(labels))
    if not all(hours(low) <= since < until <= hours(high) for low, high in ranges) or since >= until:
        return ""
    return _said(begun, round((until - since) * 60), f"De {_hour(found[1])} à {_hour(found[2])}", figure.value, asked)


def _rule(clause: str) -> tuple[str, re.Match[str], Decimal] | None:
    """A clause that gives one sure price for a period begun: folded, with the period and the price."""
    priced, folded = sums(clause), fold(clause)
    found = list(_BEGUN.finditer(folded))
    if len(priced) != 1 or len(found) != 1 or priced[0].doubt:
        return None
    return folded, found[0], priced[0].value


def _limits(candidate: Candidate, clause: str) -> set[str]:
    """The hours that the rule, else what stands right above it, counts from; none when the page may be misread."""
    near = candidate.spans[max(0, candidate.best - ABOVE) : candidate.best + 1]
    for span, text in ((candidate.span, clause), *((one, fold(one.clean)) for one in reversed(near))):
        if found := set(_LIMIT.findall(text)):
            numbers = re.findall(r"\d+", " ".join(found))
            return set() if any(misread(candidate.passage, span, one) for one in numbers) else found
    return set()


def _late(question: Question, limits: set[str]) -> tuple[int, str] | None:
    """How many minutes late a question tells, and how it is said; None when it does not, or may tell otherwise."""
    folded = fold(question.text)
    minutes = {int(first or second) for first, second in _LATE.findall(folded)}
    if len(minutes) == 1:
        late = minutes.pop()
        return late, f"Pour {late} min de retard"
    told = sorted({(hours(one), one) for one in re.findall(rf"(?<![\d.,]){_CLOCK}", folded)})
    if len({hours(limit) for limit in limits}) != 1 or not told:
        return None
    limit = min(limits)
    others, last = told[:-1], told[-1]
    if any(hour > hours(limit) for hour, _ in others):
        return None
    late = round((last[0] - hours(limit)) * 60)
    return (late, f"De {_hour(limit)} à {_hour(last[1])}") if 0 < late <= MOST_MINUTES else None


def _said(begun: re.Match[str], minutes: int, since: str, price: Decimal, asked: Sequence[Quantity]) -> str:
    unit = "minutes" if begun["minutes"] else begun["unit"]
    periods = ceil(minutes / (int(begun["minutes"]) if begun["minutes"] else _MINUTES[unit]))
    counted = [one for one in asked if one.thing not in {"heur", "minut"}]
    each = thing_of(begun["thing"]) if begun["thing"] else ""
    fitting = [one for one in counted if one.thing == each]
    if len(counted) > len(fitting) and stem(each) not in _HOUSEHOLD:
        return ""
    factors = [Decimal(periods), *(one.number for one in fitting)]
    total = price
    for factor in factors:
        total *= factor
    named = f"tranches de {begun['minutes']} min" if begun["minutes"] else _plural(unit, periods)
    shown = " × ".join([*(french(factor, "") for factor in factors), french(price)])
    apiece = f" par {begun['thing']}" if each and not fitting and each not in _HOUSEHOLD else ""
    return f"{since}, {periods} {named} {_agreed(unit, begun, periods)} : {shown} = {french(cents(total))}{apiece}"


def _plural(unit: str, number: int) -> str:
    first, *rest = unit.replace("demi heure", "demi-heure").split(" ")
    return " ".join([f"{first}s" if number > 1 else first, *rest])


def _agreed(unit: str, begun: re.Match[str], number: int) -> str:
    said = "commencé" if begun["said"].startswith("commenc") else "entamé"
    feminine = "" if unit.startswith("quart") else "e"
    return f"{said}{feminine}{'s' if number > 1 else ''}"


def _hour(said: str) -> str:
    hour, minutes = divmod(round(hours(said) * 60), 60)
    return f"{hour} h {minutes:02d}" if minutes else f"{hour} h"
