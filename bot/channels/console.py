"""The console: reads lines, renders replies, remembers the conversation; decides nothing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.dialogues import Dialogues
from bot.faults import record
from bot.messages import Dialogue, Incoming, Turn
from bot.rendering import numbered, render_reply
from knowledge.errors import VademecumError

if TYPE_CHECKING:
    from bot.wiring import House

KEY = "console"
GREETING = (
    "Bonjour ! Posez votre question, par exemple « prix d'une concession de 30 ans ».\n"
    "« aide » montre ce qu'on peut écrire, « quitter » termine."
)
RESUMED = "Nous reprenons où nous en étions ; « recommencer » repart de zéro."
GOODBYE = "Au revoir, et bonne journée !"
LEAVE = {"quitter", "quit", "exit", "q"}


@dataclass(frozen=True)
class Terminal:
    """Where a person reads and types: ``read`` raises ``EOFError`` at the end; ``width`` 0 means never wrap."""

    read: Callable[[str], str]
    write: Callable[[str], None]
    width: int = 0
    colour: bool = False


def run(house: House) -> None:
    """Talk with the person at this terminal until they leave."""
    hours, data = house.settings.dialogue_hours, Path(house.settings.data)
    dialogues = Dialogues(data / "dialogues", hours)
    start = Dialogue(commune=house.settings.commune)
    converse(house.assistant.respond, dialogues, start, this_terminal(), data)


def converse(
    respond: Callable[[Incoming, Dialogue], Turn], dialogues: Dialogues, start: Dialogue, terminal: Terminal, data: Path
) -> None:
    """The loop: a line in, a reply out, the dialogue kept after each; the end of input is a goodbye."""
    kept = dialogues.load(KEY, datetime.now(UTC))
    dialogue = kept or start
    resumed = kept is not None and bool(kept.flow or kept.options)
    terminal.write(RESUMED if resumed else GREETING)
    if resumed and dialogue.options:
        terminal.write(numbered(dialogue.options, terminal.width))
    while (line := _line(terminal)) is not None:
        if not line:
            continue
        try:
            turn = respond(Incoming(day=date.today(), text=line), dialogue)
            dialogue = turn.dialogue
            fault = _kept(dialogues, dialogue)  # before it is shown: what a person saw is never forgotten
            terminal.write("\n" + render_reply(turn.reply, terminal.width, terminal.colour) + "\n" + fault)
        except VademecumError as error:
            terminal.write(str(error))
        except KeyboardInterrupt:
            terminal.write("Interrompu ; votre conversation est gardée.")
        except BrokenPipeError:
            raise
        except Exception:  # the conversation goes on, the fault is kept for whoever mends it
            terminal.write(record(data))
    terminal.write(GOODBYE)


def this_terminal() -> Terminal:
    """The process's own terminal, or plain unwrapped text when the output is a file or a pipe."""
    shown, typed = sys.stdout.isatty(), sys.stdin.isatty()
    if shown and typed:
        import readline  # noqa: F401 - its import alone gives line editing, wanted only at a keyboard
    width = min(shutil.get_terminal_size().columns, 100) if shown else 0
    read = input if typed else lambda prompt: input()
    return Terminal(read, lambda text: print(text, flush=True), width, shown and not os.environ.get("NO_COLOR"))


def _kept(dialogues: Dialogues, dialogue: Dialogue) -> str:
    """Keep the dialogue; what to tell the person when that cannot be done, else nothing."""
    try:
        dialogues.save(KEY, dialogue)
    except VademecumError as error:
        return str(error)
    return ""


def _line(terminal: Terminal) -> str | None:
    """The next line typed, ``None`` when the person leaves."""
    try:
        line = terminal.read("> ").strip()
    except (EOFError, KeyboardInterrupt):
        terminal.write("")
        return None
    return None if line.lower() in LEAVE else line
