"""What is not sure of a scan's figures, carried from its pages to the passages and the figures of their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.documents import Doubt, Figure, Page, Passage


def doubted(passages: Iterable[Passage], pages: Sequence[Page]) -> Iterable[Passage]:
    """The passages with the doubts about their lines, each figure in doubt saying why."""
    by_line: defaultdict[int, list[Doubt]] = defaultdict(list)
    for page in pages:
        for doubt in page.doubts:
            by_line[doubt.line].append(doubt)
    return (_told(passage, by_line) for passage in passages) if by_line else passages


def _told(passage: Passage, by_line: dict[int, list[Doubt]]) -> Passage:
    place = passage.locator
    found = tuple(doubt for line in range(place.line, place.end_line + 1) for doubt in by_line.get(line, ()))
    if not found:
        return passage
    return replace(passage, doubts=found, figures=tuple(_figure(figure, by_line) for figure in passage.figures))


def _figure(figure: Figure, by_line: dict[int, list[Doubt]]) -> Figure:
    reasons = [doubt.reason for doubt in by_line.get(figure.line, ()) if doubt.concerns(figure.printed)]
    told = dict.fromkeys([*([figure.doubt] if figure.doubt else []), *reasons])
    return replace(figure, doubt=" ; ".join(told)) if reasons else figure
