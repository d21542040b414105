"""The bot as a town hall runs it: ``vademecum run`` in a process of its own, spoken to through the server alone."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.telegram.server import TOKEN, BotApi

ROOT = Path(__file__).parents[2]
SECRET = "un-secret-d-essai"
CODE = re.compile(r"start=([\w-]+)")


class BotProcess:
    """A town's bot over its ``folder`` (settings, data, log); started, stopped and killed as often as one likes."""

    def __init__(self, folder: Path, api: BotApi, settings: Mapping[str, object] = {}, token: str = TOKEN) -> None:
        self.folder, self.api, self._token = folder, api, token
        self.data = folder / "data"
        given = {"data": str(self.data), "channels": ["telegram"], "telegram_api": api.url, **settings}
        (folder / "config.toml").write_text(
            "".join(f"{key} = {_toml(value)}\n" for key, value in given.items()), encoding="utf-8"
        )
        self.hooked = given.get("telegram_mode") == "webhook"
        self.listens = f"http://{given.get('listen', '')}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, seconds: float = 30.0) -> None:
        """Start, and wait until the bot listens: its first poll, or its webhook set."""
        method = "setwebhook" if self.hooked else "getupdates"
        before = len(self.api.calls(method))
        self.launch()
        end = time.monotonic() + seconds
        while len(self.api.calls(method)) == before:
            if self.code() is not None or time.monotonic() > end:
                raise RuntimeError(f"the bot does not listen (exit code {self.code()}): {self.output()}")
            time.sleep(0.02)

    def launch(self) -> None:
        """Start, without waiting for anything."""
        with (self.folder / "output").open("ab") as output:
            self.process = subprocess.Popen(
                self._line("run"), cwd=ROOT, env=self._environment(), stdout=output, stderr=output
            )

    def code(self) -> int | None:
        """The exit code, ``None`` while it runs."""
        return self.process.poll() if self.process else None

    def stop(self, seconds: float = 15.0) -> tuple[int, float]:
        """SIGTERM; the exit code and how many seconds it took to leave."""
        assert self.process
        start = time.perf_counter()
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds), time.perf_counter() - start

    def kill(self) -> None:
        """SIGKILL, as a power cut would."""
        assert self.process
        self.process.kill()
        self.process.wait()

    def strike(self) -> None:
        """SIGKILL without waiting for the end, from wherever this is called."""
        if self.process:
            self.process.kill()

    def gone(self) -> None:
        """Make sure that it no longer runs, whatever happened."""
        if self.process:
            self.kill()

    def dies(self, seconds: float = 15.0) -> None:
        """Wait for the end."""
        assert self.process
        self.process.wait(seconds)

    def command(self, *arguments: str) -> str:
        """What another ``vademecum`` command over the same folder prints; ``CalledProcessError`` when it fails."""
        return subprocess.run(
            self._line(*arguments), cwd=ROOT, env=self._environment(), capture_output=True, text=True, check=True
        ).stdout

    def invitation(self, role: str = "agent") -> str:
        """A fresh invitation's code, from the command that an administrator types."""
        printed = self.command("access", "invite", "--role", role)
        found = CODE.search(printed)
        assert found, printed
        return found[1]

    def output(self) -> str:
        """What the process has printed so far."""
        file = self.folder / "output"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    def log(self) -> str:
        """The log so far."""
        file = self.data / "vademecum.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def _line(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "bot", "--config", str(self.folder / "config.toml"), *arguments]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "VADEMECUM_TELEGRAM_TOKEN": self._token, "VADEMECUM_TELEGRAM_SECRET": SECRET}


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value) if isinstance(value, int) else f'"{value}"'
