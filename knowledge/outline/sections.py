"""Cutting a piece at its headings: which lines stand under which titles."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from knowledge.clean import is_bullet
from knowledge.outline.aired import aired
from knowledge.outline.beside import entitles, over_grid, titles_beside
from knowledge.outline.captions import ENDS
from knowledge.outline.grids import Grid, grid_of
from knowledge.outline.headings import Heading, heading, is_clause, is_part_number
from knowledge.outline.headless import with_heads
from knowledge.outline.lines import Line
from knowledge.outline.notes import Notes, notes_below
from knowledge.outline.rows import row_of
from knowledge.outline.spacing import stretches
from knowledge.text import fold

_REPORTS = re.compile(r"^\W*rapport(?:eure?|euse|eurs)?\s*(?::|de (?:m\.|mme|monsieur|madame))")
_YEAR = re.compile(r"\b20\d\d\b")
_APART, _SPACED = re.compile(r"\S\s{4,}\S"), re.compile(r"\S\s{2,}[^\s\d]")
_VOTED = re.compile(
    r"^\W*(?:vote\s*(?:sur [^:.]{0,40})?:|(?:adopte|approuve|vote)e?s? (?:a l'|a la |par \d)|mise?s? aux voix)"
)
_TABLE_NEAR = 6
_CUT_SENTENCE = 60


@dataclass(frozen=True)
class Section:
    """Lines under one heading, the heading's own first unless it is in capitals; ``path`` holds the titles above.

    A heading in capitals under which nothing stands is a section of its own. ``gaps`` tells the lines that a blank
    line precedes, ``grids`` the tables laid out by white space, by their first line.
    """

    path: tuple[Heading, ...]
    lines: list[Line]
    gaps: dict[int, bool]
    grids: dict[int, Grid] = field(default_factory=dict)


def sections_of(lines: Sequence[Line], opened: Container[int] = ()) -> Iterator[Section]:
    """The sections of a piece in reading order; a line that says something is in one of them or in a path.

    ``opened`` holds the numbers of the lines that open the act: they are its title, and no heading in it.
    """
    said = [line for line in lines if not line.blank]
    gaps = _gaps(lines)
    cells = aired(said, gaps)
    gaps.update(cells)
    grids = _grids([line for line in said if line.number not in opened], gaps)
    inside = {line.number for grid in grids.values() for line in grid.lines}
    beside = {found.number: titles for grid in grids.values() for found, titles in titles_beside(grid)}
    path: tuple[Heading, ...] = ()
    run: list[Line] = []
    opening = listing = None  # the last title of a page; the last one with numbered lists right under it
    title: list[Line] = []  # the lines of the last heading while it stands in the path alone
    for position, line in enumerate(said):
        if line.number in opened and not path:
            if run:
                yield Section(path, run, gaps, grids)
            run, title = [], [*([] if run else title), line]
            continue
        if run and _REPORTS.match(run[-1].folded) and _over_rows(said[position : position + _TABLE_NEAR]):
            yield Section(path, run, gaps, grids)
            run = []
        # a title in the corner of a table shares its line with the columns' heads, or that of the table beside it
        cornered = line.number in inside or line.number in beside
        told = cornered or line.number in cells
        over = beside.get(line.number) or over_grid(grids.get(line.number))
        found = over if told else _heading_at(said, position, gaps)
        if line.number in beside and found and entitles(path, run, title):
            found = replace(found, kind="beside")
        if found is None and (above := _ended_by(line, path, gaps[line.number])) != path:
            if run or title:
                yield Section(path, run or title, gaps, grids)
            run, title, path = [], [], above
        if found is None:
            run.append(line)
        elif not run and path and not cornered and _goes_on(path[-1], found) and _adjacent(said, position):
            path = (*path[:-1], replace(path[-1], title=f"{path[-1].title} {found.title}"))
            title.append(line)
        else:
            if line.top and found.kind == "short" and not _under_title(said, position, run, title):
                found = replace(found, kind="capitals")  # the title of a new page opens a new subject
                opening = found
            if found.kind == "listed" and opening and path[-1:] == (opening,):
                listing = opening
            elif found.kind == "listed" and listing in path[:-1] and path[-1].kind == "short" and len(run) == 1:
                path = (*path[: path.index(listing)], replace(path[-1], kind=listing.kind))
            below = _under(path, found)
            if run or (title and below[: len(path)] != path):
                yield Section(path, run or title, gaps, grids)
            shown = cornered or not line.clean.isupper() or found.kind == "decision"
            run, title = ([line], []) if shown else ([], [line])
            path = below
    if run or title:
        yield Section(path, run or title, gaps, grids)


def _grids(said: Sequence[Line], gaps: dict[int, bool]) -> dict[int, Grid]:
    """The tables laid out by white space, by their first line, each with the notes below it."""
    notes: dict[int, Notes] = {}

    def below(first: int, last: int) -> int:
        notes[first] = notes_below(said, first, last, gaps)
        return len(notes[first].lines)

    found: dict[int, Grid] = {}
    for first, last in stretches(said, gaps, below):
        if grid := grid_of(said[first : last + 1]):
            found[grid.lines[0].number] = replace(grid, notes=notes[first], lines=[*grid.lines, *notes[first].lines])
    return with_heads(found, said)


def _under_title(said: Sequence[Line], position: int, run: Sequence[Line], title: Sequence[Line]) -> bool:
    """Whether the line before, on the same page, is a title that nothing but this line follows yet."""
    before = said[position - 1] if position else None
    return before is not None and before.page == said[position].page and [before] in (list(run), list(title[-1:]))


def _under(path: tuple[Heading, ...], found: Heading) -> tuple[Heading, ...]:
    """The path to a heading; former tariffs hold the titles that follow, until one that names a year or is numbered."""
    current = found.number or _YEAR.search(found.title) or is_part_number(fold(found.title))
    return (
        *(
            above
            for above in path
            if (above.level < found.level and not _is_next(path, above, found))
            or (above.bygone and above.level == found.level and not current)
        ),
        found,
    )


def _is_next(path: tuple[Heading, ...], above: Heading, found: Heading) -> bool:
    """Whether a title has the number after that of one above in capitals, and no other of its own kind has it."""
    if above.kind != "capitals" or found.kind != "numbered" or not (above.number.isdigit() and found.number.isdigit()):
        return False
    before = str(int(found.number) - 1)
    return above.number == before and not any(one.number == before for one in path if one.kind == found.kind)


def _ended_by(line: Line, path: tuple[Heading, ...], gap: bool) -> tuple[Heading, ...]:
    """The path that a line of text leaves: a vote ends an article, and the clause "1.2" what is under "1.1"."""
    kind = "article" if _VOTED.match(line.folded) else "dotted" if gap and is_clause(line.clean) else ""
    for depth, above in enumerate(path):
        if above.kind == kind and not above.marks:
            return path[:depth]
    return path


def _heading_at(said: Sequence[Line], position: int, gaps: dict[int, bool]) -> Heading | None:
    line = said[position]
    previous = said[position - 1] if position else None
    following = said[position + 1] if position + 1 < len(said) else None
    before = previous if not gaps[line.number] else None
    after = following if following and not gaps[following.number] else None
    found = heading(line, before, after)
    if found is None or found.marks:
        return found
    if _is_no_heading(found, line, previous, following) or _is_row(found, said, position):
        return None
    below = said[position + 1 : position + 1 + _TABLE_NEAR]
    # where white space lays the table out, words that none sets apart head no columns
    laid = _SPACED.search(line.text) is None and any(_SPACED.search(one.text) for one in below)
    if found.kind == "capitals" and not laid and _over_repeated(found.title.split(), below):
        return None
    if found.kind in ("short", "listed") and not line.top:
        over = not line.clean.endswith(":") and _over_rows(below)
        return None if over else found
    return found


def _gaps(lines: Sequence[Line]) -> dict[int, bool]:
    """For each line that says something: whether a blank line or a page's edge stands before it."""
    gaps: dict[int, bool] = {}
    gap, page = True, 0
    for line in lines:
        if line.blank:
            gap = gap or not (line.running or line.rule)
            continue
        gaps[line.number] = gap or line.page != page
        gap, page = False, line.page
    return gaps


