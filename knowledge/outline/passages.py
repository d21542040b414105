"""Gathering a piece's lines into passages: what can be quoted alone as the proof of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from knowledge.clean import is_bullet, join_lines
from knowledge.documents import Locator, Passage, Piece
from knowledge.outline.headings import Heading, heading
from knowledge.outline.lines import Line
from knowledge.outline.tables import Body, figures_of, row_of

LONGEST = 900
LONGEST_TABLE = 1600
LONGEST_NOTES = 420
LONGEST_CONTEXT = 500
_ENDS = re.compile(r"[.:;!?»]\s*$")


@dataclass
class _Block:
    """Lines that belong together: a paragraph, a list item, or a table with its heads."""

    lines: list[Line]
    kind: str
    bodies: list[Body] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(len(line.text) + 1 for line in self.lines)


def passages_of(piece: Piece, lines: list[Line], document: str) -> Iterator[Passage]:
    """The passages of one piece in reading order; each line that says something stands in at most one."""
    return _introduced(_passages(piece, lines, document))


def _passages(piece: Piece, lines: list[Line], document: str) -> Iterator[Passage]:
    said = [line for line in lines if not line.blank]
    gaps = _gaps(lines)
    path: list[Heading] = []
    run: list[Line] = []
    for position, line in enumerate(said):
        before = said[position - 1] if position and not gaps[line.number] else None
        after = said[position + 1] if position + 1 < len(said) and not gaps[said[position + 1].number] else None
        found = heading(line, before, after)
        following = said[position + 1] if position + 1 < len(said) else None
        if found and _is_no_heading(found, said[position - 1] if position else None, following):
            found = None
        if (
            found
            and found.kind == "short"
            and not line.top
            and not line.clean.endswith(":")
            and _over_rows(said[position + 1 : position + 7])
        ):
            found = None
        if found is None:
            run.append(line)
            continue
        if (
            found.kind == "capitals"
            and path
            and path[-1].kind == "capitals"
            and not run
            and _adjacent(said, position, gaps)
        ):
            path[-1] = Heading("capitals", f"{path[-1].title} {found.title}", path[-1].number)
            continue
        if line.top and found.kind == "short":
            found = Heading("capitals", found.title)  # the title of a new page opens a new subject
        yield from _flush(piece, path, run, document, gaps)
        run = [line] if not line.clean.isupper() or found.kind == "decision" else []
        path = [above for above in path if above.level < found.level] + [found]
    yield from _flush(piece, path, run, document, gaps)


def _gaps(lines: list[Line]) -> dict[int, bool]:
    """For each line that says something: whether a blank line or a page's edge stands before it."""
    gaps: dict[int, bool] = {}
    gap, page = True, 0
    for line in lines:
        if line.blank:
            gap = gap or not line.running
            continue
        gaps[line.number] = gap or line.page != page
        gap, page = False, line.page
    return gaps


def _adjacent(said: list[Line], position: int, gaps: dict[int, bool]) -> bool:
    return position > 0 and said[position].number - said[position - 1].number <= 2


def _is_no_heading(found: Heading, before: Line | None, following: Line | None) -> bool:
    """Whether a would-be heading is the middle of a sentence, or the head of the table that follows."""
    if following and found.kind == "capitals":
        row = row_of(following)
        return row is not None and len(row.cells) > 1 and len(found.title.split()) > 1
    if found.kind in ("short", "numbered"):
        cut = before is not None and not _ENDS.search(before.clean) and len(before.clean) > 60
        return cut or (following is not None and following.clean[:1].islower() and not is_bullet(following.text))
    return False


def _over_rows(following: list[Line]) -> bool:
    """Whether rows of several figures come within the next lines: what stands above them is their head."""
    rows = [row_of(line) for line in following]
    return any(row is not None and len(row.cells) > 1 for row in rows)


def _flush(
    piece: Piece, path: list[Heading], run: list[Line], document: str, gaps: dict[int, bool]
) -> Iterator[Passage]:
    group: list[_Block] = []
    for block in _blocks(run, gaps):
        if group and _too_much(group, block):
            yield _passage(piece, path, group, document)
            group = []
        group.append(block)
    if group:
        yield _passage(piece, path, group, document)
    run.clear()


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


