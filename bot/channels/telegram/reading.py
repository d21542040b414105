"""Reading what curators bring: one document at a time, in a process of its own, so that nobody waits for it."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.access import EVERYONE, PENDING
from bot.channels.telegram import texts
from bot.channels.telegram.filing import card_of, report_of
from bot.channels.telegram.outgoing import Outgoing
from bot.channels.telegram.waiting import Patience
from bot.codec import encode
from bot.config import TOKEN_VARIABLE, Settings
from bot.faults import record
from bot.register import Register
from bot.register.deposits import READ, Deposit
from knowledge.store import Held

_log = logging.getLogger(__name__)
FOLDER = "received"
TOLD_EVERY = 5.0
TRIES = 5


@dataclass
class Reader:
    """Reads deposits in the order they came; ``held`` are the town's documents, those to confirm included.

    ``nudge`` sees that a chat is told.
    """

    bot: Bot
    register: Register
    settings: Settings
    patience: Patience
    held: Callable[[], list[Held]]
    nudge: Callable[[int], None]

    def __post_init__(self) -> None:
        self._come = asyncio.Event()
        self._come.set()

    def come(self) -> None:
        """A deposit has come."""
        self._come.set()

    async def work(self) -> None:
        """Read deposits until told to stop, which raises ``Stopping``; one killed midway is read again."""
        while True:
            await self.patience.unless_stopped(self._come.wait())
            self._come.clear()
            for deposit in self.register.deposits.received():
                try:
                    await self._read(deposit)
                except Forbidden:
                    self.register.deposits.drop(deposit.id)
                except Exception:
                    record(Path(self.settings.data))
                    self._end(deposit, texts.FAULT)

    async def _read(self, deposit: Deposit) -> None:
        folder = Path(self.settings.data) / FOLDER / deposit.id
        file = folder / _safe(deposit.name)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            why = await self._fetch(deposit, file)
            if why:
                self._end(deposit, texts.UNREAD.format(name=deposit.name, why=why))
                return
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            if (twin := self._twin(digest)) and twin.metadata.audience != PENDING:
                self._end(deposit, texts.ALREADY.format(title=twin.metadata.title or twin.file))
                return
            # Until it is confirmed, nobody may find it: neither here nor at the console.
            (folder / "documents.toml").write_text(
                f'[[documents]]\nfile = "{file.name}"\naudience = "{PENDING}"\n', encoding="utf-8"
            )
            said = "" if twin else await self._ingest(deposit, file)
            read = self._twin(digest)
            if read is None:
                self._end(deposit, texts.UNREAD.format(name=deposit.name, why=said or texts.FAULT))
                return
            self._done(deposit, read)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    async def _fetch(self, deposit: Deposit, file: Path) -> str:
        """Bring the file here; why it could not be, in French, or ""."""
        for attempt in range(TRIES):
            try:
                found = await self.patience.unless_stopped(self.bot.get_file(deposit.file))
                await self.patience.unless_stopped(found.download_to_drive(file))
                return ""
            except BadRequest as error:
                too_big = "too big" in error.message.lower()
                return texts.TOO_BIG.format(name=deposit.name, size="plus de 20") if too_big else texts.NO_DOWNLOAD
            except Forbidden:
                raise
            except TelegramError:
                await self.patience.pause(2.0**attempt)
        return texts.NO_DOWNLOAD

    async def _ingest(self, deposit: Deposit, file: Path) -> str:
        """Read the file in another process; what that one said when it could not."""
        data, content = self.settings.data, self.settings.content
        words = [sys.executable, "-m", "bot", "--data", data, "--content", content, "ingest", str(file)]
        # The token is none of its business.
        environment = {key: value for key, value in os.environ.items() if key != TOKEN_VARIABLE}
        root = str(Path(__file__).parents[3])
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [root, environment.get("PYTHONPATH", "")]))
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *words, env=environment, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe
        )
        began = time.monotonic()
        reading = asyncio.ensure_future(process.communicate())
        try:
            while True:
                done, _ = await self.patience.unless_stopped(asyncio.wait({reading}, timeout=TOLD_EVERY))
                if done:
                    break
                seconds = int(time.monotonic() - began)
                self._tell(deposit, escape(texts.READING.format(name=deposit.name, seconds=seconds)))
            _, errors = reading.result()
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        told = [line for line in errors.decode(errors="replace").splitlines() if "à voir : " in line]
        return "\n".join(line.split(" : ", 1)[1].split(f"{file.name} : ")[-1] for line in told)

    def _twin(self, digest: str) -> Held | None:
        return next((one for one in self.held() if one.digest == digest), None)

    def _done(self, deposit: Deposit, read: Held) -> None:
        report = report_of(read.pages, read.passages, [one.message for one in read.problems])
        metadata = replace(read.metadata, audience=EVERYONE)
        ready = replace(deposit, state=READ, document=read.id, metadata=metadata, report=report)
        with self.register.database.writing():
            self.register.deposits.save(ready, _stamp())
            self._put(ready, replace(card_of(ready), form="edit", of=deposit.card))
        self.nudge(deposit.chat)
        _log.info("event=deposit_read pages=%d passages=%d problems=%d", read.pages, read.passages, len(read.problems))

    def _end(self, deposit: Deposit, text: str) -> None:
        with self.register.database.writing():
            self.register.deposits.drop(deposit.id)
            self._put(deposit, Outgoing("edit", escape(text, quote=False), of=deposit.card))
        self.nudge(deposit.chat)

    def _tell(self, deposit: Deposit, html: str) -> None:
        self._put(deposit, Outgoing("edit", html, of=deposit.card))
        self.nudge(deposit.chat)

    def _put(self, deposit: Deposit, outgoing: Outgoing) -> None:
        self.register.outbox.put(deposit.chat, encode(outgoing), _stamp())


def _safe(name: str) -> str:
    """A file name without anything that leads elsewhere, its ending kept."""
    plain = re.sub(r"[^\w. ()'’-]", "_", Path(name.replace("\\", "/")).name).strip(". ") or "document"
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:80]}.{ending[:8]}" if dot and stem else plain[:80]


def _stamp() -> str:
    return datetime.now(UTC).isoformat()
