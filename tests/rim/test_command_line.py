import argparse
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.cli import build_parser, main
from bot.commands import COMMANDS, ask, evaluate
from bot.config import Settings
from bot.messages import Answer, Option
from bot.parser import SENTENCES, in_french
from knowledge.documents import Citation
from knowledge.errors import IndexUnavailable
from knowledge.standings import Standing

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("logging_as_it_was")
Run = Callable[..., tuple[int, str, str]]
ENGLISH = re.compile(r"\b(usage|positional|show this|arguments?:|required|invalid|error|expected|unrecognized)\b")


@dataclass
class FakeAssistant:
    """Answers every question with what it was asked; a few words make it fail."""

    def ask(self, question: str, *, commune: str = "", on: date) -> Answer:
        if question == "panne":
            raise IndexUnavailable("L'index est illisible.")
        if question == "bogue":
            raise RuntimeError("le secret de la question")
        citation = Citation("t", "Tarifs", "tarifs.md", 2, 9, "Repas : 3 €", Standing.ADOPTED, date(2030, 1, 2))
        said = f"3,00 € ({question}, {commune}, {on:%d/%m/%Y})"
        return Answer(
            "answer", said, value=Decimal("3.00"), unit="€", citations=(citation,), options=(Option("Soir", "s"),)
        )


