import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import followed, is_question
from bot.towns import towns_of
from tests.assistant.desk import Desk

TOWNS = towns_of([], ["Monbourg", "Vertville"])


@pytest.mark.parametrize(
    ("question", "typed", "whole"),
    [
        ("prix concession 30 ans", "et pour 15 ans ?", "prix concession 15 ans"),
        ("prix concession 30 ans adulte", "et 15 ans", "prix concession 15 ans adulte"),
        ("prix de 2 barques", "et pour 3 barques ?", "prix de 3 barques"),
        ("prix barque", "et le soir ?", "prix barque soir"),
        ("prix barque", "et pour 3 jours ?", "prix barque 3 jours"),
        ("prix barque", "sinon avec un gilet", "prix barque un gilet"),
        ("prix barque à Monbourg", "et à Vertville ?", "prix barque a vertville"),
        ("prix barque", "prix canot", ""),
        ("prix barque", "et ?", ""),
        ("prix barque", "étang", ""),
        ("prix barque", "et dites-moi aussi où il faut rendre la clef du local", ""),
        ("", "et pour 15 ans ?", ""),
    ],
)
def test_a_follow_up_makes_a_whole_question_with_the_last_one(question: str, typed: str, whole: str) -> None:
    assert followed(question, typed, TOWNS) == whole


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_words_after_any_question_are_a_follow_up_or_none(question: str, typed: str) -> None:
    assert isinstance(followed(question, typed, TOWNS), str)
    assert followed("", typed, TOWNS) == ""


@pytest.mark.parametrize(
    ("typed", "question"),
    [("combien ?", True), ("je ne sais plus où il habite", True), ("douze", False), ("le soir", False)],
)
def test_a_question_of_its_own_is_told_from_a_wrong_answer(typed: str, question: bool) -> None:
    assert is_question(typed) is question


def test_a_follow_up_asks_the_acts_again(desk: Desk) -> None:
    desk.type("quel prix pour la semaine ?")
    assert "35 €" in desk.type("et pour une cabine ?").text


def test_a_follow_up_changes_one_answer_of_a_grid(desk: Desk) -> None:
    assert "2,50 €" in desk.type("barque monbourgeois revenu 1500 2 enfants le soir").text
    assert "1,50 €" in desk.type("et le matin ?").text
    assert "4,50 €" in desk.type("et pour 3 jours ?").text


def test_the_town_asked_about_in_a_follow_up_takes_the_place_of_the_other(desk: Desk) -> None:
    assert desk.type("prix d'entrée adulte à la patinoire de Vertville").text.startswith("8,30 €")
    assert desk.type("et à Monbourg ?").answer is not None
    assert "vertville" not in desk.dialogue.question
    assert "8,30 €" not in desk.type("et à Monbourg ?").text
