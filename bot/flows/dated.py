"""Whether a grid tells of the year that a question names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from bot.flows.terms import Terms
from bot.understanding.years import none_said, years
from knowledge.grids.table import DecisionTable
from knowledge.text import fold

# The act that a grid refers to, told by its day, is not what the grid speaks of.
_REFERRED = re.compile(r"\b(?:deliberation|decision|arrete)s?\b[^.;]{0,30}\b\d{1,2}(?:er)? \w+ (?:19|20)\d\d")


def of_another_year(table: DecisionTable, asked: Collection[str], on: date) -> bool:
    """Whether nothing in a grid, nor its source, speaks of the years ``asked``.

    A grid whose titles name no year holds from the day it applies until ``on`` at least.
    """
    if not asked:
        return False
    said = _REFERRED.sub(" ", fold(" ".join(_texts(table))))
    source = table.source.title if table.source else ""
    if not years(fold(f"{table.title} {source}")):
        until = table.in_force_until or on
        said += " ".join(["", *map(str, range(table.in_force_from.year, until.year + 1))])
    return none_said(asked, said)


def _texts(table: DecisionTable) -> Iterator[str]:
    yield from Terms(table).texts
    yield from (table.note, str(table.in_force_from.year))
    for rule in table.rules:
        cited = rule.source
        yield from (*(text for _, text in rule.texts), cited.quote, cited.title, cited.piece)
        yield str(cited.date.year) if cited.date else ""
