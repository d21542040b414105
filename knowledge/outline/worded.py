"""Tables of words that a page gives one cell a line: an event, how long, which paper; as many lines each time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from knowledge.clean import is_bullet
from knowledge.documents import Figure
from knowledge.figures import sums
from knowledge.outline.lines import Line
from knowledge.outline.upright import Group, Upright, is_value_alone
from knowledge.smudges import readable

LEAST_ROWS, MOST_COLUMNS, LONGEST, LONGEST_HEAD, LONGEST_PAID = 3, 5, 72, 40, 50
_ENDS = re.compile(r"[.;:!?,]\s*$")
_LINKED = re.compile(r"(?:\b(?:[àa]|aux?|d[eu]s?|et|ou|en|la|le|les|par|pour|sur|avec|une?)|['’(-])$", re.IGNORECASE)
# What a first row says where a table has no heads.
_VALUE = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|fermee?|gratuite?|offerte?|sans|neant|aucune?|non|oui"
    r"|interdite?|autorisee?|selon|sur|idem|variable|illimitee?)\b|.*(?:€|\beuros?\b)"
)
# Durations, dates, rates, delays and numbers, in figures or in words.
_MEASURED = re.compile(
    r"\d|\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente) "
    r"(?:demi[- ]\w+|heures?|jours?|semaines?|mois|an(?:nee)?s?|fois|minutes?)\b|\bdemi-journee"
)


def worded_of(run: Sequence[Line], position: int, gaps: Mapping[int, bool]) -> Upright | None:
    """The table of words that begins at ``position``, its heads first, or None when nothing makes its columns sure.

    Either a column holds a measure in every row and not in its head, or only the first cell of each row has a capital.
    A title may stand right above the heads.
    """
    if not any(at == 0 or gaps[run[at].number] for at in (position, position - 1) if at >= 0):
        return None
    lines = list(takewhile(lambda line: line is run[position] or not gaps[line.number], run[position:]))
    lines = list(takewhile(_is_cell, lines))
    ended = position + len(lines) == len(run) or gaps[run[position + len(lines)].number]
    if not ended:
        return None
    fitting = [width for width in range(2, MOST_COLUMNS + 1) if _fits(lines, width)]
    if len(fitting) != 1:
        return None
    heads, *rows = _cut(lines, fitting[0])
    said = tuple(head.clean.strip(" :|*") for head in heads[1:])
    return Upright(tuple(lines), said, tuple(Group((row[0],), tuple(row[1:])) for row in rows))


@dataclass(frozen=True)
class Paired(Upright):
    """Labels each with words and a sum on the line below: rows of text, since words stand around the sums."""

    def figures(self) -> tuple[Figure, ...]:
        """None: each row is a sentence of its own."""
        return ()


def paired_of(run: Sequence[Line], position: int, gaps: Mapping[int, bool]) -> Paired | None:
    """The rows of two lines that begin at ``position``, or None: a label with a capital, then what is to be paid.

    Small letters or a figure begin what is to be paid, and most such lines hold a sum ("amende de 35 €").
    """
    if position and not gaps[run[position].number]:
        return None
    lines = list(takewhile(lambda line: line is run[position] or not gaps[line.number], run[position:]))
    lines = list(takewhile(_is_cell, lines))
    pairs = list(takewhile(_pays, _two_by_two(lines)))
    paid = [bool(sums(readable(value.clean)[0])) for _, value in pairs]
    if len(pairs) < LEAST_ROWS or sum(paid) * 2 <= len(paid) or all(map(is_value_alone, (value for _, value in pairs))):
        return None
    told = tuple(Group((label,), (value,)) for label, value in pairs)
    return Paired(tuple(lines[: 2 * len(pairs)]), (), told)


def _two_by_two(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    return list(zip(lines[::2], lines[1::2], strict=False))


def _pays(pair: tuple[Line, Line]) -> bool:
    label, value = (readable(line.clean)[0] for line in pair)
    return label[:1].isupper() and not sums(label) and not value[:1].isupper() and len(value) <= LONGEST_PAID


def _is_cell(line: Line) -> bool:
    text = line.clean
    if line.marks or line.piped or is_bullet(line.text) or len(line.segments) > 1:
        return False
    return len(text) <= LONGEST and not _ENDS.search(text) and not _LINKED.search(text)


def _cut(lines: Sequence[Line], width: int) -> list[Sequence[Line]]:
    return [lines[at : at + width] for at in range(0, len(lines), width)]


def _fits(lines: Sequence[Line], width: int) -> bool:
    """Whether lines are the heads and the rows of a table of so many columns."""
    if len(lines) % width or len(lines) < width * (LEAST_ROWS + 1):
        return False
    heads, *rows = _cut(lines, width)
    if any(len(head.clean) > LONGEST_HEAD or not head.clean[:1].isupper() for head in heads):
        return False
    labels = {row[0].folded for row in rows}
    counted = sum(label[0].isdigit() for label in labels)
    if len(labels) < len(rows) or 0 < counted < len(rows) or any(_VALUE.match(head.folded) for head in heads):
        return False
    return any(_measures(heads[n], [row[n] for row in rows]) for n in range(width)) or (
        width > 2 and all(_begins(row) for row in rows)
    )


def _measures(head: Line, cells: Sequence[Line]) -> bool:
    """Whether every cell of a column holds a measure, and its head none."""
    return not _MEASURED.search(head.folded) and all(_MEASURED.search(cell.folded) for cell in cells)


def _begins(row: Sequence[Line]) -> bool:
    """Whether the first cell of a row alone begins with a capital."""
    return row[0].clean[:1].isupper() and not any(cell.clean[:1].isupper() for cell in row[1:])
