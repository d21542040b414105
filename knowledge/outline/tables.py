"""Reading tables where only the order of words is left: rows that end in figures, heads above them.

A row is a label then figures; the heads are the lines without figures above the rows. A head that splits into as many
labels as the rows have figures (or into a divisor of it) names the columns.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from knowledge.documents import Figure
from knowledge.figures import CENTS_LOST, Amount, amounts, suspicious
from knowledge.outline.lines import Line
from knowledge.text import fold

_BRACKET = re.compile(
    r"^\W*(?:qf\s*|de\s+|entre\s+)?\d[\d .,]*(?:€|euros?)?\s*(?:a|à|au|et|&|-|–)\s*\d[\d .,]*?(?=\s|$|€)"
    r"(?:\s?(?:€|euros?)(?=\s+\d))?"
    r"|^\W*\d[\d .,]*(?:€|euros?)?\s*(?:et|ou)\s*(?:plus|\+|au[- ]dela)"
    r"|^\W*(?:moins de|plus de|jusqu.a|inferieure? a|superieure? a|a partir de|au[- ]dela de|<|>|≤|≥)"
    r"\s*\d[\d .,]*(?:€|euros?)?",
)
_FREE = re.compile(r"\b(?:gratuit(?:e|é|s|es)?|offert(?:e|s)?)\b", re.IGNORECASE)
_PROSE = re.compile(r"\b(?:de|du|des|a|au|soit|par|pour|est|sont|sera|dont|majoration|et|ou|la|le|les|d|l|en|sur)$")


SHORT_ROW = "la ligne n'a pas toutes ses colonnes sur la page"


@dataclass(frozen=True)
class Row:
    """A line that ends in figures: its label, its figures, and the line it stands on."""

    label: str
    cells: tuple[Amount, ...]
    line: Line


def row_of(line: Line) -> Row | None:
    """The row that a line is (a label followed by nothing but figures), or None."""
    text = line.clean.strip().replace(" | ", "  ") if " | " in line.clean else line.clean.strip()
    if line.blank or len(text) > 220:
        return None
    head = _BRACKET.match(fold(text)) if len(fold(text)) == len(text) else None
    start = head.end() if head else 0
    cells = [a for a in amounts(text) if a.start >= start]
    priced = [a for a in cells if a.unit or a.decimals == 2]
    if not priced:
        return _free(text, line)
    first = priced[0]
    cells = [a for a in cells if a.start >= first.start and (a.unit or a.decimals or len(priced) > 1)]
    rest = text[first.start :]
    for cell in reversed(cells):
        rest = rest[: cell.start - first.start] + " " + rest[cell.end - first.start :]
    leftover = re.findall(
        r"[^\W\d_]{2,}", re.sub(r"(?i)\b(?:par|le|la|les|l|de|du|d|ht|ttc|h|an|ans|mois)\b", " ", rest)
    )
    label = text[: first.start].strip(" :;,|.-–—*/")
    if len(leftover) > (4 if label else 0) or len(label.split()) > 14 or _PROSE.search(fold(label).rstrip(" '(")):
        return None
    return Row(label, tuple(cells), line)


def _free(text: str, line: Line) -> Row | None:
    """A row whose cells say that nothing is paid: each is a figure of zero, printed as it stands."""
    found = list(_FREE.finditer(text))
    if not found or text[found[-1].end() :].strip(" .;|") or found[0].start() == 0:
        return None
    label = text[: found[0].start()].strip(" :;,|.-–—*/")
    cells = tuple(Amount(m[0], Decimal(0), "€", m.start(), m.end(), 0) for m in found)
    return Row(label, cells, line) if label and len(label.split()) <= 12 and not _PROSE.search(fold(label)) else None


@dataclass
class Body:
    """Rows that stand under the same heads, in the order of the page."""

    heads: list[Line]
    rows: list[Row]


def figures_of(bodies: list[Body]) -> tuple[Figure, ...]:
    """The figures of a table, each with its row and column labels (outermost first) and any doubt about it.

    A body whose heads name no columns goes on under the columns of the body before it; its heads then say what its
    rows have in common, and come first among their labels.
    """
    everyone = [cell for body in bodies for row in body.rows for cell in row.cells]
    found: list[Figure] = []
    columns: list[tuple[str, ...]] = []
    for body in bodies:
        if not body.rows:
            continue
        width = _width(body.rows)
        fitting, caption = _columns(body.heads, width)
        columns = fitting or (columns if len(columns) == width else [])
        for row in body.rows:
            labels = tuple(label for label in (*caption, row.label) if label)
            for position, cell in enumerate(row.cells):
                column = columns[position] if position < len(columns) else ()
                doubt = "" if len(row.cells) == width or not column else SHORT_ROW
                mended = suspicious(cell, [other for other in everyone if other is not cell])
                found.append(
                    Figure(
                        row=labels,
                        column=column,
                        printed=cell.printed,
                        value=cell.value if mended is None else mended,
                        unit=cell.unit or "€",
                        line=row.line.number,
                        doubt=doubt if mended is None else CENTS_LOST,
                    )
                )
    return tuple(found)


def _width(rows: list[Row]) -> int:
    """How many columns the rows have: the commonest count, the largest where there are few rows to tell."""
    counts = Counter(len(row.cells) for row in rows)
    return max(counts) if len(rows) < 4 else counts.most_common(1)[0][0]


def _columns(heads: list[Line], width: int) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """The labels of ``width`` columns, outermost first ([] when no head fits), and the heads that are captions."""
    inner: list[str] = []
    outer: list[str] = []
    caption: list[str] = []
    for line in reversed(heads):
        text = line.clean.strip(" :*|-–—")
        corner, labels = _split(text, width) if width > 1 else ("", [])
        if labels and not inner and len(labels) == width:
            inner = labels
            if corner:
                caption.insert(0, corner)
        elif labels and not outer and len(set(labels)) < width:
            outer = labels
        elif len(text) > 2:
            caption.insert(0, text)
    layers = [layer for layer in (outer, inner) if layer]
    return [tuple(layer[position] for layer in layers) for position in range(width)] if layers else [], tuple(
        caption[:3]
    )


def _split(text: str, width: int) -> tuple[str, list[str]]:
    """A head line as a corner and ``width`` labels; groups ("1 enfant 2 enfants") are spread over their columns.

    ("", []) when it does not fit. A label begins with a capital or a figure: words of a sentence are no heads.
    """
    for labels in _readings(text):
        for corner, kept in (("", labels), (labels[0], labels[1:])):
            if not kept or not all(label[:1].isupper() or label[:1].isdigit() or not label for label in kept):
                continue
            if len(kept) == width and not _odd_first(kept):
                return corner, kept
            if 1 < len(kept) < width and width % len(kept) == 0:
                return corner, [label for label in kept for _ in range(width // len(kept))]
    return "", []


def _odd_first(labels: list[str]) -> bool:
    """Whether the first label is of another make than all the others: the corner of a head whose last label is lost."""
    figures = [label[:1].isdigit() for label in labels]
    return len(labels) > 2 and all(figures[1:]) and not figures[0]


def _readings(text: str) -> list[list[str]]:
    if " | " in text:
        return [[cell.strip() for cell in text.split("|")]]
    readings = []
    if re.search(r"\s{2,}", text):
        readings.append(re.split(r"\s{2,}", text))
    words = text.split()
    if re.search(r"^\W*\d\w*\s+[a-zà-ÿ]", text) or re.search(r"\d\s+enfants?", text):
        readings.append([part.strip() for part in re.split(r"\s(?=\d)", text) if part.strip()])
    capital: list[str] = []
    for word in words:
        joins = capital and (
            not (word[:1].isupper() or word[:1].isdigit())
            or capital[-1].split()[-1].lower().strip("'")
            in ("non", "de", "des", "du", "la", "le", "les", "et", "ou", "-")
            or (
                word[:1].isdigit()
                and not capital[-1].split()[-1].isdigit()
                and capital[-1].split()[-1] in ("-", "de", "<", ">")
            )
        )
        if joins:
            capital[-1] += " " + word
        else:
            capital.append(word)
    readings.append(capital)
    readings.append(words)
    return [reading for reading in readings if reading]
