from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.register import Register, open_register

NOW = datetime(2030, 3, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path) as opened:
        yield opened
