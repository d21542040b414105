"""Cutting a passage into the smallest parts that can be quoted: sentences, list items, rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from knowledge.clean import is_bullet, join_lines, repair
from knowledge.documents import Passage
from knowledge.misread import looked_at
from knowledge.text import squeeze

_SENTENCE_END = re.compile(r"(?:(?<=[.!?;])|(?<=[.!?;]»)|(?<=[.!?;] »))\s+(?=[\"'«(]?[A-ZÀ-Þ0-9•*>–-])")
_NOT_AN_END = re.compile(
    r"(?:\b(?:[A-ZÀ-Þ]|[Mm]me|MM|[Aa]rt|cf|[Cc]f|etc|n°|[Nn]o|p|ex|tél|[Tt]el|av|bd|St|Ste)\.|n° ?:?)$"
    r"|(?:^\W*|\b(?:[Aa]rticles?|ARTICLES?|[Aa]nnexes?|[Cc]hapitres?|[Tt]itres?|[Pp]oints?|n°|"
    r"no) ?)\d{1,2}(?:\.\d+)?\.$"
)
# A visa or a recital opens on a line of its own, whatever ends the one before it.
_RECITAL = re.compile(r"\s*(?:Vu|VU|Consid[ée]rant|CONSID[EÉ]RANT)\b")
_LONGEST_MARK = 20  # nothing that ``_NOT_AN_END`` matches is longer: it need not search a whole page
_STOPS = (".", "!", "?", ";")
_ENDS = (*_STOPS, ":")


# What a colon announces on the next line, and is no item of a list: "Gardien d'astreinte :", "02 99 ..."
_FIGURE = re.compile(r"\s*\d(?!\d?\s?[.)°/-])")

# A line that names a thing and says it ("Gardien : 02 99 ..."): several in a row are as many things.
_LABELLED = re.compile(r"\s*[A-ZÀ-Þ][^:;|.!?]{2,60} : ?\S")
# A table told one cell a line, its rows set apart by blank lines: how many of them make one, how long a cell is.
BLOCKS, CELL = 3, 80
LONGEST_BRACKET = 120  # past this many characters, its end was lost on the page
# Lines without a full stop, an agenda or an address block, are cut at blank lines past this many characters.
LONG = 300


@dataclass(frozen=True)
class Span:
    """A part of a passage: its verbatim text, the same repaired on one line, and the line where it begins."""

    text: str
    clean: str
    line: int
    item: bool = False


def spans_of(passage: Passage) -> list[Span]:
    """The spans of a passage in reading order; together they hold all of its text.

    A row of a table whose cells go on over several lines is one span: its ``clean`` is the row put together.
    """
    text = passage.text
    known = looked_at(passage.clean)  # its words were mended when it was read
    rows: dict[int, list[str]] = {}
    for row in passage.rows:
        rows.setdefault(row.line, []).append(row.text)
    spans = []
    for start, end in pairwise([*_cuts(passage), len(text)]):
        piece = text[start:end].strip("\n ")
        if piece:
            lead = len(text[start:end]) - len(text[start:end].lstrip("\n "))
            line = passage.locator.line + text.count("\n", 0, start + lead)
            piece = re.sub(r"\n{2,}", "\n", piece)
            told = rows.get(line) or [_repaired(piece, passage.clean, known)]
            spans += [Span(piece, clean, line, is_bullet(piece) and line not in rows) for clean in told]
    return spans


def _repaired(piece: str, mended: str, known: frozenset[str]) -> str:
    """A piece on one line with its misread words put right; itself when it stands so in the ``mended`` passage."""
    joined = join_lines(piece)
    return joined if joined in mended else join_lines(repair(piece, known))


def _cuts(passage: Passage) -> list[int]:
    text = passage.text
    rows = {figure.line for figure in passage.figures}
    begin = {row.line for row in passage.rows} | {row.end_line + 1 for row in passage.rows}
    inside = {number for row in passage.rows for number in range(row.line, row.end_line + 1)}
    cuts = {0}
    position, number = 0, passage.locator.line
    previous_row = blank = False
    lines = text.split("\n")
    begin_apart = _labelled(lines) | _blocks(lines)
    for index, line in enumerate(lines):
        if number in inside or number in begin:
            cuts |= {position} if number in begin else set()
            if number in inside:
                previous_row = False
                position += len(line) + 1
                number += 1
                continue
        row = number in rows or " | " in line
        if row or previous_row or is_bullet(line) or line.lstrip().startswith("*") or _RECITAL.match(line):
            cuts.add(position)
        if index in begin_apart:
            cuts.add(position)
        if not row:
            for match in _SENTENCE_END.finditer(line):
                end = position + match.start()
                if not _is_no_end(line, match.start()) and not _in_brackets(text[max(cuts) : end]):
                    cuts.add(position + match.end())
        before = len(text[:position].rstrip())
        ends = _STOPS if _FIGURE.match(line) else _ENDS
        if text[:before].endswith(ends) and not _is_no_end(text, before) and not _in_brackets(text[max(cuts) : before]):
            cuts.add(position)
        if blank and line[:1].isupper() and position - max(cuts) > LONG:
            cuts.add(position)
        blank = not line.strip()
        previous_row = row
        position += len(line) + 1
        number += 1
    return sorted(cut for cut in cuts if cut < len(text))


def _labelled(lines: Sequence[str]) -> set[int]:
    """The places of the lines that name a thing and say it, where two follow each other."""
    named = {n for n, line in enumerate(lines) if _LABELLED.match(line)}
    return {n for n in named if n - 1 in named or n + 1 in named}


def _blocks(lines: Sequence[str]) -> set[int]:
    """The places where begins each row of a table told one cell a line, and what stands under it."""
    blocks: list[list[int]] = []
    for n, line in enumerate(lines):
        if not line.strip():
            continue
        if not n or not lines[n - 1].strip():
            blocks.append([])
        blocks[-1].append(n)
    found: set[int] = set()
    for size, alike in groupby(blocks, key=lambda block: len(block) if _is_of_cells(lines, block) else 0):
        run = list(alike)
        if size > 1 and len(run) >= BLOCKS:
            under = [block[0] for block in blocks if block[0] > run[-1][-1]]
            found |= {*(block[0] for block in run), *under[:1]}
    return found


def _is_of_cells(lines: Sequence[str], block: Sequence[int]) -> bool:
    return all(len(lines[n]) <= CELL and not lines[n].rstrip().endswith((*_ENDS, ",")) for n in block)


def _is_no_end(text: str, at: int) -> bool:
    """Whether the mark before ``at`` ends no sentence ("Mme.", "art.", "n°")."""
    return _NOT_AN_END.search(text, max(0, at - _LONGEST_MARK), at) is not None


def _in_brackets(text: str) -> bool:
    """Whether a bracket opened a little before the end of ``text`` is still to be closed: "(39 communes ; 3 agents"."""
    opened = text.rfind("(")
    return opened > max(text.rfind(")"), len(text) - LONGEST_BRACKET - 1)


def shortened(text: str, limit: int) -> str:
    """``text`` on one line, cut after a whole sentence or word so that it holds at most ``limit`` characters."""
    text = squeeze(text)
    if len(text) <= limit:
        return text
    stop = max(text.rfind(". ", 0, limit), text.rfind("; ", 0, limit))
    if stop > limit * 0.6:
        return text[: stop + 1]
    return text[: limit - 2].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
