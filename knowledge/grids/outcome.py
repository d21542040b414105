"""What the rows in play come to: each line with its computation written out, and the total of several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from knowledge.documents import Citation
from knowledge.grids import facts as facts_
from knowledge.grids import figures
from knowledge.grids.facts import Fact
from knowledge.grids.play import Play
from knowledge.grids.table import DecisionTable, Rule


@dataclass(frozen=True)
class Line:
    """One row's result: ``value`` in ``unit`` (``None`` when it has no figure), the steps that led there as text.

    ``single`` is the price of one, before quantities; ``skipped`` marks a line whose quantity is zero.
    """

    rule: Rule
    value: Decimal | None
    unit: str
    computation: tuple[str, ...] = ()
    single: Decimal | None = None
    skipped: bool = False
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """The answer of a finished play: its lines, their ``total`` when several were summed, the figures told beside.

    ``unit_prices`` says that no quantity was given, so that the lines are prices of one thing, not amounts due.
    """

    lines: tuple[Line, ...]
    total: Decimal | None = None
    unit: str = ""
    beside: tuple[tuple[str, Decimal], ...] = ()
    unit_prices: bool = False

    @property
    def value(self) -> Decimal | None:
        """The one figure to state: the total, or the only line's."""
        return self.total if self.total is not None else (self.lines[0].value if len(self.lines) == 1 else None)

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Every proof, the rows' own first, none twice."""
        return tuple(dict.fromkeys(source for line in self.lines for source in line.sources))


def outcome(play: Play) -> Outcome | None:
    """The outcome of ``play``, or ``None`` while something must still be asked or when no row is left."""
    if play.next_input() is not None or not play.rows:
        return None
    known = play.facts
    lines = tuple(_line(play.table, rule, known) for rule in play.rows)
    if not play.table.collect:
        return Outcome(lines, unit=lines[0].unit, beside=_beside(play.table, lines[0]))
    kept = tuple(line for line in lines if not line.skipped)
    if lines and not any(line.value is not None or line.rule.texts or line.rule.lists for line in kept):
        return Outcome(tuple(_one_of(line) for line in lines), unit_prices=True)
    summed = [line for line in kept if line.value is not None and line.rule.priced]
    units = {line.unit for line in summed}
    total = sum((line.value or Decimal(0) for line in summed), Decimal(0))
    if len(summed) > 1 and len(units) == 1:
        return Outcome(kept, total, units.pop())
    return Outcome(kept, unit=kept[0].unit if kept else "")


def _line(table: DecisionTable, rule: Rule, known: Mapping[str, Fact]) -> Line:
    if not rule.priced:
        return Line(rule, rule.amount, rule.unit, sources=(rule.source, *rule.also))
    steps: list[str] = []
    unit, sources = rule.unit, [rule.source]

    def told(value: Decimal) -> str:
        return figures.amount(figures.cents(value) if table.each_step else value, unit.partition(" par ")[0])

    value = rule.amount if rule.amount is not None else Decimal(0)
    if rule.rate:
        base = known[rule.rate.of].number or Decimal(0)
        value = base * rule.rate.percent / 100
        value = figures.cents(value) if table.each_step else value
        base_text = facts_.shown(table.input(rule.rate.of), f"={base}")
        steps.append(f"{figures.plain(rule.rate.percent)} % × {base_text} = {_rounded(value, unit)}")
    for adjustment in table.adjustments:
        applies = all(name in known and known[name].code in codes for name, codes in adjustment.when)
        if applies:
            before, value = value, value * adjustment.times
            value = figures.cents(value) if table.each_step else value
            reason = f" ({adjustment.label})" if adjustment.label else ""
            steps.append(f"{told(before)} × {figures.plain(adjustment.times)} = {_rounded(value, unit)}{reason}")
            sources.append(adjustment.source)
    single = value
    factors = [(name, known[name].number or Decimal(0)) for name in rule.per]
    counted = [(name, count) for name, count in factors if not _assumed_one(table, name, count)]
    for _, count in factors:
        value *= count
    if counted:
        product = " × ".join(_count(table, name, count) for name, count in counted)
        unit = unit.partition(" par ")[0]
        steps.append(f"{told(single)} × {product} = {_rounded(value, unit)}")
    for bound, word, beyond in ((rule.floor, "plancher", max), (rule.ceiling, "plafond", min)):
        if bound is not None and beyond(value, bound) != value:
            value = bound
            steps.append(f"{word} : {figures.amount(bound, unit)}")
    skipped = bool(factors) and any(count == 0 for _, count in factors)
    exact = value if not steps else _final(value, unit)
    return Line(rule, exact, unit, tuple(steps), single, skipped, (*dict.fromkeys(sources), *rule.also))


def _assumed_one(table: DecisionTable, name: str, count: Decimal) -> bool:
    """Whether a quantity of one goes without saying, so that the price stays a price of one."""
    return count == 1 and table.input(name).default == "=1"


def _count(table: DecisionTable, name: str, count: Decimal) -> str:
    entry = table.input(name)
    return figures.amount(count, entry.unit)


def _final(value: Decimal, unit: str) -> Decimal:
    return figures.cents(value) if unit.startswith("€") else value.normalize()


def _rounded(value: Decimal, unit: str) -> str:
    return figures.amount(_final(value, unit), unit.partition(" par ")[0])


def _one_of(line: Line) -> Line:
    value = line.single if line.single is not None else line.value
    return Line(line.rule, value, line.rule.unit, (), line.single, False, line.sources)


def _beside(table: DecisionTable, line: Line) -> tuple[tuple[str, Decimal], ...]:
    if line.single is None:
        return ()
    base = _final(line.single, line.rule.unit)
    return tuple((also.label, figures.cents(base * also.times)) for also in table.also)
