"""The conversation, derived: ask the first input that some row still in play depends on; then those rows answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from knowledge.grids import facts as facts_
from knowledge.grids.facts import Fact
from knowledge.grids.inputs import Input
from knowledge.grids.table import DecisionTable, Rule

ITEMS = "@lignes"
"""The pseudo-input that holds the chosen lines of a ``collect`` grid: row numbers from 0, comma between."""
NOT_SUPPOSED = "@demander"
"""The pseudo-input that names the inputs, comma between, whose default is not to be supposed but asked."""


@dataclass(frozen=True)
class Play:
    """A grid and the answers given to it so far, in the order they were given."""

    table: DecisionTable
    answers: tuple[tuple[str, str], ...] = ()

    def given(self, name: str, answer: str) -> Play:
        """The play with one more answer, or that answer changed where it stood."""
        if any(known == name for known, _ in self.answers):
            return Play(self.table, tuple((k, answer if k == name else v) for k, v in self.answers))
        return Play(self.table, (*self.answers, (name, answer)))

    def back(self) -> Play:
        """The play without its last answer; itself when there is none."""
        return Play(self.table, self.answers[:-1])

    def rewound(self, position: int) -> Play:
        """The play as it stood after its first ``position`` answers."""
        return Play(self.table, self.answers[: max(position, 0)])

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Everything known: answers, defaults, derived quantities."""
        answers = dict(self.answers)
        return facts_.known(self.table, answers, answers.get(NOT_SUPPOSED, "").split(","))

    @cached_property
    def rows(self) -> tuple[Rule, ...]:
        """The rows still in play."""
        known = self.facts
        return tuple(rule for rule in self._chosen() if facts_.matches(rule.when, known))

    def next_input(self) -> Input | None:
        """What to ask now, or ``None`` when the rows in play are the answer."""
        known = self.facts
        needed = set[str]()
        for rule in self.rows:
            needed.update(needs(self.table, rule, known))
        return next((entry for entry in self.table.inputs if entry.name in needed), None)

    def assumed(self) -> tuple[Input, ...]:
        """The inputs whose default decided, which the person did not give."""
        given = dict(self.answers)
        doubted = given.get(NOT_SUPPOSED, "").split(",")
        used = {name for rule in self.rows for name in concerns(self.table, rule, {})}
        supposed = (e for e in self.table.inputs if e.default and e.name not in doubted)
        return tuple(entry for entry in supposed if entry.name not in given and entry.name in used)

    def _chosen(self) -> tuple[Rule, ...]:
        chosen = dict(self.answers).get(ITEMS, "")
        if not chosen:
            return self.table.rules
        numbers = set(chosen.split(","))
        return tuple(rule for number, rule in enumerate(self.table.rules) if str(number) in numbers)


def concerns(table: DecisionTable, rule: Rule, known: Mapping[str, Fact]) -> Iterator[str]:
    """Every input, asked ones only, that the row's case or figure depends on, given what is known."""
    names = [name for name, _ in rule.when]
    if rule.priced:
        names += rule.per
        names += [rule.rate.of] if rule.rate else []
        for adjustment in table.adjustments:
            if compatible(adjustment.when, rule) and facts_.matches(adjustment.when, known):
                names += [name for name, _ in adjustment.when]
    for name in names:
        derived = table.input(name).derived
        yield from derived.needs if derived else (name,)


def compatible(case: tuple[tuple[str, frozenset[str]], ...], rule: Rule) -> bool:
    """Whether a case and a row can hold together."""
    own = dict(rule.when)
    return all(name not in own or codes & own[name] for name, codes in case)


def needs(table: DecisionTable, rule: Rule, known: Mapping[str, Fact]) -> Iterator[str]:
    """The inputs that the row depends on and nobody gave; a number is missing where only its bracket is known."""
    numbers = set[str]()
    for name in {*rule.per, *([rule.rate.of] if rule.rate else [])} if rule.priced else set[str]():
        derived = table.input(name).derived
        numbers.update(derived.needs if derived else (name,))
    for name, _ in rule.when:
        derived = table.input(name).derived
        numbers.update(derived.needs if derived else ())
    for name in concerns(table, rule, known):
        if name not in known or (name in numbers and known[name].number is None):
            yield name


def start(table: DecisionTable, answers: Mapping[str, str] | None = None) -> Play:
    """A play of ``table``, with the answers that a full question already gave; those that fit nothing are dropped."""
    play = Play(table)
    for name, given in (answers or {}).items():
        if name in (ITEMS, NOT_SUPPOSED) or any(e.name == name and facts_.fact(e, given) for e in table.inputs):
            play = play.given(name, given)
    return play
