"""Many agents at once on Telegram: ``python benchmarks/telegram_load.py [CHATS]`` (300).

Every chat sends three messages, two with a mark that the answer quotes and one real question: first all in the same
instant, then spread over a minute as agents would. Prints how long the bot itself took for each (its own log), how long
the agents waited, the memory, and the processor used when nobody asks. Exits with 1 if an answer is lost or doubled.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.telegram.crowd import MARK, Crowd
from tests.telegram.process import BotProcess
from tests.telegram.server import BotApi

QUESTIONS = ("prix d'une concession de 30 ans", "retard à la garderie", "repas de la cantine", "inscription au sport")
OWN = re.compile(r"event=answered kind=text .*\bown=([\d.]+)")
TICKS = 100
SPREAD, IDLE = 60.0, 30.0


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


def talk(bot: BotProcess, chats: int, seconds: float) -> bool:
    """Three messages from each of ``chats`` new agents, spread over ``seconds``; whether all were answered once."""
    api, crowd = bot.api, Crowd(bot.api, bot.data, chats)
    before, calls = len(OWN.findall(bot.log())), len(api.world.calls)
    asked: dict[str, float] = {}
    start = time.perf_counter()
    for turn in range(3):
        for number, person in enumerate(crowd.people):
            time.sleep(max(0.0, start + seconds * (turn * chats + number) / (3 * chats) - time.perf_counter()))
            if (turn + number) % 3 == 1:
                person.types(QUESTIONS[number % len(QUESTIONS)])
            else:
                crowd.ask(number)
                asked[crowd.asked[number][-1]] = time.perf_counter()
    # The last message of all may carry no mark: its answer is waited for too.
    while (crowd.missing() or _short(crowd)) and time.perf_counter() - start < seconds + 120:
        time.sleep(0.2)
    took = time.perf_counter() - start
    own = [float(one) for one in OWN.findall(bot.log())[before:]]
    waits = [
        1000 * (call.at - asked[mark])
        for call in api.world.calls[calls:]
        if call.method == "sendmessage"
        for mark in MARK.findall(str(call.params.get("text")))
    ]
    lost = len(crowd.missing()) + _short(crowd)
    twice, disorder = len(crowd.twice()), len(crowd.out_of_order())
    print(f"{chats} chats × 3 messages over {seconds:.0f} s: all answered after {took:.1f} s")
    print(f"  lost {lost}   answered twice {twice}   chats out of order {disorder}")
    for name, times in (("own time of the bot", own), ("from the person to the answer", waits)):
        print(f"  {name:30} median {centile(times, 0.5):6.0f} ms   p95 {centile(times, 0.95):6.0f} ms   n {len(times)}")
    return not (lost or twice or disorder)


def _short(crowd: Crowd) -> int:
    """How many agents have not had three answers."""
    return sum(len(person.said()) < 3 for person in crowd.people)


def main(chats: int) -> int:
    """Print the figures; 1 when an answer is lost, doubled or out of order."""
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        bot = BotProcess(Path(folder), api)
        first = Crowd(api, bot.data, 1)
        bot.start(60)
        assert bot.process
        first.ask(0)
        first.people[0].hears(30)  # the first question loads what all need
        well = [talk(bot, chats, seconds) for seconds in (0.0, SPREAD)]
        most = memory(bot.process.pid, "VmHWM")
        before = processor(bot.process.pid)
        time.sleep(IDLE)
        used = (processor(bot.process.pid) - before) / IDLE
        code, leaving = bot.stop()
        print(f"memory at most {most:.0f} MB   processor when idle {100 * used:.2f} %")
        print(f"SIGTERM: left with {code} in {leaving:.1f} s")
        return int(not all(well))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
