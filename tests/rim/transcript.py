"""The README's transcript, replayed: ``python -m tests.rim.transcript`` writes what the program answers today.

Each ``console`` block of the README is one conversation over the demonstration content; the lines after ``> `` are
typed, all others are what the program wrote. A test replays them, so that the README cannot lie.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from bot.channels.console import Terminal, converse
from bot.config import Settings
from bot.dialogues import Dialogues
from bot.messages import Dialogue
from bot.wiring import open_house

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", flags=re.DOTALL)
COMMAND, PROMPT = "$ make run\n", "> "


def replayed(block: str, data: Path) -> str:
    """The conversation of a block as it goes now, its typed lines kept."""
    typed = iter([line.removeprefix(PROMPT) for line in block.splitlines() if line.startswith(PROMPT)])
    written: list[str] = []

    def read(prompt: str) -> str:
        line = next(typed, None)
        if line is None:
            raise EOFError
        written.append(prompt + line)
        return line

    settings = Settings(data=str(data))
    with open_house(settings) as house:
        terminal = Terminal(read, written.append, width=100)
        converse(house.assistant.respond, Dialogues(data / "dialogues", 12), Dialogue(), terminal, data)
    lines = "\n".join(written).splitlines()
    return COMMAND + "".join(f"{line.rstrip()}\n" for line in lines)


def rewritten(text: str) -> str:
    """A page with every transcript replayed, each in a data folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        number = iter(range(1000))
        return BLOCK.sub(lambda found: replayed(found[0], Path(folder) / str(next(number))), text)


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8")
