"""The bot's life: opened, served until told to end, closed within seconds."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from telegram import Bot, BotCommand, MenuButtonCommands
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.telegram import texts
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.filing import Clerk
from bot.channels.telegram.hands import Hands
from bot.channels.telegram.listening import listen
from bot.channels.telegram.office import Office
from bot.channels.telegram.polling import ALLOWED, poll
from bot.channels.telegram.reading import Reader
from bot.channels.telegram.sending import LONGEST_PAUSE, Sender
from bot.channels.telegram.waiting import Patience, Stopping
from bot.channels.telegram.webhook import PATH, application, secret_of
from bot.config import TOKEN_VARIABLE, WEBHOOK, Settings
from bot.faults import record
from bot.health import Health
from bot.privacy import DEPOSIT_DAYS
from bot.register import CONTACT, USERNAME, Register, open_register
from bot.register.purging import purge
from bot.wiring import House, health_of
from knowledge.errors import BadSettings

_log = logging.getLogger(__name__)

NOTED_EVERY = timedelta(seconds=10)
HOUR, MINUTE = 3600.0, 60.0
FINISH, CLOSE = 3.5, 1.0
WRONG_TOKEN = (
    "Telegram refuse le jeton du robot. Vérifiez la variable d'environnement "
    f"{TOKEN_VARIABLE} ; BotFather (/mybots, API Token) le donne."
)
NO_TOKEN = (
    "Il manque le jeton du robot Telegram : créez le robot avec BotFather, "
    f"puis donnez son jeton par la variable d'environnement {TOKEN_VARIABLE}."
)
NO_ADDRESS = "Le mode webhook demande telegram_url (l'adresse publique) et listen (l'adresse et le port d'écoute)."


def serve(house: House) -> None:
    """Serve until SIGTERM or SIGINT."""
    settings = house.settings
    if not settings.telegram_token:
        raise BadSettings(NO_TOKEN)
    if settings.telegram_mode == WEBHOOK and not (settings.telegram_url and settings.listen):
        raise BadSettings(NO_ADDRESS)
    # Durations as durations: the library's own warning says that numbers will go.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    logging.getLogger("bot.channels.telegram").setLevel(logging.INFO)
    with open_register(Path(settings.data)) as register:
        asyncio.run(_Service(house, register).run())


class _Service:
    """Everything that runs while the bot is up, tied together."""

    def __init__(self, house: House, register: Register) -> None:
        self._house, self._register, self._settings = house, register, house.settings
        self._hands = Hands(house)
        self._noted = datetime.min.replace(tzinfo=UTC)

    async def run(self) -> None:
        """Open, serve, close."""
        settings, register = self._settings, self._register
        self._patience = patience = Patience()
        bot = _bot(settings)
        self._bot = bot
        hands = self._hands
        clerk = Clerk(register, hands.keep, hands.drop)
        self._desk = Desk(register, settings, hands.brain, hands.think, clerk)
        sender = Sender(bot, register, hands.picture, patience)
        self._office = office = Office(bot, register, self._desk, sender, patience, Path(settings.data))
        held = self._house.library.store.documents
        self._reader = reader = Reader(bot, register, settings, patience, held, office.nudge)
        office.filed = reader.come
        with _told_to_end(patience):
            try:
                await self._introduce()
                await self._served([reader.work(), self._housekeeping(), *self._intake()])
            except Stopping:
                pass
            finally:
                await self._close()

    async def _introduce(self) -> None:
        """Ask who we are, however long the network takes; only a wrong token ends it."""
        await self._until_done(self._initialize)
        username = self._bot.username
        self._desk.username = username
        self._register.database.keep(USERNAME, username)
        self._contacted()
        await self._until_done(self._announce)
        self._office.resume()
        _log.info("event=started mode=%s", self._settings.telegram_mode)

    async def _initialize(self) -> None:
        try:
            await self._bot.initialize()
        except InvalidToken as error:
            raise BadSettings(WRONG_TOKEN) from error

    async def _announce(self) -> None:
        """Set the menu in French, and how updates are to come."""
        bot, settings = self._bot, self._settings
        await bot.set_my_commands([BotCommand(name, told) for name, told in texts.MENU])
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
        if settings.telegram_mode == WEBHOOK:
            secret = secret_of(settings.telegram_token)
            await bot.set_webhook(settings.telegram_url + PATH, allowed_updates=ALLOWED, secret_token=secret)
        else:
            await bot.delete_webhook(drop_pending_updates=False)

    async def _until_done(self, work: Callable[[], Awaitable[None]]) -> None:
        delay = 1.0
        while True:
            try:
                await work()
                return
            except TelegramError as error:
                _log.warning("event=start_failed kind=%s pause=%s", type(error).__name__, delay)
            await self._patience.pause(delay)
            delay = min(delay * 2, LONGEST_PAUSE)

    def _intake(self) -> list[Coroutine[Any, Any, None]]:
        settings = self._settings
        works: list[Coroutine[Any, Any, None]] = []
        webhook = settings.telegram_mode == WEBHOOK
        if settings.listen:
            take = self._office.take if webhook else None
            secret = secret_of(settings.telegram_token)
            works.append(listen(application(self._bot, take, self._health, secret), settings.listen, self._patience))
        works.append(
            self._look_out() if webhook else poll(self._bot, self._office.take, self._contacted, self._patience)
        )
        return works

    async def _served(self, works: list[Coroutine[Any, Any, None]]) -> None:
        """Run everything until told to end, or until one of them fails."""
        tasks = [asyncio.create_task(work) for work in works]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()
        finally:
            self._patience.stop()
            await asyncio.wait(tasks, timeout=CLOSE)
            for task in tasks:
                task.cancel()

    async def _look_out(self) -> None:
        """In webhook mode, make sure from time to time that Telegram can be reached, and can reach us."""
        while True:
            with suppress(TelegramError):
                info = await self._patience.unless_stopped(self._bot.get_webhook_info())
                self._contacted()
                if info.last_error_message:
                    _log.warning("event=webhook_trouble pending=%d", info.pending_update_count)
            await self._patience.pause(MINUTE)

    async def _housekeeping(self) -> None:
        settings = self._settings
        while True:
            try:
                now = datetime.now(UTC)
                purge(self._register, now, settings.dialogue_hours, settings.question_days)
                for old in self._register.deposits.older((now - timedelta(days=DEPOSIT_DAYS)).isoformat()):
                    if old.document:
                        await self._hands.drop(old.document)
                    self._register.deposits.drop(old.id)
            except Exception:
                record(Path(settings.data))  # forgetting is tried again in an hour
            await self._patience.pause(HOUR)

    async def _close(self) -> None:
        self._patience.stop()
        await self._office.finish(FINISH)
        with suppress(Exception):  # nothing is lost by not saying goodbye
            await asyncio.wait_for(self._bot.shutdown(), CLOSE)
        self._hands.rest()
        _log.info("event=stopped")

    def _contacted(self) -> None:
        now = datetime.now(UTC)
        if now - self._noted >= NOTED_EVERY:
            self._noted = now
            self._register.database.keep(CONTACT, now.isoformat())

    def _health(self) -> Health:
        return health_of(self._house.library, self._register, datetime.now(UTC))


@contextmanager
def _told_to_end(patience: Patience) -> Iterator[None]:
    """Let SIGTERM and SIGINT end the service; in another thread than the first, it ends with the process."""
    loop = asyncio.get_running_loop()
    ours = (signal.SIGTERM, signal.SIGINT) if threading.current_thread() is threading.main_thread() else ()
    for one in ours:
        loop.add_signal_handler(one, patience.stop)
    try:
        yield
    finally:
        for one in ours:
            loop.remove_signal_handler(one)


def _bot(settings: Settings) -> Bot:
    request = HTTPXRequest(connection_pool_size=64, read_timeout=20, connect_timeout=10, pool_timeout=60)
    fetching = HTTPXRequest(connection_pool_size=2, connect_timeout=10, pool_timeout=60)
    api = settings.telegram_api
    return Bot(
        settings.telegram_token,
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=request,
        get_updates_request=fetching,
    )
