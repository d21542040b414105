import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.console import GOODBYE, GREETING, KEY, RESUMED, Terminal, converse
from bot.dialogues import Dialogues
from bot.faults import log_to
from bot.messages import Dialogue, Incoming, Option, Reply, Turn
from knowledge.errors import IndexUnavailable

Respond = Callable[[Incoming, Dialogue], Turn]
START = Dialogue(commune="Bellerive")
OPTIONS = (Option("Adulte", "a"), Option("Enfant", "b"))


def echo(incoming: Incoming, dialogue: Dialogue) -> Turn:
    """An assistant that repeats what it hears and offers the same two choices."""
    said = incoming.text
    return Turn(Reply(f"entendu : {said}"), Dialogue(dialogue.commune, question=said, options=OPTIONS))


def talk(lines: Iterable[str | BaseException], folder: Path, respond: Respond = echo) -> list[str]:
    """What the console wrote to a person who typed ``lines``, then closed their terminal."""
    typed, written = iter(lines), list[str]()

    def read(prompt: str) -> str:
        line = next(typed, EOFError())
        if isinstance(line, BaseException):
            raise line
        return line

    converse(respond, Dialogues(folder / "dialogues", 12), START, Terminal(read, written.append), folder)
    return written


def test_a_conversation_greets_answers_and_says_goodbye(tmp_path: Path) -> None:
    written = talk(["bonjour", "quitter", "jamais lu"], tmp_path)
    assert written == [GREETING, "\nentendu : bonjour\n", GOODBYE]


def test_the_end_of_input_and_an_interruption_are_a_goodbye(tmp_path: Path) -> None:
    assert talk([], tmp_path)[-1] == GOODBYE
    assert talk([KeyboardInterrupt()], tmp_path)[-1] == GOODBYE


def test_an_empty_line_is_not_a_question(tmp_path: Path) -> None:
    assert talk(["", "   "], tmp_path) == [GREETING, "", GOODBYE]


def test_the_conversation_goes_on_in_the_next_process(tmp_path: Path) -> None:
    talk(["tarif"], tmp_path)
    written = talk(["suite"], tmp_path)
    assert written[:2] == [RESUMED, "  1. Adulte\n  2. Enfant"]


def test_what_was_said_is_kept_before_the_next_line_is_read(tmp_path: Path) -> None:
    kept: list[Dialogue | None] = []

    def respond(incoming: Incoming, dialogue: Dialogue) -> Turn:
        kept.append(Dialogues(tmp_path / "dialogues", 12).load(KEY, datetime.now(UTC)))
        return echo(incoming, dialogue)

    talk(["un", "deux"], tmp_path, respond)
    assert [one and one.question for one in kept] == [None, "un"]


def test_a_fault_one_can_act_on_is_told_and_the_conversation_goes_on(tmp_path: Path) -> None:
    def respond(incoming: Incoming, dialogue: Dialogue) -> Turn:
        if incoming.text == "panne":
            raise IndexUnavailable("L'index est illisible ; lancez vademecum reindex.")
        return echo(incoming, dialogue)

    written = talk(["panne", "bonjour"], tmp_path, respond)
    assert written[1:3] == ["L'index est illisible ; lancez vademecum reindex.", "\nentendu : bonjour\n"]


@pytest.mark.usefixtures("logging_as_it_was")
def test_an_unexpected_fault_never_shows_a_traceback_nor_keeps_the_question(tmp_path: Path) -> None:
    log_to(tmp_path)

    def respond(incoming: Incoming, dialogue: Dialogue) -> Turn:
        raise RuntimeError(incoming.text)

    written = talk(["revenu 1234"], tmp_path, respond)
    log = (tmp_path / "vademecum.log").read_text(encoding="utf-8")
    assert "Traceback" not in written[1]
    assert "vademecum.log" in written[1]
    assert "RuntimeError" in log
    assert "1234" not in log


def test_a_conversation_killed_at_any_moment_is_whole_and_goes_on(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from bot.channels.console import converse, this_terminal\n"
        "from bot.dialogues import Dialogues; from tests.rim.test_console import START, echo\n"
        "folder = Path(sys.argv[1])\n"
        "converse(echo, Dialogues(folder / 'dialogues', 12), START, this_terminal(), folder)"
    )
    for turn in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path)],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        ) as console:
            assert console.stdin is not None
            assert console.stdout is not None
            assert console.stdout.readline().rstrip("\n") == (RESUMED if turn else GREETING.split("\n")[0])
            for number in range(20):
                console.stdin.write(f"question {number}\n")
            console.stdin.flush()
            while console.stdout.readline() != f"entendu : question {turn * 5}\n":
                pass
            console.kill()
        kept = Dialogues(tmp_path / "dialogues", 12).load(KEY, datetime.now(UTC))
        assert kept is not None
        assert kept.question.startswith("question ")


def test_an_answer_is_shown_even_when_the_conversation_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "dialogues").write_text("a file where a folder should be", encoding="utf-8")
    written = talk(["bonjour"], tmp_path)
    assert written[1].startswith("\nentendu : bonjour\nLa conversation n'a pas pu être gardée")
