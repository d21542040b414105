from datetime import date

import pytest

from bot.conversation import AFRESH, HELP, LEFT, NOTHING_TO_LEAVE, NOTHING_TO_SHOW
from knowledge.content import Content
from tests.assistant.desk import LAKE, Desk, assistant

BOAT = "prix location de barque"


@pytest.mark.parametrize("typed", ["aide", "Aide", "/aide", "/start", "/help", "  AIDE  "])
def test_help_tells_every_command(desk: Desk, typed: str) -> None:
    assert desk.type(typed).text == HELP
    assert all(f"- {word}" in HELP for word in ("sujets", "retour", "annuler", "source", "commune", "date"))


@pytest.mark.parametrize("typed", ["", "   ", "\n\t"])
def test_nothing_typed_asks_for_a_question(desk: Desk, typed: str) -> None:
    assert desk.type(typed).text == "Posez-moi une question, ou écrivez « aide »."


def test_help_inside_a_flow_keeps_the_flow_and_its_choices(desk: Desk) -> None:
    offered = desk.type(BOAT).options
    assert desk.type("aide").options == offered
    assert desk.dialogue.flow


def test_the_subjects_are_those_of_the_commune(desk: Desk) -> None:
    assert "- Location de barques" in desk.type("sujets").text
    desk.type("commune Vertville")
    assert "Aucune démarche n'est préparée" in desk.type("sujets").text


def test_the_source_is_the_page_around_the_quote(desk: Desk) -> None:
    assert desk.type("source").text == NOTHING_TO_SHOW
    desk.type("prix d'une cabine de plage")
    shown = desk.type("source").text.split("\n")
    assert shown[0] == "Reglement de la plage, page 1"
    assert "> Une cabine de plage est louée 35 € par semaine." in shown
    assert "  Article 1 - Chiens" in shown


def test_the_source_of_a_document_not_held_is_its_quote(desk: Desk) -> None:
    desk.type("barque monbourgeois revenu 1500 2 enfants le soir")
    assert desk.type("source").text == "Tarifs du lac, page 1\n« Voir le tableau »"


@pytest.mark.parametrize("typed", ["commune Vertville", "/commune vertville", "COMMUNE : VERTVILLE", "commune vert"])
def test_the_commune_is_set_by_its_name_or_its_beginning(desk: Desk, typed: str) -> None:
    assert desk.type(typed).text == "Je réponds maintenant pour Vertville."
    assert desk.dialogue.commune == "Vertville"


def test_an_alias_names_its_commune(desk: Desk) -> None:
    desk.type("commune Vertville")
    assert desk.type("commune Monbourg le Lac").text == "Je réponds maintenant pour Monbourg."


def test_an_unknown_commune_changes_nothing_and_lists_the_known(desk: Desk) -> None:
    reply = desk.type("commune Port-Absent")
    assert reply.text == "Je ne connais pas la commune « Port-Absent ». Communes connues : Monbourg, Vertville."
    assert desk.dialogue.commune == "Monbourg"


def test_the_commune_alone_is_told(desk: Desk) -> None:
    assert desk.type("commune").text == "Commune actuelle : Monbourg. Communes connues : Monbourg, Vertville."


def test_without_any_commune_it_is_said_so() -> None:
    empty = Desk(assistant(Content((), (), ())))
    assert empty.type("commune").text == "Commune actuelle : Monbourg. Communes connues : aucune."
    assert empty.type("commune Vertville").text.endswith("Communes connues : aucune.")


def test_a_question_that_begins_with_the_word_is_no_command(desk: Desk) -> None:
    desk.type("commune de la plage où les chiens sont interdits ?")
    assert desk.dialogue.question.startswith("commune de la plage")
    desk.type("date limite pour louer une cabine de plage")
    assert desk.dialogue.question.startswith("date limite")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("date 15/10/2029", date(2029, 10, 15)),
        ("date 15 octobre 2029", date(2029, 10, 15)),
        ("date le 1er mai 2030", date(2030, 5, 1)),
        ("date du 01/05/2030", date(2030, 5, 1)),
    ],
)
def test_the_day_is_set(desk: Desk, typed: str, day: date) -> None:
    assert desk.type(typed).text.startswith("Je réponds maintenant à la date du")
    assert desk.dialogue.on == day
    assert desk.type("date").text == "Je réponds à la date du jour."
    assert desk.dialogue.on is None


@pytest.mark.parametrize("typed", ["date 31/02/2030", "date 45/13/2030", "date 2030", "date 30 fevrier 2030"])
def test_an_impossible_day_is_refused_with_an_example(desk: Desk, typed: str) -> None:
    assert desk.type(typed).text == "Écrivez la date ainsi : date 15/10/2024."
    assert desk.dialogue.on is None


def test_a_grid_answers_for_the_day_that_is_set(desk: Desk) -> None:
    whole = "barque monbourgeois revenu 1500 2 enfants le soir"
    before = desk.type(whole).text
    desk.type("date 15/10/2029")
    after = desk.type(whole).text
    assert after.startswith(before) and "2030" in after.removeprefix(before)


def test_back_drops_the_last_answer_and_cancel_leaves(desk: Desk) -> None:
    asked = [desk.type(BOAT).text]
    asked.append(desk.type("1").text)
    asked.append(desk.type("2").text)
    assert desk.type("retour").text == asked[1]
    assert asked[0].endswith(desk.type("retour").text)
    assert desk.type("retour").text == LEFT
    assert desk.type("retour").text == NOTHING_TO_LEAVE
    desk.type(BOAT)
    assert desk.type("annuler").text == LEFT
    assert desk.type("annuler").text == NOTHING_TO_LEAVE
    assert (desk.dialogue.flow, desk.dialogue.answers, desk.dialogue.options) == ("", (), ())


def test_to_start_again_asks_the_first_question_again(desk: Desk) -> None:
    first = desk.type(BOAT).text
    desk.type("1")
    assert first.endswith(desk.type("recommencer").text)
    desk.type("annuler")
    assert desk.type("recommencer").text == AFRESH
    assert desk.dialogue.question == ""


def test_changing_the_commune_leaves_the_flow(desk: Desk) -> None:
    desk.type(BOAT)
    desk.type("commune Vertville")
    assert (desk.dialogue.flow, desk.dialogue.options) == ("", ())


def test_the_commands_do_without_any_grid() -> None:
    alone = Desk(assistant(Content((), (), ()), LAKE))
    assert "Aucune démarche" in alone.type("sujets").text
    assert alone.type("prix d'une cabine de plage").text.endswith("35 € par semaine.")
