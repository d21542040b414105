"""A kill at any moment loses no question and answers none twice."""

import random

import pytest

from tests.telegram.conftest import Begin
from tests.telegram.crowd import Crowd
from tests.telegram.kills import MOMENTS, settled, talk_in_a_burst, talk_under_kills, talk_until
from tests.telegram.server import BotApi


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
