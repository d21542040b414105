"""Adding up several things that a question lists with their numbers ("1 rame et 2 gilets"), each by its own row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answering.candidates import Candidate
from bot.answering.counts import counts_of
from bot.answering.quantities import Quantity, names_a_thing, number_of, thing_of
from bot.understanding.question import Question
from index.analysis import is_said, stem, tokens
from knowledge.documents import Figure
from knowledge.figures import french
from knowledge.grids.figures import cents

_JOINS, _ARTICLES = frozenset(("et", "plus", "avec")), frozenset(("un", "une"))
_MOST_WORDS = 3  # words after a thing that may tell which one it is ("rame longue")


@dataclass(frozen=True)
class Item:
    """A thing that a question lists: how many, its stem, and those of the words right after it."""

    number: Decimal
    thing: str
    after: tuple[str, ...]


def items(question: Question) -> tuple[Item, ...]:
    """The things that a question lists one right after the other, each with its number; none when it lists one only."""
    said = tokens(question.plain)
    starts = [at for at in range(len(said) - 1) if number_of(said[at]) and names_a_thing(said[at + 1])]
    listed: list[Item] = []
    end = -1
    for place, at in enumerate(starts):
        following = starts[place + 1] if place + 1 < len(starts) else len(said)
        words = _words(said, at + 2, following)
        joined = said[at - 1] in _JOINS if at else False
        stop = at + 2 + len(words)
        joins = stop + 1 == following and said[stop] in _JOINS if stop < len(said) else False
        # "une association rend 2 bols" counts no association: "un" counts what "et" joins to another thing
        if said[at] in _ARTICLES and not (joins or (joined and at - 1 == end)):
            continue
        if listed and at - joined != end:
            if len(listed) > 1:
                break
            listed = []
        after = tuple(stem(word) for word in words if is_said(word))
        listed.append(Item(number_of(said[at]) or Decimal(1), thing_of(said[at + 1]), after))
        end = stop
    return tuple(listed) if len(listed) > 1 else ()


def added(
    question: Question, candidates: Sequence[Candidate], read: Sequence[Figure], wanted: Sequence[Quantity]
) -> list[str]:
    """The total of the things listed and, one a line, the row that each was priced by; nothing when one has no row.

    ``read`` is what was read in the table of the first candidate, which tells the column; ``wanted`` all that the
    question counts: a number left out of the list would change the total.
    """
    listed = items(question)
    if len(listed) < 2 or not {one.thing for one in wanted} <= {one.thing for one in listed}:
        return []
    columns = {figure.column for figure in read}
    figures = [one for one in _figures(candidates) if len(columns) != 1 or one.column in columns]
    rows = [_row(item, figures) for item in listed]
    priced = [row for row in rows if row is not None]
    apart = len({row.line for row in priced}) == len(rows)
    if len(priced) < len(rows) or not apart or not _alike(listed, priced):
        return []
    total, parts, lines = Decimal(0), [], []
    for item, row in zip(listed, priced, strict=True):
        value = row.value or Decimal(0)
        total += item.number * value
        parts.append(f"{french(item.number, '')} × {french(value)}")
        lines.append(f"- {' '.join(row.row[-1:]).strip(' *:')} : {french(value)}")
    return [f"{' + '.join(parts)} = {french(cents(total))}", *lines]


def _figures(candidates: Sequence[Candidate]) -> list[Figure]:
    """The figures of the first candidate's table, and those of the same title: a table may be cut by a page."""
    first = candidates[0].passage
    passages = [one.passage for one in candidates]
    same = [one for one in passages if (one.document, one.path) == (first.document, first.path)]
    return [figure for passage in same for figure in passage.figures]


def _row(item: Item, figures: Sequence[Figure]) -> Figure | None:
    """The only row that names an item, or names it by more of the words that follow it than the others do."""
    named = []
    for figure in figures:
        held, label = _held(figure), " ".join(figure.row[-1:])
        if item.thing in held and not any(one.thing == item.thing and one.high > 1 for one in counts_of(label)):
            # "Gilet" is what "gilet" names before "Housse de gilet" is
            named.append((len(set(item.after) & set(held)), held[0] == item.thing, figure))
    if not named:
        return None
    best = max((met, first) for met, first, _ in named)
    fitting = [figure for met, first, figure in named if (met, first) == best]
    one = fitting[0]
    return one if len(fitting) == 1 and one.value is not None and one.unit == "€" and not one.doubt else None


def _held(figure: Figure) -> list[str]:
    """The stems that the label of a row says, in order; what stands in parentheses only explains ("2 adultes")."""
    label = re.sub(r"\([^)]*\)?", " ", " ".join(figure.row[-1:]))
    return [thing_of(token) for token in tokens(label) if is_said(token)]


def _alike(listed: Sequence[Item], figures: Sequence[Figure]) -> bool:
    """Whether figures stand in one column, under one heading, in rows that begin with the thing or all alike.

    "Entrée adulte" and "Entrée enfant" go together, "Adulte" and "Carte famille, un enfant" do not.
    """
    begins = {
        "" if held[0] == item.thing else held[0]
        for item, row in zip(listed, figures, strict=True)
        for held in [_held(row)]
    }
    return (
        len({figure.column for figure in figures}) == len({figure.row[:-1] for figure in figures}) == len(begins) == 1
    )


def _words(said: Sequence[str], start: int, stop: int) -> list[str]:
    """The few words that follow a thing, up to the next one of the list."""
    words: list[str] = []
    for word in said[start : min(stop, start + _MOST_WORDS)]:
        if word in _JOINS:
            break
        words.append(word)
    return words
