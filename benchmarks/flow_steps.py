"""How long a step of a flow takes, on every shipped grid: ``python benchmarks/flow_steps.py [RUNS]``.

Prints the median and the slowest of: reading a whole question, taking a button, loading the content, checking it.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.flows import Flows  # noqa: E402
from bot.messages import Dialogue  # noqa: E402
from knowledge.content import Content, load_content  # noqa: E402


def taken(work: Callable[[], object]) -> float:
    """The milliseconds a call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def steps(flows: Flows, content: Content) -> list[float]:
    """Every grid walked by its first buttons; the milliseconds of each step."""
    times = []
    for table in content.tables:
        day = table.in_force_from
        step = flows.start(table.id, Dialogue(commune=table.commune), day)
        while step.answer.status == "question" and step.answer.options:
            now, token = step, step.answer.options[0].token
            times.append(taken(partial(flows.step, now.dialogue, day, token=token)))
            step = flows.step(now.dialogue, day, token=token)
    return times


def questions(flows: Flows, content: Content) -> list[float]:
    """Every example's question read and answered; the milliseconds of each."""
    times = []
    for table in content.tables:
        for example in table.examples:
            if example.question:
                start = time.perf_counter()
                found = flows.candidates(example.question, table.commune, table.in_force_from)
                if found:
                    flows.open(found[0], Dialogue(commune=table.commune))
                times.append((time.perf_counter() - start) * 1000)
    return times


def main(runs: int) -> None:
    """Print the figures."""
    folder = ROOT / "bot" / "demo"
    loading = [taken(lambda: load_content(folder, checked=False)) for _ in range(runs)]
    content = load_content(folder)
    checking = [taken(lambda: load_content(folder)) for _ in range(runs)]
    flows = Flows(content.tables, content.communes)
    questions(flows, content)  # a first round makes every grid's words ready
    for name, times in (
        (f"a step by button, {len(content.tables)} grids", [t for _ in range(runs) for t in steps(flows, content)]),
        ("a whole question", [t for _ in range(runs) for t in questions(flows, content)]),
        ("loading the content", loading),
        ("loading and checking it", checking),
    ):
        times.sort()
        p95 = times[int(0.95 * (len(times) - 1))]
        print(f"{name:40} median {statistics.median(times):7.2f} ms   p95 {p95:7.2f} ms   slowest {times[-1]:7.2f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
