"""Stores that are closed when a test ends, however it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.store import Store

Opener = Callable[..., Store]


@pytest.fixture
def opened() -> Iterator[Opener]:
    """``Store.open``, closing at the end of the test what it opened."""
    stores: list[Store] = []

    def open_store(folder: Path, busy: float = 5.0) -> Store:
        stores.append(Store.open(folder, busy=busy))
        return stores[-1]

    yield open_store
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Opener, tmp_path: Path) -> Store:
    """A new store, empty."""
    return opened(tmp_path / "data")
