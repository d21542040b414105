"""The channels people talk through: each reads, renders and loops; none decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.channels import console, telegram

if TYPE_CHECKING:
    from bot.wiring import House

CHANNELS: dict[str, Callable[[House], None]] = {"console": console.run, "telegram": telegram.run}
