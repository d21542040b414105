"""Gathering lines into blocks: what is one paragraph, one item of a list, or one table with its heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.clean import is_bullet
from knowledge.documents import Figure, TableRow
from knowledge.outline import bodies
from knowledge.outline.bare import bare_of
from knowledge.outline.bracketed import bracketed_of
from knowledge.outline.captions import ENDS, LONGEST_LABEL, captions_of, entitles_first
from knowledge.outline.chunks import chunks_of
from knowledge.outline.columns import Labels
from knowledge.outline.defined import defined
from knowledge.outline.grids import Grid
from knowledge.outline.laid import laid_figures, laid_rows
from knowledge.outline.lines import Line
from knowledge.outline.pipes import pipe_figures, piped_at
from knowledge.outline.rows import is_counted, priced, row_of
from knowledge.outline.tables import Body, figures_of
from knowledge.outline.upright import Upright, upright_of
from knowledge.outline.worded import paired_of, worded_of
from knowledge.outline.wrapped import Wrapped, goes_over, wrapped_of

MOST_HEADS, LONGEST_HEAD, MOST_SAID = 6, 260, 3


@dataclass
class Block:
    """Lines that belong together: a paragraph, a list item, or a table with its heads.

    A table's rows are in ``bodies``, or in ``piped`` when its cells are known, or in ``grid`` when white space parts
    them, or in ``upright`` when each cell has its line; ``texts`` are then those rows put together, and ``about`` the
    titles that the table stands under.
    """

    lines: list[Line]
    kind: str
    bodies: list[Body] = field(default_factory=list)
    piped: list[Line] = field(default_factory=list)
    grid: Grid | None = None
    upright: Upright | None = None
    texts: tuple[TableRow, ...] = ()
    captions: Labels = ()
    about: str = ""

    @property
    def known(self) -> bool:
        """Whether the block is a table whose cells are known, not only their order on a line."""
        return bool(self.piped or self.grid or self.upright)

    @property
    def size(self) -> int:
        """How many characters the block is on the page."""
        return sum(len(line.text) + 1 for line in self.lines)

    @property
    def tall(self) -> bool:
        """Whether the block is a table of three rows or more."""
        if self.grid:
            return self.grid.valued and len(self.grid.rows) >= 3
        if self.upright:
            return len(self.upright.groups) >= 3
        return len(self.piped) > 3 or sum(len(body.rows) for body in self.bodies) >= 3

    def figures(self) -> tuple[Figure, ...]:
        """The figures of a table; none of a text."""
        if self.grid:
            return laid_figures(self.grid, self.captions, self.about)
        if self.upright:
            return self.upright.figures()
        return pipe_figures(self.piped) if self.piped else figures_of(self.bodies)


def blocks_of(
    run: list[Line], gaps: Mapping[int, bool], grids: Mapping[int, Grid] | None = None, about: str = ""
) -> list[Block]:
    """The blocks of a run of lines that all say something; ``gaps`` tells the lines that a blank line precedes.

    ``grids`` are the tables laid out by white space, by their first line; ``about`` the titles above the run.
    """
    blocks: list[Block] = []
    known: Labels = ()
    money = " €" if grids and any(priced(line.clean) for line in run) else ""
    position = 0
    while position < len(run):
        piped = piped_at(run, position, gaps)
        grid = (grids or {}).get(run[position].number)
        if grid:
            heads = _heads(blocks, gaps)
            told = heads and heads[-1] in grid.above
            captions = () if told else tuple(caption for caption in captions_of(heads) if caption not in about)
            if captions and entitles_first(heads[-1], grid):
                captions = ()
            before = blocks[-1].grid if captions and blocks else None
            for part in chunks_of(grid, before, gaps):
                texts = laid_rows(part, captions, about + money)
                lines = [*heads, *part.lines]
                blocks.append(Block(lines, "table", grid=part, texts=texts, captions=captions, about=about + money))
                heads, captions = [], ()
            position += len(grid.lines)
        elif upright := None if piped else _upright(run, position, gaps, known, about):
            known = upright.heads
            blocks.append(
                Block([*_heads(blocks, gaps), *upright.lines], "table", upright=upright, texts=upright.rows())
            )
            position += len(upright.lines)
        elif rows := defined(run, position):
            heads = _heads(blocks, gaps)
            last = run.index(rows[-1].line)
            blocks.append(Block([*heads, *run[position : last + 1]], "table", [Body(heads, rows)]))
            position = last + 1
        elif piped:
            heads = _heads(blocks, gaps)
            blocks.append(Block([*heads, *piped], "table", piped=piped))
            position += len(piped)
        elif wrapped := wrapped_of(run, position, gaps, grids or {}):
            if wrapped.rows:
                _take_wrapped(blocks, wrapped, gaps)
            else:
                _tell(blocks, wrapped.lines, gaps)
            position += len(wrapped.lines)
        else:
            _take(blocks, run[position], gaps)
            position += 1
    return [_settled(block) for block in blocks]


def _upright(run: list[Line], position: int, gaps: Mapping[int, bool], known: Labels, about: str) -> Upright | None:
    """The table of one cell a line that begins here, of prices, of words, of sums told in words or bare numbers."""
    found = bracketed_of(run, position, gaps) or upright_of(run, position, gaps, known)
    said = " ".join([about, *(line.clean for line in run[max(0, position - MOST_SAID) : position])])
    found = found or bare_of(run, position, gaps, said)
    return found or worded_of(run, position, gaps) or paired_of(run, position, gaps)


def _take_wrapped(blocks: list[Block], wrapped: Wrapped, gaps: Mapping[int, bool]) -> None:
    """Put the lines of a text that holds rows in the table above, or open one: what begins its sentence is no head."""
    first = wrapped.lines[0]
    table = blocks[-1] if blocks and blocks[-1].kind == "table" and not blocks[-1].known else None
    if not table:
        cut = blocks and not gaps[first.number] and goes_over(blocks[-1].lines[-1], first)
        heads = [] if cut else _heads(blocks, gaps)
        table = Block(heads, "table", [Body(list(heads))])
        blocks.append(table)
    above = table.lines[-1] if table.lines else None
    table.lines += wrapped.lines
    for row in wrapped.rows:
        bodies.take_row(table.bodies, row, above, gaps)


def _take(blocks: list[Block], line: Line, gaps: Mapping[int, bool]) -> None:
    """Put one line in the block it belongs to, or open one with it."""
    row = row_of(line)
    last = blocks[-1] if blocks else None
    table = last if last and last.kind == "table" and not last.known else None
    if row or (" | " in line.clean and not line.marks):
        if not table:
            heads = _heads(blocks, gaps)
            table = Block(heads, "table", [Body(list(heads))])
            blocks.append(table)
        above = table.lines[-1] if table.lines else None
        table.lines.append(line)
        if row:
            bodies.take_row(table.bodies, row, above, gaps)
        else:
            bodies.take_head(table.bodies, line)
    elif table and _is_label(line):
        counted = table.bodies[-1].rows and is_counted(line)
        below = not gaps[line.number] and bodies.ends_label(table.bodies, line, table.lines[-1])
        if not counted and not below:
            bodies.take_head(table.bodies, line)
        table.lines.append(line)
    else:
        _tell(blocks, [line], gaps)


def _tell(blocks: list[Block], lines: Sequence[Line], gaps: Mapping[int, bool]) -> None:
    """Put lines that hold no row in the paragraph or the list above, or open one with them."""
    first, last = lines[0], blocks[-1] if blocks else None
    if is_bullet(first.text):
        blocks.append(Block([*lines], "list"))
    elif last and last.kind != "table" and (not gaps[first.number] or _goes_on(last.lines[-1], first)):
        last.lines += lines
    else:
        blocks.append(Block([*lines], "paragraph"))


def _heads(blocks: list[Block], gaps: Mapping[int, bool]) -> list[Line]:
    """The lines of the short blocks right above a table, taken from them: they introduce it.

    What goes on right below the table before, and other lines follow, is left to it.
    """
    heads: list[Block] = []
    while blocks and _is_caption(blocks[-1], blocks[-2].kind if len(blocks) > 1 else ""):
        if sum(len(head.lines) for head in heads) >= MOST_HEADS:
            break
        heads.insert(0, blocks.pop())
    if blocks and blocks[-1].kind == "table" and len(heads) > 1 and not gaps[heads[0].lines[0].number]:
        blocks.append(heads.pop(0))
    return [*_entitling(blocks, gaps), *(line for head in heads for line in head.lines)]


def _entitling(blocks: list[Block], gaps: Mapping[int, bool]) -> list[Line]:
    """The lines that a table of rows ends with, a blank line after its last row, taken from it: the next table's."""
    table = blocks[-1] if blocks and blocks[-1].kind == "table" and not blocks[-1].known else None
    if table is None or len(table.bodies) < 2 or table.bodies[-1].rows or not gaps[table.bodies[-1].heads[0].number]:
        return []
    lines = table.bodies.pop().heads
    table.lines = [line for line in table.lines if line not in lines]
    return lines


def _is_caption(block: Block, before: str) -> bool:
    """Whether a block introduces what follows: it is short, and no sentence of its own nor one item of several."""
    text = " ".join(line.clean for line in block.lines)
    if block.kind == "table" or len(block.lines) > 3 or len(text) > LONGEST_HEAD:
        return False
    return not text.endswith((".", ";")) or (block.kind == "list" and before != "list")


def _is_label(line: Line) -> bool:
    """A short line between two rows: a label broken off its row, or the head of what follows."""
    return len(line.clean) < LONGEST_LABEL and not ENDS.search(line.clean) and not is_bullet(line.text)


def _settled(block: Block) -> Block:
    """A table of one single figure is a sentence with a figure in it, not a table."""
    cells = sum(len(row.cells) for body in block.bodies for row in body.rows)
    if block.kind == "table" and not block.known and cells < 2 and "|" not in block.lines[-1].text:
        return Block(block.lines, "paragraph")
    return block


def _goes_on(before: Line, line: Line) -> bool:
    """A sentence that a blank line cuts: it has no end yet, and what follows begins in lower case."""
    text = line.clean.strip()
    return not ENDS.search(before.clean) and (text[:1].islower() or text[:1] in "(,")
