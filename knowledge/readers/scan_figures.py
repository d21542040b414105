"""Which figures of a scanned page are in doubt: all that two readers do not read alike."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import pairwise

from knowledge.documents import Doubt
from knowledge.readers.agreement import doubts, one_reader
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.ocr import Box
from knowledge.readers.scan import Seen
from knowledge.readers.scan_layout import SeenLine
from knowledge.readers.scan_words import Run, around
from knowledge.readers.second import reread

_FIGURE = re.compile(r"\d|[€%]")
# How much of the white around a figure is shown to the second reader, in sizes of its letters.
_IN_TEXT, _IN_CELL, _ABOVE = 1.3, 0.6, 0.2


def doubts_of(seen: Seen, limits: Limits = DEFAULT) -> tuple[Doubt, ...]:
    """The doubts about a page's figures, lines counted from 0; without a second reader, one for each line of them."""
    lines = seen.lines
    places = [(n, words, box) for n, line in enumerate(lines) for words, box in figures_of(line)]
    second = reread(seen.upright, [box for _, _, box in places], limits)
    if second is None:
        return tuple(doubt for n, line in enumerate(lines) for doubt in one_reader(n, line.text))
    read = zip(places, second, strict=True)
    return tuple(doubt for (n, first, _), other in read for doubt in doubts(n, first, other))


def figures_of(line: SeenLine) -> Iterator[tuple[str, Box]]:
    """The figures of a line, words that follow one another together, each with its place on the page."""
    for at, run in enumerate(line.runs):
        before = line.runs[at - 1].box[2] if at else 0
        after = line.runs[at + 1].box[0] if at + 1 < len(line.runs) else sys.maxsize
        marks = [_FIGURE.search(word.text) is not None for word in run.words]
        first = 0
        for end, (this, following) in enumerate(pairwise([*marks, False]), 1):
            if not this:
                first = end
            elif not following and any(char.isdigit() for word in run.words[first:end] for char in word.text):
                # The cells of a table are near their rules, which would be read for a digit.
                wide = _IN_CELL if " | " in line.text else _IN_TEXT
                yield " ".join(word.text for word in run.words[first:end]), _room(run, first, end, wide, before, after)


def _room(run: Run, first: int, end: int, wide: float, before: int, after: int) -> Box:
    """The place of some words with the white around them: tesseract's boxes end a digit or two too soon at times."""
    left, top, right, bottom = around(word.box for word in run.words[first:end])
    before = run.words[first - 1].box[2] if first else before
    after = run.words[end].box[0] if end < len(run.words) else after
    # The words beside it may overlap its box by a hair: they never cut into it.
    return (
        round(max(0, left - wide * run.size, min(left, before + 2))),
        round(max(0, top - _ABOVE * run.size)),
        round(min(right + wide * run.size, max(right, after - 2))),
        round(bottom + _ABOVE * run.size),
    )
