"""A full question read into a grid's inputs: only what its words settle, and how they were understood."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from bot.flows.choosing import Chosen, choose
from bot.flows.counting import count
from bot.flows.numbers import mentions
from bot.flows.places import residence
from bot.flows.spoken import Word, anywhere, occurrences, phrase, spoken
from knowledge.content import Commune
from knowledge.grids import facts
from knowledge.grids.inputs import Input
from knowledge.grids.play import ITEMS
from knowledge.grids.table import DecisionTable


@dataclass(frozen=True)
class Reading:
    """What a question settles: ``answers`` by input, the positions of the words ``taken``, and what stays open.

    ``choices`` are the positions taken by named choices and lines, which tell what the question is about;
    ``open`` gives, for an input that the words narrow without settling, the codes left; ``refused`` are French
    sentences about figures out of bounds.
    """

    answers: tuple[tuple[str, str], ...]
    taken: frozenset[int]
    choices: frozenset[int] = frozenset()
    open: tuple[tuple[str, tuple[str, ...]], ...] = ()
    refused: tuple[str, ...] = ()


def read(question: str, table: DecisionTable, commune: Commune, known: Container[str] = ()) -> Reading:
    """The inputs that ``question`` settles; ``known`` holds stems that are words of their own, never typing errors."""
    said = spoken(question)
    naming = frozenset(at for text in table.aliases for at in anywhere(phrase(text), said, known))
    answers: dict[str, str] = {}
    taken: set[int] = set()
    named: set[int] = set()
    narrowed: list[tuple[str, tuple[str, ...]]] = []
    for entry in table.inputs:
        if not entry.choices:
            continue
        chosen = _choice(entry, question, said, commune, known, naming)
        taken |= chosen.taken
        if not (entry.resident or entry.outsider):
            named |= chosen.taken
        if chosen.code:
            answers[entry.name] = chosen.code
        elif chosen.codes:
            narrowed.append((entry.name, chosen.codes))
    local = frozenset(
        at for entry in table.inputs if entry.resident for at in residence(question, said, commune, known)[1]
    )
    numeric = [entry for entry in table.inputs if not entry.choices and not entry.derived]
    counted = count(numeric, said, mentions(said), local)
    answers |= counted.answers
    taken |= counted.taken
    if table.collect:
        lines, places = _lines(table, said, known)
        taken |= places
        named |= places
        if lines:
            answers[ITEMS] = lines
    order = [ITEMS, *(entry.name for entry in table.inputs)]
    ordered = tuple((name, answers[name]) for name in order if name in answers)
    return Reading(ordered, frozenset(taken), frozenset(named), tuple(narrowed), counted.refused)


def understood(table: DecisionTable, answers: tuple[tuple[str, str], ...]) -> str:
    """How the answers were understood: "Neuvillois, 2 enfants, 2 441 à 3 100 €"; "" when none was given."""
    parts = []
    for name, given in answers:
        if name == ITEMS:
            parts += [table.rules[int(n)].item for n in given.split(",") if n.isdigit() and int(n) < len(table.rules)]
        elif any(entry.name == name for entry in table.inputs):
            parts.append(facts.shown(table.input(name), given))
    return ", ".join(filter(None, parts))


def _choice(
    entry: Input, question: str, said: list[Word], commune: Commune, known: Container[str], naming: frozenset[int]
) -> Chosen:
    chosen = choose(entry, said, known, naming)
    if not (entry.resident or entry.outsider):
        return chosen
    local, places = residence(question, said, commune, known)
    code = "" if local is None else entry.resident if local else entry.outsider
    if not code or (chosen.code and chosen.code != entry.resident):
        return chosen
    # A town's name tells more than silence, or than the resident's word in "une école de Roncq", but less than
    # another choice said in so many words ("les grands-parents habitent ici").
    agrees = not chosen.codes or code in chosen.codes or chosen.code == entry.resident
    return Chosen(code, (code,), chosen.taken | places) if agrees else chosen


def _lines(table: DecisionTable, said: list[Word], known: Container[str]) -> tuple[str, frozenset[int]]:
    """The lines of a ``collect`` grid that the question names, as row numbers; "" for all of them."""
    rows, places = [], set[int]()
    counted = (text for entry in table.inputs for text in (*entry.words, entry.unit))
    plain = {stem for text in (*table.neutral, *counted) for stem in phrase(text)}
    for number, rule in enumerate(table.rules):
        wanted = [phrase(text) for text in (rule.item, *rule.aliases) if text]
        wanted = [stems for stems in wanted if not plain.issuperset(stems)]
        found = [each for want in wanted for each in occurrences(want, said, known)]
        if found:
            rows.append(str(number))
            places |= {at for each in found for at in each.taken}
    return (",".join(rows) if 0 < len(rows) < len(table.rules) else ""), frozenset(places)
