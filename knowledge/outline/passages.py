"""Gathering a piece's lines into passages: what can be quoted alone as the proof of an answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from knowledge.clean import join_lines
from knowledge.dates import dates
from knowledge.documents import Figure, Locator, Passage, Piece, TableRow
from knowledge.outline.blocks import Block, blocks_of
from knowledge.outline.headings import Heading
from knowledge.outline.lines import Line
from knowledge.outline.openings import opening_lines
from knowledge.outline.sections import Section, sections_of
from knowledge.standings import Standing

_NUMBER = re.compile(r"(?:[\w/.-]*\d[\w/.-]*)?\W*(?:objet\W+)?", re.IGNORECASE)
_DATED = 50
LONGEST = 900
LONGEST_TABLE = 1600
LONGEST_NOTES = 420
LONGEST_CONTEXT = 500


def passages_of(piece: Piece, lines: Sequence[Line], document: str) -> Iterator[Passage]:
    """The passages of one piece in reading order; each line that says something stands in at most one.

    The lines that open an act are its title and number: its first passage, where it has no other.
    """
    act = piece.kind == "deliberation"
    opened: frozenset[int] = opening_lines(lines, piece.number, piece.title) if act else frozenset()
    return _introduced(
        _passage(piece, section, group, figures, document)
        for section in sections_of(lines, opened)
        for group, figures in _groups(blocks_of(section.lines, section.gaps, section.grids, _about(piece, section)))
    )


def _about(piece: Piece, section: Section) -> str:
    return " ".join([piece.title, *(title.title for title in section.path)])


def _groups(blocks: Iterable[Block]) -> Iterator[tuple[list[Block], tuple[Figure, ...]]]:
    """Blocks that make one passage together, and the figures of their tables."""
    group: list[Block] = []
    for block in blocks:
        if block.kind == "table" and block.size > 2 * LONGEST_TABLE:
            if group:
                yield group, _figures(group)
            yield from _parts(block)
            group = []
            continue
        if group and _too_much(group, block):
            kept = group[-1:] if len(group) > 1 and _announces(group[-1], block) else []
            group = group[: len(group) - len(kept)]
            yield group, _figures(group)
            group = kept
        group.append(block)
    if group:
        yield group, _figures(group)


def _announces(last: Block, block: Block) -> bool:
    """Whether a block only introduces the list that follows: "Sont désignés :", which says nothing by itself."""
    return block.kind == "list" and last.kind == "paragraph" and last.lines[-1].clean.endswith(":")


def _figures(group: Iterable[Block]) -> tuple[Figure, ...]:
    return tuple(figure for block in group if block.kind == "table" for figure in block.figures())


def _parts(table: Block) -> Iterator[tuple[list[Block], tuple[Figure, ...]]]:
    """A long table in parts, each with the figures of its lines: read as a whole, quoted in parts."""
    figures, rows = defaultdict[int, list[Figure]](list), defaultdict[int, list[TableRow]](list)
    for figure in table.figures():
        figures[figure.line].append(figure)
    for row in table.texts:
        rows[row.line].append(row)
    inside = {number for row in table.texts for number in range(row.line, row.end_line)}
    lines: list[Line] = []
    size = 0
    for n, line in enumerate(table.lines):
        lines.append(line)
        size += len(line.text) + 1
        if line.number in inside and n + 1 < len(table.lines):
            continue  # a row is never cut
        if size > LONGEST_TABLE or n + 1 == len(table.lines):
            numbers = dict.fromkeys(one.number for one in lines)
            texts = tuple(row for number in numbers for row in rows[number])
            told = tuple(figure for number in numbers for figure in figures[number])
            yield [replace(table, lines=lines, texts=texts)], told
            lines, size = [], 0


def _too_much(group: Sequence[Block], block: Block) -> bool:
    """Whether ``block`` is better off in a passage of its own: too long together, or another table."""
    size = sum(each.size for each in group) + block.size
    tables = [each for each in group if each.kind == "table"]
    if block.kind == "table":
        return size > (LONGEST_TABLE if tables else LONGEST) or any(each.tall and block.tall for each in tables)
    if tables:
        notes = sum(each.size for each in group[group.index(tables[-1]) + 1 :]) + block.size
        return notes > LONGEST_NOTES or size > LONGEST_TABLE
    return size > LONGEST


def _introduced(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Each table told what introduces it: the last text without figures under the same title."""
    opening: tuple[str, ...] = ()
    context = ""
    for passage in passages:
        if passage.figures:
            under = context if opening and passage.path[: len(opening)] == opening else ""
            yield replace(passage, context=under) if under else passage
        else:
            if passage.path[:2] != opening[:2] or not context:
                opening, context = passage.path[:2], passage.clean[:LONGEST_CONTEXT]
            yield passage


def _passage(
    piece: Piece,
    section: Section,
    group: Sequence[Block],
    figures: tuple[Figure, ...],
    document: str,
) -> Passage:
    lines = [line for block in group for line in block.lines]
    numbers = {line.number for line in lines}
    rows = tuple(row for block in group for row in block.texts if row.line in numbers and row.end_line in numbers)
    path = section.path
    number = next((h.number for h in reversed(path) if h.kind in ("article", "decision")), "")
    kinds = {block.kind for block in group}
    kind = "table" if figures else "list" if "list" in kinds else "paragraph"
    deepest = path[-1].kind if path else ""
    if kind != "table" and deepest in ("article", "decision"):
        kind = deepest
    return Passage(
        id=f"{document}#{lines[0].number}",
        document=document,
        piece=piece.ordinal,
        kind=kind,
        path=(piece.title, *(h.title for h in path if not _restates(h.title, piece.title))),
        text=_verbatim(lines),
        clean=join_lines("\n".join(_cleaned(lines, rows))),
        locator=Locator(lines[0].page, lines[0].number, lines[-1].number),
        number=number,
        standing=Standing.REPEALED if any(title.bygone for title in path) else piece.standing,
        date=_decided(path) or piece.date,
        figures=figures,
        rows=rows,
    )


def _decided(path: Sequence[Heading]) -> date | None:
    """The date of the decision that a passage tells, where its title says one."""
    decisions = [title for title in path if title.kind == "decision"]
    days = dates(decisions[-1].title[:_DATED]) if decisions else []
    return days[0] if days else None


def _restates(title: str, act: str) -> bool:
    """Whether a heading is the title of its act, with its number or not."""
    return title.endswith(act) and _NUMBER.fullmatch(title[: len(title) - len(act)]) is not None


def _cleaned(lines: Sequence[Line], rows: Sequence[TableRow]) -> list[str]:
    """The repaired lines, those of a row put together in its place."""
    texts: dict[int, str] = {}
    for row in rows:
        texts[row.line] = f"{texts.get(row.line, '')}\n{row.text}".strip()
        texts.update((number, "") for number in range(row.line + 1, row.end_line + 1))
    return [texts.get(line.number, line.clean) for line in lines]


def _verbatim(lines: Sequence[Line]) -> str:
    """The lines as the page has them; one left out in between (blank, a running head) stays as an empty line.

    So the n-th line of the text is the n-th line of the document after the passage's first one.
    """
    texts: dict[int, str] = {}
    for line in lines:  # a form feed within a line leaves its two sides on one number
        texts[line.number] = f"{texts.get(line.number, '')} {line.text.strip()}".strip()
    return "\n".join(texts.get(number, "") for number in range(lines[0].number, lines[-1].number + 1))
