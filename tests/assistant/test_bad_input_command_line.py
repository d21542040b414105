"""The same bad input through ``ask`` and ``ask --batch``, with the real store and the real index."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.cli import main
from tests.assistant.desk import LAKE
from tests.assistant.test_bad_input import ODD, sound
from tests.own_logging import logging_given_back

Run = Callable[..., tuple[int, str, str]]
ASKABLE = {name: text for name, text in ODD.items() if text.strip() and "\x00" not in text}


@pytest.fixture(scope="module", autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """Give the process its own logging back after the program's."""
    with logging_given_back():
        yield


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mairie")
    (folder / "plage.txt").write_text(LAKE.text, encoding="utf-8")
    assert main(["ingest", "--data", str(folder / "data"), "--content", "none", str(folder / "plage.txt")]) == 0
    return folder / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``ask`` over the beach's rules: its exit code, what it wrote, what it said aside."""

    def run_line(*words: str) -> tuple[int, str, str]:
        code = main(["ask", "--data", str(data), "--content", "none", *words])
        written = capsys.readouterr()
        return code, written.out, written.err

    return run_line


def test_the_real_engine_answers(run: Run) -> None:
    code, written, _ = run("les chiens sont-ils interdits sur la plage ?")
    assert code == 0 and "chiens sont interdits" in written


@pytest.mark.parametrize("typed", ASKABLE.values(), ids=ASKABLE)
def test_anything_asked_is_answered_in_french(run: Run, typed: str) -> None:
    code, written, aside = run("--", typed)
    assert (code, aside) == (0, "")
    assert sound(written)


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_asked_says_what_to_give(run: Run, typed: str) -> None:
    code, written, aside = run(typed)
    assert code != 0 and written == ""
    assert aside.startswith("Donnez une question")


def test_a_batch_answers_every_line_whatever_it_holds(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    lines = [json.dumps({"id": name, "question": text}) for name, text in ODD.items()]
    file.write_text("\n".join(lines), encoding="utf-8")
    code, written, aside = run("--batch", str(file), "--json")
    answers = {one["id"]: one for one in map(json.loads, written.splitlines())}
    assert (code, aside) == (0, "")
    assert set(answers) == set(ODD)
    assert all(sound(one["answer"]) for one in answers.values())
    assert {one["status"] for one in answers.values()} <= {"answer", "unknown"}


def test_lines_that_are_no_questions_are_told_and_the_others_answered(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes(
        b'{"question": 3}\n\xff\xfe{\n[]\nnull\n{"id": "x", "question": "les chiens sur la plage"}\n' + b"[" * 99_999
    )
    code, written, aside = run("--batch", str(file), "--json")
    assert code != 0
    assert [json.loads(line)["id"] for line in written.splitlines()] == ["x"]
    assert all(line.startswith("ligne ") for line in aside.splitlines())
