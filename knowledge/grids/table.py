"""A decision table: inputs, rows, and what it must keep; the grid of an act, dated as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.documents import Citation
from knowledge.grids.inputs import Input
from knowledge.standings import Standing

Case = tuple[tuple[str, frozenset[str]], ...]
"""Conditions of a row: (input, codes it accepts); an input that is not named does not matter to the row."""


@dataclass(frozen=True)
class Rate:
    """A percentage (as printed: ``0.071`` is 0,071 %) of the quantity ``of``."""

    percent: Decimal
    of: str


@dataclass(frozen=True)
class Rule:
    """One row: when → outcome, with its own source. ``where`` names the row in its file, in French.

    At most one of ``amount``, ``rate``, ``unreadable`` and ``silent``; ``free`` is a zero the act calls free.
    ``texts`` and ``lists`` hold (key, value) pairs in the file's order.
    """

    when: Case
    source: Citation
    where: str
    amount: Decimal | None = None
    rate: Rate | None = None
    free: bool = False
    unreadable: bool = False
    silent: bool = False
    per: tuple[str, ...] = ()
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    unit: str = "€"
    item: str = ""
    aliases: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    printed: str = ""
    because: str = ""
    letter: str = ""
    also: tuple[Citation, ...] = ()

    @property
    def priced(self) -> bool:
        """Whether the row computes a figure that quantities and adjustments change."""
        return self.rate is not None or (self.amount is not None and not self.free)

    def text(self, key: str) -> str:
        """The text under ``key``, or ""."""
        return dict(self.texts).get(key, "")


@dataclass(frozen=True)
class Adjustment:
    """A doubled, raised or reduced price: every priced row is multiplied by ``times`` in this case."""

    when: Case
    times: Decimal
    label: str
    source: Citation


@dataclass(frozen=True)
class Also:
    """One more figure told with the answer: ``times`` the unit price, under ``label``."""

    label: str
    times: Decimal


@dataclass(frozen=True)
class Check:
    """An arithmetic the grid must keep; ``kind`` is sum, ratio, rising or falling."""

    kind: str
    where: str
    parts: tuple[Case, ...] = ()
    whole: Case = ()
    of: Case = ()
    to: Case = ()
    grid: str = ""
    times: Decimal = Decimal(1)
    input: str = ""
    when: Case = ()
    tolerance: Decimal = Decimal(0)
    excepted: tuple[Case, ...] = ()


@dataclass(frozen=True)
class Example:
    """A worked case: ``given`` answers, what must come out, and optionally a question that must lead there."""

    given: tuple[tuple[str, str], ...]
    expect: tuple[tuple[str, str | Decimal], ...]
    where: str
    question: str = ""


@dataclass(frozen=True)
class Validation:
    """Who laid a draft beside the signed page, and when."""

    by: str
    on: date


@dataclass(frozen=True)
class DecisionTable:
    """A grid: ``id`` is ``commune-folder/subject``, the same for all its versions; ``file`` is this version's."""

    id: str
    file: str
    commune: str
    title: str
    aliases: tuple[str, ...]
    in_force_from: date
    inputs: tuple[Input, ...]
    rules: tuple[Rule, ...]
    source: Citation | None
    in_force_until: date | None = None
    standing: Standing = Standing.UNSTATED
    collect: bool = False
    unit: str = "€"
    each_step: bool = False
    neutral: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    note: str = ""
    adjustments: tuple[Adjustment, ...] = ()
    also: tuple[Also, ...] = ()
    checks: tuple[Check, ...] = ()
    examples: tuple[Example, ...] = ()
    letters: tuple[tuple[str, str], ...] = ()
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    draft: bool = False
    validated: Validation | None = None

    def input(self, name: str) -> Input:
        """The input of that name; ``KeyError`` when the grid has none."""
        for entry in self.inputs:
            if entry.name == name:
                return entry
        raise KeyError(name)

    @property
    def subject(self) -> str:
        """The grid's folder name, unique in its commune."""
        return self.id.rpartition("/")[2]
