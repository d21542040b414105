"""Many agents at once on Telegram: ``python benchmarks/telegram_load.py [CHATS]`` (300).

Every chat sends three messages in the same instant: two with a mark that the answer quotes, one real question. Prints
how long the bot itself took for each (its own log), how long each agent waited, the memory, and the idle processor use.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.telegram.crowd import Crowd
from tests.telegram.process import BotProcess
from tests.telegram.server import BotApi

QUESTIONS = ("prix d'une concession de 30 ans", "retard à la garderie", "repas de la cantine", "inscription au sport")
OWN = re.compile(r"event=answered kind=text .*\bown=([\d.]+)")
TICKS = 100


def memory(process: int, field: str) -> float:
    """Megabytes of a process: ``VmRSS`` now, ``VmHWM`` at most."""
    found = re.search(rf"{field}:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def processor(process: int) -> float:
    """Seconds of processor that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def centile(times: list[float], share: float) -> float:
    return sorted(times)[int(share * (len(times) - 1))] if times else float("nan")


def main(chats: int, idle: float = 30.0) -> int:
    """Print the figures; 1 when an answer is lost, doubled or out of order."""
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        bot = BotProcess(Path(folder), api)
        crowd = Crowd(api, bot.data, chats)
        bot.start()
        assert bot.process
        crowd.ask(0)
        crowd.people[0].hears(30)  # the first question loads what all need
        start = time.monotonic()
        for number, person in enumerate(crowd.people):
            crowd.ask(number)
            person.types(QUESTIONS[number % len(QUESTIONS)])
            crowd.ask(number)
        sent = time.monotonic() - start
        while crowd.missing() and time.monotonic() - start < 120:
            time.sleep(0.2)
        took = time.monotonic() - start
        own = [float(one) for one in OWN.findall(bot.log())]
        short = sum(len(person.said()) < 3 for person in crowd.people)
        most, after = memory(bot.process.pid, "VmHWM"), memory(bot.process.pid, "VmRSS")
        before = processor(bot.process.pid)
        time.sleep(idle)
        used = (processor(bot.process.pid) - before) / idle
        code, leaving = bot.stop()
        lost, twice, order = len(crowd.missing()) + short, len(crowd.twice()), len(crowd.out_of_order())
        print(f"{chats} chats × 3 messages, typed in {sent:.1f} s, all answered after {took:.1f} s")
        print(f"lost {lost}   answered twice {twice}   chats out of order {order}")
        print(
            f"own time of the bot   median {centile(own, 0.5):.0f} ms   p95 {centile(own, 0.95):.0f} ms   n {len(own)}"
        )
        print(f"memory at most {most:.0f} MB, afterwards {after:.0f} MB   idle processor {100 * used:.2f} %")
        print(f"SIGTERM: left with {code} in {leaving:.1f} s")
        return int(bool(lost or twice or order))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
