"""What a few words after an answer change: one fact of the same grid, or the grid ("et une superposition ?")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.flows.asking import asked
from bot.flows.lexicon import lexicon
from bot.flows.numbers import mentions
from bot.flows.reading import Reading
from bot.flows.spoken import Said, anywhere, occurrences
from bot.flows.terms import Terms
from knowledge.grids import facts
from knowledge.grids.facts import BadAnswer
from knowledge.grids.inputs import Input
from knowledge.grids.table import DecisionTable

_GOES_ON = ("et", "ou", "mais", "alors", "sinon", "puis", "plutot", "non", "pardon", "finalement", "idem", "pareil")
_FEW = 3


@dataclass(frozen=True)
class Change:
    """The ``answers`` that words change in the grid in play; none of them when ``another`` grid is named instead."""

    answers: Mapping[str, str]
    another: bool = False


def change(said: Said, terms: Terms, reading: Reading, others: Iterable[Terms], before: Mapping[str, str]) -> Change:
    """What ``said`` changes of the answers ``before`` of a grid, read as ``reading``; nothing for another question."""
    named = {at for stems in terms.names for at in anywhere(stems, said)}
    known = named | reading.taken | {at for stems in terms.neutral for at in anywhere(stems, said)}
    known |= {at for stem in terms.partial for at in said.places(stem)}
    goes_on = bool(said.words) and said[0].text in _GOES_ON
    excluded = any(True for stems in terms.excludes for _ in occurrences(stems, said))
    elsewhere = any(not anywhere(stems, said) <= known for other in others for stems in other.names)
    if excluded or elsewhere:
        return Change({}, another=goes_on)
    wants = asked(said, named)
    if (wants and not wants & set(terms.table.asks)) or (not goes_on and (named or len(said) > _FEW)):
        return Change({})
    light = lexicon().light
    strange = [at for at, word in enumerate(said.words) if word.content and at not in known and word.stem not in light]
    if len(strange) > goes_on:
        return Change({})
    return Change(dict(reading.answers) or _lone_number(terms.table, said, before))


def carried(before: Mapping[str, str], former: DecisionTable, table: DecisionTable) -> dict[str, str]:
    """The answers given to ``former`` that hold for ``table`` too: the same input, with the same possible answers."""
    alike = [entry.name for entry in table.inputs for other in former.inputs if _alike(entry, other)]
    return {name: before[name] for name in alike if name in before and facts.fact(table.input(name), before[name])}


def kept(before: Mapping[str, str], changed: Mapping[str, str], table: DecisionTable) -> Mapping[str, str]:
    """The answers that a change leaves standing: none where rules answer and it is another case that is told.

    A price asked for another package keeps its number of cameras; a second offence of one child is not another's.
    """
    told_anew = table.inputs[0].name in changed and not any(rule.priced for rule in table.rules)
    return {} if told_anew else before


def _alike(entry: Input, other: Input) -> bool:
    same_codes = set(entry.codes) & set(other.codes) if entry.codes else entry.unit == other.unit
    return entry.name == other.name and bool(same_codes)


def _lone_number(table: DecisionTable, said: Said, before: Mapping[str, str]) -> dict[str, str]:
    """The one number of a follow-up, for the one count that was given before."""
    numbers = [mention for mention in mentions(said.words) if mention.kind == "number" and not mention.article]
    counts = [e for e in table.inputs if before.get(e.name, "").startswith("=") and not e.clock and not e.money]
    if len(numbers) != 1 or len(counts) != 1:
        return {}
    try:
        return {counts[0].name: facts.numbered(counts[0], numbers[0].value)}
    except BadAnswer:
        return {}
