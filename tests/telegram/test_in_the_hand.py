"""What an agent sees and touches: the welcome, the menu, buttons, quotes, the page's image, kind refusals, memory."""

from __future__ import annotations

import re

import pytest

from bot.channels.telegram import texts
from tests.telegram.conftest import COMMUNE
from tests.telegram.crowd import admit
from tests.telegram.person import Person, deep_link
from tests.telegram.process import BotProcess
from tests.telegram.telegram_html import utf16
from tests.telegram.test_strangers import CARD, PICTURE, PLACE, STICKER, VOICE
from tests.telegram.world import Json

PRICE = "prix d'une concession de 30 ans"
FLOW = "mercredi récréatif le matin, 2 enfants, 2600 euros par mois"


@pytest.fixture
def ada(bot: BotProcess) -> Person:
    person = Person(bot.api, "Ada")
    admit(bot.data, [person])
    return person


def test_an_invitation_opens_the_door_once(bot: BotProcess) -> None:
    code = bot.invitation()
    ada, bob = Person(bot.api, "Ada"), Person(bot.api, "Bob")
    ada.types(deep_link(code))
    assert ada.hears().text.startswith(texts.WELCOME)
    bob.types(deep_link(code))
    assert bob.hears().text == texts.RESERVED
    assert "€" in ada.asks(PRICE).text
    ada.types(deep_link(code))
    assert ada.hears().text.startswith(texts.WELCOME)
    assert code not in bot.command("access", "list")


def test_a_removed_agent_is_out_at_the_next_message(bot: BotProcess, ada: Person) -> None:
    assert "€" in ada.asks(PRICE).text
    bot.command("access", "revoke", str(ada.id))
    assert ada.asks(PRICE).text == texts.RESERVED


def test_the_menu_of_commands_is_french_and_each_of_its_commands_is_answered(bot: BotProcess, ada: Person) -> None:
    menus = [commands for key, commands in bot.api.world.said.items() if key.startswith("commands:")]
    assert menus
    names = [one["command"] for one in menus[0]]
    assert set(names) >= set("aide sujets commune date source retour annuler effacer moi".split())
    for name in names:
        assert ada.asks(f"/{name}").text
        assert ada.hears_nothing(0.3) or ada.hears()


def test_the_welcome_offers_examples_to_tap_and_they_are_answered(ada: Person) -> None:
    welcome = ada.asks("/start")
    assert len(welcome.text.splitlines()) <= 3
    assert welcome.labels
    assert ada.chooses(welcome.labels[0]).text
    assert ada.sees(lambda seen: seen[0].labels[0].startswith("✓"))


def test_an_answer_folds_its_quotes_and_shows_its_proof(ada: Person) -> None:
    answer = ada.asks(PRICE)
    assert answer.entities("expandable_blockquote")
    assert all(quote.startswith("« ") for quote in answer.entities("expandable_blockquote"))
    assert re.search(r"page \d+, \d\d/\d\d/\d{4}, ", answer.text)
    assert {texts.LIKE, texts.DISLIKE} <= set(answer.labels)


def test_a_choice_stays_shown_and_an_old_button_goes_back(ada: Person) -> None:
    asked = ada.asks(FLOW)
    assert len(asked.labels) >= 2
    first, second = asked.labels[0], asked.labels[1]
    one = ada.chooses(first)
    marked = ada.sees(lambda seen: any("✓ " + first in message.labels for message in seen))
    assert second in next(message for message in marked if message.id == asked.id).labels
    ada.taps(second, on=next(message for message in marked if message.id == asked.id))
    other = ada.hears()
    assert other.text != one.text
    ada.sees(lambda seen: any("✓ " + second in message.labels for message in seen))


def test_a_stale_query_is_answered_softly_or_left(bot: BotProcess, ada: Person) -> None:
    asked = ada.asks(FLOW)
    bot.api.world.ahead += 3600
    try:
        ada.taps(asked.labels[0])
        assert ada.hears().text
        assert bot.api.calls("answerCallbackQuery")
    finally:
        bot.api.world.ahead -= 3600
    query = ada.taps_data("g:0000000000:0:rien", asked.raw)
    ada.toast(query)
    assert ada.asks(PRICE).text


