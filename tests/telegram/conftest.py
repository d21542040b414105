import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.config import Settings
from bot.wiring import open_house
from tests.telegram.process import BotProcess
from tests.telegram.server import TOKEN, BotApi

COMMUNE = "Neuville-en-Ferrain"
Begin = Callable[..., BotProcess]


@pytest.fixture(autouse=True)
def durations_as_the_library_will_give_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this the library warns at each 429."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as server:
        yield server


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demonstration content read in, to copy: reading it takes longer than most tests."""
    folder = tmp_path_factory.mktemp("shipped")
    with open_house(Settings(data=str(folder))):
        pass
    return folder


@pytest.fixture(scope="session")
def begin(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begin]:
    """Make a bot over the demonstration content: ``begin(api, webhook=True, …settings)``; killed when tests end."""
    with ExitStack() as ends:

        def make(api: BotApi, webhook: bool = False, token: str = TOKEN, **settings: object) -> BotProcess:
            folder = tmp_path_factory.mktemp("bot")
            shutil.copytree(shipped, folder / "data")
            listen = f"127.0.0.1:{free_port()}"
            if webhook:
                settings |= {"telegram_mode": "webhook", "telegram_url": f"http://{listen}"}
            bot = BotProcess(folder, api, {"commune": COMMUNE, "listen": listen, **settings}, token)
            ends.callback(bot.gone)
            return bot

        yield make


@pytest.fixture(scope="module")
def bot(begin: Begin) -> Iterator[BotProcess]:
    """A running bot that polls, for all the tests of a file."""
    with BotApi() as server:
        running = begin(server)
        running.start()
        yield running
        running.gone()


def free_port() -> int:
    """A port of the loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
