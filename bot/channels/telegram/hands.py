"""What takes time, done off the event loop: thinking, drawing pages, making documents answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from bot.access import Audiences
from bot.channels.telegram import texts
from bot.channels.telegram.waiting import QUEUED
from bot.messages import Dialogue, Incoming, Turn
from bot.pictures import doubtful_line, quoted_lines
from bot.wiring import Brain, House, confirm, leave_out
from knowledge.documents import Metadata
from knowledge.errors import UnreadableDocument
from knowledge.readers.marking import marked_page

T = TypeVar("T")


class Hands:
    """One thread thinks, in the order asked; another draws pages and confirms documents meanwhile."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._thinker = ThreadPoolExecutor(1, "think")
        self._worker = ThreadPoolExecutor(1, "work")
        self._brains: dict[Audiences, tuple[object, Brain]] = {}

    def brain(self, audiences: Audiences) -> Brain:
        """The brain of some audiences, made anew when a document came, went or changed."""
        stamp = self._house.library.store.stamp()
        kept = self._brains.get(audiences)
        if kept is None or kept[0] != stamp:
            kept = self._brains[audiences] = (stamp, self._house.brain(audiences))
        return kept[1]

    async def think(self, brain: Brain, incoming: Incoming, dialogue: Dialogue) -> Turn:
        """The turn that a brain gives; the time waited for others' thoughts is noted in ``QUEUED``."""
        asked = time.perf_counter()

        def thought() -> tuple[Turn, float]:
            queued = time.perf_counter() - asked
            return brain.assistant.respond(incoming, dialogue), queued

        turn, queued = await _off(self._thinker, thought)
        QUEUED.set(QUEUED.get() + queued)
        return turn

    async def keep(self, document: str, metadata: Metadata) -> bool:
        """Make a document answer; false when it is no longer held."""
        return await _off(self._worker, partial(confirm, self._house.library, document, metadata))

    async def drop(self, document: str) -> None:
        """Forget a document."""
        await _off(self._worker, partial(leave_out, self._house.library, document))

    async def picture(self, document: str, page: int, line: int) -> bytes:
        """A page as PNG, the passage at ``line`` marked; ``UnreadableDocument`` when it cannot be shown."""
        return await _off(self._worker, partial(self._drawn, document, page, line))

    def rest(self) -> None:
        """Begin nothing more."""
        for pool in (self._thinker, self._worker):
            pool.shutdown(wait=False, cancel_futures=True)

    def _drawn(self, document: str, page: int, line: int) -> bytes:
        store = self._house.library.store
        original = store.original(document)
        if original is None:
            raise UnreadableDocument(texts.NO_PAGE)
        text = store.page(document, page)
        lines = quoted_lines(text, store.of_document(document), page, line)
        return marked_page(original, page, lines, doubtful_line(text, line))


async def _off(pool: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(pool, work)
