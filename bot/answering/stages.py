"""Prices that change on the way ("gratuit les 30 premiers jours, puis 2 € par jour"), each for the days it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answering.candidates import Candidate
from bot.answering.doubting import doubtful
from bot.answering.quantities import Quantity, in_units, number_of, thing_of
from bot.answering.spans import Span
from index.analysis import tokens
from knowledge.documents import Figure
from knowledge.figures import amounts, french
from knowledge.grids.figures import cents
from knowledge.text import composed, fold

_NTH = r"(\d{1,3}) ?(?:e|i?eme)\b"
_FIRST = re.compile(r"\b(\w+) premier(?:e?s)? (?P<thing>\w{3,})")
_FREE = re.compile(r"\b(?:gratuit|offert|exonere)\w*")
# "prêté gratuitement pendant trente jours. Passé ce temps, 2 € par jour"
_FREE_FOR = re.compile(r"\bgratuit\w* (?:pendant|durant|pour) (?:les )?(\w+) (?P<thing>\w{3,})")
# "jusqu'à 1 m³ 220 €", "par m³ supplémentaire 95 €": one price for the first ones together, then one for each more
_UP_TO = re.compile(r"\bjusqu'a (?P<most>\d{1,3}) ?(?P<thing>[a-z][a-z0-9]*)")
_EACH_MORE = re.compile(r"\bpar (?P<thing>[a-z][a-z0-9]*) (?:supplementaires?|en (?:plus|sus))\b")
_FROM_TO = re.compile(rf"\bdu {_NTH}(?: \w+)? au {_NTH}")
_FROM = re.compile(rf"\ba (?:partir|compter) du {_NTH}")
_BEYOND = re.compile(r"\bau[- ]dela (?:de|des|du) (\d{1,3}) (?P<thing>\w{3,})")
_THEN = re.compile(r"\b(?:puis|ensuite|au[- ]dela|passe ce (?:temps|delai|terme))\b")
_HEAD = 2  # words that tell the rows of one thing from the others


@dataclass(frozen=True)
class _Stage:
    """A price that holds from one day to another, or with no end."""

    low: int
    high: int | None
    price: Decimal


def staged(candidate: Candidate, wanted: Sequence[Quantity], figure: Figure | None = None) -> str | None:
    """The total of what the question counts, stage by stage; "" when one is not known, None without any stage.

    The stages stand in the line read, or in those that begin as it does; ``figure`` is the price read there.
    """
    head = tokens(candidate.span.clean)[:_HEAD]
    lines = [
        span
        for before, span, after in zip(
            [None, *candidate.spans], candidate.spans, [*candidate.spans[1:], None], strict=False
        )
        if span is candidate.span
        or tokens(span.clean)[:_HEAD] == head
        or (before is candidate.span and _THEN.match(fold(span.clean)))
        or (after is candidate.span and _THEN.match(fold(candidate.span.clean)))
    ]
    text = fold(composed(" ; ".join(_told(span, candidate, figure) for span in lines)))
    if (told := _then_each(text, wanted)) is not None:
        return "" if doubtful(candidate.passage, lines) else told
    things = {thing_of(word) for word in tokens(text)}
    if not any(pattern.search(text) for pattern in (_FROM_TO, _FROM, _BEYOND)) and not _first(text):
        # what is due "past that time" is not due from the first day
        return "" if _THEN.match(fold(candidate.span.clean)) else None
    if not {one.thing for one in wanted} & things:
        return None
    if {thing_of(match["thing"]) for match in (_FIRST.search(text), _FREE_FOR.search(text)) if match} - {
        one.thing for one in wanted
    }:
        return ""  # the first four months are no square metres
    stages = sorted(_stages(text), key=lambda stage: stage.low)
    if len(wanted) != 1 or doubtful(candidate.passage, lines) or not _whole(stages, int(wanted[0].number)):
        return ""
    number = int(wanted[0].number)
    parts = [(min(number, one.high or number) - one.low + 1, one.price) for one in stages if one.low <= number]
    total = cents(sum((days * price for days, price in parts), Decimal(0)))
    return f"{' + '.join(f'{days} × {french(price)}' for days, price in parts)} = {french(total)}"


def _told(span: Span, candidate: Candidate, figure: Figure | None) -> str:
    """What a line says: of the line read, its label and the price read, whatever other columns give."""
    several = figure is not None and len([one for one in amounts(span.clean) if one.unit == "€"]) > 1
    if figure is None or figure.value is None or span is not candidate.span or not several:
        return span.clean
    return f"{' '.join(figure.row[-1:])} {french(figure.value, figure.unit)}"


def _then_each(text: str, wanted: Sequence[Quantity]) -> str | None:
    """The price of the first ones together with that of each more; None where a folded text gives no such prices."""
    first, more = _UP_TO.search(text), _EACH_MORE.search(text)
    if not first or not more or len(wanted) != 1:
        return None
    thing = wanted[0].thing
    if {thing_of(in_units(first["thing"])), thing_of(in_units(more["thing"]))} != {thing}:
        return None
    prices = [
        [one for one in amounts(text[match.end() :].split(";")[0]) if one.unit == "€" or one.decimals == 2]
        for match in (first, more)
    ]
    if any(len(one) != 1 or one[0].doubt for one in prices):
        return ""
    flat, each, beyond = prices[0][0].value, prices[1][0].value, wanted[0].number - int(first["most"])
    if beyond <= 0:
        return ""
    return f"{french(flat)} + {french(beyond, '')} × {french(each)} = {french(cents(flat + beyond * each))}"


def _stages(text: str) -> list[_Stage]:
    """The stages that a folded text states, one a clause; none when a clause states more than one price."""
    found: list[_Stage] = []
    clauses = re.split(r";|\.\s|\bpuis\b|\bensuite\b", _THEN.sub(r"; \g<0>", text))
    for clause in sorted(clauses, key=lambda one: not (_first(one) and _FREE.search(one))):
        priced = [one for one in amounts(clause) if one.unit == "€" or one.decimals == 2]
        first, free = _first(clause), _FREE.search(clause) is not None
        if first and free:
            found.append(_Stage(1, first, Decimal(0)))
        if not priced:
            continue
        if len(priced) > 1 or priced[0].doubt:
            return []
        value = priced[0].value
        if match := _FROM_TO.search(clause):
            found.append(_Stage(int(match[1]), int(match[2]), value))
        elif match := _FROM.search(clause):
            found.append(_Stage(int(match[1]), None, value))
        elif match := _BEYOND.search(clause):
            found.append(_Stage(int(match[1]) + 1, None, value))
        elif first and not free:
            found.append(_Stage(1, first, value))
        elif found and found[-1].high is not None:
            found.append(_Stage(found[-1].high + 1, None, value))
        else:
            return []
    return found


def _first(text: str) -> int:
    """How many days "les trente premiers jours" are, 0 when a text does not say so."""
    match = _FIRST.search(text) or _FREE_FOR.search(text)
    number = number_of(match[1]) if match else None
    return int(number) if number and number > 1 else 0


def _whole(stages: Sequence[_Stage], number: int) -> bool:
    """Whether the stages follow each other from the first day to the last one counted."""
    if not stages or stages[0].low != 1:
        return False
    ends = [stage.high for stage in stages]
    follow = all(end is not None and end + 1 == after.low for end, after in zip(ends, stages[1:], strict=False))
    return follow and (ends[-1] is None or ends[-1] >= number)
