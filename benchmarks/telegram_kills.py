"""SIGKILL at random moments of the traffic: ``python benchmarks/telegram_kills.py [KILLS] [SEED]``.

Twelve agents ask without pause while the bot is killed and started again; every question carries a mark that its answer
quotes, so that what was lost, answered twice or out of order can be counted. Exits with 1 if anything was.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.telegram.crowd import Crowd
from tests.telegram.kills import MOMENTS, Outcome, settled, talk_in_a_burst, talk_under_kills, talk_until
from tests.telegram.process import BotProcess
from tests.telegram.server import BotApi

AGENTS = 12


def random_kills(kills: int, seed: int) -> Outcome:
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        bot = BotProcess(Path(folder), api)
        return talk_under_kills(bot, Crowd(api, bot.data, AGENTS), kills, random.Random(seed))


def worst_moments(rounds: int) -> Outcome:
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        bot = BotProcess(Path(folder), api)
        crowd = Crowd(api, bot.data, AGENTS)
        for _ in range(rounds):
            for moment in MOMENTS:
                talk_until(bot, crowd, moment)
        return settled(bot, crowd, rounds * len(MOMENTS))


def bursts(rounds: int) -> Outcome:
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        bot = BotProcess(Path(folder), api)
        crowd = Crowd(api, bot.data, 40)
        for _ in range(rounds):
            talk_in_a_burst(bot, crowd, 200)
        return settled(bot, crowd, rounds)


def main(kills: int, seed: int) -> int:
    """Print the counts; 1 when a question was lost or answered twice."""
    failed = False
    runs: dict[str, Callable[[], Outcome]] = {
        "random moments": lambda: random_kills(kills, seed),
        "worst moments": lambda: worst_moments(max(1, kills // 20)),
        "in a burst": lambda: bursts(max(1, kills // 20)),
    }
    for name, run in runs.items():
        start = time.monotonic()
        found = run()
        print(
            f"{name:15} {found.kills:4} kills   {found.asked:5} questions   {found.lost} lost   {found.twice} answered "
            f"twice   {found.out_of_order} chats out of order   {time.monotonic() - start:.0f} s",
            flush=True,
        )
        failed |= bool(found.lost or found.twice or found.out_of_order)
    return int(failed)


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]] + [100, 1][len(sys.argv) - 1 :]
    sys.exit(main(numbers[0], numbers[1]))
