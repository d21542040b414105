"""The office: each chat served in its order, all chats side by side, from the inbox to the outbox."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.channels.telegram import events, texts
from bot.channels.telegram.desk import Desk, key_of
from bot.channels.telegram.events import Event
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.visit import Outcome, say
from bot.channels.telegram.waiting import QUEUED, Patience, Stopping
from bot.codec import decode, encode
from bot.faults import record
from bot.register import Register
from bot.register.inbox import Received
from knowledge.errors import StoreUnavailable, VademecumError

_log = logging.getLogger(__name__)

# An update that ends the process each time it is read must not do so for ever.
ATTEMPTS = 20
# Answers decided side by side: some think, draw or write while others wait; more would only slow each of them.
AT_ONCE = 4
TYPING_AFTER, TYPING_AGAIN = 0.4, 4.5
PAUSE = 5.0


class Office:
    """Takes updates in and sees each answered; ``filed`` is called when a document has come."""

    def __init__(
        self, bot: Bot, register: Register, desk: Desk, sender: Sender, patience: Patience, data: Path
    ) -> None:
        self._bot, self._register, self._desk, self._sender = bot, register, desk, sender
        self._patience, self._data = patience, data
        self._places = asyncio.Semaphore(AT_ONCE)
        self._busy: dict[int, asyncio.Task[None]] = {}
        self.filed: Callable[[], None] = lambda: None

    def take(self, updates: Iterable[Update]) -> None:
        """Keep updates, then see to them; once this returns, no kill loses them. Raises ``StoreUnavailable``."""
        received = []
        for update in updates:
            event = self._read(update)
            received.append(Received(update.update_id, event.chat, event.message, encode(event)))
        for chat in self._register.inbox.take(received, _now().isoformat()):
            self.nudge(chat)

    def resume(self) -> None:
        """See to what a former process left."""
        for chat in {*self._register.inbox.waiting(), *self._register.outbox.waiting()}:
            self.nudge(chat)

    def nudge(self, chat: int) -> None:
        """See to a chat, unless that is being done."""
        if chat not in self._busy and not self._patience.over:
            self._busy[chat] = asyncio.create_task(self._serve(chat))

    async def finish(self, seconds: float) -> None:
        """Let the answers being made be finished, for a while; the others wait for the next start."""
        running = list(self._busy.values())
        if running:
            _, late = await asyncio.wait(running, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _serve(self, chat: int) -> None:
        try:
            while True:
                try:
                    await self._sender.send_all(chat)
                    if self._patience.over:
                        return
                    received = self._register.inbox.next(chat)
                    if received is None:
                        return
                    await self._answer(received)
                except Stopping:
                    return
                except Exception:
                    record(self._data)  # tried again in a while; the other chats never notice
                    await self._patience.pause(PAUSE)
        except Stopping:
            return
        finally:
            # No wait between finding nothing to do and leaving: a nudge comes before, or starts anew.
            del self._busy[chat]

    async def _answer(self, received: Received) -> None:
        """See an update answered, in its turn, and note how long it took: in all, and of its own."""
        event, now, began = decode(Event, received.event), _now(), time.perf_counter()
        async with self._typing(event), self._places:
            QUEUED.set(time.perf_counter() - began)
            await self._settled(event, received, now)
        if event.kind == "file":
            self.filed()
        took = time.perf_counter() - began
        _log.info(
            "event=answered kind=%s private=%s ms=%.0f own=%.0f",
            event.kind,
            event.private,
            took * 1000,
            (took - QUEUED.get()) * 1000,
        )

    async def _settled(self, event: Event, received: Received, now: datetime) -> None:
        """Decide what an update's answer is, and keep it with all that goes with it, in one transaction."""
        outcome, dialogue_key = await self._decided(event, received.attempts, now), key_of(event)
        stamp = now.isoformat()
        with self._register.database.writing():
            parcels = [self._register.outbox.put(received.chat, encode(one), stamp) for one in outcome.outgoing]
            if outcome.dialogue is not None:
                self._register.talks.save(dialogue_key, outcome.dialogue, now)
            for effect in outcome.effects:
                effect(parcels)
            self._register.inbox.done(received.id)

    async def _decided(self, event: Event, attempts: int, now: datetime) -> Outcome:
        if attempts >= ATTEMPTS:
            _log.error("event=given_up attempts=%d", attempts)
            return Outcome(say(texts.FAULT))
        try:
            return await self._desk.answer(event, now)
        except StoreUnavailable:
            raise
        except VademecumError as error:
            return Outcome(say(str(error)))
        except Exception:
            record(self._data)
            return Outcome(say(texts.FAULT))

    @asynccontextmanager
    async def _typing(self, event: Event) -> AsyncIterator[None]:
        """Show « écrit… » while an answer takes its time, or waits for its turn."""
        task = asyncio.create_task(self._show_typing(event.chat))
        try:
            yield
        finally:
            task.cancel()

    async def _show_typing(self, chat: int) -> None:
        await asyncio.sleep(TYPING_AFTER)
        while True:
            with suppress(TelegramError):  # a nicety: the answer matters, not this
                await self._bot.send_chat_action(chat, "typing")
            await asyncio.sleep(TYPING_AGAIN)

    def _read(self, update: Update) -> Event:
        try:
            return events.read(update, self._desk.username)
        except Exception:
            record(self._data)
            return Event("nothing", 0, 0)


def _now() -> datetime:
    return datetime.now(UTC)
