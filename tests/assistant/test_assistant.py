from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.answering.answerer import NOT_UNDERSTOOD
from bot.conversation import ASK_SOMEONE, TOO_LONG
from bot.messages import Dialogue, Incoming
from knowledge.content import Content
from tests.answering.office import Act
from tests.assistant.desk import DAY, ICE, LAKE, Desk, assistant

BOAT = "prix location de barque"
HALLS = tuple(
    Act(
        f"tarifs-de-la-salle-{name}",
        f"TARIFS DE LA SALLE {name.upper()}\n\nLocation | Prix\n"
        + "\n".join(f"Location le {day} | {rank}{at} €" for at, day in enumerate(("matin", "midi", "soir"), 2)),
        commune="Monbourg",
    )
    for rank, name in enumerate(("tilleul", "platane", "charme"), 1)
)


def test_a_full_question_is_a_conversation_of_zero_steps(desk: Desk) -> None:
    answer = desk.assistant.ask("barque monbourgeois revenu 1500 2 enfants le soir", commune="Monbourg", on=DAY)
    assert (answer.status, answer.value) == ("answer", Decimal("2.50"))


def test_what_is_missing_is_asked_with_numbered_choices(desk: Desk) -> None:
    assert len(desk.type(BOAT).options) == 3
    assert "revenu" in desk.type("1").text
    assert desk.dialogue.answers == (("residence", "local"),)


def test_a_non_resident_is_never_asked_the_income(desk: Desk) -> None:
    desk.type(BOAT)
    assert "revenu" not in desk.type("3").text


@pytest.mark.parametrize("typed", ["0", "9", "-1", "1.5", "²"])
def test_a_number_that_takes_no_choice_is_asked_again(desk: Desk, typed: str) -> None:
    offered = desk.type(BOAT).options
    assert desk.type(typed).options == offered
    assert desk.dialogue.answers == ()


def test_a_digit_without_choices_is_no_choice(desk: Desk) -> None:
    assert desk.type("1").text == NOT_UNDERSTOOD


def test_an_old_button_rewinds_to_its_place(desk: Desk) -> None:
    residence = desk.type(BOAT).options
    desk.type("1")
    desk.type("2")
    desk.type("1")
    desk.take(residence[2].token)
    assert desk.dialogue.answers == (("residence", "autre"),)


def test_an_old_button_works_after_the_flow_was_left(desk: Desk) -> None:
    first = desk.type(BOAT).options[0]
    desk.type("annuler")
    assert "revenu" in desk.take(first.token).text


@pytest.mark.parametrize("token", ["g:0000000000:0:local", "n'importe quoi", "g:::", "+", "\x00", "x" * 5000])
def test_a_strange_token_is_answered_in_french_and_changes_no_answer(desk: Desk, token: str) -> None:
    desk.type(BOAT)
    desk.type("1")
    before = desk.dialogue.answers
    reply = desk.take(token)
    assert reply.text.strip()
    assert desk.dialogue.answers in (before, ())


def test_a_question_inside_a_flow_is_answered_then_the_flow_is_offered_again(desk: Desk) -> None:
    desk.type(BOAT)
    asked = desk.type("1")
    aside = desk.type("les chiens sont-ils interdits sur la plage ?")
    assert "chiens sont interdits" in aside.text
    assert aside.text.endswith(f"Nous en étions là : {asked.text}")
    assert aside.options == asked.options
    assert dict(desk.dialogue.answers) == {"residence": "local"}
    assert "chiens" in desk.dialogue.citations[0].quote
    desk.type("2")
    assert dict(desk.dialogue.answers) == {"residence": "local", "revenu": "B"}


def test_a_wrong_answer_inside_a_flow_is_asked_again(desk: Desk) -> None:
    desk.type(BOAT)
    asked = desk.type("1")
    again = desk.type("euh")
    assert again.options == asked.options
    assert desk.dialogue.answers == (("residence", "local"),)


def test_a_dialogue_survives_being_written_at_every_turn(desk: Desk) -> None:
    for typed in (BOAT, "1", "1200", "2", "soir", "source", "et le matin ?", "date 01/02/2031", "commune Vertville"):
        assert desk.type(typed).text.strip()


def test_choices_among_tables_ask_the_question_again_with_the_row(content: Content) -> None:
    halls = Desk(assistant(content, *HALLS))
    options = halls.type("prix de location d'une salle").options
    assert len(options) > 1
    chosen = options[-1]
    answer = halls.type(str(len(options))).answer
    assert answer is not None and answer.status == "answer"
    assert halls.dialogue.question.startswith("prix de location d'une salle")
    assert all(part in answer.text.lower() for part in chosen.label.lower().split()[-1:])


def test_a_grid_is_proved_by_the_town_own_act_first(content: Content) -> None:
    act = Act(
        "deliberation-des-barques",
        "TARIFS DES BARQUES DU LAC\n\nLa location d'une barque est payée selon le revenu et le nombre d'enfants : "
        "voir le tableau des tarifs du lac annexé.",
        commune="Monbourg",
    )
    answer = assistant(content, act, LAKE).ask(
        "location de barque monbourgeois revenu 1500 2 enfants le soir", commune="Monbourg", on=DAY
    )
    assert [cited.title for cited in answer.citations] == ["Deliberation des barques", "Tarifs du lac"]


