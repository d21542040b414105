"""Gaps and overlaps: every combination of codes ends on exactly one row, or the list says where it does not."""

from __future__ import annotations

from knowledge.errors import Problem
from knowledge.grids.play import start
from knowledge.grids.table import DecisionTable
from knowledge.grids.walk import Leaf, leaves

_SHOWN = 5


def gaps_and_overlaps(table: DecisionTable) -> list[Problem]:
    """A problem for each case without a row (no row at all, even in a ``collect`` grid) or with two."""
    found = list(leaves(table))
    gaps = [case(table, leaf) for leaf in found if not leaf.rules]
    doubles = [leaf for leaf in found if len(leaf.rules) > 1 and not table.collect]
    problems = [Problem(table.file, each, "aucune ligne pour ce cas ; il en faut une") for each in gaps[:_SHOWN]]
    problems += _more(table, gaps, "aucune ligne")
    for leaf in doubles[:_SHOWN]:
        rows = " et ".join(rule.where for rule in leaf.rules[:3])
        problems.append(Problem(table.file, case(table, leaf), f"plusieurs lignes pour ce cas : {rows}"))
    return problems + _more(table, doubles, "plusieurs lignes")


def unreached_rows(table: DecisionTable) -> list[Problem]:
    """Rows that no example reaches; a sheet's cells share one example, since its layout is the page's."""
    if not table.examples:
        return [Problem(table.file, "", "aucun exemple ; il en faut au moins un")]
    reached = set[str]()
    for example in table.examples:
        play = start(table, dict(example.given))
        reached |= {rule.where for rule in play.rows} if play.next_input() is None else set()
    loose = [rule.where for rule in table.rules if not rule.where.endswith(")")]
    return [
        Problem(table.file, place, "aucun exemple n'atteint cette ligne") for place in loose if place not in reached
    ]


def dead_rows(table: DecisionTable) -> list[Problem]:
    """Rows that no combination reaches."""
    live = {rule.where for leaf in leaves(table) for rule in leaf.rules}
    dead = [rule.where for rule in table.rules if rule.where not in live]
    return [Problem(table.file, where, "aucun cas ne mène à cette ligne") for where in dead]


def case(table: DecisionTable, leaf: Leaf) -> str:
    """A combination as a person reads it: ``residence = neuvillois, enfants = 2``."""
    return ", ".join(f"{name} = {code}" for name, code in leaf.codes) or "toujours"


def _more(table: DecisionTable, found: list[Leaf] | list[str], what: str) -> list[Problem]:
    rest = len(found) - _SHOWN
    return [Problem(table.file, "", f"{what} pour {rest} autres cas")] if rest > 0 else []