def test_a_button_whose_message_is_too_old_to_be_read_still_works(bot: BotProcess, ada: Person) -> None:
    asked = ada.asks(FLOW)
    data = asked.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    query = ada.taps_data(data, {"message_id": asked.id, "date": 0, "chat": ada.chat.card})
    ada.toast(query)
    assert ada.hears().text


NONSENSE = ["", "x", "g:", "g:::", "p:a:b:c", "v:1:9", "d:x:ok", "~0", "é" * 32, "k:", "t:", "m:g:a:0:b"]


@pytest.mark.parametrize("data", NONSENSE)
def test_a_button_that_means_nothing_ends_its_wait_and_does_no_harm(data: str, bot: BotProcess, ada: Person) -> None:
    answer = ada.asks(PRICE)
    query = ada.taps_data(data, answer.raw)
    ada.toast(query)
    while not ada.hears_nothing(0.2):
        ada.hears()
    assert "€" in ada.asks(PRICE).text


UNREADABLE = {"voice": VOICE, "sticker": STICKER, "place": PLACE, "card": CARD, "photo": PICTURE}


@pytest.mark.parametrize("what", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_gets_a_kind_sentence(what: Json, ada: Person) -> None:
    ada.posts(what)
    assert "question" in ada.hears().text


def test_a_long_question_is_refused_kindly_and_a_long_answer_is_cut_below_the_limit(ada: Person) -> None:
    assert "longue" in ada.asks("a" * 3000).text
    ada.types("/moi")
    ada.types("/sujets")
    ada.types("sujets")
    for _ in range(3):
        ada.hears()
    assert all(utf16(one.text) <= 4000 for one in ada.said())


def test_themes_open_on_flows_in_the_same_message(ada: Person) -> None:
    menu = ada.asks("/sujets")
    ada.taps(menu.labels[0])
    opened = ada.sees(lambda seen: seen[-1].labels != menu.labels)[-1]
    assert opened.id == menu.id
    assert opened.labels[-1] == texts.BACK_TO_THEMES
    ada.taps(texts.BACK_TO_THEMES)
    ada.sees(lambda seen: seen[-1].labels == menu.labels)
    ada.taps(menu.labels[0])
    ada.sees(lambda seen: seen[-1].labels == opened.labels)
    assert ada.chooses(opened.labels[0]).text


def test_the_commune_is_chosen_with_a_tap_and_remembered(bot: BotProcess, ada: Person) -> None:
    asked = ada.asks("/commune")
    assert f"✓ {COMMUNE}" in asked.labels
    assert "Seclin" in ada.chooses("Seclin").text
    ada.asks("/effacer")
    assert f"✓ {COMMUNE}" in ada.asks("/commune").labels


def test_the_date_is_set_and_left(ada: Person) -> None:
    assert "15 octobre 2024" in ada.asks("/date 15/10/2024").text
    asked = ada.asks("/date")
    assert texts.TODAY_BUTTON in asked.labels
    assert ada.chooses(texts.TODAY_BUTTON).text == texts.ON_TODAY


def test_a_thumb_down_asks_one_of_four_reasons(bot: BotProcess, ada: Person) -> None:
    answer = ada.asks(PRICE)
    ada.taps(texts.DISLIKE)
    reasons = ada.sees(lambda seen: set(texts.REASONS.values()) <= set(seen[-1].labels))[-1]
    assert reasons.id == answer.id
    assert ada.toast(ada.taps("chiffre faux")) == texts.THANKS_NOTED
    ada.sees(lambda seen: "✓ chiffre faux" in seen[-1].labels)
    listed = bot.command("questions")
    assert "concession" in listed
    assert "chiffre faux" in listed


def test_a_thumb_up_is_thanked(ada: Person) -> None:
    ada.asks(PRICE)
    assert ada.toast(ada.taps(texts.LIKE)) == texts.THANKS


def test_what_is_held_is_shown_and_erased(ada: Person) -> None:
    ada.asks(FLOW)
    held = ada.asks("/moi").text
    assert str(ada.id) in held
    assert "mercredi récréatif" in held
    ada.asks("/effacer")
    assert "mercredi récréatif" not in ada.asks("/moi").text


def test_an_edited_message_is_not_a_new_question(bot: BotProcess, ada: Person) -> None:
    message = ada.types(PRICE)["message"]
    ada.hears()
    bot.api.do(lambda: bot.api.world.happens("edited_message", {**message, "text": "autre chose", "edit_date": 1}))
    assert ada.hears_nothing(0.6)
