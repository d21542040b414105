"""Text and Markdown files, and the marks that exports leave where a page ended."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from knowledge.documents import Page, Reading
from knowledge.errors import UnreadableDocument
from knowledge.readers.encoding import decode
from knowledge.readers.limits import DEFAULT, Limits

_LINE_END = re.compile(r"\r\n|\r|\n")
# "Recueil des actes   2/7", "page 3": a line that tells the number of its page
_NUMBERED = re.compile(
    r"^(?P<said>.*?)(?:\bpage\s*|(?<!\d)(?=\d{1,3}\s*/))(?P<n>\d{1,3})(?:\s*(?:/|sur)\s*\d{1,3})?\W*$", re.IGNORECASE
)
FIRST_WRITTEN, LEAST_NUMBERED = 3, 3
_BLANK_RUN = 3
_LINES_A_PAGE = 8


def read_text(path: Path, limits: Limits = DEFAULT) -> Reading:
    """A text or Markdown file; its lines are kept to the character and numbered as in the file."""
    text = decode(path.read_bytes())
    if text is None:
        raise UnreadableDocument(f"{path.name} : ce fichier n'est pas du texte. Donnez l'original (PDF, DOCX, ODT…).")
    pages = paginate(text)
    if not pages:
        raise UnreadableDocument(f"{path.name} : ce fichier est vide. Vérifiez que c'est le bon.")
    return Reading(pages)


def paginate(text: str) -> tuple[Page, ...]:
    """``text`` cut into pages at its form feeds, or else at the marks an export left; blank pages are not pages.

    Lines that number the pages one by one are marks. Else a mark is a run of three empty lines, or a line that starts
    with exactly one space right under a written line: a page's text was trimmed before it was joined to the next, so
    that a mark never follows a blank line.
    """
    lines = _LINE_END.split(text)
    if "\f" in text:
        return _pages(_at_form_feeds(lines))
    starts = {0, *(_numbered(lines) or [*_spaced(lines), *_after_blank_runs(lines)])}
    bounds = [*sorted(starts), len(lines)]
    return _pages([(a, lines[a:b]) for a, b in pairwise(bounds)])


def _at_form_feeds(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Chunks (index of the first line, lines); a form feed within a line leaves its two sides on the same number."""
    chunks: list[tuple[int, list[str]]] = [(0, [])]
    for index, line in enumerate(lines):
        first, *others = line.split("\f")
        chunks[-1][1].append(first)
        chunks.extend((index, [part]) for part in others)
    return chunks


def _numbered(lines: list[str]) -> list[int]:
    """Where pages start by the lines that number them, all alike, one by one; none when there are too few of them.

    Above its page such a line comes first in the file, or is numbered 2 at first; else it stands below.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        if match := _NUMBERED.match(line):
            found.setdefault("".join(match["said"].split()).lower(), []).append((index, int(match["n"])))
    for said, places in found.items():
        numbers = [number for _, number in places]
        if said and len(places) >= LEAST_NUMBERED and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            before = sum(bool(line.strip()) for line in lines[: places[0][0]])
            above = numbers[0] == 2 or (numbers[0] == 1 and before < FIRST_WRITTEN)
            return [index if above else index + 1 for index, _ in places]
    return []


def _spaced(lines: list[str]) -> list[int]:
    """Where a page starts by its leading space; none when they stand so close that they only indent."""
    found = [
        index
        for index, line in enumerate(lines)
        if line[:1] == " " and line[1:2].strip() and (index == 0 or lines[index - 1].strip())
    ]
    return found if len(found) * _LINES_A_PAGE <= len(lines) else []


def _after_blank_runs(lines: list[str]) -> list[int]:
    """Where a page starts after empty lines; lines of spaces do not count: typists space paragraphs with those."""
    return [
        index
        for index, line in enumerate(lines)
        if line and index >= _BLANK_RUN and not any(lines[index - _BLANK_RUN : index])
    ]


def _pages(chunks: list[tuple[int, list[str]]]) -> tuple[Page, ...]:
    pages: list[Page] = []
    for start, lines in chunks:
        written = [index for index, line in enumerate(lines) if line.strip()]
        if written:
            text = "\n".join(lines[written[0] : written[-1] + 1])
            pages.append(Page(len(pages) + 1, text, start + written[0] + 1))
    return tuple(pages)
