"""The picture of a quoted page: which lines of it are the passage."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.documents import Page, Passage

# A sentence told may begin some lines before its figure.
_BELOW = 3


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


def doubtful_line(page: Page | None, line: int) -> str:
    """The line of a scan, at ``line`` or right below, whose figures are in doubt: what is to be looked at closely."""
    if page is None:
        return ""
    found = min((doubt.line for doubt in page.doubts if line <= doubt.line <= line + _BELOW), default=None)
    return "" if found is None else page.text.split("\n")[found - page.first_line].strip()
