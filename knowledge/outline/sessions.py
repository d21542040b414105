"""Dating the acts of a file by the sessions that it names."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from knowledge.dates import dates
from knowledge.outline.headings import capital_share
from knowledge.outline.lines import Line
from knowledge.text import fold

_SESSION = re.compile(
    r"(?:conseil (?:municipal|communautaire|d'administration)|seance)\b.*\b(?:19|20)\d\d"
    r"|^\W*(?:seance|reunion) du conseil"
)


def sessions(lines: list[Line]) -> list[tuple[int, date]]:
    """Where the file says which session it is about: a title or a head that names a council and its date."""
    found = []
    for position, line in enumerate(lines):
        folded = line.folded
        if len(folded) > 90 or not _SESSION.search(folded):
            continue
        if not (
            line.top or line.running or capital_share(line.clean) > 0.5 or folded.startswith(("conseil", "seance"))
        ):
            continue
        if position and re.search(r"\b(?:du|de|la|des|le|au|en|d')$", fold(lines[position - 1].clean).strip()):
            continue  # the tail of a title that names another session
        near = " ".join(other.clean for other in lines[position : position + 3])
        if days := dates(near):
            found.append((line.number, days[0]))
    return found


def session_at(sessions: list[tuple[int, date]], number: int) -> date | None:
    """The session named last at or before a line; the first one named for what stands before them all."""
    if not sessions:
        return None
    before = bisect_right(sessions, number, key=lambda session: session[0])
    return sessions[max(0, before - 1)][1]
