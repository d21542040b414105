"""Which figures of a scanned page are in doubt: all that two readers do not read alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.documents import Doubt
from knowledge.readers.agreement import doubts, one_reader
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.ocr import Box, Word
from knowledge.readers.scan import Seen
from knowledge.readers.scan_words import Run, around
from knowledge.readers.second import reread

_FIGURE = re.compile(r"\d|[€%]")


def doubts_of(seen: Seen, limits: Limits = DEFAULT) -> tuple[Doubt, ...]:
    """The doubts about a page's figures, lines counted from 0; without a second reader, one for each line of them."""
    lines = seen.lines
    places = [(n, words, box) for n, line in enumerate(lines) for run in line.runs for words, box in figures_of(run)]
    second = reread(seen.upright, [box for _, _, box in places], limits)
    if second is None:
        return tuple(doubt for n, line in enumerate(lines) for doubt in one_reader(n, line.text))
    read = zip(places, second, strict=True)
    return tuple(doubt for (n, first, _), other in read for doubt in doubts(n, first, other))


def figures_of(run: Run) -> Iterator[tuple[str, Box]]:
    """The figures of a run, words that follow one another together, each with its place on the page."""
    first = 0
    marks = [_FIGURE.search(word.text) is not None for word in run.words]
    for at, (before, after) in enumerate(pairwise([*marks, False]), 1):
        if before and not after:
            group = run.words[first:at]
            if any(char.isdigit() for word in group for char in word.text):
                yield " ".join(word.text for word in group), _room(run, first, at)
        if not before:
            first = at


def _room(run: Run, first: int, end: int) -> Box:
    """The place of some words with the white around them, where a digit may stand that the first reader lost."""
    left, top, right, bottom = around(word.box for word in run.words[first:end])
    # The words beside it may overlap its box by a hair: they never cut into it.
    before = min(left, run.words[first - 1].box[2] + 2) if first else 0
    after = max(right, run.words[end].box[0] - 2) if end < len(run.words) else right + run.size
    wide, high = run.size * 0.6, run.size * 0.2
    return (
        round(max(0, left - wide, before)),
        round(max(0, top - high)),
        round(min(right + wide, after)),
        round(bottom + high),
    )
