"""Every distinct conversation a grid can have, walked input by input as the engine asks them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.grids.table import DecisionTable, Rule

MOST_CASES = 200_000


@dataclass(frozen=True)
class Leaf:
    """The end of one walk: the codes met on the way and the rows still in play (none: a gap)."""

    codes: tuple[tuple[str, str], ...]
    rules: tuple[Rule, ...]


def leaves(table: DecisionTable) -> Iterator[Leaf]:
    """Every combination of codes that rows tell apart; stops after ``MOST_CASES``.

    Inputs that no row in play depends on are not branched on, so that a large grid stays cheap.
    """
    order = [entry.name for entry in table.inputs if entry.codes]
    count = 0
    pending: list[tuple[tuple[tuple[str, str], ...], tuple[Rule, ...]]] = [((), table.rules)]
    while pending and count < MOST_CASES:
        codes, rules = pending.pop()
        done = {name for name, _ in codes}
        named = {name for rule in rules for name, _ in rule.when} - done
        following = next((name for name in order if name in named), None)
        if following is None:
            count += 1
            yield Leaf(codes, rules)
            continue
        for code in reversed(table.input(following).codes):
            kept = tuple(r for r in rules if all(n != following or code in allowed for n, allowed in r.when))
            pending.append(((*codes, (following, code)), kept))
