"""The numbers Word prints before a paragraph but does not write in it: "Article 3" may stand in no run of text."""

from __future__ import annotations

import re
from collections import defaultdict

from knowledge.readers.numerals import numeral
from knowledge.readers.xml_tree import Element, attribute, child, local, named, value

_STYLES = {"decimal": "1", "decimalZero": "01", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i",
           "upperRoman": "I"}  # fmt: skip
_PLACE = re.compile(r"%(\d)")


class Numbering:
    """Counts a document's lists; ``label`` must be called once a paragraph, in reading order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        lists = {attribute(e, "abstractNumId"): _levels(e) for e in named(numbering, "abstractNum")}
        self._lists = {
            attribute(e, "numId"): (value(e, "abstractNumId"), lists.get(value(e, "abstractNumId"), {}))
            for e in named(numbering, "num")
        }
        self._styles = {attribute(e, "styleId"): e for e in named(styles, "style")}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, properties: Element | None) -> str:
        """What Word prints before the paragraph of these properties, such as ``Article 3``, ``a)`` or ``-``; or ""."""
        number, level = self._place(properties)
        abstract, levels = self._lists.get(number, ("", {}))
        if level not in levels:
            return ""
        counts = self._counts[abstract]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if levels[level].style == "bullet":
            return "-"
        if levels[level].style == "none":
            return ""

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            asked = levels.get(at)
            return numeral(counts.get(at, asked.start), asked.style) if asked else ""

        return _PLACE.sub(printed, levels[level].text)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """List and level of a paragraph: its own, or those of its style and the styles that one is based on."""
        number = value(properties, "numPr", "numId")
        level = value(properties, "numPr", "ilvl")
        style = self._styles.get(value(properties, "pStyle"))
        for _ in range(20):  # a broken file may base a style on itself
            if number or style is None:
                break
            number = value(style, "pPr", "numPr", "numId")
            level = level or value(style, "pPr", "numPr", "ilvl")
            style = self._styles.get(value(style, "basedOn"))
        return number, int(level) if level.isdigit() else 0


class _Level:
    """One level of a list: its first number, its style of figures, its text with ``%1`` where numbers go."""

    def __init__(self, element: Element) -> None:
        start = value(element, "start")
        form = value(element, "numFmt")
        self.start = int(start) if start.isdigit() else 1
        self.style = form if form in ("bullet", "none") else _STYLES.get(form, "1")
        self.text = value(element, "lvlText")


def _levels(abstract: Element) -> dict[int, _Level]:
    """The levels of a list by their depth from 0."""
    found = (e for e in abstract if local(e) == "lvl" and child(e, "lvlText") is not None)
    return {int(attribute(e, "ilvl", "0")): _Level(e) for e in found}
