"""The words of a scanned page as runs of text with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from knowledge.readers.ocr import Box, Word

_GAP = 1.5
# Letters are this much taller than the words' boxes, most of which have no tail: an 11 pt word is 8 pt high.
_LETTER = 1.35
_SMALLEST = 0.6
_TAILS = frozenset("gjpqyçQ,;()|/")
_NOISE = frozenset("|¦[]")
_DASHES = frozenset("-–—_")
_SPECK, _BARELY = 0.3, 60


@dataclass(frozen=True)
class Run:
    """Words of one line that no wide gap parts, in dots from the top left; ``down`` is their baseline."""

    words: tuple[Word, ...]
    size: float
    down: float

    @property
    def text(self) -> str:
        """What the run says."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """Where it stands."""
        return around(word.box for word in self.words)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def size_of(words: Sequence[Word]) -> float:
    """The size of most letters, in dots."""
    return median(word.box[3] - word.box[1] for word in words) * _LETTER if words else 1.0


def written(words: Sequence[Word]) -> list[Word]:
    """The words that say something: no rule, no side of a cell taken for a letter, no dust."""
    said = [word for word in words if word.text and not set(word.text) <= _NOISE]
    size = size_of(said)
    # The tops of letters are sometimes taken for a line of their own.
    return [word for word in said if _is_tall(word, size) or word.confidence >= _BARELY or _is_dash(word, size)]


def _is_tall(word: Word, size: float) -> bool:
    return word.box[3] - word.box[1] >= _SPECK * size


def _is_dash(word: Word, size: float) -> bool:
    """Whether a word is the dash of an empty cell, flat as it is."""
    return set(word.text) <= _DASHES and word.box[2] - word.box[0] >= _SPECK * size


def runs_of(words: Sequence[Word], cell: Callable[[Box], object]) -> list[Run]:
    """The runs of a page: a line is cut where a gap may part two cells, and where ``cell`` says another one begins."""
    runs = []
    least = _SMALLEST * size_of(words)
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        size = max(least, size_of(line))
        current: list[Word] = []
        for word in line:
            if current and (word.box[0] - current[-1].box[2] >= _GAP * size or cell(word.box) != cell(current[-1].box)):
                runs.append(_run(current, size))
                current = []
            current.append(word)
        runs.append(_run(current, size))
    return runs


def _run(words: Sequence[Word], size: float) -> Run:
    tails = [word.box[3] - (size / 5 if _TAILS & set(word.text) else 0) for word in words]
    return Run(tuple(words), size, median(tails))
