"""Telegram: the same assistant, in the agents' pockets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.wiring import House


def run(house: House) -> None:
    """Serve the bot until the process is told to end; ``BadSettings`` when its token or its address is wrong."""
    # Imported here: the other commands and channels need none of Telegram's library, which is slow to load.
    from bot.channels.telegram.serving import serve

    serve(house)
