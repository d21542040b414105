"""Cutting a file into the acts it holds: one council file may carry thirty deliberations and their annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from knowledge.dates import dates
from knowledge.documents import Metadata, Piece, Standing
from knowledge.outline.headings import capital_share
from knowledge.outline.lines import Line
from knowledge.outline.names import names_of
from knowledge.outline.standing import standing_of
from knowledge.text import fold

_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("agenda", re.compile(r"^\W*ordre du jour\W*$")),
    (
        "minutes",
        re.compile(r"^\W*(?:proces[- ]verbal|compte[- ]rendu)\b(?!.*\b(?:adopt|approuv|approb|redige|etabli)).{0,70}$"),
    ),
    ("proposals", re.compile(r"^\W*(?:proposition|projet)s? de deliberations?\W*$")),
    (
        "decisions",
        re.compile(
            r"^\W*(?:liste des |recueil des |compte[- ]rendu des )?"
            r"decisions? (?:prises? par|du maire|municipales?)\b.{0,60}$"
        ),
    ),
    (
        "deliberation",
        re.compile(r"^\W*(?:extrait du (?:registre|proces)|deliberation (?:du conseil|n|de la))\b.{0,120}(?<!\.)$"),
    ),
    ("deliberation", re.compile(r"^\W*objet\s*:\s*\S.{5,200}$")),
    ("charter", re.compile(r"^\W*charte\b.{3,120}$")),
    ("rules", re.compile(r"^\W*reglement (?:interieur|des|du|de|d')\b.{0,120}$")),
    (
        "agreement",
        re.compile(r"^\W*(?:projet d[e'] ?)?(?:convention|avenant|mandat|contrat|protocole|bail)\b.{3,140}$"),
    ),
    ("annex", re.compile(r"^\W*annexes?\b.{0,120}$")),
    ("order", re.compile(r"^\W*arretes?\b.{0,100}$")),
)
_TITLED_IN_CAPITALS = {"charter", "rules", "agreement", "annex", "order"}
_NUMBERED = re.compile(r"^\W{0,4}(?P<n>\d{1,3})\s*[_.]?\s*[-–—:.)]+\s*(?P<t>\S.*)$")
_SESSION = re.compile(
    r"(?:conseil (?:municipal|communautaire|d'administration)|seance)\b.*\b(?:19|20)\d\d"
    r"|^\W*(?:seance|reunion) du conseil"
)
_RAPPORTEUR = re.compile(
    r"^\W*(?:rapport(?:eur|euse)?\s*(?:de|:)?\s*)?(?P<who>(?:monsieur|madame|mme|m\.)\.?\s+[a-z' .-]{3,60})",
    re.IGNORECASE,
)


@dataclass
class _Draft:
    kind: str
    title: str
    start: int
    number: str = ""
    region: str = ""


def cut(lines: list[Line], metadata: Metadata) -> list[Piece]:
    """The pieces of a document, in order, together covering every line; always at least one.

    A numbered title in capitals under "proposition de délibération" or in minutes is a deliberation; what follows it
    (tariffs, rules, agreements joined to it) belongs to it until the next one, under its own title.
    """
    drafts = _drafts(lines, metadata)
    council = any(draft.region for draft in drafts)
    sessions = _sessions(lines) if council or not metadata.date else []
    pieces = []
    for ordinal, draft in enumerate(drafts):
        end = drafts[ordinal + 1].start - 1 if ordinal + 1 < len(drafts) else len(lines) - 1
        body = lines[draft.start : end + 1]
        text = "\n".join(line.clean for line in body if not line.running)
        standing, vote = standing_of(text, proposed=draft.region == "proposals", kind=draft.kind)
        if standing is Standing.UNSTATED:
            standing = metadata.standing
        pieces.append(
            Piece(
                ordinal=ordinal,
                title=draft.title,
                kind=draft.kind,
                line=body[0].number,
                end_line=body[-1].number,
                number=draft.number,
                rapporteur=_rapporteur(body),
                date=_session_at(sessions, body[min(3, len(body) - 1)].number) or metadata.date,
                standing=standing,
                vote=vote,
                names=names_of(body),
            )
        )
    return _with_parents(pieces, drafts)


def _drafts(lines: list[Line], metadata: Metadata) -> list[_Draft]:
    drafts: list[_Draft] = []
    region = ""
    for position, line in enumerate(lines):
        if line.blank:
            continue
        text = line.clean.strip()
        kind = _marker(line, line.folded)
        if kind == "deliberation" and (region in ("proposals", "minutes") or text[0].islower()):
            kind = ""  # a proposal's own letterhead, or the tail of a sentence
        if kind in ("agenda", "minutes", "proposals", "decisions"):
            region = kind
            if kind == "proposals":
                continue  # a heading over the proposals, whose titles are numbered
            drafts.append(_Draft(kind, _whole_title(lines, position), position, region=region))
            continue
        match = _NUMBERED.match(text)
        if match and region in ("minutes", "proposals", "decisions") and _is_title(match["t"], line, region):
            drafts.append(_Draft("deliberation", _whole_title(lines, position), position, match["n"], region))
            continue
        if kind and region != "agenda":
            drafts.append(_Draft(kind, _whole_title(lines, position), position, region=region))
    if not drafts or any(not line.blank for line in lines[: drafts[0].start]):
        drafts.insert(0, _Draft("document", metadata.title or _first_words(lines), 0))
    else:
        drafts[0].start = 0
    return _merged(drafts, lines)


def _marker(line: Line, folded: str) -> str:
    for kind, pattern in _MARKERS:
        if pattern.match(folded):
            share = capital_share(line.clean)
            if kind in _TITLED_IN_CAPITALS and not (
                share > 0.8 or (line.top and line.clean[:1].isupper() and len(folded) < 90)
            ):
                continue
            return kind
    return ""


def _is_title(title: str, line: Line, region: str) -> bool:
    words = re.findall(r"[^\W\d_]{3,}", title)
    if len(words) < 2:
        return False
    share = capital_share(title)
    return share >= 0.75 or (line.top and share >= 0.5 and region == "proposals")


def _whole_title(lines: list[Line], position: int) -> str:
    """A title cut over several lines, joined: lines in capitals that follow without a blank line."""
    title = lines[position].clean.strip(" |")
    for line in lines[position + 1 : position + 6]:
        text = line.clean.strip(" |")
        if not text or line.running or capital_share(text) < 0.6 or capital_share(title) < 0.6:
            break
        title += " " + text
    return title.strip(" :-*#")


def _merged(drafts: list[_Draft], lines: list[Line]) -> list[_Draft]:
    """Without the empty ones: a title that the next piece follows at once is that piece's own first line."""
    kept: list[_Draft] = []
    for draft in drafts:
        if kept and kept[-1].kind in ("deliberation", "document", "annex") and kept[-1].start > 0:
            between = [line for line in lines[kept[-1].start : draft.start] if not line.blank]
            if len(between) <= 2 and kept[-1].kind == draft.kind:
                draft = replace_start(draft, kept.pop())
        kept.append(draft)
    return kept


