"""A kill at any moment loses no question and answers none twice."""

import random

import pytest

from tests.telegram.conftest import Begin
from tests.telegram.crowd import Crowd, admit
from tests.telegram.faults import Fault
from tests.telegram.kills import MOMENTS, settled, talk_in_a_burst, talk_under_kills, talk_until
from tests.telegram.person import Person
from tests.telegram.server import BotApi
from tests.telegram.test_deposits import act, card


@pytest.mark.parametrize(("webhook", "kills"), [(False, 2), (True, 1)], ids=["polling", "webhook"])
def test_kills_at_random_moments_lose_and_repeat_nothing(webhook: bool, kills: int, begin: Begin, api: BotApi) -> None:
    bot = begin(api, webhook=webhook)
    found = talk_under_kills(bot, Crowd(api, bot.data, 6), kills, random.Random(4))
    assert (found.lost, found.twice, found.out_of_order) == (0, 0, 0)
    assert found.asked > 5


def test_kills_at_the_worst_moments_lose_and_repeat_nothing(begin: Begin, api: BotApi) -> None:
    bot = begin(api)
    crowd = Crowd(api, bot.data, 4)
    for moment in MOMENTS:
        talk_until(bot, crowd, moment)
    found = settled(bot, crowd, len(MOMENTS))
    assert (found.lost, found.twice, found.out_of_order) == (0, 0, 0)


def test_a_kill_in_a_burst_loses_and_repeats_nothing(begin: Begin, api: BotApi) -> None:
    bot = begin(api)
    crowd = Crowd(api, bot.data, 40)
    talk_in_a_burst(bot, crowd, 280)
    found = settled(bot, crowd, 1)
    assert (found.asked, found.lost, found.twice, found.out_of_order) == (281, 0, 0, 0)


def test_a_document_being_fetched_when_the_bot_is_killed_is_read_after_the_restart(begin: Begin, api: BotApi) -> None:
    bot = begin(api)
    curator = Person(api, "Curie")
    admit(bot.data, [curator], "curator")
    bot.start()
    fault = api.order(Fault("getFile", cut=True, then=bot.strike))
    curator.sends("acte.pdf", act("patinoire", "8,15"))
    bot.dies()
    assert fault.times == 0
    bot.start()
    assert "acte.pdf" in card(curator).text
    bot.gone()
