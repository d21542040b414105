"""Telling a document's title, kind, communes and date from its text, where nobody wrote them down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.dates import dated
from knowledge.documents import Metadata, Reading
from knowledge.outline.lines import Line, lines_of
from knowledge.text import fold

_SAID = re.compile(
    r"(?i:commune|ville|mairie|conseil municipal|municipalité)\s+(?i:de\s+la\s+commune\s+)?(?i:de\s+|d['’])"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]*"
    r"(?:[ -](?:[A-ZÀ-Þ][\w'’-]*|d['’][A-ZÀ-Þ][\w-]*"
    r"|(?:en|sur|sous|lès|les|lez|de|la|le|du|d['’]\w+)(?=[ -][A-ZÀ-Þ])))*)"
)
_HEAD = 60
_NOT_A_NAME = {"Monsieur", "Madame", "Conseil", "Mairie", "Ville"}
_A_TITLE = (
    r"\b(?:reglement|charte|convention|tarif|deliberation|conseil municipal|proces-verbal|arrete|contrat|guide|note)"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("convention", re.compile(r"\b(?:convention|avenant|contrat)\b")),
    ("charte", re.compile(r"\bcharte\b")),
    ("règlement", re.compile(r"\breglement\b")),
    ("tarifs", re.compile(r"\btarifs?\b")),
    ("arrêté", re.compile(r"\barrete n")),
    ("délibérations", re.compile(r"\b(?:conseil municipal|deliberation|proces-verbal)\b")),
)
_ACT_DATE = re.compile(r"(?:conseil|seance|reunion|deliberation|arrete|fait a|signe|vote|date|adopte|le)\W")


def tell(reading: Reading, known: Iterable[str] = ()) -> Metadata:
    """What the text itself says of the document; a field that cannot be told stays empty, never guessed.

    ``known`` are the towns of other documents: the one that alone stands in the first lines is this one's too.
    """
    lines = [line for line in lines_of(reading.pages) if not line.blank]
    head = lines[:_HEAD]
    return Metadata(
        title=_title(head),
        kind=_kind(head),
        communes=_communes(lines, known),
        date=_date(head),
    )


def _title(head: list[Line]) -> str:
    for position, line in enumerate(head[:25]):
        text = line.clean.strip(" #*|")
        if re.match(r"^\W*(?:objet|titre)\s*:", fold(text)):
            return text.split(":", 1)[1].strip()[:140]
        if len(text) > 12 and re.match(r"[^a-zà-ÿ\d].*[^.,;]$", text) and re.search(_A_TITLE, fold(text)):
            follow = head[position + 1].clean.strip() if position + 1 < len(head) else ""
            return (f"{text} {follow}" if len(text) < 40 and follow and text.isupper() and follow.isupper() else text)[
                :140
            ]
    return head[0].clean.strip(" #*|")[:140] if head else ""


def _kind(head: list[Line]) -> str:
    text = fold(" ".join(line.clean for line in head[:25]))
    hits = [(match.start(), kind) for kind, pattern in _KINDS if (match := pattern.search(text))]
    return min(hits)[1] if hits else ""


def _communes(lines: list[Line], known: Iterable[str]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    text = "\n".join(line.clean for line in lines[:1500])
    for match in _SAID.finditer(text):
        name = match["name"].strip(" -'")
        if name.split()[0].isupper():  # in a line of capitals, what follows the name looks like it too
            name = " ".join(name.split()[: 2 if re.match(r"L(?:A|E|ES) |\S+ D['’]", name) else 1])
        if name.split()[0].capitalize() not in _NOT_A_NAME and len(name) > 2:
            counts[_named(name)] += 1
    if not counts:
        return _known(lines[:_HEAD], known)
    (first, most), *others = counts.most_common(2)
    return (first,) if not others or most > 2 * others[0][1] else ()


def _known(head: Sequence[Line], known: Iterable[str]) -> tuple[str, ...]:
    """The known town that alone is named in the first lines ("PONT-RUSQUIN" under a letterhead); () for none or two."""
    text = " ".join(line.folded for line in head)
    found = [town for town in sorted(set(known)) if re.search(_spelling(town), text)]
    # "Saint-Aubin" stands in "Saint-Aubin-le-Sec": the longer name is the one written
    whole = [town for town in found if not any(town != other and fold(town) in fold(other) for other in found)]
    return (whole[0],) if len(whole) == 1 else ()


def _spelling(town: str) -> str:
    parts = (re.escape(part) for part in re.split(r"[ '’-]+", fold(town)) if part)
    return r"(?<!\w)" + r"[ '’-]+".join(parts) + r"(?!\w)"


def _named(name: str) -> str:
    """A name as it is written in lower case: its small words without a capital (``Saint-Ouen-sur-Orle``)."""
    if not name.isupper():
        return name
    return re.sub(r"(?<=[ -])(?:En|Sur|Sous|Lès|Les|Lez|De|La|Le|Du)(?=[ -])", lambda m: m[0].lower(), name.title())


def _date(head: list[Line]) -> date | None:
    text = " ".join(line.clean for line in head)
    folded = fold(text)
    found = dated(text)
    for position, day in found:
        if _ACT_DATE.search(folded[max(0, position - 60) : position]):
            return day
    return found[0][1] if len(found) == 1 else None
