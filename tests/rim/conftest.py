import logging
from collections.abc import Iterator

import pytest

from bot.faults import OURS


@pytest.fixture
def logging_as_it_was() -> Iterator[None]:
    """Give the process its own logging back after a test that runs the program's."""
    loggers = [logging.getLogger(), *map(logging.getLogger, OURS)]
    handlers = [(logger, logger.handlers[:]) for logger in loggers]
    raising = logging.raiseExceptions
    yield
    logging.captureWarnings(False)
    logging.raiseExceptions = raising
    for logger, before in handlers:
        for handler in set(logger.handlers) - set(before):
            handler.close()
        logger.handlers = before
