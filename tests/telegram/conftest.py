from collections.abc import Iterator

import pytest

from tests.telegram.server import BotApi


@pytest.fixture(autouse=True)
def durations_as_the_library_will_give_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this the library warns at each 429."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as server:
        yield server