def _goes_on(above: Heading, found: Heading) -> bool:
    """Whether a title in capitals is cut over two lines."""
    return above.kind == found.kind == "capitals" and not above.marks and not found.marks


def _adjacent(said: Sequence[Line], position: int) -> bool:
    return position > 0 and said[position].number - said[position - 1].number <= 2


def _is_no_heading(found: Heading, line: Line, before: Line | None, following: Line | None) -> bool:
    """Whether a would-be heading is the middle of a sentence, or the head of the table that follows."""
    if following and found.kind == "capitals":
        row = row_of(following)
        return row is not None and row.span > 1 and not row.alone and len(found.title.split()) > 1
    if found.kind in ("short", "listed") and before and is_bullet(line.text) and before.clean.endswith(":"):
        return True  # the first of what was announced
    if found.kind in ("short", "listed", "numbered", "dotted"):
        long = before is not None and not ENDS.search(before.clean) and len(before.clean) > _CUT_SENTENCE
        cut = long and found.kind != "dotted"  # nobody takes "3.2 Charges" after a blank line for a sentence's end
        return cut or (following is not None and following.clean[:1].islower() and not is_bullet(following.text))
    return False


def _is_row(found: Heading, said: Sequence[Line], position: int) -> bool:
    """Whether a would-be title is a row of a table (a total), or in capitals heads its columns, far apart."""
    row = row_of(said[position]) if found.kind not in ("article", "decision") else None
    if row is not None and len(row.cells) > 1 and not row.alone:
        return True
    return (
        found.kind in ("capitals", "chapter")
        and _APART.search(said[position].text) is not None
        and _over_rows(said[position + 1 : position + 4])
    )


def _over_repeated(words: Sequence[str], following: Sequence[Line]) -> bool:
    """Whether the labels of the columns below come back as many times as there are words: each stands over some."""
    row = next((row for line in following if (row := row_of(line))), None)
    if row is None or row.alone or len(words) < 2 or row.span % len(words) or row.span == len(words):
        return False
    each = row.span // len(words)
    for line in following:
        said = line.clean.split()[-row.span :]
        if line is not row.line and len(said) == row.span and said == said[:each] * len(words):
            return True
    return False


def _over_rows(following: Sequence[Line]) -> bool:
    """Whether rows of several figures come within the next lines: what stands above them is their head."""
    rows = [row_of(line) for line in following]
    return any(row is not None and row.span > 1 and not row.alone for row in rows)
