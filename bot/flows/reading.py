"""A full question read into a grid's inputs: only what its words settle, and how they were understood."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from bot.flows.choosing import Chosen, choose
from bot.flows.counting import Counted, count
from bot.flows.numbers import mentions
from bot.flows.places import residence
from bot.flows.spoken import Said, anywhere, occurrences, phrase
from bot.flows.terms import Phrases, Terms
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
    sentences about figures out of bounds; ``torn`` whether words that each name another choice leave an input open;
    ``uncounted`` the quantities named without a number beside one that has its own.
    """

    answers: tuple[tuple[str, str], ...]
    taken: frozenset[int]
    choices: frozenset[int] = frozenset()
    open: tuple[tuple[str, tuple[str, ...]], ...] = ()
    refused: tuple[str, ...] = ()
    torn: bool = False
    uncounted: tuple[str, ...] = ()


def read(said: Said, terms: Terms, commune: Commune, known: Container[str] = ()) -> Reading:
    """The inputs that a question settles; ``known`` holds stems that belong to the grids and so are no towns."""
    table = terms.table
    naming = frozenset(at for stems in terms.names for at in anywhere(stems, said))
    asks_where = any(entry.resident or entry.outsider for entry in table.inputs)
    local, places = residence(said, commune, known, naming) if asks_where else (None, frozenset[int]())
    answers: dict[str, str] = {}
    taken: set[int] = set()
    named: set[int] = set()
    narrowed: list[tuple[str, tuple[str, ...]]] = []
    torn = False
    for entry in table.inputs:
        if not entry.choices:
            continue
        chosen = choose(entry, said, terms, naming)
        if entry.resident or entry.outsider:
            chosen = _of_town(entry, chosen, local, places)
        else:
            named |= chosen.taken
        taken |= chosen.taken
        if chosen.code:
            answers[entry.name] = chosen.code
        elif chosen.codes:
            narrowed.append((entry.name, chosen.codes))
            torn |= chosen.apart
    numeric = [entry for entry in table.inputs if not entry.choices and not entry.derived]
    counted = count(numeric, said.words, mentions(said.words), places)
    answers |= counted.answers
    taken |= counted.taken
    lines, line_places = _lines(terms.lines, terms, said)
    if not lines and not counted.answers:
        lines, line_places = _lines(terms.pieces, terms, said)
    taken |= line_places
    named |= line_places
    if lines:
        answers[ITEMS] = lines
    order = [ITEMS, *(entry.name for entry in table.inputs)]
    ordered = tuple((name, answers[name]) for name in order if name in answers)
    bare = _bare(numeric, said, counted) if table.collect else ()
    return Reading(ordered, frozenset(taken), frozenset(named), tuple(narrowed), counted.refused, torn, bare)


def understood(table: DecisionTable, answers: tuple[tuple[str, str], ...]) -> str:
    """How the answers were understood: "Neuvillois, 2 enfants, 2 441 à 3 100 €"; "" when none was given."""
    parts = []
    for name, given in answers:
        if name == ITEMS:
            parts += [table.rules[int(n)].item for n in given.split(",") if n.isdigit() and int(n) < len(table.rules)]
        elif any(entry.name == name for entry in table.inputs):
            parts.append(facts.shown(table.input(name), given))
    return ", ".join(filter(None, parts))


def _of_town(entry: Input, chosen: Chosen, local: bool | None, places: frozenset[int]) -> Chosen:
    """The choice of who lives where, completed by what the town's name or its people's tells."""
    rivals = [code for code in chosen.codes if code != entry.resident]
    if len(rivals) == 1 and rivals[0] != entry.outsider:
        # "les grands-parents sont neuvillois": the rarer case is the one meant.
        return Chosen(rivals[0], (rivals[0],), chosen.taken)
    code = "" if local is None else entry.resident if local else entry.outsider
    denied_only = rivals and code == entry.outsider and entry.resident not in chosen.codes and not chosen.code
    if not code or (rivals and not denied_only):
        return chosen
    return Chosen(code, (code,), chosen.taken | places)


def _bare(numeric: Sequence[Input], said: Said, counted: Counted) -> tuple[str, ...]:
    """The quantities whose words are said without a number, where another has one: a total must not leave them out."""
    left = [entry for entry in numeric if entry.default and entry.name not in counted.answers]
    return tuple(
        entry.name
        for entry in left
        if counted.answers
        and any(not found.taken & counted.taken for word in entry.words for found in occurrences(phrase(word), said))
    )


def _lines(phrases: Sequence[Phrases], terms: Terms, said: Said) -> tuple[str, frozenset[int]]:
    """The lines of a ``collect`` grid that the question names by ``phrases``, as row numbers; "" for all of them."""
    rows, places = [], set[int]()
    # "club de voile" names the grid, not its line "Voiles".
    title = {at for name in terms.names if len(name) > 1 for each in occurrences(name, said) for at in each.taken}
    for number, wanted in enumerate(phrases):
        found = [each for want in wanted for each in occurrences(want, said) if not each.taken <= title]
        if found:
            rows.append(str(number))
            places |= {at for each in found for at in each.taken}
    return (",".join(rows) if 0 < len(rows) < len(phrases) else ""), frozenset(places)
