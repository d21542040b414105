"""Growing a table line by line: rows and heads go to the body they belong to, labels torn over lines are made whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from knowledge.outline.lines import Line
from knowledge.outline.rows import Row
from knowledge.outline.tables import Body
from knowledge.outline.torn import goes_on, is_unfinished, joined, left_above

LONGEST_TAIL = 4


def take_row(bodies: list[Body], row: Row, above: Line | None, gaps: Mapping[int, bool]) -> None:
    """Add a row to the last body; ``above`` is the line before it, ``gaps`` tell what a blank line precedes.

    A row of one figure, set apart from rows of several, is not of their columns.
    """
    if row.label:
        _leave_above(bodies, row, gaps)
    row = _whole(bodies, row, above)
    rows = bodies[-1].rows
    if gaps[row.line.number] and row.span == 1 and rows and rows[-1].span > 1:
        bodies.append(Body([]))
    bodies[-1].rows.append(row)


def take_head(bodies: list[Body], line: Line) -> None:
    """Add a line without figures: below rows, it begins another body, whose head it is."""
    if bodies[-1].rows:
        bodies.append(Body([]))
    bodies[-1].heads.append(line)


def ends_label(bodies: list[Body], line: Line, above: Line) -> bool:
    """Whether a short line right below a row is the end of its label; it is then added to it."""
    rows = bodies[-1].rows
    if not rows or rows[-1].line is not above or not goes_on(line.clean) or not rows[-1].label:
        return False
    if len(line.clean.split()) > LONGEST_TAIL:
        return False
    rows[-1] = replace(rows[-1], label=joined(rows[-1].label, line.clean))
    return True


def _leave_above(bodies: list[Body], row: Row, gaps: Mapping[int, bool]) -> None:
    """Take from the heads of a row what goes on below the row before."""
    body = bodies[-1]
    if body.rows or not body.heads or len(bodies) < 2:
        return
    body.heads = body.heads[left_above(body.heads, bodies[-2].rows[-1].line, row.line, gaps) :]
    if not body.heads:
        bodies.pop()


def _whole(bodies: list[Body], row: Row, above: Line | None) -> Row:
    """A row with the beginning of its label, when the line above it was no head but the label torn in two.

    The row then goes on under the heads of the rows before.
    """
    body = bodies[-1]
    torn = body.heads[-1] if body.heads and not body.rows and len(bodies) > 1 else None
    if torn is None or torn is not above or row.alone or not row.label:
        return row
    if not (is_unfinished(torn.clean) or goes_on(row.label)):
        return row
    body.heads.pop()
    if not body.heads:
        bodies.pop()
    return replace(row, label=joined(torn.clean, row.label))
