from collections.abc import Iterator

import pytest

from tests.own_logging import logging_given_back


@pytest.fixture
def logging_as_it_was() -> Iterator[None]:
    """Give the process its own logging back after a test that runs the program's."""
    with logging_given_back():
        yield
