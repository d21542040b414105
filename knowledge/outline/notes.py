"""Notes that stand below tables side by side, each below its own table, as leaflets print them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.clean import join_lines
from knowledge.outline.lines import Line
from knowledge.outline.segments import Segment
from knowledge.outline.spacing import has_values, is_value

NEAR = 3


@dataclass(frozen=True)
class Notes:
    """The lines of notes, and what they say below each of the tables side by side, from left to right ("" nothing)."""

    lines: tuple[Line, ...] = ()
    texts: tuple[str, ...] = ()


def notes_below(lines: Sequence[Line], first: int, last: int, gaps: Mapping[int, bool]) -> Notes:
    """The notes that a blank line parts from tables side by side, whose lines go from ``first`` to ``last``.

    A part of them is a sentence, and one line at least says something below two of the tables.
    """
    sides = _sides(lines[first : last + 1])
    end = last + 1
    while end < len(lines) and len(sides) > 1 and gaps[lines[end].number] == (end == last + 1):
        line = lines[end]
        if line.piped or line.marks or has_values(line) or any(_side(one, sides) is None for one in line.segments):
            break
        end += 1
    block = lines[last + 1 : end]
    if not any(len(line.segments) > 1 for line in block) or block[0].clean.isupper():
        return Notes()
    said: list[list[str]] = [[] for _ in sides]
    for line in block:
        for one in line.segments:
            said[_side(one, sides) or 0].append(one.text)
    texts = tuple(join_lines("\n".join(parts)) for parts in said)
    told = [text for text in texts if text]
    sentences = all(text[0].isupper() for text in told) and any(text.endswith(".") for text in told)
    return Notes(tuple(block), texts) if sentences else Notes()


def _sides(lines: Sequence[Line]) -> tuple[int, ...]:
    """Where the labels begin of each table side by side; () when two rows do not say so."""
    wide = [starts for line in lines if has_values(line) and len(starts := _starts(line)) > 1]
    return next((one for one in wide if sum(_alike(one, other) for other in wide) > 1), ())


def _alike(one: Sequence[int], other: Sequence[int]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def _starts(line: Line) -> tuple[int, ...]:
    found = line.segments
    return (
        found[0].start,
        *(b.start for a, b in pairwise(found) if is_value(a.text) and not is_value(b.text) and b.text[:1].isalpha()),
    )


def _side(one: Segment, sides: Sequence[int]) -> int | None:
    return next((n for n, start in enumerate(sides) if abs(one.start - start) <= NEAR), None)
