"""How documents, pieces and passages are written as rows, and read back as the same values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from knowledge.documents import Change, Doubt, Figure, Locator, Metadata, Page, Passage, Piece, TableRow
from knowledge.errors import Problem
from knowledge.standings import Standing

Row = Sequence[Any]

PASSAGE = (
    "id, document, piece, kind, path, text, clean, page, line, end_line, "
    "number, standing, date, figures, context, table_rows, doubts"
)
PIECE = (
    "ordinal, title, kind, line, end_line, number, rapporteur, date, standing, vote, parent, names, changes, effective"
)
PAGE = "number, text, first_line, scanned, doubts"
DOCUMENT = (
    "id, path, file, digest, suffix, title, kind, communes, date, standing, audience, "
    "origin, fingerprint, problems, ingested_at, pages, passages"
)


# Where a document came from: a town's own acts, or a content folder beside the grids.
TOWN, CONTENT = "town", "content"


@dataclass(frozen=True)
class Held:
    """A document as the store holds it, without its text; ``path`` is where it was read.

    ``pages`` and ``passages`` are counts, ``ingested_at`` an ISO time, and ``fingerprint`` says which content,
    metadata and versions of the reading gave it: the same fingerprint need not be read again.
    """

    id: str
    path: str
    file: str
    digest: str
    suffix: str
    metadata: Metadata
    origin: str
    fingerprint: str
    problems: tuple[Problem, ...]
    ingested_at: str
    pages: int
    passages: int

    @property
    def restated(self) -> bool:
        """Whether it came with a content folder: it restates the acts, and is no act itself."""
        return self.origin == CONTENT


def compact(value: object) -> str:
    """``value`` as JSON without spaces, accents kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def iso(day: date | None) -> str:
    """A date as it is stored, ``""`` for none."""
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def passage_values(passage: Passage, ordinal: int) -> dict[str, object]:
    """The row of a passage, ``ordinal`` being its place in its document's reading order."""
    figures = [
        [f.row, f.column, f.printed, None if f.value is None else str(f.value), f.unit, f.line, f.doubt]
        for f in passage.figures
    ]
    return {
        "id": passage.id,
        "document": passage.document,
        "ordinal": ordinal,
        "piece": passage.piece,
        "kind": passage.kind,
        "path": compact(passage.path),
        "text": passage.text,
        "clean": passage.clean,
        "context": passage.context,
        "page": passage.locator.page,
        "line": passage.locator.line,
        "end_line": passage.locator.end_line,
        "number": passage.number,
        "standing": passage.standing.value,
        "date": iso(passage.date),
        "figures": compact(figures) if figures else "",
        "table_rows": compact([[row.line, row.end_line, row.text] for row in passage.rows]) if passage.rows else "",
        "doubts": _doubts_text(passage.doubts),
    }


def passage_of(row: Row) -> Passage:
    """The passage of a row whose columns are ``PASSAGE``."""
    return Passage(
        id=row[0],
        document=row[1],
        piece=row[2],
        kind=row[3],
        path=tuple(json.loads(row[4])),
        text=row[5],
        clean=row[6],
        locator=Locator(row[7], row[8], row[9]),
        number=row[10],
        standing=Standing(row[11]),
        date=_day(row[12]),
        figures=tuple(_figure(one) for one in json.loads(row[13])) if row[13] else (),
        context=row[14],
        rows=tuple(TableRow(*one) for one in json.loads(row[15])) if row[15] else (),
        doubts=_doubts(row[16]),
    )


def _figure(one: Row) -> Figure:
    row, column, printed, value, unit, line, doubt = one
    return Figure(tuple(row), tuple(column), printed, None if value is None else Decimal(value), unit, line, doubt)


def piece_values(document: str, piece: Piece) -> dict[str, object]:
    """The row of a piece of ``document``."""
    return {
        "document": document,
        "ordinal": piece.ordinal,
        "title": piece.title,
        "kind": piece.kind,
        "line": piece.line,
        "end_line": piece.end_line,
        "number": piece.number,
        "rapporteur": piece.rapporteur,
        "date": iso(piece.date),
        "standing": piece.standing.value,
        "vote": piece.vote,
        "parent": piece.parent,
        "names": compact(list(piece.names)),
        "changes": compact([[one.verb, one.number, one.kind] for one in piece.changes]),
        "effective": iso(piece.effective),
    }


def piece_of(row: Row) -> Piece:
    """The piece of a row whose columns are ``PIECE``."""
    ordinal, title, kind, line, end_line, number, rapporteur, day, standing, vote, parent, names, *told = row
    changes, effective = told
    return Piece(
        ordinal,
        title,
        kind,
        line,
        end_line,
        number,
        rapporteur,
        _day(day),
        Standing(standing),
        vote,
        parent,
        tuple(json.loads(names)),
        tuple(Change(*one) for one in json.loads(changes or "[]")),
        _day(effective),
    )


def page_values(document: str, page: Page) -> dict[str, object]:
    """The row of a page of ``document``."""
    return {
        "document": document,
        "number": page.number,
        "text": page.text,
        "first_line": page.first_line,
        "scanned": int(page.scanned),
        "doubts": _doubts_text(page.doubts),
    }


def page_of(row: Row) -> Page:
    """The page of a row whose columns are ``PAGE``."""
    return Page(row[0], row[1], row[2], bool(row[3]), _doubts(row[4]))


def _doubts_text(doubts: Sequence[Doubt]) -> str:
    return compact([[doubt.line, doubt.printed, doubt.reason] for doubt in doubts]) if doubts else ""


def _doubts(text: str) -> tuple[Doubt, ...]:
    return tuple(Doubt(*one) for one in json.loads(text)) if text else ()


def problems_text(problems: Sequence[Problem]) -> str:
    """Problems as one JSON column."""
    return compact([[p.file, p.where, p.message] for p in problems])


def held_of(row: Row) -> Held:
    """The document of a row whose columns are ``DOCUMENT``."""
    metadata = Metadata(row[5], row[6], tuple(json.loads(row[7])), _day(row[8]), Standing(row[9]), row[10])
    return Held(
        id=row[0],
        path=row[1],
        file=row[2],
        digest=row[3],
        suffix=row[4],
        metadata=metadata,
        origin=row[11],
        fingerprint=row[12],
        problems=tuple(Problem(*one) for one in json.loads(row[13])),
        ingested_at=row[14],
        pages=row[15],
        passages=row[16],
    )
