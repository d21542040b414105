"""Fetching updates: no port to open; what is fetched is kept before Telegram is told it was."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from telegram import Bot, Update
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.channels.telegram.sending import LONGEST_PAUSE, seconds_of
from bot.channels.telegram.waiting import Patience
from knowledge.errors import StoreUnavailable

ALLOWED = ["message", "callback_query", "my_chat_member"]
HELD = 25  # seconds that Telegram holds a request open while nothing comes

_log = logging.getLogger(__name__)


async def poll(
    bot: Bot, take: Callable[[Sequence[Update]], None], polled: Callable[[], None], patience: Patience
) -> None:
    """Fetch updates until told to stop, which raises ``Stopping``; ``polled`` is called after each success."""
    offset: int | None = None
    delay = 1.0
    while True:
        try:
            request = bot.get_updates(offset, timeout=HELD, allowed_updates=ALLOWED, read_timeout=HELD + 10)
            updates = await patience.unless_stopped(request)
            # Their numbers are told with the next request, once they are kept.
            take(updates)
            if updates:
                offset = updates[-1].update_id + 1
            polled()
            delay = 1.0
            continue
        except RetryAfter as error:
            delay = seconds_of(error)
        except Conflict:
            _log.warning("event=conflict advice=another_process_uses_this_token")
        except TelegramError as error:
            _log.warning("event=poll_failed kind=%s pause=%s", type(error).__name__, delay)
        except StoreUnavailable:
            _log.exception("event=inbox_unavailable")
        await patience.pause(delay)
        delay = min(delay * 2, LONGEST_PAUSE)
