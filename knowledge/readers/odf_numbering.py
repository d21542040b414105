"""The numbers an OpenDocument text shows before list items and headings but does not write in them."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.readers.numerals import numeral
from knowledge.readers.xml_tree import Element, attribute, local, named


@dataclass(frozen=True)
class Level:
    """One level of a list style: ``form`` is a style of figures, ``-`` for a bullet, "" for nothing printed."""

    form: str
    prefix: str
    suffix: str
    shown: int
    start: int


def levels(style: Element) -> dict[int, Level]:
    """The levels of a list or outline style, by depth from 1."""
    found: dict[int, Level] = {}
    for element in style:
        depth = attribute(element, "level")
        if depth.isdigit():
            bullet = local(element) == "list-level-style-bullet"
            found[int(depth)] = Level(
                "-" if bullet else attribute(element, "num-format"),
                attribute(element, "num-prefix"),
                attribute(element, "num-suffix"),
                _whole(attribute(element, "display-levels")),
                _whole(attribute(element, "start-value")),
            )
    return found


def list_styles(*roots: Element) -> dict[str, dict[int, Level]]:
    """Every list style of these files by name; the outline of headings under ""."""
    found = {attribute(e, "name"): levels(e) for root in roots for e in named(root, "list-style")}
    for root in roots:
        for outline in named(root, "outline-style"):
            found[""] = levels(outline)
    return found


class Counter:
    """Counts the items of one list, level by level."""

    def __init__(self, style: dict[int, Level]) -> None:
        self._style = style
        self._counts: dict[int, int] = {}

    def label(self, depth: int) -> str:
        """What is printed before the next item at this depth (from 1): ``1.2``, ``a)``, ``-`` or ""."""
        level = self._style.get(depth)
        if level is None:
            return ""
        self._counts = {at: count for at, count in self._counts.items() if at <= depth}
        self._counts[depth] = self._counts.get(depth, level.start - 1) + 1
        if level.form in ("-", ""):
            return level.form
        shown = [at for at in range(max(1, depth - level.shown + 1), depth + 1) if at in self._style]
        figures = (numeral(self._counts.get(at, self._style[at].start), self._style[at].form) for at in shown)
        return level.prefix + ".".join(figures) + level.suffix


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else 1
