"""How the grids' own questions fare as hurried people type them: ``python benchmarks/flow_questions.py [--verbose]``.

Each example question of the shipped content goes through the whole assistant, typed as it is, without accents, with
one fault in each long word, and as a text message. Right: the answer gives the row's figure, or most of the words
of its rule, from the grid or from a passage. Wrong: it gives something else.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.answering.matching import stem_set  # noqa: E402
from bot.assistant import Assistant  # noqa: E402
from bot.config import Settings  # noqa: E402
from bot.flows.wording import stated  # noqa: E402
from bot.messages import Answer  # noqa: E402
from bot.wiring import content_tables, open_house  # noqa: E402
from knowledge.grids.outcome import outcome  # noqa: E402
from knowledge.grids.play import start  # noqa: E402
from knowledge.grids.table import DecisionTable, Example  # noqa: E402
from knowledge.grids.versions import Version  # noqa: E402
from tests.judge.variations import VARIATIONS  # noqa: E402

ALIKE = 0.7


def cases(settings: Settings) -> Iterator[tuple[DecisionTable, Example, Answer]]:
    """Every example that has a question, with the answer its row gives."""
    for table in content_tables(settings):
        for example in table.examples:
            play = start(table, dict(example.given))
            result = outcome(play)
            if example.question and result:
                yield table, example, stated(Version(table), play, result)


def verdict(got: Answer, wanted: Answer) -> str:
    """right, wrong, asked or unknown."""
    if got.status == "question":
        return "asked"
    said, meant = stem_set(got.text), stem_set(wanted.text.partition("\n")[0])
    alike = got.value == wanted.value if wanted.value is not None else len(said & meant) >= ALIKE * len(meant)
    if alike and got.status == wanted.status:
        return "right"
    return "unknown" if got.status == "unknown" else "wrong"


def main(verbose: bool) -> None:
    """Print a line for each way of typing."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=folder)
        every = list(cases(settings))
        with open_house(settings) as house:
            for name, typed in VARIATIONS.items():
                found = Counter(judged(house.assistant, typed(e.question), t, a, verbose) for t, e, a in every)
                print(
                    f"{name:10}" + "".join(f"{found[kind]:6} {kind}" for kind in ("right", "asked", "unknown", "wrong"))
                )


def judged(assistant: Assistant, question: str, table: DecisionTable, wanted: Answer, verbose: bool) -> str:
    """The verdict on one question."""
    got = assistant.ask(question, commune=table.commune, on=table.in_force_from)
    found = verdict(got, wanted)
    if verbose and found != "right":
        print(f"  {found:8} {question}\n           wanted {wanted.text[:90]!r}\n           got    {got.text[:90]!r}")
    return found


if __name__ == "__main__":
    main("--verbose" in sys.argv)
