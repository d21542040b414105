"""Arithmetic a grid must keep: morning + afternoon = day, half as much again, prices that rise with the bracket."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from knowledge.errors import Problem
from knowledge.grids import figures
from knowledge.grids.table import Case, Check, DecisionTable
from knowledge.grids.walk import leaves

Codes = dict[str, str]


def broken(table: DecisionTable, others: Mapping[str, DecisionTable]) -> list[Problem]:
    """What the declared checks find broken; ``others`` are the commune's grids by subject, for comparisons."""
    problems = []
    values = list(_values(table))
    for check in table.checks:
        compare = others.get(check.grid) if check.grid else table
        if compare is None:
            problems.append(Problem(table.file, check.where, f"la grille « {check.grid} » n'existe pas"))
            continue
        faults, tried = _faults(check, table, values, list(_values(compare)))
        problems += faults
        if not tried:
            problems.append(Problem(table.file, check.where, "ce contrôle ne rapproche aucune case : à corriger"))
    return problems


def _faults(
    check: Check, table: DecisionTable, values: list[tuple[Codes, Decimal]], others: list[tuple[Codes, Decimal]]
) -> tuple[list[Problem], int]:
    problems: list[Problem] = []
    tried = 0
    for codes, found, expected, text in _pairs(check, table, values, others):
        if not _holds(check.when, codes) or any(_holds(each, codes) for each in check.excepted):
            continue
        tried += 1
        wrong = abs(found - expected) > check.tolerance
        if check.kind == "rising":
            wrong = found < expected - check.tolerance
        if check.kind == "falling":
            wrong = found > expected + check.tolerance
        if wrong:
            place = ", ".join(f"{name} = {code}" for name, code in codes.items())
            problems.append(Problem(table.file, f"{check.where} : {place}", text))
    return problems, tried


def _pairs(
    check: Check, table: DecisionTable, values: list[tuple[Codes, Decimal]], others: list[tuple[Codes, Decimal]]
) -> Iterator[tuple[Codes, Decimal, Decimal, str]]:
    """Each comparison: the case, the figure found, the figure expected, and the message if they part."""
    if check.kind == "sum":
        shared = {name for part in (*check.parts, check.whole) for name, _ in part}
        for codes, whole in values:
            if not _holds(check.whole, codes):
                continue
            parts = [_find(values, codes, part, shared) for part in check.parts]
            known = [part for part in parts if part is not None]
            if len(known) == len(parts):
                text = f"{' + '.join(map(figures.money, known))} = {figures.money(sum(known, Decimal(0)))}"
                yield codes, whole, sum(known, Decimal(0)), f"{text}, la grille porte {figures.money(whole)}"
    elif check.kind == "ratio":
        shared = {name for part in (check.of, check.to) for name, _ in part}
        for codes, found in values:
            base = _find(others, codes, check.to, shared) if _holds(check.of, codes) else None
            if base is not None:
                expected = figures.cents(base * check.times)
                text = f"{figures.money(base)} × {figures.plain(check.times)} = {figures.money(expected)}"
                yield codes, found, expected, f"{text}, la grille porte {figures.money(found)}"
    else:
        order = table.input(check.input).codes if any(e.name == check.input for e in table.inputs) else ()
        for codes, found in values:
            code = codes.get(check.input)
            rank = order.index(code) if code in order else 0
            before = (
                _find(values, codes, ((check.input, frozenset({order[rank - 1]})),), {check.input}) if rank else None
            )
            if before is not None:
                verb = "baisse" if check.kind == "rising" else "monte"
                yield codes, found, before, f"le montant {verb} : {figures.money(before)} puis {figures.money(found)}"


def _values(table: DecisionTable) -> Iterator[tuple[Codes, Decimal]]:
    for leaf in leaves(table):
        if len(leaf.rules) == 1 and not table.collect:
            rule = leaf.rules[0]
            value = rule.amount if rule.amount is not None else rule.rate.percent if rule.rate else None
            if value is not None:
                yield dict(leaf.codes), value


def _find(values: list[tuple[Codes, Decimal]], codes: Codes, case: Case, shared: set[str]) -> Decimal | None:
    """The figure of the case that differs from ``codes`` only by the inputs in ``shared``."""
    for other, value in values:
        same = all(other.get(name, code) == code for name, code in codes.items() if name not in shared)
        if same and _holds(case, other):
            return value
    return None


def _holds(case: Case, codes: Codes) -> bool:
    return all(codes.get(name) in allowed for name, allowed in case)
