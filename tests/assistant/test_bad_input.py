"""Whatever is typed gets a clear French sentence, on any channel: no trace, no text that a page would interpret."""

import re
import string
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answerer import NOT_HELD, NOT_UNDERSTOOD
from bot.conversation import TOO_LONG
from bot.messages import Dialogue
from knowledge.content import Content
from tests.assistant.desk import DAY, ICE, LAKE, Desk, assistant
from tests.flows.town import town

ODD = {
    "empty": "",
    "spaces": "   \t\n ",
    "emoji": "🙂🚲🏊",
    "html": "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "sql": "'; DROP TABLE passages; --",
    "operators": 'AND OR NOT (barque* OR ~canot^2) "voile" [a TO z] piece:chien ?',
    "only operators": 'AND OR NOT * ? ~ ^ : [ ] " ( )',
    "controls": "prix\x00 de\x07 la\x08 barque\x7f",
    "terminal": "\x1b[31mprix\x1b]0;x\x07 \x9b2J barque",
    "nul": "\x00",
    "right to left": "prix \u202eeuqrab\u202c \u200fbarque\u200e",
    "zero width": "pr\u200bix b\u200dar\u2060que",
    "combining": "e\u0301" * 500,
    "long word": "b" * 3_000,
    "short of too long": "barque " * 280,
    "too long": "barque " * 1_500,
    "digits": "123456789012345678901234567890",
    "other digits": "١٢٣ ² ½",
    "percent": "100 %s %d {0} {} %(x)s",
    "template": "{{ 7 * 7 }} ${jndi:ldap://x} `id`",
    "path": "../../../etc/passwd",
    "regex": "(((((a+)+)+)+)+)$ [ \\ (?P<x>",
    "other script": "请问游泳池多少钱 сколько стоит лодка",
    "surrogate": "barque \ud83d cassée",
    "newlines": "prix\n\nde\r\nla\u2028barque\u2029",
    "slash": "/",
    "dashes": "--help -- -x",
}
PLACES = ["start", "inside a flow", "after an answer"]


def put(desk: Desk, place: str) -> Desk:
    """The desk brought to a place of a conversation."""
    if place == "inside a flow":
        desk.type("prix location de barque")
    elif place == "after an answer":
        desk.type("prix d'une cabine de plage")
    return desk


def sound(text: str) -> bool:
    """Whether a reply is a sentence fit to be read: French, whole, and without a trace of the program."""
    unseen = [char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"]
    return bool(text.strip()) and not unseen and not re.search(r"Traceback|Error\b|Exception|<\w+ object|None\b", text)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("typed", ODD.values(), ids=ODD)
def test_anything_typed_anywhere_gets_a_sentence(desk: Desk, place: str, typed: str) -> None:
    reply = put(desk, place).type(typed)
    assert sound(reply.text)
    assert len(reply.text) < 2_000


@pytest.mark.parametrize("typed", ODD.values(), ids=ODD)
def test_anything_asked_gets_an_answer_that_says_what_it_is(desk: Desk, typed: str) -> None:
    answer = desk.assistant.ask(typed, commune="Monbourg", on=DAY)
    assert sound(answer.text)
    assert (answer.reason == "") == (answer.status == "answer")
    assert (answer.status == "answer") <= bool(answer.citations)


@pytest.mark.parametrize("name", ["empty", "spaces", "emoji", "nul", "digits", "other digits", "other script", "slash"])
def test_what_says_nothing_is_not_understood(desk: Desk, name: str) -> None:
    assert desk.assistant.ask(ODD[name], commune="Monbourg", on=DAY).text == NOT_UNDERSTOOD


def test_ten_thousand_characters_are_too_long(desk: Desk) -> None:
    assert desk.assistant.ask("x" * 10_000, commune="Monbourg", on=DAY).text == TOO_LONG
    assert desk.type(ODD["too long"]).text == TOO_LONG


@pytest.mark.parametrize("name", ["html", "sql", "path", "template", "combining"])
def test_what_no_act_speaks_of_is_not_answered(desk: Desk, name: str) -> None:
    assert desk.assistant.ask(ODD[name], commune="Monbourg", on=DAY).text.startswith(NOT_HELD)


def test_a_question_in_noise_is_still_a_question(desk: Desk) -> None:
    asked = "¿¿ les *chiens* (sont-ils) ~interdits^2 sur la [plage] : ?? \x00"
    assert "chiens sont interdits" in desk.assistant.ask(asked, commune="Monbourg", on=DAY).text


def test_a_commune_that_is_no_commune_is_said_unknown_without_markup(desk: Desk) -> None:
    answer = desk.assistant.ask("prix d'une cabine", commune="<b>Nulle-Part</b>", on=DAY)
    assert answer.status == "unknown"
    assert "je ne détiens aucun document" in answer.text


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(assistant(content_of(tmp_path_factory), LAKE, ICE))


def content_of(factory: pytest.TempPathFactory) -> Content:
    return town(factory.mktemp("contenu"))


NOISE = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=string.punctuation + " \t\n", max_size=200),
    st.lists(
        st.sampled_from(["barque", "chiens", "plage", "et", "prix", "3", "12 €", "(", "*", "\x00"]), max_size=12
    ).map(" ".join),
)


@given(typed=NOISE, place=st.sampled_from(PLACES))
@settings(deadline=None)
def test_any_text_anywhere_gets_a_sentence(shared: Desk, typed: str, place: str) -> None:
    shared.dialogue = Dialogue(commune="Monbourg")
    assert put(shared, place).type(typed).text.strip()


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1_000, max_size=1_200))
@settings(deadline=None, max_examples=10)
def test_ten_thousand_characters_of_noise_get_a_sentence(shared: Desk, noise: str) -> None:
    assert shared.assistant.ask(noise * 10, commune="Monbourg", on=DAY).text == TOO_LONG
    assert shared.assistant.ask(noise, commune="Monbourg", on=DAY).text.strip()


@given(st.text(max_size=100))
@settings(deadline=None)
def test_any_token_gets_a_sentence(shared: Desk, token: str) -> None:
    shared.dialogue = Dialogue(commune="Monbourg")
    put(shared, "inside a flow")
    assert shared.take(token).text.strip()


@pytest.mark.parametrize("name", ["zero width", "controls"])
def test_words_are_read_through_what_nobody_sees(desk: Desk, name: str) -> None:
    assert desk.type(ODD[name]).text.startswith("Location de barques.\nD'où vient la famille ?")


def test_what_is_echoed_holds_nothing_that_a_terminal_obeys(desk: Desk) -> None:
    assert "\x1b" not in desk.type("commune \x1b[31mNulle\x1b]0;x\x07Part").text
    desk.type("prix location de barque")
    assert "\x1b" not in desk.type("\x1b[2J\u202eici").text
