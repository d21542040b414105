"""One process for all channels: the console at the keyboard and Telegram, ended together."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.telegram.crowd import admit
from tests.telegram.person import Person
from tests.telegram.server import TOKEN, BotApi

ROOT = Path(__file__).parents[2]


def running(folder: Path, api: BotApi, token: str = TOKEN) -> subprocess.Popen[str]:
    """``vademecum run`` with both channels, and somebody at the keyboard who has typed nothing yet."""
    settings = f'data = "{folder}"\nchannels = ["telegram", "console"]\ntelegram_api = "{api.url}"\ncontent = "none"\n'
    (folder / "config.toml").write_text(settings, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "--config", str(folder / "config.toml"), "run"],
        cwd=ROOT,
        env={**os.environ, "VADEMECUM_TELEGRAM_TOKEN": token},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_both_answer_and_the_process_ends_although_somebody_may_still_type(tmp_path: Path) -> None:
    with BotApi() as api, running(tmp_path, api) as process:
        ada = Person(api, "Ada")
        admit(tmp_path, [ada])
        assert process.stdin and process.stdout
        assert ada.asks("commune", 30).text.startswith("Commune actuelle")
        process.stdin.write("commune\n")
        process.stdin.flush()
        while "Commune actuelle" not in process.stdout.readline():
            assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


@pytest.mark.parametrize("token", ["", "1:faux"])
def test_a_wrong_token_ends_it_with_a_sentence_and_nothing_else(tmp_path: Path, token: str) -> None:
    with BotApi() as api, running(tmp_path, api, token) as process:
        assert process.wait(30) == 2
        assert process.stderr
        told = process.stderr.read()
        assert "BotFather" in told
        assert len(told.splitlines()) == 1
