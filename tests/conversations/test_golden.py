"""The conversations that the product must hold, word for word; rewritten by ``python -m tests.conversations``."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config import Settings
from bot.wiring import House, open_house
from tests.conversations.talk import NO_BUTTON, files, replayed


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with open_house(Settings(data=str(tmp_path_factory.mktemp("données")))) as opened:
        yield opened


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_a_conversation_goes_as_it_is_written(file: Path, house: House) -> None:
    script = file.read_text(encoding="utf-8")
    assert NO_BUTTON not in script
    assert replayed(script, house.assistant.respond) == script


def test_there_are_conversations() -> None:
    assert len(files()) >= 10