@dataclass
class FakeHouse:
    settings: Settings
    assistant: FakeAssistant


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line over a fake house, in an empty folder: its exit code, what it wrote, what it said aside."""

    @contextmanager
    def fake_house(settings: Settings) -> Iterator[FakeHouse]:
        yield FakeHouse(settings, FakeAssistant())

    for module in (ask, evaluate):
        monkeypatch.setattr(module, "open_house", fake_house)
    monkeypatch.chdir(tmp_path)

    def run_line(*words: str) -> tuple[int, str, str]:
        code = main(words)
        written = capsys.readouterr()
        return code, written.out, written.err

    return run_line


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_is_french_and_tells_the_exit_codes(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert "utilisation : vademecum" in shown
    assert "codes de sortie :" in shown
    assert not ENGLISH.search(shown)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_stands_in_the_documentation(name: str) -> None:
    page = (ROOT / "docs" / "commandes.md").read_text(encoding="utf-8")
    assert f"## `vademecum {name}" in page
    commands = next(a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    options = {text for action in commands.choices[name]._actions for text in action.option_strings} - {"-h"}
    assert not {option for option in options if f"`{option}" not in page and option not in page}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "il manque : COMMANDE"),
        ("devine", "'devine' n'existe pas"),
        ("ingest", "il manque : CHEMIN"),
        ("ask --on", "l'option --on attend une valeur"),
        ("ask prix --on demain", "« demain » n'est pas une date"),
        ("ask prix --on 31/02/2030", "« 31/02/2030 » n'est pas une date"),
        ("chat --json=1", "mot ou option inconnus : --json=1"),
        ("ask prix --json=1", "ne prend pas de valeur"),
        ("--data", "l'option --data attend une valeur"),
        ("ask", "Donnez une question"),
        ("ask prix --batch q.jsonl --json", "Donnez une question"),
        ("ask --batch q.jsonl", "ajoutez --json"),
        ("ask --json --batch absent.jsonl", "absent.jsonl"),
        ("ingest absent", "Introuvable : absent"),
        ("ask prix --config absent.toml", "absent.toml"),
        ("documents --data=", "--data attend le nom d'un dossier"),
        ("documents --content=", "--content attend demo, none"),
        ("check --content absent", "« absent » n'existe pas"),
        ("check --content none", "Aucun contenu à vérifier"),
    ],
)
def test_a_badly_written_command_is_a_french_sentence_and_code_2(run: Run, line: str, told: str) -> None:
    code, out, err = run(*line.split())
    assert (code, out) == (2, "")
    assert told in err
    assert not ENGLISH.search(err)


def test_a_sentence_of_argparse_nobody_foresaw_is_still_french() -> None:
    assert in_french("something new happened") == "cette commande n'est pas écrite comme il faut"
    assert all(french for _, french in SENTENCES)


def test_an_answer_is_shown_with_its_proof(run: Run) -> None:
    code, out, err = run("ask", "prix", "du", "repas", "--commune", "Bellerive", "--on", "15/10/2030")
    assert (code, err) == (0, "")
    said = "3,00 € (prix du repas, Bellerive, 15/10/2030)"
    assert out == f"{said}\n\n« Repas : 3 € »\nTarifs, page 2, 02/01/2030, adopté\n\n  1. Soir\n"


def test_the_commune_of_the_settings_asks_unless_another_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('commune = "Bellerive"\n', encoding="utf-8")
    assert "(prix, Bellerive," in run("ask", "prix")[1]
    assert "(prix, Autreville," in run("ask", "prix", "--commune", "Autreville")[1]


def test_common_options_stand_before_or_after_the_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "autre.toml").write_text('commune = "Bellerive"\n', encoding="utf-8")
    assert run("--config", "autre.toml", "ask", "prix") == run("ask", "prix", "--config", "autre.toml")


def test_json_holds_what_evaluations_read(run: Run) -> None:
    answer = json.loads(run("ask", "prix", "--json", "--on", "2030-10-15")[1])
    elapsed = answer.pop("elapsed_ms")
    assert elapsed >= 0
    assert answer == {
        "id": "",
        "status": "answer",
        "reason": "",
        "answer": "3,00 € (prix, , 15/10/2030)",
        "value": 3.0,
        "unit": "€",
        "citations": [
            {
                "document": "Tarifs",
                "file": "tarifs.md",
                "page": 2,
                "line": 9,
                "quote": "Repas : 3 €",
                "standing": "adopted",
                "date": "2030-01-02",
            }
        ],
        "choices": ["Soir"],
    }


def test_a_batch_answers_in_order_and_goes_on_past_every_fault(run: Run, tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "question": "un", "commune": "Bellerive", "on": "2030-01-02"}',
        "pas du json",
        "",
        '{"id": "b", "question": "panne"}',
        '{"id": "c", "question": "bogue"}',
        '{"id": "d", "question": "deux", "on": "hier"}',
        '{"question": "trois"}',
    ]
    (tmp_path / "q.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, out, err = run("ask", "--json", "--batch", "q.jsonl", "--data", ".")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 3
    assert [answer["id"] for answer in answers] == ["a", "7"]
    assert answers[0]["answer"] == "3,00 € (un, Bellerive, 02/01/2030)"
    assert [line.split(" :")[0] for line in err.splitlines()] == ["ligne 2", "question b", "question c", "ligne 6"]
    assert "secret" not in (tmp_path / "vademecum.log").read_text(encoding="utf-8")


def test_a_batch_with_only_a_line_that_is_no_question_found_a_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text("[1]\n", encoding="utf-8")
    assert run("ask", "--json", "--batch", "q.jsonl")[:2] == (1, "")


def test_a_fault_one_can_act_on_is_code_3(run: Run) -> None:
    assert run("ask", "panne") == (3, "", "L'index est illisible.\n")


def test_an_unexpected_fault_is_one_sentence_and_leaves_no_words_in_the_log(run: Run, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    code, out, err = run("ask", "bogue")
    assert (code, out) == (3, "")
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1
    log = (tmp_path / "var" / "vademecum.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "secret" not in log


def test_a_regression_in_the_staff_sheet_is_told_until_it_is_mended(run: Run, tmp_path: Path) -> None:
    def judged(expected: str) -> tuple[int, str]:
        (tmp_path / "q.csv").write_text(f'question;commune;attendu\nprix;Bellerive;"{expected}"\n', encoding="cp1252")
        code, out, _ = run("eval", "q.csv")
        return code, out.splitlines()[0]

    assert judged("4 €") == (0, "À REVOIR  prix (Bellerive)")
    assert judged("trois|3 € ; prix") == (0, "juste     prix (Bellerive)")
    assert judged("4 €") == (1, "RÉGRESSE  prix (Bellerive)")
    assert judged("4 €") == (1, "RÉGRESSE  prix (Bellerive)")
    assert judged("3,00 euros") == (0, "juste     prix (Bellerive)")


@pytest.mark.parametrize("name", ["absent.csv", "vide.csv", "autre.csv"])
def test_a_sheet_that_cannot_be_used_is_a_sentence(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "vide.csv").write_text("", encoding="utf-8")
    (tmp_path / "autre.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    code, out, err = run("eval", name)
    assert code in (2, 3)
    assert out == ""
    assert name in err


def test_utf8_is_written_whatever_the_locale_and_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    environment = {**os.environ, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "bot", "--help"]
    shown = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert "réglages" in shown.stdout.decode("utf-8")
    piped = subprocess.run(
        ["bash", "-c", 'set -o pipefail; "$0" -m bot --help | true', sys.executable],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert piped.stderr == b""


def test_an_interruption_is_a_word_and_code_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> Answer:
        signal.raise_signal(signal.SIGINT)
        raise AssertionError

    monkeypatch.setattr(FakeAssistant, "ask", interrupted)
    # a shell that runs the tests in the background has them ignore the signal
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        code, out, err = run("ask", "prix")
    finally:
        signal.signal(signal.SIGINT, before)
    assert (code, out, err.strip()) == (130, "", "Interrompu.")
