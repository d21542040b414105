"""A question made ready to be looked for among the labels of a table, and how far a label says what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answering import measures, seasons
from bot.answering.counts import Count
from bot.answering.incomes import in_bracket
from bot.answering.matching import Idea, strength
from bot.answering.setting import Setting
from bot.understanding.question import Question
from bot.understanding.residence import side_of
from knowledge.documents import Figure


@dataclass(frozen=True)
class Asked:
    """A question ready to be looked for among rows: the stems that say it, and whose prices it asks for."""

    question: Question
    ideas: Sequence[Idea]
    known: frozenset[str]
    setting: Setting
    counts: tuple[Count, ...] = ()
    measured: tuple[measures.Measure, ...] = ()
    day: seasons.Day | None = None
    text: str = ""  # the passage, folded
    title: frozenset[str] = frozenset()  # what the title right above the table says
    settled: bool = False  # whether its act was voted, and applies on that day

    def fits(self, labels: Sequence[str]) -> int:
        """1 when a bracket of measures or a season printed in ``labels`` holds what is asked, -1 when one does not."""
        told = [measures.agreement(label, self.measured) for label in labels]
        told += [seasons.holds(label, self.text, self.day) for label in labels]
        return -1 if -1 in told else max(told, default=0)

    def others(self, label: str) -> bool:
        """Whether a label speaks of the other side only; who says nothing is a resident."""
        told = side_of(label, self.setting.inhabitants)
        return told != "" and told != (self.setting.side or "resident")


def meets(idea: Idea, held: frozenset[str], refused: frozenset[str]) -> float:
    """As ``strength``, but below zero for who names a word that the question excludes ("non abonné")."""
    said = idea.own & refused
    return -strength(idea, held) if said and (said == idea.own or said <= held) else strength(idea, held)


def in_brackets_of(figure: Figure, value: Decimal) -> bool:
    """Whether a bracket of incomes at the head of a figure's column holds ``value``."""
    return any(in_bracket(label, value) for label in figure.column)


def heads(figure: Figure) -> str:
    """What stands at the head of a figure's column, on one line."""
    return " ".join(figure.column)