def replace_start(draft: _Draft, earlier: _Draft) -> _Draft:
    """``draft`` beginning where ``earlier`` began, keeping whichever number is known."""
    return _Draft(draft.kind, draft.title, earlier.start, draft.number or earlier.number, draft.region)


def _first_words(lines: list[Line]) -> str:
    said = [line.clean.strip(" #*") for line in lines if not line.blank]
    return " ".join(said[:2])[:120] if said else ""


def _sessions(lines: list[Line]) -> list[tuple[int, date]]:
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


def _session_at(sessions: list[tuple[int, date]], number: int) -> date | None:
    """The session named last at or before a line; the first one named for what stands before them all."""
    before = [day for at, day in sessions if at <= number]
    return before[-1] if before else sessions[0][1] if sessions else None


def _rapporteur(body: list[Line]) -> str:
    for line in [line for line in body[1:16] if not line.blank]:
        if match := _RAPPORTEUR.match(line.clean):
            return match["who"].strip(" ,")
    return ""


def _with_parents(pieces: list[Piece], drafts: list[_Draft]) -> list[Piece]:
    """Annexes, agreements and rules told which deliberation they belong to, and its standing and date."""
    linked: list[Piece] = []
    host: Piece | None = None
    minutes: Piece | None = None
    for piece, draft in zip(pieces, drafts, strict=True):
        if piece.kind == "minutes":
            minutes = piece
        if piece.kind == "deliberation" and draft.region in ("proposals", "minutes"):
            host = piece
        elif host and draft.region == "proposals" and piece.kind in _TITLED_IN_CAPITALS:
            piece = replace(piece, parent=host.title, standing=host.standing)
        if minutes and draft.region == "minutes":
            piece = replace(piece, date=minutes.date)
        linked.append(piece)
    return linked
