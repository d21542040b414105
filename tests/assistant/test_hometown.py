from dataclasses import replace

from bot.hometown import OFFERED, WHICH_TOWN
from bot.messages import Dialogue
from knowledge.content import Content
from tests.assistant.desk import ICE, LAKE, Desk, assistant

BOAT = "prix location de barque"


def nowhere(content: Content, *towns: str) -> Desk:
    """A desk of no town, over an act of Monbourg and one of each of ``towns``."""
    acts = (replace(ICE, id=f"patinoire-{at}", commune=town) for at, town in enumerate(towns))
    return Desk(assistant(content, LAKE, *acts), Dialogue())


def test_the_town_is_asked_before_anything_is_told_when_several_are_known(content: Content) -> None:
    desk = nowhere(content, "Vertville", "MEL")
    asked = desk.type(BOAT)
    assert asked.text == WHICH_TOWN
    assert [option.label for option in asked.options] == ["Monbourg", "Vertville"]


def test_the_town_taken_answers_what_was_asked_and_is_not_asked_again(content: Content) -> None:
    desk = nowhere(content, "Vertville")
    desk.type(BOAT)
    assert len(desk.type("1").options) == 3
    assert desk.dialogue.commune == "Monbourg"
    desk.type("annuler")
    assert "30 septembre" in desk.type("chiens sur la plage").text


def test_the_town_asked_may_be_typed(content: Content) -> None:
    desk = nowhere(content, "Vertville")
    desk.type("chiens sur la plage")
    assert "30 septembre" in desk.type("monbourg").text
    assert desk.dialogue.commune == "Monbourg"


def test_another_question_typed_instead_is_the_one_kept(content: Content) -> None:
    desk = nowhere(content, "Vertville")
    desk.type(BOAT)
    assert desk.type("chiens sur la plage").text == WHICH_TOWN
    assert "30 septembre" in desk.type("1").text


def test_a_town_named_in_the_question_or_chosen_before_is_not_asked(content: Content) -> None:
    assert "30 septembre" in nowhere(content, "Vertville").type("chiens sur la plage de Monbourg").text
    desk = nowhere(content, "Vertville")
    desk.type("commune monbourg")
    assert "30 septembre" in desk.type("chiens sur la plage").text


def test_the_only_town_known_is_the_one_asked_from(content: Content) -> None:
    desk = nowhere(content)
    assert len(desk.type(BOAT).options) == 3
    assert desk.dialogue.commune == "Monbourg"


def test_of_many_towns_some_are_offered_and_any_may_be_written(content: Content) -> None:
    asked = nowhere(content, *(f"Ville{letter}" for letter in "abcdefghij")).type(BOAT)
    assert len(asked.options) == OFFERED
    assert "commune NOM" in asked.text


def test_a_town_that_is_not_known_is_no_choice(content: Content) -> None:
    desk = nowhere(content, "Vertville")
    desk.type(BOAT)
    desk.take("=Nulle-Part")
    assert desk.dialogue.commune == ""
