"""Every fault of the grids in one list, in French, the file and the row named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from knowledge.dates import french_date
from knowledge.errors import Problem
from knowledge.grids.arithmetic import broken
from knowledge.grids.coverage import dead_rows, gaps_and_overlaps, unreached_rows
from knowledge.grids.facts import fact
from knowledge.grids.inputs import Input
from knowledge.grids.outcome import Outcome, outcome
from knowledge.grids.play import start
from knowledge.grids.table import DecisionTable, Example


def check(tables: Sequence[DecisionTable]) -> list[Problem]:
    """What is wrong with loaded grids: codes, gaps, overlaps, dates, arithmetic, examples."""
    problems: list[Problem] = []
    newest = {table.id: table for table in sorted(tables, key=lambda t: t.in_force_from)}
    for table in tables:
        owner = table.id.rpartition("/")[0]
        others = {other.subject: other for other in newest.values() if other.id.rpartition("/")[0] == owner}
        problems += _inputs(table)
        problems += gaps_and_overlaps(table)
        problems += dead_rows(table)
        problems += broken(table, others)
        problems += [found for example in table.examples if (found := _example(table, example))]
        problems += unreached_rows(table)
    return problems + _dates(tables)


def _inputs(table: DecisionTable) -> list[Problem]:
    problems = []
    names = {entry.name for entry in table.inputs}
    used = {name for rule in table.rules for name, _ in rule.when}
    used |= {name for rule in table.rules for name in (*rule.per, *([rule.rate.of] if rule.rate else []))}
    used |= {name for adjustment in table.adjustments for name, _ in adjustment.when}
    used |= {name for entry in table.inputs if entry.derived for name in entry.derived.needs}
    for entry in table.inputs:
        where = f"inputs, {entry.name}"
        problems += [Problem(table.file, where, message) for message in _input(entry)]
        if entry.derived:
            lost = [name for name in entry.derived.needs if name not in names]
            problems += [Problem(table.file, where, f"entrée inconnue « {name} »") for name in lost]
        if entry.name not in used:
            problems.append(Problem(table.file, where, "aucune ligne n'en dépend"))
    if not table.aliases:
        problems.append(Problem(table.file, "", "il manque « aliases » : sans eux aucune question n'y mène"))
    return problems


def _input(entry: Input) -> list[str]:
    found = []
    for key in ("default", "unknown"):
        given = getattr(entry, key)
        if given and fact(entry, given) is None:
            found.append(f"« {key} » : « {given.lstrip('=')} » n'est pas une réponse possible")
    labels = [choice.label for choice in entry.choices]
    if len(set(labels)) < len(labels):
        found.append("deux choix ont le même libellé")
    if entry.quantity and entry.quantity.most is not None and entry.quantity.most < entry.quantity.least:
        found.append("« max » est plus petit que « min »")
    return found


def _example(table: DecisionTable, example: Example) -> Problem | None:
    for name, given in example.given:
        if fact(table.input(name), given) is None:
            return Problem(table.file, example.where, f"« {given.lstrip('=')} » ne convient pas à « {name} »")
    play = start(table, dict(example.given))
    missing = play.next_input()
    if missing:
        return Problem(table.file, example.where, f"il manque « {missing.name} » pour répondre")
    result = outcome(play)
    if result is None:
        return Problem(table.file, example.where, "aucune ligne ne répond")
    for key, expected in example.expect:
        got = _got(result, key)
        if got != expected and not (isinstance(expected, str) and isinstance(got, str) and expected in got.split("\n")):
            return Problem(table.file, example.where, f"« {key} » : attendu {_told(expected)}, obtenu {_told(got)}")
    return None


def _got(result: Outcome, key: str) -> str | Decimal | None:
    first = result.lines[0].rule
    if key == "total":
        return result.value
    if key == "amount":
        if first.unreadable:
            return "illisible"
        if first.silent:
            return "silent"
        return "gratuit" if first.free else result.value
    texts = [rule.text(key) for line in result.lines if (rule := line.rule)]
    lists = [item for line in result.lines for name, items in line.rule.lists if name == key for item in items]
    return "\n".join(filter(None, (*texts, *lists))) or None


def _told(value: str | Decimal | None) -> str:
    return "rien" if value is None else f"« {value} »"


def _dates(tables: Sequence[DecisionTable]) -> list[Problem]:
    problems = []
    versions = defaultdict(list)
    for table in tables:
        if not table.draft:
            versions[table.id].append(table)
    for each in versions.values():
        each.sort(key=lambda t: t.in_force_from)
        for older, newer in pairwise(each):
            end = older.in_force_until or date.max
            if older.in_force_from == newer.in_force_from:
                problems.append(Problem(newer.file, "", f"même date d'effet que {older.file}"))
            elif end >= newer.in_force_from and older.in_force_until:
                problems.append(
                    Problem(
                        newer.file, "", f"commence le {french_date(newer.in_force_from)}, avant la fin de {older.file}"
                    )
                )
    return problems