def test_what_is_not_known_says_whom_to_ask(desk: Desk) -> None:
    assert "Vous pouvez demander à : Service de la plage (01 23 45 67 89)." in desk.type("prix de la baignade").text
    assert desk.type("prix du camping des pins").text.endswith(ASK_SOMEONE)


def test_a_commune_without_documents_is_said_so(content: Content) -> None:
    empty = Desk(assistant(content, ICE))
    assert "je ne détiens aucun document de Monbourg" in empty.type("prix d'une cabine").text


def test_the_commune_of_the_asker_is_supposed_and_another_may_be_named(desk: Desk) -> None:
    assert desk.type("prix d'entrée adulte à la patinoire").answer is not None
    assert "8,30 €" not in desk.type("prix d'entrée adulte à la patinoire").text
    assert "8,30 €" in desk.type("prix d'entrée adulte à la patinoire de Vertville").text


def test_a_question_too_long_is_refused_kindly(desk: Desk) -> None:
    assert desk.type("barque " * 400).text == TOO_LONG


def test_a_dialogue_from_an_older_content_is_no_trap(desk: Desk) -> None:
    lost = Dialogue(commune="Monbourg", flow="monbourg/disparu", answers=(("age", "12"),), question="prix")
    turn = desk.assistant.respond(Incoming(DAY, "les chiens sur la plage"), lost)
    assert "chiens" in turn.reply.text


def test_the_day_that_was_set_holds_for_the_next_questions(desk: Desk) -> None:
    desk.type("date 15/10/2029")
    desk.type(BOAT)
    assert desk.dialogue.on == date(2029, 10, 15)


@pytest.mark.parametrize(
    "asked",
    [
        "c'est quoi une barque ?",
        "qui loue les barques ?",
        "location de barque, quel numéro appeler ?",
        "combien de barques à Monbourg ?",
    ],
)
def test_what_no_grid_tells_is_not_asked_to_one(desk: Desk, asked: str) -> None:
    assert desk.type(asked).answer is not None
    assert not desk.dialogue.flow


def test_two_lines_of_a_grid_that_fit_alike_are_no_better_than_an_act(content: Content) -> None:
    act = Act(
        "reglement-des-canots",
        "REGLEMENT DU LAC\n\nUne violence après un vol sur le lac est signalée à la brigade par le gardien.",
        commune="Monbourg",
    )
    told = assistant(content, act, LAKE).ask("vol et violence sur le lac, que faire ?", commune="Monbourg", on=DAY)
    assert told.status == "answer"
    assert "brigade" in told.text


@pytest.mark.parametrize(
    ("words", "status"), [("anneau du port 3 mois, zébulon", "answer"), ("anneau du port, zébulon", "unknown")]
)
def test_a_grid_with_nothing_left_to_ask_may_leave_more_unexplained(desk: Desk, words: str, status: str) -> None:
    told = desk.type(words).answer
    assert told
    assert told.status == status


def test_what_an_act_answers_comes_before_a_grid_that_only_holds_one_of_the_words(content: Content) -> None:
    act = Act(
        "rapport-de-la-fanfare",
        "RAPPORT DE LA FANFARE\n\nLe bruit du lac est de 85 décibels à dix mètres.",
        commune="Monbourg",
    )
    held = assistant(content, act, LAKE)
    assert "85" in held.ask("le bruit du lac", commune="Monbourg", on=DAY).text


@pytest.mark.parametrize("words", ["Avec le SIVOM, anneau du port 3 mois ?", "anneau du port 3 mois"])
def test_the_body_that_a_town_belongs_to_leaves_it_its_own_grids(content: Content, words: str) -> None:
    act = Act("statuts-du-sivom", "STATUTS\n\nLe SIVOM entretient la digue.", commune="SIVOM")
    told = assistant(content, act, LAKE).ask(words, commune="Monbourg", on=DAY)
    assert told.value == Decimal(120)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("anneau du port 3 mois en 2030", "answer"),
        ("anneau du port 3 mois pour un gardien né en 1990", "answer"),
        ("anneau du port 3 mois en 2026", "unknown"),
        ("anneau du port 3 mois en 2041", "unknown"),
    ],
)
def test_a_grid_tells_nothing_of_another_year(desk: Desk, words: str, status: str) -> None:
    told = desk.type(words).answer
    assert told
    assert told.status == status


@pytest.mark.parametrize(("asks", "flow"), [(("frequence",), True), ((), False)])
def test_how_often_is_asked_to_a_grid_that_tells_it(content: Content, asks: tuple[str, ...], flow: bool) -> None:
    tables = [
        replace(table, asks=(*table.asks, *asks)) if table.title == "Anneau du port" else table
        for table in content.tables
    ]
    held = Desk(assistant(replace(content, tables=tuple(tables)), LAKE))
    held.type("anneau du port 3 mois, combien de fois par an ?")
    assert bool(held.dialogue.flow) is flow


def test_what_lacks_the_time_asked_is_left_to_the_acts(content: Content) -> None:
    rule = "Le règlement dit : une violence sur le lac est punie d'une exclusion de 5 jours."
    act = Act("police-du-lac", f"POLICE DU LAC\n\n{rule}", commune="Monbourg")
    told = assistant(content, act, LAKE).ask("sanction : violence, combien de jours ?", commune="Monbourg", on=DAY)
    assert "Mesure : Exclusion" not in told.text
