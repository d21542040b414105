"""Tables as text: one row a line, cells between pipes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def pipe_line(cells: Iterable[str | None]) -> str:
    """``a | b | c``: white space in a cell made one space, empty cells kept, a pipe in a cell shown as ``¦``."""
    return " | ".join(" ".join((cell or "").split()).replace("|", "¦") for cell in cells)


def pipe_lines(rows: Iterable[Sequence[str | None]]) -> list[str]:
    """The rows of a table as pipe lines; rows and last columns without a single filled cell are left out."""
    kept = [row for row in rows if any(cell and cell.strip() for cell in row)]
    width = max((filled(row) for row in kept), default=0)
    return [pipe_line([*row[:width], *[""] * (width - len(row))]) for row in kept]


def filled(row: Sequence[str | None]) -> int:
    """The length of ``row`` up to its last filled cell."""
    return max((i for i, cell in enumerate(row, 1) if cell and cell.strip()), default=0)
