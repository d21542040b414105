"""The picture of a quoted page: which lines of it are the passage."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.documents import Page, Passage


def quoted_lines(page: Page | None, passages: Iterable[Passage], number: int, line: int) -> list[str]:
    """The lines of page ``number`` that belong to the passage standing at ``line``; that line alone when none does."""
    if page is None:
        return []
    lines = page.text.split("\n")
    within = [
        one.locator for one in passages
        if one.locator.page <= number and one.locator.line <= line <= one.locator.end_line
    ]  # fmt: skip
    first, last = (within[0].line, within[0].end_line) if within else (line, line)
    start, end = max(0, first - page.first_line), max(0, last - page.first_line + 1)
    return [text.strip() for text in lines[start:end] if text.strip()]
