"""Tables that stand side by side: which columns belong together, and the title that stands over each table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.outline.columns import Labels
from knowledge.outline.segments import Segment
from knowledge.outline.spacing import is_sum, is_value
from knowledge.text import fold

# The columns of labels and the columns of values that belong together.
Part = tuple[list[int], list[int]]

Cells = Mapping[int, str]
NEAR = 3


def parts_of(rows: Sequence[Cells], labels: int, width: int) -> list[Part]:
    """The tables that ``width`` columns are, each with its labels and its values; the first ``labels`` name rows."""
    parts: list[Part] = [(list(range(labels)), [])]
    for n in range(labels, width):
        if not is_text(rows, n) or any(is_sum(text) and is_value(text) for row in rows if (text := row.get(n))):
            parts[-1][1].append(n)  # penalties too: now a price, now "exclusion"
        elif parts[-1][1] and n + 1 < width and not is_text(rows, n + 1):
            full = sum(bool(row.get(n)) for row in rows) * 3 >= len(rows) * 2
            parts.append(([n] if full and not _tells_more(rows, labels, n) else [*parts[0][0], n], []))
    return parts


def _tells_more(rows: Sequence[Cells], labels: int, column: int) -> bool:
    """Whether words that come back from row to row say more of the rows ("low season"): another table has its own."""
    said = [row[column] for row in rows if row.get(column)]
    first = {fold(label) for row in rows for n in range(labels) if (label := row.get(n))}
    if len(set(said)) == len(said) or any(fold(text) in first for text in said):
        return False
    return all(any(row.get(n) for n in range(labels)) for row in rows)


def titles_over(row: Sequence[Segment], parts: Sequence[Part], columns: Sequence[tuple[int, int]]) -> Labels:
    """The titles that a line gives tables side by side, one to each; () when it does not."""
    if len(row) != len(parts) or len(parts) < 2 or any(len(labels) != 1 or not values for labels, values in parts):
        return ()
    edges = [(columns[labels[0]][0], columns[values[-1]][1]) for labels, values in parts]
    inside = all(start - NEAR <= one.centre <= end + NEAR for one, (start, end) in zip(row, edges, strict=True))
    return tuple(one.text for one in row) if inside and not any(is_value(one.text) for one in row) else ()


def entitled(heads: Sequence[Labels], parts: Sequence[Part], titles: Labels) -> list[Labels]:
    """The labels of every column, those of values under the title of their table."""
    over = {n: title for (_, values), title in zip(parts, titles, strict=True) for n in values}
    return [(over[n], *head) if n in over and over[n] not in head else head for n, head in enumerate(heads)]


def is_text(rows: Sequence[Cells], column: int) -> bool:
    """Whether a column holds words rather than values."""
    said = [row[column] for row in rows if row.get(column)]
    return bool(said) and sum(is_value(text) for text in said) * 2 < len(said)


def beside(rows: Sequence[Cells], labels: Sequence[int]) -> bool:
    """Whether labels are those of a table beside the first one, under none of its titles: it names other rows."""
    if not labels or labels[0] == 0 or len(labels) > 1:
        return False
    pairs = [(fold(row.get(0, "")), fold(row.get(labels[0], ""))) for row in rows]
    return sum(one == two for one, two in pairs if one and two) * 2 < len(pairs)
