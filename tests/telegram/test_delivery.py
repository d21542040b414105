"""What happens on the way: repeated and disordered updates, errors, cuts, floods, and people who leave."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import pytest

from tests.telegram.conftest import Begin
from tests.telegram.crowd import Crowd, admit
from tests.telegram.errors import ApiError, too_many
from tests.telegram.faults import Fault, Flood
from tests.telegram.person import Person
from tests.telegram.process import BotProcess
from tests.telegram.server import TOKEN, BotApi

HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture(scope="module", params=["polling", "webhook"])
def bot(request: pytest.FixtureRequest, begin: Begin) -> Iterator[BotProcess]:
    """A running bot, in each of the two modes."""
    with BotApi() as server:
        running = begin(server, webhook=request.param == "webhook")
        running.start()
        yield running
        running.gone()


@pytest.fixture
def crowd(bot: BotProcess) -> Crowd:
    return Crowd(bot.api, bot.data, 4)


def answered(crowd: Crowd, seconds: float = 20.0) -> None:
    """Wait until all that was asked is answered, and a little longer; each once, in the order asked."""
    end = time.monotonic() + seconds
    while crowd.missing() and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.2)
    assert (crowd.missing(), crowd.twice(), crowd.out_of_order()) == ([], [], [])


def test_messages_of_one_chat_are_answered_in_their_order(bot: BotProcess, crowd: Crowd) -> None:
    for _ in range(6):
        for number in range(4):
            crowd.ask(number)
    answered(crowd)


def test_updates_that_come_twice_are_answered_once(bot: BotProcess, crowd: Crowd) -> None:
    world = bot.api.world
    bot.api.do(lambda: setattr(world, "holding", True))
    for number in range(4):
        crowd.ask(number)
    bot.api.do(lambda: world.release(twice=True))
    answered(crowd)


def test_updates_that_come_in_disorder_are_answered_in_order(bot: BotProcess, crowd: Crowd) -> None:
    world = bot.api.world
    bot.api.do(lambda: setattr(world, "holding", True))
    for number in range(4):
        crowd.ask(number)
    bot.api.do(lambda: world.release(backwards=True))
    answered(crowd)


FAULTS = {
    "a server error": lambda: Fault("sendMessage", error=ApiError(500, "Internal Server Error")),
    "a bad gateway": lambda: Fault("sendMessage", error=ApiError(502, "Bad Gateway"), times=2),
    "a cut before the message arrived": lambda: Fault("sendMessage", cut=True),
    "a cut after the message arrived": lambda: Fault("sendMessage", cut=True, done=True),
    "a moment's flood": lambda: Fault("sendMessage", error=too_many(1)),
    "a late poll": lambda: Fault("getUpdates", error=ApiError(502, "Bad Gateway"), times=2),
    "a poll cut short": lambda: Fault("getUpdates", cut=True, done=True),
    "another reader": lambda: Fault(
        "getUpdates", error=ApiError(409, "Conflict: terminated by other getUpdates request")
    ),
    "no typing shown": lambda: Fault("sendChatAction", error=ApiError(500, "Internal Server Error"), times=4),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_mishap_neither_loses_nor_repeats_an_answer(name: str, bot: BotProcess, crowd: Crowd) -> None:
    fault = bot.api.order(FAULTS[name]())
    for number in range(4):
        crowd.ask(number)
    answered(crowd)
    bot.api.do(lambda: bot.api.mishaps.faults.remove(fault))


def test_a_flooded_chat_waits_as_told_and_the_others_do_not(bot: BotProcess, crowd: Crowd) -> None:
    flood = Flood(crowd.people[0].chat.id)
    flood.pours(1.2)
    bot.api.do(lambda: bot.api.mishaps.floods.append(flood))
    start = time.monotonic()
    for number in range(4):
        crowd.ask(number)
    for person in crowd.people[1:]:
        person.hears(5)
    others = time.monotonic() - start
    answered(crowd)
    assert others < flood.pours_for
    assert flood.told
    assert flood.impatient == 0


def test_who_blocks_the_bot_is_left_alone_and_served_again_later(bot: BotProcess, crowd: Crowd) -> None:
    ada = crowd.people[0]
    crowd.ask(1)
    answered(crowd)
    ada.chat.blocked = True
    ada.types("prix d'une concession de 30 ans")
    bot.api.until(lambda: not bot.api.world.pending)
    crowd.ask(1)
    answered(crowd)
    tries = len(bot.api.calls("sendMessage", ada.chat.id))
    assert tries <= 2
    ada.chat.blocked = False
    crowd.ask(0)
    answered(crowd)


def test_the_webhook_takes_nothing_without_its_secret(begin: Begin, api: BotApi) -> None:
    bot = begin(api, webhook=True)
    ada = Person(api, "Ada")
    admit(bot.data, [ada])
    bot.start()
    ada.types("commune Zz0x0z")
    ada.hears()
    hook = api.world.hook
    update = {"update_id": 1, "message": {**ada.types("commune Zz0x1z")["message"], "text": "commune Zz6x6z"}}
    ada.hears()
    for secret in (None, "", hook.secret[:-1] + "?", "é"):
        headers = {} if secret is None else {HEADER.encode(): secret.encode()}
        assert httpx.post(hook.url, json=update, headers=headers).status_code in (401, 403, 404)
    assert ada.hears_nothing(1.0)
    assert hook.secret
    for body in (b"", b"{", b"[]", b'{"update_id": "x"}', b'{"message": {}}', b"\xff" * 100):
        answer = httpx.post(hook.url, content=body, headers={HEADER: hook.secret})
        assert answer.status_code < 500
    assert "Zz0x2z" in ada.asks("commune Zz0x2z").text
    assert TOKEN not in hook.url
    bot.gone()
