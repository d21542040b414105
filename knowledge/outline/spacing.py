"""Lines laid out by white space: the runs of lines that stand in the same columns, and what a cell of theirs says."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from knowledge.outline.lines import Line
from knowledge.outline.rows import BRACKET, FREE, priced, row_of, wordless
from knowledge.outline.segments import Segment
from knowledge.outline.torn import goes_on, is_unfinished
from knowledge.smudges import readable
from knowledge.text import fold

_NUMBER = re.compile(r"[+–-]?\s*\d[\d .,]*\s*(?:€|E|¢)?(?:\s?\*)?")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/]\s?(?:(?:19|20)?\d\d))?")
_ENDS = re.compile(r"[.:;!?]\s*$")
_TITLE = re.compile(
    r"\W{0,3}(?:article|art\.|chapitre|titre|section|annexe|d[ée]cision|d[ée]lib[ée]ration|n°)(?!\w)", re.IGNORECASE
)
_NUMBERED = re.compile(r"\W{0,2}(?:\d{1,2}|[IVX]{1,5}|[A-H])\s*[.)–—-]\s*[A-ZÀ-Ý]")
_TOLD = re.compile(r"[^\W\d_][\w' -]*\s?: ?\S")  # "Rapporteur : M. Hervé"
_NUMBER_ALONE = re.compile(r"\d{1,2}(?:\.\d{1,2})+[.)]?")
TOTAL = re.compile(r"\W*(?:sous[- ]?)?tota(?:l|ux)\b|\W*(?:ensemble|[ée]quilibre|solde)\b", re.IGNORECASE)
LONGEST_SMUDGED = 16
MOST_PENDING, MOST_TORN, LONGEST_LABEL, LONGEST_HEAD, INSIDE = 3, 2, 60, 35, 12

# The segments met beside the first ones of a run of lines, each place once, by whether it says how much: a table of
# many lines has few.
Places = dict[tuple[int, int, bool], Segment]


@lru_cache(maxsize=4096)
def is_value(text: str) -> bool:
    """Whether a cell says how much: a number that is no year, "gratuit", or that there is nothing ("-")."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return False
    if _NUMBER.fullmatch(text) or FREE.match(text) or wordless(text):
        return True
    if len(text) <= LONGEST_SMUDGED and _NUMBER.fullmatch(readable(text)[0]):
        return True
    return is_sum(text) and not _is_bracket(text)


def _is_bracket(text: str) -> bool:
    folded = fold(text)
    bracket = BRACKET.match(folded)
    return bracket is not None and not folded[bracket.end() :].strip(" €.")


def is_sum(text: str) -> bool:
    """Whether a cell begins with one price."""
    found = priced(text)
    return bool(found) and not text[: found[0].start].strip(" +-–*")


def has_values(line: Line) -> bool:
    """Whether a segment of a line, beside the first, says how much."""
    return any(is_value(one.text) for one in line.segments[1:]) or (
        len(line.segments) == 1 and line.segments[0].start > INSIDE and is_value(line.segments[0].text)
    )


def stretches(
    lines: Sequence[Line], gaps: Mapping[int, bool], below: Callable[[int, int], int]
) -> list[tuple[int, int]]:
    """The runs of lines, as first and last positions, that may be a table laid out by white space.

    ``below`` tells how many lines of notes follow such a run: no table begins among them.
    """
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(lines):
        if len(lines[position].segments) > 1 and not lines[position].piped and not lines[position].marks:
            first, last = _stretch(lines, position, gaps)
            first = _label_above(lines, first, found[-1][1] + 1 if found else 0, gaps)
            following = lines[last + 1] if last + 1 < len(lines) else None
            if _is_laid(lines[first : last + 1], following if following and not gaps[following.number] else None):
                found.append((first, last))
                last += below(first, last)
            position = last + 1
        else:
            position += 1
    return found


def _label_above(lines: Sequence[Line], first: int, least: int, gaps: Mapping[int, bool]) -> int:
    """Where a run begins that opens with a row: at the lines above that begin its label, or at the title over it."""
    row = lines[first].segments
    at = first
    while at > least and has_values(lines[first]) and row[0].start < row[1].start and not gaps[lines[at].number]:
        above, below = lines[at - 1], lines[at]
        if above.piped or above.marks or len(above.segments) != 1:
            break
        one = above.segments[0]
        if one.end > row[1].start + 1 or len(one.text) > LONGEST_LABEL or _ENDS.search(one.text) or one.text[0] in "*•":
            break
        torn = goes_on(below.segments[0].text) or is_unfinished(one.text)
        if _TITLE.match(one.text) or not (torn or below.segments[0].start > one.start + 1):
            break
        at -= 1
    return at


def _is_laid(lines: Sequence[Line], following: Line | None) -> bool:
    """Whether lines are a table: two rows at least that white space parts, three when they are but words."""
    several = [line.segments for line in lines if len(line.segments) > 1]
    wide = [row for row in several if any(after.start - before.end > 2 for before, after in pairwise(row))]
    if not any(has_values(line) for line in lines):
        row = row_of(following) if following else None
        return len(wide) > 2 and (row is None or row.span < 2)  # heads of rows whose cells only words part
    return len(several) > 1 and len(wide) > 1


