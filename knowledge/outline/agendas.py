"""Telling the entries of an agenda from the acts they announce."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from knowledge.figures import sums
from knowledge.outline.lines import Line, said_between
from knowledge.outline.openings import Opening, opening_at
from knowledge.text import fold, words

_BODY = re.compile(r"\b(?:vote|adopte|unanimite|majorite|rejetee?|ajournee?|rapporteure?|rapporteuse|vu|considerant)\b")
_MOST_BETWEEN, _SENTENCE = 3, 8


class Agenda:
    """The entries read so far, in a list that runs on: what comes back later under the same number is the act."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """An agenda without entries yet, of a document's lines."""
        self._lines = lines
        self._titles: dict[str, str] = {}
        self._last: Opening | None = None

    def lists(self, opening: Opening, region: str) -> bool:
        """Whether an opening is one more entry of a list of titles; then it is kept as one."""
        # an entry has its title on its line: a number over an object opens the act
        if opening.number in self._titles or opening.form == "object" or opening.titled != opening.start:
            return False
        following = self._following(opening)
        first = following is not None and following.number != opening.number and not self._body(opening, following)
        goes_on = self._last is not None and self._last.form == opening.form and not self._body(self._last, opening)
        if region == "agenda":
            listed = not opening.loud or first or goes_on
        else:
            again = self._following(following) if following and first else None
            long = again is not None and following is not None and not self._body(following, again)
            listed = goes_on or (first and not self._titles and (long or not opening.loud))
        if listed:
            self._titles[opening.number] = opening.title
            self._last = opening
        return listed

    def title_of(self, number: str) -> str:
        """The title under which a number was listed, "" where none was."""
        return self._titles.get(number, "") if number else ""

    def announced(self, opening: Opening) -> bool:
        """Whether an entry has the number of this opening, and says the same."""
        theirs = set(words(fold(self.title_of(opening.number))))
        return bool(theirs) and len(theirs & set(words(opening.title))) >= 0.6 * len(theirs)

    def goes_on_after(self, position: int) -> bool:
        """Whether an entry, or the act of one, is the next thing said after a line, but for titles without number."""
        for at in range(position + 1, min(position + 3 + 2 * _MOST_BETWEEN, len(self._lines))):
            found = opening_at(self._lines, at)
            if found:
                return found.number in self._titles or (self._last is not None and found.form == self._last.form)
            if not self._lines[at].blank and self._says(self._lines[at]):
                return False
        return False

    def _following(self, opening: Opening) -> Opening | None:
        """The opening of the same form that comes within a few lines, where there is one."""
        near = range(opening.last + 1, min(opening.last + 3 + 2 * _MOST_BETWEEN, len(self._lines)))
        for position in near:
            found = opening_at(self._lines, position)
            if found and found.form == opening.form:
                return found
        return None

    def _body(self, one: Opening, other: Opening) -> bool:
        """Whether something is said between two openings: more than names and the end of a title."""
        between = list(islice(said_between(self._lines, one.last + 1, other.start), _MOST_BETWEEN + 1))
        return len(between) > _MOST_BETWEEN or any(self._says(line) for line in between)

    def _says(self, line: Line) -> bool:
        sentence = line.clean.rstrip().endswith((".", ";")) and len(line.clean.split()) >= _SENTENCE
        return sentence or bool(sums(line.clean)) or _BODY.search(line.folded) is not None
