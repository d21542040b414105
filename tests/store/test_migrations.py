"""A store of an earlier format opens, is taken in again and answers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.engine import Query
from index.synonyms import Synonyms, expand
from index.whoosh_engine import WhooshEngine
from knowledge.documents import Change
from knowledge.ingest import ingest
from knowledge.store.migrations import STEPS, VERSION
from knowledge.store.store import FILE
from tests.store.conftest import Opener

NOW = datetime(2031, 5, 18, 8, tzinfo=UTC)
ACT = (
    "DÉLIBÉRATION N° 2031-12\nObjet : Tarifs du port de Bourg-Test\n\n"
    "La délibération n° 2029-4 est abrogée.\n\n"
    "Barque                 Saison         Hiver\n"
    "Canot                  12,00 €        8,00 €\n"
    "Yole                   15,00 €        9,00 €\n"
)
# What the first version wrote, column by column: a step that is added must not change what is held here.
FIRST = {
    "documents": {
        "id": "port",
        "path": "",
        "file": "port.txt",
        "digest": "0" * 64,
        "suffix": ".txt",
        "title": "Tarifs du port",
        "kind": "délibérations",
        "communes": '["Bourg-Test"]',
        "date": "2031-03-03",
        "standing": "adopted",
        "audience": "everyone",
        "origin": "town",
        "fingerprint": "read by the first version",
        "problems": "[]",
        "ingested_at": "2031-03-04T08:00:00+00:00",
        "pages": 1,
        "passages": 1,
        "revision": 1,
    },
    "pages": {"document": "port", "number": 1, "text": ACT, "first_line": 1, "scanned": 0},
    "pieces": {
        "document": "port",
        "ordinal": 0,
        "title": "Tarifs du port",
        "kind": "deliberation",
        "line": 1,
        "end_line": 9,
        "number": "2031-12",
        "rapporteur": "",
        "date": "2031-03-03",
        "standing": "adopted",
        "vote": "",
        "parent": "",
        "names": "[]",
    },
    "passages": {
        "id": "port#1",
        "document": "port",
        "ordinal": 0,
        "piece": 0,
        "kind": "table",
        "path": '["Tarifs du port"]',
        "text": ACT,
        "clean": ACT,
        "context": "",
        "page": 1,
        "line": 1,
        "end_line": 9,
        "number": "",
        "standing": "adopted",
        "date": "2031-03-03",
        "figures": '[[["Canot"],["Saison"],"12,00 €","12.00","€",7,""]]',
    },
}


@pytest.fixture(params=range(1, VERSION))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A data folder as each earlier format left it, with the file that it holds beside it."""
    (tmp_path / "port.txt").write_text(ACT, encoding="utf-8")
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    with closing(sqlite3.connect(folder / FILE)) as raw:
        for step in STEPS[: request.param]:
            step(raw)
        for table, row in FIRST.items():
            row = {**row, "path": (tmp_path / "port.txt").as_posix()} if table == "documents" else row
            raw.execute(f"INSERT INTO {table} ({','.join(row)}) VALUES ({','.join('?' * len(row))})", [*row.values()])
        raw.execute(f"PRAGMA user_version = {request.param}")
        raw.commit()
    return folder


def test_what_an_earlier_version_held_is_given_back(old: Path, opened: Opener) -> None:
    store = opened(old)
    (passage,) = store.all_passages()
    (piece,) = store.pieces("port")
    page = store.page("port", 1)
    assert passage.figures[0].printed == "12,00 €" and (passage.rows, passage.doubts) == ((), ())
    assert piece.number == "2031-12" and (piece.changes, piece.effective) == ((), None)
    assert page and page.text == ACT and page.doubts == ()


def test_it_is_outlined_again_when_it_is_taken_in_again_and_answers(old: Path, opened: Opener, tmp_path: Path) -> None:
    store = opened(old)
    engine = WhooshEngine.open(tmp_path / "index", store)
    asked = Query(expand(["yole"], Synonyms()))
    assert [hit.passage for hit in engine.search(asked)] == ["port#1"]

    assert ingest([tmp_path / "port.txt"], store, now=NOW).replaced == ("port",)

    (piece,) = store.pieces("port")
    assert piece.changes == (Change("repeals", "2029-4"),)
    engine.follow()
    (passage,) = store.passages([engine.search(asked)[0].passage])
    assert [figure.printed for figure in passage.figures] == ["12,00 €", "8,00 €", "15,00 €", "9,00 €"]
    assert [row.text for row in passage.rows] == [
        "Canot | Saison : 12,00 € | Hiver : 8,00 €",
        "Yole | Saison : 15,00 € | Hiver : 9,00 €",
    ]
    engine.close()
