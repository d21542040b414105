import re
from pathlib import Path

import pytest

from bot.cli import main


def run(data: Path, *words: str) -> int:
    return main(["--data", str(data), "access", *words])


def test_the_first_administrator_is_invited_before_anything_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "invite", "--role", "administrator", "--label", "Ada") == 0
    printed = capsys.readouterr().out
    assert re.search(r"https://t\.me/NOM_DU_ROBOT\?start=[\w-]{20,}", printed)
    assert run(tmp_path, "list") == 0
    listed = capsys.readouterr().out
    assert "administrateur · Ada · valable" in listed
    made = re.search(r"invitation (\w+)", listed)
    assert made
    assert run(tmp_path, "revoke", made[1]) == 0
    run(tmp_path, "list")
    assert "révoquée" in capsys.readouterr().out
    assert run(tmp_path, "audit") == 0
    assert [line.split()[2] for line in capsys.readouterr().out.splitlines()] == ["invite", "revoke"]


@pytest.mark.parametrize("words", [("revoke",), ("revoke", "42"), ("invite", "--role", "maire"), ("dance",)])
def test_what_cannot_be_done_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert run(tmp_path, *words) == 2
    assert capsys.readouterr().err
