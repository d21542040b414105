import csv
from pathlib import Path

import pytest

from bot.cli import main
from bot.gathering import gathered
from bot.register import open_register
from bot.register.uses import LIKED, Exchange


def asked(id: str, question: str, commune: str = "Bellerive", vote: str = "", status: str = "unknown") -> Exchange:
    return Exchange(
        id, f"2030-01-01T00:00:{id}", question, commune, status, "missing" if status == "unknown" else "", vote
    )


def test_alike_questions_are_told_together_the_most_asked_first() -> None:
    groups = gathered(
        [
            asked("01", "horaires de la piscine"),
            asked("02", "prix du bus"),
            asked("03", "Quels sont les horaires de la piscine ?"),
            asked("04", "horaires de la piscine", commune="Ailleurs"),
        ]
    )
    assert [(len(one.exchanges), one.commune) for one in groups] == [
        (2, "Bellerive"),
        (1, "Bellerive"),
        (1, "Ailleurs"),
    ]
    assert groups[0].why == "sans réponse × 2"


def test_only_what_was_not_answered_or_disputed_is_wanting() -> None:
    assert asked("01", "a").wanting
    assert asked("01", "a", vote="chiffre faux", status="answer").wanting
    assert not asked("01", "a", vote=LIKED, status="answer").wanting
    assert not asked("01", "a", status="answer").wanting


def test_a_question_becomes_a_line_of_the_evaluation_in_one_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "evaluation.csv"
    with open_register(tmp_path / "d") as register:
        register.uses.keep(asked("0a1b2c", "horaires; de la piscine"))
        register.uses.keep(asked("0d1b2c", "prix du bus"))
    base = ["--data", str(tmp_path / "d"), "questions"]
    assert main(base) == 0
    assert "0a1b2c  1 fois  horaires; de la piscine (Bellerive)" in capsys.readouterr().out
    for name, expected in (("0a1b2c", "9 h"), ("0d1b2c", "inconnu")):
        assert main([*base, "--keep", name, "--expect", expected, "--into", str(sheet)]) == 0
    rows = list(csv.reader(sheet.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert rows == [
        ["question", "commune", "attendu"],
        ["horaires; de la piscine", "Bellerive", "9 h"],
        ["prix du bus", "Bellerive", "inconnu"],
    ]
    capsys.readouterr()
    assert main(base) == 0
    assert "Aucune question" in capsys.readouterr().out
    assert main([*base, "--drop", "0a"]) == 2


def test_a_line_is_never_added_without_what_is_expected(tmp_path: Path) -> None:
    with open_register(tmp_path / "d") as register:
        register.uses.keep(asked("0a1b2c", "horaires"))
    assert main(["--data", str(tmp_path / "d"), "questions", "--keep", "0a1b2c"]) == 2
