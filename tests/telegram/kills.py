"""Power cuts: the bot is killed again and again while people talk to it, then left to finish."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.telegram.crowd import Crowd
from tests.telegram.faults import Fault
from tests.telegram.process import BotProcess

# The worst moments, which chance alone seldom finds: the request that the kill befalls, before or after its work.
MOMENTS: dict[str, Callable[[], Fault]] = {
    "updates taken, nothing done": lambda: Fault("getUpdates", done=True, cut=True),
    "updates taken and received": lambda: Fault("getUpdates", done=True),
    "answer on its way, not arrived": lambda: Fault("sendMessage", cut=True),
    "answer arrived, not confirmed": lambda: Fault("sendMessage", done=True, cut=True),
    "answer arrived and confirmed": lambda: Fault("sendMessage", done=True),
}


@dataclass(frozen=True)
class Outcome:
    """What became of the questions: how many, how many never answered, how many answered twice or out of order."""

    asked: int
    lost: int
    twice: int
    out_of_order: int
    kills: int


def talk_under_kills(bot: BotProcess, crowd: Crowd, kills: int, chance: random.Random) -> Outcome:
    """Kill the bot ``kills`` times at random moments of a steady traffic; every fifth time while it is starting."""
    for number in range(kills):
        if number % 5 == 4:
            _talk(crowd, chance, chance.uniform(0, 1.5), begin=bot.launch)
        else:
            bot.start()
            _talk(crowd, chance, chance.uniform(0, 1.0))
        bot.kill()
    return settled(bot, crowd, kills)


def talk_until(bot: BotProcess, crowd: Crowd, moment: str) -> None:
    """Kill the bot exactly when the server is at this moment of its work."""
    bot.start()
    fault = MOMENTS[moment]()
    fault.then = bot.strike
    for number in range(len(crowd.people)):
        crowd.ask(number)
    bot.api.order(fault)
    crowd.ask(0)
    bot.dies()


def talk_in_a_burst(bot: BotProcess, crowd: Crowd, questions: int) -> None:
    """Kill the bot when the first of many answers, all asked in one instant, has arrived and is not confirmed."""
    world = bot.api.world
    bot.start()
    crowd.ask(0)
    crowd.people[0].hears()
    bot.api.do(lambda: setattr(world, "holding", True))
    crowd.ask(0)
    for number in range(questions - 1):
        crowd.ask(1 + number % (len(crowd.people) - 1))
    fault = Fault("sendMessage", chat=crowd.people[0].chat.id, done=True, cut=True, then=bot.strike)
    bot.api.order(fault)
    bot.api.do(world.release)
    bot.dies()


def settled(bot: BotProcess, crowd: Crowd, kills: int, seconds: float = 60.0) -> Outcome:
    """Start once more, wait for the last answers and a little longer, and count."""
    bot.start()
    end = time.monotonic() + seconds
    while crowd.missing() and time.monotonic() < end:
        time.sleep(0.1)
    time.sleep(1.0)
    bot.stop()
    return Outcome(
        sum(map(len, crowd.asked)), len(crowd.missing()), len(crowd.twice()), len(crowd.out_of_order()), kills
    )


def _talk(crowd: Crowd, chance: random.Random, seconds: float, begin: Callable[[], None] | None = None) -> None:
    end = time.monotonic() + seconds
    if begin:
        begin()
    while time.monotonic() < end:
        crowd.ask(chance.randrange(len(crowd.people)))
        time.sleep(chance.uniform(0, 0.06))
