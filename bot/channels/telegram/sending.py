"""Sending what waits in the outbox: in order, once, whatever the network or a kill does meanwhile."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from html import unescape

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram import texts
from bot.channels.telegram.outgoing import Keyboard, Outgoing
from bot.channels.telegram.visit import CHANNEL
from bot.channels.telegram.waiting import Patience, Stopping
from bot.codec import decode
from bot.register import Register
from bot.register.outbox import SENDING, Parcel
from knowledge.errors import StoreUnavailable, UnreadableDocument

_log = logging.getLogger(__name__)

AT_ONCE = 30
LONGEST_PAUSE = 30.0
# How many numbers are tried at most to find a message that may have arrived.
TRIED = 600
_NEW = ("text", "photo")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Pictures = Callable[[str, int, int], Awaitable[bytes]]


class Sender:
    """Sends each chat's parcels; one call a chat at a time. ``picture`` gives (document, page, line) as PNG."""

    def __init__(self, bot: Bot, register: Register, picture: Pictures, patience: Patience) -> None:
        self._bot, self._register, self._picture, self._patience = bot, register, picture, patience
        self._places = asyncio.Semaphore(AT_ONCE)

    async def send_all(self, chat: int) -> None:
        """Send everything that waits for a chat; raises ``Stopping`` when it cannot be done now."""
        while parcel := self._register.outbox.next(chat):
            try:
                await self._send(parcel)
            except (Stopping, StoreUnavailable):
                raise
            except Exception:
                _log.exception("event=unsendable")  # it would keep back all that comes after it
                self._register.outbox.sent(parcel.id, 0)

    async def _send(self, parcel: Parcel) -> None:
        outbox = self._register.outbox
        outgoing = decode(Outgoing, parcel.outgoing)
        perhaps, delay = parcel.state == SENDING and outgoing.form in _NEW, 1.0
        notices: list[int] = []
        while True:
            try:
                async with self._places:
                    if perhaps and (arrived := await self._arrived(parcel, outgoing, notices)):
                        outbox.sent(parcel.id, arrived)
                        return
                    perhaps = False
                    if outgoing.form in _NEW:
                        outbox.sending(parcel.id, parcel.chat)
                    outbox.sent(parcel.id, await self._request(parcel.chat, outgoing))
                    return
            except RetryAfter as error:
                # Refused, so it did not arrive; a doubt from before stays.
                if not perhaps:
                    outbox.waits(parcel.id)
                await self._patience.pause(seconds_of(error))
            except ChatMigrated as error:
                outbox.waits(parcel.id)
                outbox.moved(parcel.chat, error.new_chat_id)
                return
            except Forbidden:
                self._gone(parcel.chat)
                return
            except BadRequest as error:
                if not self._mended(parcel, error, outgoing):
                    return
                outgoing = Outgoing(outgoing.form, _bare(outgoing.text), outgoing.keyboard, outgoing.message)
            except UnreadableDocument as error:
                # The page cannot be drawn: its reason is told in its place.
                outgoing = Outgoing("text", str(error))
            except TelegramError as error:
                if _left(error) and outgoing.form in _NEW and not perhaps:
                    perhaps, parcel = True, outbox.next(parcel.chat) or parcel
                elif not perhaps:
                    outbox.waits(parcel.id)
                if outgoing.form == "toast":
                    outbox.sent(parcel.id, 0)
                    return
                _log.warning("event=send_failed kind=%s pause=%s", type(error).__name__, delay)
                await self._patience.pause(delay)
                delay = min(delay * 2, LONGEST_PAUSE)

    async def _request(self, chat: int, outgoing: Outgoing) -> int:
        """One request to Telegram; the number of the message it made, 0 when it made none."""
        bot, markup = self._bot, _markup(outgoing.keyboard)
        html = ParseMode.HTML
        if outgoing.form == "text":
            sent = await bot.send_message(
                chat, outgoing.text, parse_mode=html, reply_markup=markup, link_preview_options=_NO_PREVIEW
            )
            return sent.message_id
        if outgoing.form == "photo":
            image = await self._picture(outgoing.document, outgoing.page, outgoing.line)
            return (await bot.send_photo(chat, image, caption=outgoing.text, filename="page.png")).message_id
        if outgoing.form == "toast":
            await bot.answer_callback_query(outgoing.query, text=outgoing.text or None)
            return 0
        message = outgoing.message or self._register.outbox.message(outgoing.of)
        if not message:
            return 0
        if outgoing.form == "mark":
            await bot.edit_message_reply_markup(chat, message, reply_markup=markup)
        else:
            await self._edited(chat, message, outgoing)
        return 0

    async def _arrived(self, parcel: Parcel, outgoing: Outgoing, notices: list[int]) -> int:
        """The number of a message that may have been sent before a kill or a cut, made sure of; 0 when it was not.

        A silent notice is sent to learn how far the numbers went; before it, what we can edit into the answer is ours
        and is the answer. When nothing is found, the notice becomes the answer: it is read once in every case.
        """
        chat = parcel.chat
        notice = await self._bot.send_message(chat, texts.NOTICE, disable_notification=True)
        notices.append(notice.message_id)
        found = 0
        for number in self._possible(parcel, notices):
            if await self._is_ours(chat, number, outgoing):
                found = number
                break
        if not found and outgoing.form == "text" and await self._is_ours(chat, notices[-1], outgoing):
            found = notices.pop()
        while notices:
            await self._delete(chat, notices.pop())
        return found

    def _possible(self, parcel: Parcel, notices: list[int]) -> list[int]:
        """The numbers that the message may have been given, the likeliest first."""
        outbox = self._register.outbox
        known, beside = outbox.known(parcel.chat, parcel.floor), outbox.known_beside(parcel.chat, parcel.floor)
        unknown = (one for one in range(parcel.floor + 1, max(notices)) if one not in known and one not in notices)
        # A number above all those known then, and given to no other chat since, is likely; any other hardly possible.
        return sorted(unknown, key=lambda one: (one <= parcel.beyond or one in beside, one))[:TRIED]

    async def _is_ours(self, chat: int, number: int, outgoing: Outgoing) -> bool:
        """Whether a message of that number is ours; it then reads as the answer does."""
        while True:
            try:
                await self._edited(chat, number, outgoing)
                return True
            except BadRequest as error:
                return "not modified" in error.message.lower()
            except RetryAfter as error:
                await self._patience.pause(seconds_of(error))

    async def _edited(self, chat: int, number: int, outgoing: Outgoing) -> None:
        if outgoing.form == "photo":
            await self._bot.edit_message_caption(chat, number, caption=outgoing.text)
            return
        await self._bot.edit_message_text(
            outgoing.text,
            chat,
            number,
            parse_mode=ParseMode.HTML,
            reply_markup=_markup(outgoing.keyboard),
            link_preview_options=_NO_PREVIEW,
        )

    async def _delete(self, chat: int, number: int) -> None:
        try:
            await self._bot.delete_message(chat, number)
        except BadRequest:
            _log.warning("event=notice_stays")

    def _mended(self, parcel: Parcel, error: BadRequest, outgoing: Outgoing) -> bool:
        """Whether a refused request can be made again in another form; else it is given up, and noted."""
        said = error.message.lower()
        if "can't parse entities" in said and outgoing.text != _bare(outgoing.text):
            _log.error("event=html_refused")
            return True
        if "not modified" not in said and "query is too old" not in said:
            _log.warning("event=refused form=%s", outgoing.form)
        self._register.outbox.sent(parcel.id, 0)
        return False

    def _gone(self, chat: int) -> None:
        """Nobody reads this chat any more: noted, and left."""
        _log.info("event=blocked")
        self._register.outbox.drop(chat)
        self._register.people.block(CHANNEL, str(chat), datetime.now(UTC).isoformat())


def _markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(one.label, callback_data=one.data) for one in row] for row in keyboard]
    return InlineKeyboardMarkup(rows) if rows else None


def _bare(html: str) -> str:
    """A text without its tags; what it shows is then plain."""
    return unescape(re.sub(r"</?[a-z][^>]*>", "", html)).replace("<", "‹").replace("&", "et")


def _left(error: TelegramError) -> bool:
    """Whether a failed request may have reached Telegram all the same."""
    if isinstance(error, InvalidToken):
        return False
    cause = error.__cause__
    never = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
    return isinstance(error, NetworkError) and not isinstance(cause, never)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait; the library tells it as a number or as a duration."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
