"""A sheet as a page: its name, then its rows."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.readers.tables import pipe_lines


def sheet(name: str, rows: Sequence[Sequence[str]]) -> str:
    """The page of a sheet: its name on the first line, its rows as pipe lines; "" when it holds nothing."""
    lines = pipe_lines(rows)
    return "\n".join([name, *lines]) if lines else ""
