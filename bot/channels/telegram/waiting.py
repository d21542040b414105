"""Waiting that ends at once when the process is asked to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
# How many seconds the update being answered waited for its turn to be thought about: the others' time, not its own.
QUEUED: ContextVar[float] = ContextVar("queued", default=0.0)


class Stopping(Exception):
    """The process was asked to stop while something was awaited."""


class Patience:
    """Pauses and long requests, given up as soon as ``stop`` is called."""

    def __init__(self) -> None:
        self._stopped = asyncio.Event()

    @property
    def over(self) -> bool:
        """Whether the process was asked to stop."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """End every wait."""
        self._stopped.set()

    async def stopped(self) -> None:
        """Wait for the end."""
        await self._stopped.wait()

    async def pause(self, seconds: float) -> None:
        """Wait; raises ``Stopping`` when the process is asked to stop meanwhile."""
        try:
            await asyncio.wait_for(self._stopped.wait(), seconds)
        except TimeoutError:
            return
        raise Stopping

    async def unless_stopped(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of ``work``, which is cancelled, with ``Stopping`` raised, when the process is asked to stop."""
        task = asyncio.ensure_future(work)
        end = asyncio.ensure_future(self._stopped.wait())
        try:
            await asyncio.wait({task, end}, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            raise Stopping
        finally:
            for one in (task, end):
                one.cancel()
