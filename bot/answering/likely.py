"""How a number most likely reads where OCR put a letter in it, or lost its comma: told beside it, not in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answering.doubting import doubts
from bot.answering.spans import Span
from knowledge.documents import Figure, Passage
from knowledge.figures import CENTS_LOST, amounts, french, sums
from knowledge.lettered import MONTH, UNIT, in_digits
from knowledge.smudges import CENTS_APART, LETTER_READ
from knowledge.text import squeeze

_SPACED = re.compile(r"\d{1,3} \d\d\D*")  # a sum whose comma left a space
# An O is read as no other digit than 0, an l or an I than 1; one true digit at least says that it is a number.
_LOOKS_ALIKE = re.compile(r"(?=.*\d)[\dOolI]+(?:[.,] ?[\dOolI]{2})? ?(?:€|E|euros?)?")
READS = "« {printed} » se lit sans doute {read}"
_GUESSED = frozenset({LETTER_READ, CENTS_LOST, CENTS_APART})
JOINED = " ; "
MOST = 3  # past so many, the whole page is to be read
# What is told of a number that is no sum: with the word that says what it counts.
_TOLD = re.compile(rf"\d\d(?:[ .]\d\d){{4}}|\d{{1,2}} ?h(?: ?\d\d)?(?!\w)|\d+\s+(?:(?:{MONTH})(?: 20\d\d)?|{UNIT})\b")


def readings(span: Span, head: str) -> list[str]:
    """How the numbers of a span that ``head`` tells most likely read: its sums, dates, hours, telephone numbers."""
    told = {one.value: one for one in amounts(head) if one.unit and one.doubt in _GUESSED}
    told |= {one.value: one for one in amounts(squeeze(span.text)) if one.unit and one.value in told}
    found = dict.fromkeys(READS.format(printed=one.printed, read=french(one.value, one.unit)) for one in told.values())
    for text in dict.fromkeys((head, squeeze(span.text))):
        plain, letters = in_digits(text)
        for match in _TOLD.finditer(plain) if letters else ():
            printed = text[match.start() : match.end()]
            if not letters.isdisjoint(range(*match.span())) and (printed in head or match[0] in head):
                found.setdefault(READS.format(printed=printed, read=match[0]))
    return list(found)[:MOST]


def reasons(figures: Sequence[Figure]) -> list[str]:
    """Why the figures of a table are to be checked: how each most likely reads, where that is what is not sure."""
    told = [one for figure in figures for one in _reasons(figure)]
    return told if len(told) <= MOST else [figure.doubt for figure in figures]


def counted_on(figure: Figure) -> Figure:
    """A price to compute from, its doubt told beside: its comma left a space, or an O stands for a 0, an l for a 1."""
    printed = squeeze(figure.printed)
    plain = figure.doubt == CENTS_LOST and _SPACED.fullmatch(printed)
    return replace(figure, doubt="") if plain or _alike(figure.doubt, printed) else figure


def computable(text: str) -> bool:
    """Whether the sums of a text may be computed from: none is in doubt but of what ``counted_on`` tells beside."""
    return all(one.doubt in ("", CENTS_LOST) or _alike(one.doubt, one.printed) for one in sums(text))


def lettered(passage: Passage, span: Span) -> bool:
    """Whether all that a scan leaves in doubt of the sums of a span is a letter that reads as one digit only."""
    figures = [one for one in passage.figures if span.line <= one.line <= span.line + span.text.count("\n")]
    found = [(one.doubt, squeeze(one.printed)) for one in figures if one.doubt]
    found += [(one.doubt, one.printed) for one in sums(span.clean) if one.doubt]
    return set(doubts(passage, [span])) <= {LETTER_READ} and all(_alike(doubt, printed) for doubt, printed in found)


def _alike(doubt: str, printed: str) -> bool:
    return doubt == LETTER_READ and _LOOKS_ALIKE.fullmatch(printed) is not None


def _reasons(figure: Figure) -> list[str]:
    printed = squeeze(figure.printed)
    likely = READS.format(printed=printed, read=french(figure.value, figure.unit)) if figure.value is not None else ""
    # "2751 €" told beside 27,51 € would be taken for a price
    said = _GUESSED if _SPACED.fullmatch(printed) else _GUESSED - {CENTS_LOST}
    return [likely if likely and one in said else one for one in figure.doubt.split(JOINED) if one]


def others(doubts: Iterable[str], told: Sequence[str]) -> list[str]:
    """The reasons of doubts that are not said better by what is ``told`` of how these read."""
    return [one for one in doubts if not (told and one in _GUESSED)]
