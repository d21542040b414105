"""From texts to pages: the one place that numbers lines, so that a quote can be found again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.documents import Doubt, Page, Reading
from knowledge.errors import Problem, UnreadableDocument

HARD_BREAK = "\f"
RENDERED_BREAK = "\v"


@dataclass(frozen=True)
class Sheet:
    """One page before its lines are numbered: the lines of its doubts are counted from 0 in its own text."""

    number: int
    text: str
    scanned: bool = False
    doubts: tuple[Doubt, ...] = ()


def trim(text: str) -> str:
    """``text`` without the blank lines at its ends; no other character changes."""
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    return "\n".join(lines[first:])


def lay_out(sheets: Iterable[Sheet]) -> tuple[Page, ...]:
    """Pages with their lines counted from 1 in the whole document, without a gap; a blank text is no page."""
    pages: list[Page] = []
    line = 1
    for sheet in sheets:
        kept = trim(sheet.text)
        if kept:
            first = line - sheet.text[: sheet.text.index(kept)].count("\n")
            doubts = tuple(replace(doubt, line=first + doubt.line) for doubt in sheet.doubts)
            pages.append(Page(sheet.number, kept, line, sheet.scanned, doubts))
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
    pages = lay_out(Sheet(number, text) for number, text in enumerate(texts, 1))
    if not pages:
        raise UnreadableDocument(f"{path.name} : ce fichier ne contient aucun texte. Vérifiez que c'est le bon.")
    return Reading(pages, tuple(problems))
