"""From texts to pages: the one place that numbers lines, so that a quote can be found again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from knowledge.documents import Page, Reading
from knowledge.errors import Problem, UnreadableDocument

HARD_BREAK = "\f"
RENDERED_BREAK = "\v"


def trim(text: str) -> str:
    """``text`` without the blank lines at its ends; no other character changes."""
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    return "\n".join(lines[first:])


def lay_out(texts: Iterable[tuple[int, str, bool]]) -> tuple[Page, ...]:
    """Pages from (number, text, scanned), lines counted from 1 without a gap; a blank text is no page."""
    pages: list[Page] = []
    line = 1
    for number, text, scanned in texts:
        kept = trim(text)
        if kept:
            pages.append(Page(number, kept, line, scanned))
            line += kept.count("\n") + 1
    return tuple(pages)


def cut(text: str) -> list[str]:
    """``text`` cut at its page breaks.

    Breaks the word processor drew (``RENDERED_BREAK``) are the printed pages, blank ones counted; only without any of
    them do the breaks an author typed (``HARD_BREAK``) count, and there two in a row are one.
    """
    if RENDERED_BREAK in text:
        return text.replace(HARD_BREAK, "\n").split(RENDERED_BREAK)
    return [part for part in text.split(HARD_BREAK) if part.strip()]


def reading(path: Path, texts: Iterable[str], problems: Sequence[Problem] = ()) -> Reading:
    """A reading of texts that are pages in order; raises ``UnreadableDocument`` when none holds a word."""
    pages = lay_out((number, text, False) for number, text in enumerate(texts, 1))
    if not pages:
        raise UnreadableDocument(f"{path.name} : ce fichier ne contient aucun texte. Vérifiez que c'est le bon.")
    return Reading(pages, tuple(problems))
