"""Adding up the prices that a table gives by rank ("1er enfant", "2e enfant"), for as many as a question counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answering import counting, naming
from bot.answering.candidates import Candidate
from bot.answering.cases import cases_asked
from bot.answering.quantities import thing_of
from bot.understanding.question import Question
from knowledge.documents import Figure
from knowledge.figures import french
from knowledge.grids.figures import cents
from knowledge.text import fold

_RANKED = re.compile(
    r"^\W*(?:(?P<word>premier|deuxieme|second|troisieme)|(?P<figure>[1-6]) ?(?:ere?|re|i?e?me|e|nde?))e?"
    r" (?P<thing>[a-z]{4,})(?P<more> et (?:\+|plus|suivante?s?|au[- ]dela))?"
)
_WORDS = {"premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3}


@dataclass(frozen=True)
class _Rank:
    place: int
    thing: str
    onwards: bool
    rest: tuple[str, ...]


def added(question: Question, candidate: Candidate, read: Sequence[Figure]) -> list[str]:
    """The total and, one a line, the price of each rank; nothing when the question counts anything else or one only.

    What was ``read`` of the candidate's table must differ by the rank only: else whose price it is is left open.
    """
    told = [_rank(figure) for figure in read]
    rank = told[0] if all(told) and len({one.rest for one in told if one}) == 1 else None
    counted = [one for one in counting.asked(question) if one.thing not in counting.apiece(question)]
    if rank is None or len(counted) != 1 or counted[0].thing != rank.thing or cases_asked(question.plain).ranks:
        return []
    family = [(other, one) for one in candidate.passage.figures if (other := _rank(one)) and other.rest == rank.rest]
    priced = [_of(family, place) for place in range(1, int(counted[0].number) + 1)]
    if any(one is None for one in priced):
        return []
    shown = [one for one in priced if one is not None]
    values = [one.value or Decimal(0) for one in shown]
    lines = [f"- {naming.said(one)} : {french(one.value or Decimal(0))}" for one in dict.fromkeys(shown)]
    return [f"{' + '.join(map(french, values))} = {french(cents(sum(values, Decimal(0))))}", *lines]


def _rank(figure: Figure) -> _Rank | None:
    """The rank that one label of a figure says, what is ranked, and the labels that say the rest."""
    labels = figure.labels
    found = [(label, match) for label in labels if (match := _RANKED.match(fold(label)))]
    if len(found) != 1:
        return None
    label, match = found[0]
    place = _WORDS[match["word"]] if match["word"] else int(match["figure"])
    rest = tuple(one for one in labels if one != label)
    return _Rank(place, thing_of(match["thing"]), match["more"] is not None, rest)


def _of(family: Sequence[tuple[_Rank, Figure]], place: int) -> Figure | None:
    """The one sure price of a rank, its own or that of those from it on."""
    fitting = [one for rank, one in family if rank.place == place or (rank.onwards and rank.place < place)]
    one = fitting[0] if len(fitting) == 1 else None
    return one if one and one.value is not None and one.unit == "€" and not one.doubt else None
