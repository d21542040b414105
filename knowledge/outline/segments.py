"""The segments of a line: words that white space sets apart, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from knowledge.clean import repair

_RUN = re.compile(r"\S+(?: \S+)*")
_BETWEEN_SUMS = re.compile(r"(?<=[€%])\s(?=[\d–-])|(?<=€/[hj])\s(?=\d)")
_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKETED = re.compile(r"\([^()]*\)(?: \([^()]*\))+")
_SIGN = re.compile(r"[+–-]")
FARTHEST_SIGN = 6


@dataclass(frozen=True)
class Segment:
    """Words of a line that white space sets apart: where they begin and end, and what they say, repaired."""

    start: int
    end: int
    text: str

    @property
    def centre(self) -> float:
        """The middle of the segment."""
        return (self.start + self.end) / 2

    def over(self, start: int, end: int) -> int:
        """How many characters the segment shares with a stretch of the line."""
        return min(self.end, end) - max(self.start, start)


def segments_of(text: str, clean: str) -> tuple[Segment, ...]:
    """The segments of a line, told apart by two spaces at least, or standing between two sums.

    ``clean`` is what the line says once repaired.
    """
    raw = text.expandtabs(8).rstrip()
    if "  " not in raw.strip():
        said = raw.strip()
        return (Segment(len(raw) - len(said), len(raw), clean),) if said and clean else ()
    found: list[Segment] = []
    for match in _RUN.finditer(raw):
        at = match.start()
        for part in _cut(match[0]):
            end = at + len(part)
            before = found[-1] if found else None
            if (
                before
                and at - before.end <= (FARTHEST_SIGN if before.text == "+" else 2)
                and ((_SIGN.fullmatch(before.text) and part[0].isdigit()) or part == "€")
            ):
                # as wide as on the page: a digit may be lost before the sign ("15  €")
                found[-1] = Segment(before.start, end, before.text + " " * (at - before.end) + repair(part).strip())
            else:
                found.append(Segment(at, end, repair(part).strip()))
            at = end + 1
    return tuple(one for one in found if one.text)


def _cut(text: str) -> list[str]:
    if _BRACKETED.fullmatch(text):  # "(a day) (a week)" under the heads of two columns
        return [part[0] for part in _BRACKETS.finditer(text)]
    cuts = [0, *(match.end() for match in _BETWEEN_SUMS.finditer(text)), len(text) + 1]
    return [text[start : end - 1] for start, end in pairwise(cuts)]
