"""The process's own logging, given back after a test that runs the program's."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bot.faults import OURS


@contextmanager
def logging_given_back() -> Iterator[None]:
    """Inside, the program may set its own handlers; outside they are gone."""
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
