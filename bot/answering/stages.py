"""Prices that change on the way ("gratuit les 30 premiers jours, puis 2 € par jour"), each for the days it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answering.candidates import Candidate
from bot.answering.doubting import doubtful
from bot.answering.quantities import Quantity, number_of, thing_of
from index.analysis import tokens
from knowledge.figures import amounts, french
from knowledge.grids.figures import cents
from knowledge.text import fold

_NTH = r"(\d{1,3}) ?(?:e|i?eme)\b"
_FIRST = re.compile(r"\b(\w+) premier(?:e?s)? (?P<thing>\w{3,})")
_FREE = re.compile(r"\b(?:gratuit|offert|exonere)\w*")
_FROM_TO = re.compile(rf"\bdu {_NTH}(?: \w+)? au {_NTH}")
_FROM = re.compile(rf"\ba (?:partir|compter) du {_NTH}")
_BEYOND = re.compile(r"\bau[- ]dela (?:de|des|du) (\d{1,3}) (?P<thing>\w{3,})")
_THEN = re.compile(r"\b(?:puis|ensuite|au[- ]dela)\b")
_HEAD = 2  # words that tell the rows of one thing from the others


@dataclass(frozen=True)
class _Stage:
    """A price that holds from one day to another, or with no end."""

    low: int
    high: int | None
    price: Decimal


def staged(candidate: Candidate, wanted: Sequence[Quantity]) -> str | None:
    """The total of what the question counts, stage by stage; "" when one is not known, None without any stage.

    The stages stand in the line read, or in those that begin as it does.
    """
    head = tokens(candidate.span.clean)[:_HEAD]
    lines = [span for span in candidate.spans if span is candidate.span or tokens(span.clean)[:_HEAD] == head]
    text = fold(" ; ".join(span.clean for span in lines))
    things = {thing_of(word) for word in tokens(text)}
    if not any(pattern.search(text) for pattern in (_FROM_TO, _FROM, _BEYOND)) and not _first(text):
        return None
    if not {one.thing for one in wanted} & things:
        return None
    stages = sorted(_stages(text), key=lambda stage: stage.low)
    if len(wanted) != 1 or doubtful(candidate.passage, lines) or not _whole(stages, int(wanted[0].number)):
        return ""
    number = int(wanted[0].number)
    parts = [(min(number, one.high or number) - one.low + 1, one.price) for one in stages if one.low <= number]
    total = cents(sum((days * price for days, price in parts), Decimal(0)))
    return f"{' + '.join(f'{days} × {french(price)}' for days, price in parts)} = {french(total)}"


def _stages(text: str) -> list[_Stage]:
    """The stages that a folded text states, one a clause; none when a clause states more than one price."""
    found: list[_Stage] = []
    for clause in re.split(r";|\.\s|\bpuis\b|\bensuite\b", _THEN.sub(r"; \g<0>", text)):
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
    match = _FIRST.search(text)
    number = number_of(match[1]) if match else None
    return int(number) if number and number > 1 else 0


def _whole(stages: Sequence[_Stage], number: int) -> bool:
    """Whether the stages follow each other from the first day to the last one counted."""
    if not stages or stages[0].low != 1:
        return False
    ends = [stage.high for stage in stages]
    follow = all(end is not None and end + 1 == after.low for end, after in zip(ends, stages[1:], strict=False))
    return follow and (ends[-1] is None or ends[-1] >= number)