def _too_much(group: list[_Block], block: _Block) -> bool:
    """Whether ``block`` is better off in a passage of its own: too long together, or another table."""
    size = sum(each.size for each in group) + block.size
    tables = [each for each in group if each.kind == "table"]
    if block.kind == "table":
        return size > (LONGEST_TABLE if tables else LONGEST) or any(_tall(each) and _tall(block) for each in tables)
    if tables:
        notes = sum(each.size for each in group[group.index(tables[-1]) + 1 :]) + block.size
        return notes > LONGEST_NOTES or size > LONGEST_TABLE
    return size > LONGEST


def _tall(block: _Block) -> bool:
    return sum(len(body.rows) for body in block.bodies) >= 3


def _blocks(run: list[Line], gaps: dict[int, bool]) -> list[_Block]:
    blocks: list[_Block] = []
    for line in run:
        row = row_of(line)
        last = blocks[-1] if blocks else None
        if row or " | " in line.clean:
            if not last or last.kind != "table":
                heads: list[Line] = []
                while blocks and _is_caption(blocks[-1]) and len(heads) < 6:
                    heads = blocks.pop().lines + heads
                last = _Block(heads, "table", [Body(list(heads), [])])
                last.lines = list(heads)
                blocks.append(last)
            last.lines.append(line)
            if row:
                last.bodies[-1].rows.append(row)
            else:
                _head_of(last, line)
        elif last and last.kind == "table" and _is_label(line):
            last.lines.append(line)
            _head_of(last, line)
        elif is_bullet(line.text):
            blocks.append(_Block([line], "list"))
        elif last and last.kind != "table" and (not gaps[line.number] or _goes_on(last.lines[-1], line)):
            last.lines.append(line)
        else:
            blocks.append(_Block([line], "paragraph"))
    return [_settled(block) for block in blocks]


def _head_of(table: _Block, line: Line) -> None:
    """A line without figures inside a table begins another body, whose head it is."""
    if table.bodies[-1].rows:
        table.bodies.append(Body([], []))
    table.bodies[-1].heads.append(line)


def _is_label(line: Line) -> bool:
    """A short line between two rows: a label broken off its row, or the head of what follows."""
    return len(line.clean) < 70 and not _ENDS.search(line.clean) and not is_bullet(line.text)


def _is_caption(block: _Block) -> bool:
    text = " ".join(line.clean for line in block.lines)
    return (
        block.kind != "table"
        and len(block.lines) <= 3
        and len(text) <= 260
        and (block.kind == "list" or not text.endswith((".", ";")))
    )


def _settled(block: _Block) -> _Block:
    """A table of one single figure is a sentence with a figure in it, not a table."""
    cells = sum(len(row.cells) for body in block.bodies for row in body.rows)
    return (
        _Block(block.lines, "paragraph")
        if block.kind == "table" and cells < 2 and "|" not in block.lines[-1].text
        else block
    )


def _goes_on(before: Line, line: Line) -> bool:
    """A sentence that a blank line cuts: it has no end yet, and what follows begins in lower case."""
    text = line.clean.strip()
    return not _ENDS.search(before.clean) and (text[:1].islower() or text[:1] in "(,")


def _passage(piece: Piece, path: list[Heading], group: list[_Block], document: str) -> Passage:
    lines = [line for block in group for line in block.lines]
    figures = tuple(figure for block in group if block.kind == "table" for figure in figures_of(block.bodies))
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
        path=(piece.title, *(h.title for h in path if h.title != piece.title)),
        text=_verbatim(lines),
        clean=join_lines("\n".join(line.clean for line in lines)),
        locator=Locator(lines[0].page, lines[0].number, lines[-1].number),
        number=number,
        standing=piece.standing,
        date=piece.date,
        figures=figures,
    )


def _verbatim(lines: list[Line]) -> str:
    """The lines as the page has them; one left out in between (blank, a running head) stays as an empty line.

    So the n-th line of the text is the n-th line of the document after the passage's first one.
    """
    texts = {line.number: line.text.strip() for line in lines}
    return "\n".join(texts.get(number, "") for number in range(lines[0].number, lines[-1].number + 1))
