from dataclasses import replace
from decimal import Decimal

from bot.answering.proof import acts_for, row_of
from bot.messages import Answer
from knowledge.documents import Citation
from knowledge.standings import Standing
from tests.answering.acts import COUNCIL, POOL
from tests.answering.office import TODAY, Engine, Office, Shelf, office

ROW = Citation(
    "grille", "Grille de la piscine", "piscine.toml", 1, 1, "Entrée adulte, habitants : 2,50 €", Standing.ADOPTED, None
)
STATED = Answer("answer", "2,50 €", value=Decimal("2.50"), unit="€", citations=(ROW,))


def proven(held: Office, answer: Answer, question: str = "prix piscine adulte") -> Answer:
    found = held.answerer.find(question, "Valfleuri", held.towns, TODAY)
    return held.answerer.prove(answer, found, "Valfleuri")


def test_the_page_of_the_act_comes_before_the_rows_own_proof() -> None:
    cited = proven(office(POOL, COUNCIL), STATED).citations
    assert cited[0].document == POOL.id
    assert "2,50 €" in cited[0].quote
    assert cited[-1] == ROW


def test_what_the_grid_states_is_left_as_it_is() -> None:
    after = proven(office(POOL), STATED)
    assert (after.status, after.text, after.value) == (STATED.status, STATED.text, STATED.value)


def test_an_act_on_another_subject_proves_nothing() -> None:
    assert proven(office(COUNCIL), STATED, "prix piscine").citations == (ROW,)


def test_what_only_restates_the_acts_proves_nothing() -> None:
    assert proven(office(replace(POOL, restated=True)), STATED).citations == (ROW,)


def test_the_acts_of_another_town_prove_nothing() -> None:
    held = office(POOL)
    found = held.answerer.find("prix piscine adulte", "Rochemont", held.towns, TODAY)
    assert held.answerer.prove(STATED, found, "Rochemont").citations == (ROW,)


def test_a_question_asked_back_and_an_unproven_answer_are_left_alone() -> None:
    asking = Answer("question", "Quel âge ?", "age", citations=(ROW,))
    assert proven(office(POOL), asking) is asking
    bare = Answer("answer", "2,50 €")
    assert proven(office(POOL), bare) is bare


def test_an_act_that_prints_the_rows_figure_comes_first() -> None:
    shelf = Shelf(POOL)
    row = row_of(STATED, "prix piscine adulte")
    assert row.figures == {Decimal("2.50")}
    found = acts_for(row, shelf.every.values(), (), Engine(shelf).rarity)
    assert "2,50 €" in found[0].passage.text


def test_what_the_question_found_first_by_itself_is_preferred() -> None:
    shelf = Shelf(POOL)
    row = row_of(Answer("answer", "", citations=(ROW,)), "carte de dix bains piscine")
    outsiders = next(id for id, passage in shelf.every.items() if "36 €" in passage.text)
    alone = acts_for(row, shelf.every.values(), (), Engine(shelf).rarity)
    led = acts_for(row, shelf.every.values(), (outsiders,), Engine(shelf).rarity)
    assert [one.passage.id for one in led].index(outsiders) <= [one.passage.id for one in alone].index(outsiders)
