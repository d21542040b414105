"""Finding where each act of a file begins, in whatever part of the file it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from knowledge.documents import Metadata
from knowledge.outline.agendas import Agenda
from knowledge.outline.ballots import shared_out
from knowledge.outline.headings import capital_share
from knowledge.outline.lines import Line, said_between
from knowledge.outline.markers import marker
from knowledge.outline.openings import Opening, cites, inside, number_of, opening_at
from knowledge.text import words

_REGIONS = ("agenda", "minutes", "proposals", "decisions")
_TOLD = ("agenda", "minutes", "decisions")
_VOTE = re.compile(r"\b(?:vote|adopte|unanimite|majorite|rejet|ajourn)")
_LETTERHEAD, _ALIKE = 16, 0.6


@dataclass(frozen=True)
class Draft:
    """Where a piece begins and what it is called; ``region`` is the part of the file it stands in.

    ``last`` is the position of the last line of its opening, before ``start`` where it has none.
    """

    kind: str
    title: str
    start: int
    number: str = ""
    region: str = ""
    last: int = -1


def drafts_of(lines: list[Line], metadata: Metadata) -> list[Draft]:
    """The drafts of the pieces of a document, in order, the first one at its first line; always at least one."""
    drafts = _drafts(lines, metadata, {})
    # where no known form opens most acts, how this council titles its points is seen from where its votes stand
    shared = shared_out(lines, sum(draft.kind == "deliberation" for draft in drafts))
    return _drafts(lines, metadata, shared) if shared else drafts


def _drafts(lines: list[Line], metadata: Metadata, shared: Mapping[int, Opening]) -> list[Draft]:
    """The drafts of a document whose acts open by a known form, or at the positions of ``shared``."""
    drafts: list[Draft] = []
    agenda = Agenda(lines)
    region, passed = "", -1
    for position, line in enumerate(lines):
        if line.blank or position <= passed:
            continue
        kind = marker(line)
        if kind == "decisions" and region == "agenda" and agenda.goes_on_after(position):
            continue  # an entry without a number
        if kind in _REGIONS:
            region = kind
            if kind != "proposals":  # a heading over the proposals, whose titles are numbered
                drafts.append(Draft(kind, _whole_title(lines, position), position, region=region))
            continue
        opening = shared.get(position) or opening_at(lines, position)
        if opening and opening.form != "shared" and agenda.lists(opening, region):
            passed = opening.last
            continue
        if opening and _opens(opening, line, region, agenda):
            passed = opening.last
            if region == "agenda":
                region = "minutes"
            if drafts and _same(drafts[-1], opening, lines, region):
                drafts[-1] = _completed(drafts[-1], opening, lines)
            elif region != "proposals" or opening.form == "ordinal":
                kind = "deliberation"
                title = opening.title or agenda.title_of(opening.number) or line.clean
                drafts.append(Draft(kind, title, position, opening.number, region, opening.last))
            continue
        if kind == "deliberation" and (region in ("proposals", "minutes") or line.clean.strip()[0].islower()):
            continue  # a proposal's own letterhead, or the tail of a sentence
        if kind == "deliberation" and (inside(lines, position) or cites(lines, position)):
            continue
        if kind == "closing":
            if region in _TOLD and drafts and drafts[-1].kind != "agenda":
                region = "minutes" if region == "decisions" else region
                drafts.append(Draft("minutes", _whole_title(lines, position), position, region=region))
            continue
        if kind and region != "agenda":
            number = number_of(line) if kind == "deliberation" else ""
            drafts.append(Draft(kind, _whole_title(lines, position), position, number, region))
    if not drafts or any(said_between(lines, 0, drafts[0].start)):
        drafts.insert(0, Draft("document", metadata.title or _first_words(lines), 0))
    else:
        drafts[0] = replace(drafts[0], start=0)
    return _merged(drafts, lines)


def _opens(opening: Opening, line: Line, region: str, agenda: Agenda) -> bool:
    """Whether an opening stands where its form opens an act: a mere number needs a council's file around it."""
    if opening.form == "shared":
        return True
    if opening.form == "object":
        return region not in ("proposals", "agenda")
    if opening.form != "ordinal":
        return opening.loud or agenda.announced(opening)
    if region not in ("agenda", "minutes", "proposals", "decisions"):
        return False
    half = line.top and region == "proposals" and capital_share(opening.title) >= 0.5
    return opening.loud or half or agenda.announced(opening)


def _same(draft: Draft, opening: Opening, lines: Sequence[Line], region: str) -> bool:
    """Whether an opening only goes on with the act just opened: its letterhead, or its object under its number."""
    if draft.kind != "deliberation" or opening.form == "shared":
        return False
    said = said_between(lines, max(draft.last, draft.start) + 1, opening.start)
    between = list(islice(said, _LETTERHEAD + 1))
    if len(between) > _LETTERHEAD or any(_VOTE.search(line.folded) for line in between):
        return False
    if draft.number and opening.number:
        return draft.number == opening.number or (region == "proposals" and _alike(draft.title, opening.title))
    if opening.form == "ordinal":
        return False
    return _untitled(draft, lines) or _alike(draft.title, opening.title)


def _untitled(draft: Draft, lines: Sequence[Line]) -> bool:
    """Whether a draft has no title of its own yet: only the name of the register, or a number."""
    return draft.last < draft.start or draft.title == lines[draft.start].clean


def _alike(one: str, other: str) -> bool:
    """Whether two titles say the same, in most of their words."""
    mine, theirs = ({word for word in words(title) if len(word) > 3} for title in (one, other))
    return len(mine & theirs) >= _ALIKE * max(1, min(len(mine), len(theirs)))


def _completed(draft: Draft, opening: Opening, lines: Sequence[Line]) -> Draft:
    """A draft told the number or the title that it lacked."""
    title = opening.title if opening.title and _untitled(draft, lines) else draft.title
    return replace(draft, title=title, number=draft.number or opening.number, last=opening.last)


def _whole_title(lines: list[Line], position: int) -> str:
    """A title cut over several lines, joined: lines in capitals that follow without a blank line."""
    title = lines[position].clean.strip(" |")
    for line in lines[position + 1 : position + 6]:
        text = line.clean.strip(" |")
        if not text or line.running or capital_share(text) < 0.6 or capital_share(title) < 0.6:
            break
        title += " " + text
    return title.strip(" :-*#")


def _merged(drafts: list[Draft], lines: list[Line]) -> list[Draft]:
    """Without the empty ones: a title that the next piece follows at once is that piece's own first line."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and kept[-1].kind in ("deliberation", "document", "annex") and kept[-1].start > 0:
            between = list(islice(said_between(lines, kept[-1].start, draft.start), 3))
            if len(between) < 3 and kept[-1].kind == draft.kind and kept[-1].last < kept[-1].start:
                earlier = kept.pop()
                draft = replace(draft, start=earlier.start, number=draft.number or earlier.number)
        kept.append(draft)
    return kept


def _first_words(lines: list[Line]) -> str:
    said = [line.clean.strip(" #*") for line in lines if not line.blank]
    return " ".join(said[:2])[:120] if said else ""
