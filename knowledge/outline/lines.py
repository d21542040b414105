"""A document as numbered lines: what each says once repaired, and which are only running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.clean import repair
from knowledge.documents import Page
from knowledge.outline.feet import feet_of
from knowledge.outline.segments import Segment, segments_of
from knowledge.text import fold

_MARK = re.compile(r"^\s{0,3}(?P<marks>#{1,6})\s+(?=\S)")
_RULE = re.compile(r"^(?=[^|]*\|)\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_PAGE_NUMBER = re.compile(r"^[^\w€¢%]*(?:page\s*)?\d{1,4}(?:\s*(?:/|sur)\s*\d{1,4})?[^\w€¢%]*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:!?]\s*$")  # the same sentence on many pages (a vote) is no running head
# a number that tells these apart is no page's: such a line is a running head only where it is the same every time
_NUMBERED = re.compile(r"^\W*(?:(?:projet de )?deliberation|decision|article|art\.|annexe|point|question|objet|n\W)")
_PAGED = re.compile(
    r"\b(?:page|feuillet|folio|p\.)\s*\d{1,3}\W*$|\s\d{1,3}\s?/\s?\d{1,3}\W*$|(?<!\s)\s{3,}+\d{1,3}\s*$|^\s*\d{1,3}\s{3,}",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d{1,4}(?:\s?[a-zà-ÿ]{1,2}\b(?:\s?\d{2})?)?")
_BARE, _YEAR = re.compile(r"\d+"), re.compile(r"(?:19|20)\d\d")
_DASH, _PRICE = re.compile(r"[-–—]"), re.compile(r"\d[\d .,]*\s?[€¢E]|gratuite?s?", re.IGNORECASE)
_BESIDE = 2
_EDGE = 3


@dataclass(frozen=True)
class Line:
    """One line: its number in the document (from 1), its page, its verbatim and repaired text.

    ``running`` marks a head, a foot or a page number; ``top`` the first lines of a page that say something.
    ``marks`` counts the ``#`` that made the line a heading (Markdown); they are part of neither text. ``over_rule``
    says that a rule follows, under the head of a table, ``dash`` that the line is a cell without a price.
    """

    number: int
    page: int
    text: str
    clean: str
    running: bool = False
    top: bool = False
    marks: int = 0
    over_rule: bool = False
    dash: bool = False

    @cached_property
    def folded(self) -> str:
        """The repaired text in lower case without accents."""
        return fold(self.clean)

    @cached_property
    def blank(self) -> bool:
        """Whether the line says nothing of its own (empty, a running head, the rule of a table)."""
        return self.running or self.rule or not (self.dash or self.clean.strip(" .,;|_-'\""))

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Its words set apart by white space, each with its place."""
        return segments_of(self.text, self.clean)

    @property
    def rule(self) -> bool:
        """Whether the line only parts a table's head from its rows (``| --- | --- |``)."""
        return _RULE.match(self.text) is not None

    @property
    def piped(self) -> bool:
        """Whether the line is written as cells between pipes."""
        return " | " in self.text or (self.text.startswith("|") and self.text.count("|") > 1)


def said_between(lines: Sequence[Line], start: int, end: int) -> Iterator[Line]:
    """The lines that say something from one position to another (left out), one by one: few are looked at, of many."""
    return (lines[at] for at in range(start, end) if not lines[at].blank)


def lines_of(pages: Sequence[Page]) -> list[Line]:
    """The lines of ``pages`` in order; running heads and feet are recognised by their coming back on pages."""
    repeated, feet = _repeated(pages), feet_of(pages)
    lines = []
    for page in pages:
        seen = 0
        texts = page.text.split("\n")
        cleaned = repair(page.text).split("\n")
        if len(cleaned) != len(texts):  # a repair never joins lines; should one ever do, keep the page as it is
            cleaned = texts
        for offset, (text, clean) in enumerate(zip(texts, cleaned, strict=True)):
            marks = 0
            if mark := _MARK.match(text):
                marks, text = len(mark["marks"]), text[mark.end() :]
                clean = clean.lstrip(" #")
            clean = clean.strip()
            running = bool(clean) and (
                _key(clean) in repeated or page.first_line + offset in feet or _is_page_number(clean, offset, cleaned)
            )
            seen += bool(clean) and not running
            top = 0 < seen <= 2 and bool(clean)
            over_rule = offset + 1 < len(texts) and _RULE.match(texts[offset + 1]) is not None
            dash = _is_dash(offset, cleaned)
            lines.append(Line(page.first_line + offset, page.number, text, clean, running, top, marks, over_rule, dash))
    return lines


def _is_page_number(clean: str, offset: int, texts: Sequence[str]) -> bool:
    """Whether a line is the number of its page: a year, or a number among other lines or below another, is a cell."""
    if not _PAGE_NUMBER.match(clean) or clean.startswith("0"):  # no page is numbered 011, a chapter of accounts is
        return False
    inside = any(texts[n].strip() for n in range(offset - 1, -1, -1)) and any(
        texts[n].strip() for n in range(offset + 1, len(texts))
    )
    if not inside or not _BARE.fullmatch(clean):
        return True
    beside = [texts[n].strip() for n in (offset - 1, offset + 1)]
    # the last of a list of labels each over its number: "Canoes / 4 / Punts / 6"
    listed = offset > 1 and beside[0] and _BARE.fullmatch(texts[offset - 2].strip())
    return not (_YEAR.fullmatch(clean) or all(beside) or _COUNT.fullmatch(beside[0]) or listed)


def _is_dash(offset: int, texts: Sequence[str]) -> bool:
    """Whether a line is a dash alone right beside a price, a blank line between them at most: a cell without one."""
    if not _DASH.fullmatch(texts[offset].strip()):
        return False
    sides = (texts[max(0, offset - _BESIDE) : offset][::-1], texts[offset + 1 : offset + 1 + _BESIDE])
    nearest = (next((text.strip() for text in side if text.strip()), "") for side in sides)
    return any(_PRICE.fullmatch(text) or _DASH.fullmatch(text) for text in nearest)


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """The keys of the lines that come back at the edges of pages; with a page's number, twice is enough."""
    counts: Counter[str] = Counter()
    paged: Counter[str] = Counter()
    for page in pages:
        said = [line for line in page.text.split("\n") if line.strip()]
        edges = [line for line in said[:_EDGE] + said[-_EDGE:] if not _SENTENCE_END.search(line)]
        counts.update({_key(line) for line in edges})
        paged.update({_key(line) for line in (said[:1] + said[-1:]) if _PAGED.search(line)})
    enough = max(3, len(pages) // 8) if len(pages) >= 4 else len(pages) + 1
    found = {key for key, count in counts.items() if count >= enough} | {key for key in paged if paged[key] > 1}
    return frozenset(key for key in found if len(key) > 6 and "€" not in key)


def _key(line: str) -> str:
    folded = fold(line)
    return re.sub(r"\s+" if _NUMBERED.match(folded) else r"\d+|\s+", "", folded)
