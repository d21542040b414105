"""Reading one line of a table: its label, then its figures, each in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from knowledge.figures import NO_FIGURE, Amount, amounts, loose, unreadable
from knowledge.outline.lines import Line
from knowledge.outline.pairs import pairs_of, spaced_pairs
from knowledge.text import fold

BRACKET = re.compile(
    r"^\W*(?:[a-z]\s+)?(?:qf\s*|de\s+|entre\s+)?\d[\d .,]*(?:€|euros?)?\s*(?:a|à|au|et|&|-|–)\s*\d[\d .,]*?(?=\s|$|€)"
    r"(?:\s?(?:€|euros?)(?=\s+\d))?"
    r"|^\W*(?:[a-z]\s+)?\d[\d .,]*(?:€|euros?)?\s*(?:et|ou)\s*(?:plus|\+|au[- ]dela)"
    r"|^\W*(?:moins de|plus de|jusqu.a|inferieure? a|superieure? a|a partir de|au[- ]dela de|<|>|≤|≥)"
    r"\s*\d[\d .,]*(?:€|euros?)?",
)
FREE = re.compile(r"\b(?:gratuit(?:e|é|s|es)?|offert(?:e|s)?)\b", re.IGNORECASE)
_FIGURED = re.compile(r"\d|gratuit|offert", re.IGNORECASE)
PROSE = re.compile(
    r"\b(?:(?:de|du|des|a|au|soit|par|pour|est|sont|sera|dont|majoration|et|ou|la|le|les|[dl]'|en|sur)|"
    # a verb right before a price tells a sentence: "les riverains payent", "le passager acquitte"
    r"pay(?:e|ent|ait|aient|era|eront)|paie(?:nt)?|acquitte(?:nt)?|cout(?:e|ent|era|eront)|applique(?:nt)?|"
    r"(?:recoi|percoi)(?:t|vent)|s'elevent?|(?:nous|vous|leur|lui|les?|la) (?:re)?facture(?:nt)?)$"
)
_WORDED = (
    r"n[ée]ant|sans objet|non \w+(?:ée?s?|ees?|ables?)|sur devis|supprimée?s?|interdite?s?|ajournée?s?|fermée?s?|"
    r"indisponibles?|inclus(?:es?)?|comprise?s?|illimitée?s?"
)
_EMPTY = re.compile(rf"[-–—/*]+|{_WORDED}", re.IGNORECASE)
_EMPTY_LAST = re.compile(rf"\s({_WORDED})\W*$", re.IGNORECASE)
_AFTER = re.compile(r"(?i)\b(?:par|le|la|les|l|de|du|d|ht|ttc|h|an|ans|mois)\b")
_MEASURE = re.compile(r"\s*(?:[mck]?m[²³23]?|ha|k?g|[cm]?l|h|heures?|jours?|ans?|mois|°|points?)\b", re.IGNORECASE)
# What parts the words of a sentence from its next sum, and never two cells of a row.
_TOLD_APART = re.compile(r"[,;:.(]\s*[^\W\d_]|[^\W\d_].*[;:(]|(?:^|\s)(?:et|ou|dont|soit|puis|contre|plus|a|à|au)\s")
_SENTENCE_END = re.compile(r"^.*(?:\w+\W+){2}[a-zà-ÿ]{3,}[)»]?\s?\.\s+(?=[A-ZÀ-Ý])")
_COUNTS = re.compile(r"(?:[\s|]+(?:\d[\d.,]*|[^\W\d_]))+[\s|]*$")
_WIDE = re.compile(r"\s{2,}(?![€¢])|\t+")
_TRIMMED = " :;,|.-–—*/•·▪"
LONGEST, LONGEST_LABEL, MOST_WORDS = 220, 14, 4


@dataclass(frozen=True)
class Cell:
    """A figure of a row: its amount, its place among the columns (from 0), and words of its own.

    ``label`` stands before it ("Tranche E"), ``per`` after it ("par adulte"); both are empty in a plain table.
    """

    amount: Amount
    place: int
    label: str = ""
    per: str = ""


@dataclass(frozen=True)
class Row:
    """A line that ends in figures: its label, its figures, the line it stands on, and how many columns it fills.

    ``alone`` says that the line holds its figures' labels itself (``label : price``): no head above can name them.
    ``note`` is the comment that follows the figures on their line.
    """

    label: str
    cells: tuple[Cell, ...]
    line: Line
    span: int
    alone: bool = False
    note: str = ""


def row_of(line: Line) -> Row | None:
    """The row that a line is (a label followed by nothing but figures, or prices each with its label), or None."""
    text = line.clean.replace(" | ", "  ").strip()
    if line.marks or len(text) > LONGEST or not _FIGURED.search(text) or line.blank:
        return None
    return _spread(line) or row_in(text, line, _WIDE.split(line.text.strip()))


def row_in(text: str, line: Line, parts: Sequence[str] = ()) -> Row | None:
    """The row that a text is, as if it stood on ``line``, or None; ``parts`` are what white space cuts the line in."""
    if pairs := pairs_of(text) or spaced_pairs(parts):
        cells = tuple(Cell(pair.amount, place, pair.label, pair.per) for place, pair in enumerate(pairs.prices))
        return Row(_last_told(pairs.common), cells, line, len(cells), alone=True)
    if (end := _comment_at(text)) and (row := _packed(text[:end], line)):
        return replace(row, note=text[end:].strip(_TRIMMED))
    return _packed(text, line)


def _spread(line: Line) -> Row | None:
    """A row whose columns are told by the white space between them: an empty place keeps the others in theirs."""
    label, *parts = _WIDE.split(line.text.strip())
    if len(parts) < 2 or not label or priced(label) or FREE.fullmatch(label):
        return None
    cells = []
    for place, part in enumerate(parts):
        amount = value_of(part) or wordless(part)
        if not amount:
            return None
        cells.append(Cell(amount, place))
    cells = [replace(cell, amount=one) for cell, one in zip(cells, loose([c.amount for c in cells]), strict=True)]
    told = any(cell.amount.unit != NO_FIGURE for cell in cells)
    return Row(label.strip(_TRIMMED), tuple(cells), line, len(parts)) if told else None


def is_counted(line: Line) -> bool:
    """Whether a line is a row of bare numbers, none of them a price: ``Population 10 389 10 509``.

    Numbers that only go up, or that are years, may name the columns of what follows.
    """
    tail = _COUNTS.search(line.clean)
    numbers = [int(number) for number in re.findall(r"\d+", tail[0])] if tail and tail.start() else []
    rising = all(one < two for one, two in pairwise(numbers))
    return len(numbers) > 2 and not rising and not any(1900 <= number < 2100 for number in numbers)


def value_of(cell: str) -> Amount | None:
    """The one amount that a cell is (``12 €``, ``3,50``, ``gratuit``), or None."""
    cell = cell.strip(" *|")
    if FREE.fullmatch(cell):
        return _nothing(cell, 0)
    found = amounts(cell) or unreadable(cell)
    if len(found) == 1 and not cell[: found[0].start].strip(_TRIMMED) and not cell[found[0].end :].strip(" *"):
        return found[0] if found[0].unit or found[0].decimals == 2 else None
    return None


def wordless(cell: str) -> Amount | None:
    """The cell that holds no figure, and says so by a dash or in words ("-", "non loué"); None for any other."""
    cell = cell.strip()
    return Amount(cell, Decimal(0), NO_FIGURE, 0, len(cell), 0) if _EMPTY.fullmatch(cell) else None


def priced(text: str) -> list[Amount]:
    """The amounts of ``text`` that look like prices: with a unit, or with cents and no other measure."""
    return [amount for amount in amounts(text) if _is_price(amount, text)]


def _is_price(amount: Amount, text: str) -> bool:
    return amount.unit != "" or (amount.decimals == 2 and not _MEASURE.match(text[amount.end :]))


def _packed(text: str, line: Line) -> Row | None:
    """A row whose columns only words part, as OCR leaves them."""
    found = sorted([*amounts(text), *unreadable(text)], key=lambda amount: amount.start)
    sure = [a for a in found if _is_price(a, text)]
    if not sure and not FREE.search(text):
        return None
    folded = fold(text)
    head = BRACKET.match(folded) if len(folded) == len(text) else None
    start = head.end() if head else 0
    found, sure = [a for a in found if a.start >= start], [a for a in sure if a.start >= start]
    if sure and not _in_brackets(text, sure[-1]):  # "Canoë (caution de 50 €) ..... 6 €"
        found, sure = ([a for a in some if not _in_brackets(text, a)] for some in (found, sure))
    first = sure[0].start if sure else len(text)
    cells = [a for a in found if a.start >= first and (a.unit or a.decimals or len(sure) > 1)]
    cells, first = _with_free(text, cells, first)
    if not cells:
        return None
    empty = _EMPTY_LAST.search(text, cells[-1].end - 1)
    if empty and re.search(r"[^\W\d_]", text[cells[-1].end : empty.start()]):
        empty = None  # "12 €, gravure comprise"
    rest = text[: empty.start()] if empty else text
    for cell in reversed(cells):
        rest = rest[: cell.start] + " " + rest[cell.end :]
    leftover = re.findall(r"[^\W\d_]{2,}", _AFTER.sub(" ", rest[first:]))
    label = text[:first].strip(_TRIMMED)
    if len(leftover) > (MOST_WORDS if label else 0) or _is_prose(text[:first], label):
        return None
    if any(_TOLD_APART.search(text[one.end : two.start]) for one, two in pairwise(cells)):
        return None
    per = _per(text[cells[-1].end :]) if len(cells) == 1 else ""
    worded = wordless(empty[1]) if empty else None
    row = tuple(Cell(cell, place, "", per) for place, cell in enumerate([*cells, *([worded] if worded else [])]))
    alone = len(row) == 1 and text[:first].rstrip().endswith(":")
    return Row(_last_told(label), row, line, len(row), alone)


def _in_brackets(text: str, amount: Amount) -> bool:
    """Whether an amount stands between parentheses that close before the last one of its line."""
    return text.count("(", 0, amount.start) > text.count(")", 0, amount.start) and ")" in text[amount.end :]


def _last_told(label: str) -> str:
    """A label without the sentences that stand before it on its line."""
    return _SENTENCE_END.sub("", label) or label


def _comment_at(text: str) -> int:
    """Where the comment begins that follows several sums set side by side; 0 without any."""
    found = amounts(text)
    at = next((n for n in range(1, len(found)) if _side_by_side(found, n, text)), 0)
    if not at:
        return 0
    while at + 1 < len(found) and _side_by_side(found, at + 1, text):
        at += 1
    after = text[found[at].end :].strip(_TRIMMED)
    words = re.findall(r"[^\W\d_]{2,}", _AFTER.sub(" ", after))
    numbered = any(not one.unit for one in found[at + 1 :])
    return found[at].end if after[:1].isalpha() and (len(words) > MOST_WORDS or (words and numbered)) else 0


def _side_by_side(found: Sequence[Amount], at: int, text: str) -> bool:
    one, two = found[at - 1], found[at]
    return not text[one.end : two.start].strip(" |") and _is_price(one, text) and _is_price(two, text)


def _with_free(text: str, cells: list[Amount], first: int) -> tuple[list[Amount], int]:
    """The cells of a row with those that say that nothing is paid, each a figure of zero, printed as it stands."""
    free = [match for match in FREE.finditer(text) if match.start() > 0]
    if not free:
        return cells, first
    both = sorted([*cells, *(_nothing(m[0], m.start()) for m in free)], key=lambda cell: cell.start)
    between = text[both[0].start :]
    for cell in reversed(both):
        between = between[: cell.start - both[0].start] + " " + between[cell.end - both[0].start :]
    if between.strip(" .;|*"):
        return cells, first  # words follow: a sentence in which the word only occurs
    return both, both[0].start


def _nothing(printed: str, start: int) -> Amount:
    return Amount(printed, Decimal(0), "€", start, start + len(printed), 0)


def _is_prose(before: str, label: str) -> bool:
    if len(label) == 1 and label.isupper():
        return False  # "A 1,00 € 2,00 €": a bracket's letter
    return len(label.split()) > LONGEST_LABEL or PROSE.search(fold(before).rstrip(" (")) is not None


def _per(after: str) -> str:
    """What a price is counted by, when the words that follow it say so ("par jour", "l'unité")."""
    match = re.match(r"/?\s*((?:l'|(?:par|le|la|les|pour|au|HT|TTC)\b).*)$", after.strip())
    return match[1].strip(_TRIMMED) if match and len(match[1]) <= 40 else ""


def width_of(rows: Sequence[Row]) -> int:
    """How many columns rows have: the commonest count, the largest where there are few rows to tell."""
    spans = [row.span for row in rows if not row.alone] or [1]
    return max(spans) if len(spans) < 4 else max(sorted(set(spans)), key=spans.count)
