"""What readers of other audiences never learn: neither passages, nor pages, nor quotes, nor grids."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.access import PUBLIC, WHOLE, Audiences
from bot.shelves import ReadersShelf
from knowledge.documents import Citation, Locator, Metadata, Page, Passage, Piece
from knowledge.grids.table import DecisionTable, Rule
from knowledge.standings import Standing
from knowledge.store import Held


def held(id: str, audience: str) -> Held:
    metadata = Metadata(title=id, communes=("Bellerive",), audience=audience)
    return Held(id, id, f"{id}.pdf", "0", ".pdf", metadata, "town", "", (), "", 1, 1)


class Holdings:
    """Three documents of one page and one passage each."""

    def __init__(self) -> None:
        self.every = [held("public", "everyone"), held("creche", "Crèche"), held("referents", "curators")]

    def documents(self) -> list[Held]:
        return self.every

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        return [Passage(id, id, 0, "paragraph", (), id, id, Locator(1, 1, 1)) for id in ids]

    def pieces(self, document_id: str) -> list[Piece]:
        return [Piece(0, document_id, "x", 1, 1)]

    def changing(self) -> list[tuple[str, Piece]]:
        return [(one.id, Piece(0, one.id, "x", 1, 1)) for one in self.every]

    def page(self, document_id: str, number: int) -> Page | None:
        return Page(number, document_id, 1)

    def original(self, document_id: str) -> Path | None:
        return Path(document_id)


def cited(document: str, communes: tuple[str, ...] = ("Bellerive",)) -> Citation:
    return Citation("titre", "titre", f"{document}.pdf", 1, 1, "mot", Standing.ADOPTED, None, communes=communes)


def grid(*documents: str) -> DecisionTable:
    rules = tuple(Rule((), cited(one), "ligne 1") for one in documents)
    return DecisionTable("b/g", "b/g/x.toml", "Bellerive", "g", (), date(2030, 1, 1), (), rules, rules[0].source)


READERS: dict[str, tuple[Audiences, list[str]]] = {
    "a stranger": (frozenset(), []),
    "an agent": (PUBLIC, ["public"]),
    "the nursery": (PUBLIC | {"creche"}, ["public", "creche"]),
    "an administrator": (WHOLE, ["public", "creche", "referents"]),
}


@pytest.mark.parametrize(("audiences", "mine"), READERS.values(), ids=READERS)
def test_each_finds_only_what_is_theirs(audiences: Audiences, mine: list[str]) -> None:
    every = ["public", "creche", "referents"]
    shelf = ReadersShelf(Holdings(), audiences, lambda: 0)
    assert [one.id for one in shelf.documents()] == mine
    assert [one.document for one in shelf.passages(every)] == mine
    assert [one for one in every if shelf.pieces(one)] == mine
    assert [one for one, _ in shelf.changing()] == mine
    assert [one for one in every if shelf.page(one, 1)] == mine
    assert [one for one in every if shelf.original(one)] == mine
    assert [one.file[:-4] for one in shelf.quotable(tuple(map(cited, every)))] == mine
    assert [one for one in every if shelf.held(cited(one))] == mine
    assert [table.rules[0].source.file[:-4] for table in shelf.open_tables(map(grid, every))] == mine


def test_a_grid_drawn_even_in_part_from_a_closed_document_is_closed() -> None:
    shelf = ReadersShelf(Holdings(), PUBLIC, lambda: 0)
    assert shelf.open_tables([grid("public", "creche")]) == ()


def test_a_file_of_the_same_name_in_another_town_is_another_document() -> None:
    shelf = ReadersShelf(Holdings(), PUBLIC, lambda: 0)
    elsewhere = cited("creche", ("Ailleurs",))
    assert shelf.quotable((elsewhere,)) == (elsewhere,)


def test_what_changes_is_seen_when_the_stamp_does() -> None:
    holdings, stamp = Holdings(), [0]
    shelf = ReadersShelf(holdings, PUBLIC, lambda: stamp[0])
    assert shelf.may_read("public")
    holdings.every[0] = replace(holdings.every[0], metadata=Metadata(audience="curators"))
    stamp[0] = 1
    assert not shelf.may_read("public")
