"""What the assistant asks of any search engine: each one of ``ENGINES`` must pass."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engine import Query, SearchEngine, Term
from index.whoosh_engine import ENGINES, WhooshEngine
from tests.index.shelf import Shelf, ask
from tests.store.make import a_passage

Opener = Callable[[Shelf], WhooshEngine]


@pytest.fixture(params=sorted(ENGINES))
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    def open_engine(shelf: Shelf) -> WhooshEngine:
        engine = ENGINES[request.param](tmp_path / "index", shelf, frozenset({"garderie"}))
        request.addfinalizer(engine.close)
        return engine

    return open_engine


@pytest.fixture
def shelf() -> Shelf:
    shelf = Shelf()
    shelf.put(
        "cimetiere",
        "La concession de trente ans vaut 505 €, et la concession se renouvelle.",
        "La case de columbarium reçoit deux urnes.",
        "Le cimetière ouvre à huit heures.",
        path=("Tarifs du cimetière",),
    )
    shelf.put("cantine", "Le repas de la cantine coûte trois euros.", "Le columbarium n'est pas une cantine.")
    return shelf


@pytest.fixture
def engine(opened: Opener, shelf: Shelf) -> SearchEngine:
    return opened(shelf)


def found(engine: SearchEngine, text: str, *documents: str) -> list[str]:
    return [hit.passage for hit in engine.search(ask(text, *documents))]


def test_the_best_comes_first_and_tells_what_it_matched(engine: SearchEngine) -> None:
    hits = engine.search(ask("concession columbarium"))

    assert {hit.passage for hit in hits} == {"cimetiere#1", "cimetiere#2", "cantine#2"}
    assert hits[0].passage == "cimetiere#1"
    assert hits[0].matched == {"concession"}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("typed", ["cimetière", "cimetiere", "CIMETIÈRES", "cimetie\u0300re"])
def test_accents_capitals_and_plurals_do_not_matter(engine: SearchEngine, typed: str) -> None:
    assert found(engine, typed)[0] == "cimetiere#3"


def test_a_heading_is_found_from_the_passages_under_it(engine: SearchEngine) -> None:
    assert set(found(engine, "tarifs du cimetière")) == {"cimetiere#1", "cimetiere#2", "cimetiere#3"}


def test_only_the_documents_allowed_are_searched(engine: SearchEngine) -> None:
    assert found(engine, "columbarium", "cantine") == ["cantine#2"]
    assert engine.search(Query(ask("columbarium").terms, frozenset())) == []
    assert found(engine, "columbarium", "inconnu") == []


def test_no_words_or_unknown_words_give_no_hit(engine: SearchEngine) -> None:
    assert engine.search(Query(())) == []
    assert found(engine, "zzyzx") == []
    assert engine.search(Query((Term("x", ()),))) == []


def test_the_limit_is_kept(engine: SearchEngine) -> None:
    assert len(engine.search(ask("columbarium cantine concession"), limit=2)) == 2
    assert engine.search(ask("columbarium"), limit=0) == []


def test_an_idea_counts_once_however_it_is_said(engine: SearchEngine) -> None:
    twice = Term("tombe", (("concess", 1.0), ("trent", 1.0)))
    once = Term("tombe", (("concess", 1.0),))

    assert engine.search(Query((twice,)))[0].score <= 1.5 * engine.search(Query((once,)))[0].score
    assert engine.search(Query((once, once)))[0].score == engine.search(Query((once,)))[0].score


def test_several_stems_joined_must_all_be_there(engine: SearchEngine) -> None:
    hits = engine.search(Query((Term("urnes", (("zzz", 1.0), ("columbarium urne", 0.8), ("columbarium cas", 0.8))),)))

    assert [hit.passage for hit in hits] == ["cimetiere#2"]
    assert hits[0].matched == {"urnes"}


def test_a_weak_stem_ranks_but_is_not_told_as_matched(engine: SearchEngine) -> None:
    hits = engine.search(Query((Term("idée", (("concess", 0.3),)),)))

    assert [hit.passage for hit in hits] == ["cimetiere#1"]
    assert hits[0].matched == frozenset()


def test_a_rare_stem_is_worth_more_and_an_unknown_one_most(engine: SearchEngine) -> None:
    assert engine.rarity("zzyzx") > engine.rarity("concess") > engine.rarity("columbarium") > engine.rarity("cimetier")
    assert engine.rarity("columbarium urne") > engine.rarity("columbarium")


def test_numbers_are_looked_up_exactly(opened: Opener) -> None:
    shelf = Shelf()
    numbers = {1: "5", 2: "n° 05", 3: "15", 4: "DEL2030_134"}
    shelf.hold("a", [a_passage("a", n, "texte", number=number) for n, number in numbers.items()])
    shelf.hold("b", [a_passage("b", 1, "texte 5", number="5")])
    engine = opened(shelf)

    assert sorted(engine.number("5")) == ["a#1", "a#2", "b#1"]
    assert engine.number("article 5", frozenset({"a"})) == ["a#1", "a#2"]
    assert engine.number("del 2030 134") == ["a#4"]
    assert engine.number("6") == engine.number("") == engine.number("?") == []


def test_words_are_corrected_by_what_the_acts_say(engine: SearchEngine) -> None:
    assert engine.correct("colombarium") == "columbarium"
    assert engine.correct("gardrie") == "garderie"
    assert engine.correct("columbariumcantine") == "columbarium cantine"
    assert engine.correct("505") == "505"
    assert engine.correct("zzyzx") == "zzyzx"


def test_a_replaced_document_is_found_anew_and_no_more_as_it_was(engine: SearchEngine) -> None:
    engine.search(ask("cantine"))
    engine.replace("cantine", [a_passage("cantine", 9, "La piscine remplace le lombribus.")])

    assert found(engine, "repas") == []
    assert found(engine, "piscine") == ["cantine#9"]
    assert "cimetiere#2" in found(engine, "columbarium")
    assert engine.correct("lombrbus") == "lombrbus"

    engine.replace("cantine", [a_passage("cantine", n, "Le lombribus ouvre.") for n in (1, 2)])
    assert engine.correct("lombrbus") == "lombribus"


def test_a_forgotten_document_is_found_no_more(engine: SearchEngine) -> None:
    engine.replace("cantine", [])

    assert found(engine, "repas cantine") == []
    assert found(engine, "columbarium") == ["cimetiere#2"]
    assert engine.rarity("repas") == engine.rarity("zzyzx")


def test_a_rebuild_holds_what_it_is_given_and_nothing_else(engine: SearchEngine) -> None:
    engine.rebuild([a_passage("neuf", 1, "Une médiathèque.")])

    assert found(engine, "mediatheque") == ["neuf#1"]
    assert found(engine, "columbarium") == []


def test_an_empty_index_answers_nothing(opened: Opener) -> None:
    engine = opened(Shelf())

    assert engine.search(ask("cantine")) == []
    assert engine.number("5") == []
    assert engine.rarity("cantin") > 0
    assert engine.correct("lombrbus") == "lombrbus"


def test_many_small_changes_end_as_one_build_would(opened: Opener) -> None:
    shelf = Shelf()
    engine = opened(shelf)
    for turn in range(12):
        shelf.put(f"d{turn % 5}", f"La salle numéro {turn} est louée.", "La salle ferme.", "Le parc ouvre.")
        engine.follow()
    grown = [(hit.passage, round(hit.score, 9)) for hit in engine.search(ask("salle louée parc"))]

    engine.rebuild(shelf.all_passages())

    assert [(hit.passage, round(hit.score, 9)) for hit in engine.search(ask("salle louée parc"))] == grown
    assert len(grown) == 15


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.text(max_size=200) | st.sampled_from(["AND OR NOT", "text:*", '"', "'; DROP TABLE", "<b>", "🙂🙂", "x" * 10_000])
)
def test_nothing_typed_is_an_error(engine: SearchEngine, text: str) -> None:
    assert isinstance(engine.search(ask(text)), list)
    assert isinstance(engine.number(text), list)
    assert engine.rarity(text) > 0
    assert isinstance(engine.correct(text), str)