def _stretch(lines: Sequence[Line], first: int, gaps: Mapping[int, bool]) -> tuple[int, int]:
    """The run that begins at ``first``: lines in its columns, labels and cells that go on over several lines."""
    last = first
    valued = has_values(lines[first])
    inner: Places = {}
    # heads without a corner all stand over columns
    headed = not valued and lines[first].segments[0].start > INSIDE
    _meet(inner, lines[first].segments[0 if headed else 1 :])
    most = len(lines[first].segments)
    for at in range(first + 1, len(lines)):
        line, found = lines[at], lines[at].segments
        gap = gaps[line.number]
        turned = line.page != lines[at - 1].page
        if line.piped or line.marks or not found:
            break
        if len(found) > 1:
            values = has_values(line)
            if gap and valued and not values:
                break
            if gap and not valued and _opens(lines[first].segments, values, last == first):
                first, valued, inner, most = at, values, {}, 0  # a title set apart: the table begins here
            elif inner and not _aligned(found, inner.values(), 2 if not valued else 0):
                if gap or found[-1].end > _edge(inner) or _ENDS.search(line.clean):
                    break
                continue  # a label of several columns that the next line may end
            elif gap and valued and not _follows(found, inner, most):
                break
            if values and not valued and _TITLE.match(found[0].text) and _ENDS.search(line.clean):
                break
            over = headed and not valued and found[0].start > INSIDE
            label = found[0].start < min(_edge(inner, found[1].start), found[1].start)
            _meet(inner, found[1:] if label and not over else found)
            last, valued, most = at, valued or values, max(most, len(found))
            continue
        if last == at - 1 and not gap and _ends_note(lines[last], line):
            last = at
            continue
        if not _goes_with(lines, at, inner.values(), gaps, gap and not turned):
            break
        if at - last > MOST_PENDING:
            break
        if _is_inner(found[0], inner.values()) or (found[0].text[:1] in "(" and not _ENDS.search(found[0].text)):
            last = at
            if _is_inner(found[0], inner.values()):
                valued = valued or has_values(line)
                _meet(inner, found)
        elif found[0].text[:1].islower() and not gap and not _ENDS.search(found[0].text):
            last = at
    return first, last


def _meet(inner: Places, found: Iterable[Segment]) -> None:
    """Add segments to those met beside the first ones."""
    for one in found:
        inner.setdefault((one.start, one.end, is_value(one.text)), one)


def _edge(inner: Places, default: int = 0) -> int:
    """Where the columns beside the first begin."""
    return min((start for start, _, _ in inner), default=default)


def _opens(head: Sequence[Segment], values: bool, alone: bool) -> bool:
    """Whether a first line set apart is a title with a remark beside it, not the head of columns."""
    told = (
        _NUMBERED.match(head[0].text)
        or _NUMBER_ALONE.fullmatch(head[0].text)
        or head[0].text.isupper()
        or _TITLE.match(head[0].text)
        or _TOLD.match(head[0].text)
    )
    long = any(len(one.text) > LONGEST_HEAD for one in head[1:])
    return head[0].start <= INSIDE and ((alone and long) or (bool(told) and not values))


def _follows(found: Sequence[Segment], inner: Places, most: int) -> bool:
    """Whether a line of values set apart is one more row of the table: nearly as long, or its total."""
    long = len(found) * 2 > most or TOTAL.match(found[0].text) is not None
    return long and _in_values(found, inner, most)


def _in_values(found: Sequence[Segment], inner: Places, most: int) -> bool:
    """Whether every value of a line set apart stands where one stood before; of a row nearly full, under a head too."""
    full = len(found) >= max(3, most - 1)
    values = [(start, end) for start, end, is_one in inner if is_one or full]
    return all(any(one.over(start, end) > 0 for start, end in values) for one in found[1:] if is_value(one.text))


def _all_in(found: Sequence[Segment], inner: Collection[Segment]) -> bool:
    return all(any(one.over(other.start, other.end) > 0 for other in inner) for one in found[1:])


def _aligned(found: Sequence[Segment], inner: Collection[Segment], slack: int) -> bool:
    """Whether a segment beside the first stands in a column where another line has one too."""
    edge = min(one.start for one in inner)
    own = found[1:] if found[0].start < edge - 1 else found
    return any(one.over(other.start - slack - 1, other.end + slack + 1) > 0 for one in own for other in inner)


def _is_inner(one: Segment, inner: Collection[Segment]) -> bool:
    """Whether a line's only segment stands in a column beside the first: a cell that goes on."""
    edge = min((other.start for other in inner), default=0)
    return (
        one.start >= (edge - 3 if one.start > INSIDE else max(edge - 1, 4))
        and one.end <= max(other.end for other in inner) + 15
    )


def _ends_note(above: Line, line: Line) -> bool:
    """Whether a line in small letters is the end of the note that stands right above it, below the prices."""
    begun, one = above.segments[0], line.segments[0]
    begins = one.text[:1].islower() and abs(one.start - begun.start) <= 1
    return begins and not has_values(above) and not _ENDS.search(begun.text) and _ENDS.search(one.text) is not None


def _goes_with(lines: Sequence[Line], at: int, inner: Collection[Segment], gaps: Mapping[int, bool], gap: bool) -> bool:
    """Whether a line of one segment may be a label of the table, or the end of a cell."""
    one = lines[at].segments[0]
    edge = min((other.start for other in inner), default=0)
    if _is_inner(one, inner) and not gap:
        return True
    if one.end > edge + 1 or len(one.text) > LONGEST_LABEL or _ENDS.search(one.text) or one.text[:1] in "*•":
        return False
    if gap or one.start > INSIDE:
        following = next((line for line in lines[at + 1 : at + 1 + MOST_TORN] if len(line.segments) > 1), None)
        if len(lines[at + 1].segments if at + 1 < len(lines) else ()) < 2 and not is_unfinished(one.text):
            return False
        if following is None or gaps[following.number] or len(following.segments) < 2 or one.text.isupper():
            return False
        return has_values(following) and _all_in(following.segments, inner)
    return not _TITLE.match(one.text)
