"""Mishaps that a test orders: errors, slowness, cut connections, before or after the method has done its work."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.telegram.errors import ApiError, too_many


@dataclass
class Fault:
    """What befalls the next ``times`` calls of ``method`` ("" any), to ``chat`` (0 any).

    ``error`` is answered; ``cut`` leaves the client with half an answer; ``done`` says that the method did its work
    first. ``delay`` in seconds comes before all; ``then`` is done last, before any answer leaves.
    """

    method: str = ""
    chat: int = 0
    times: int = 1
    error: ApiError | None = None
    cut: bool = False
    done: bool = False
    delay: float = 0.0
    then: Callable[[], object] | None = None

    def meets(self, method: str, chat: int) -> bool:
        """Whether it befalls this call."""
        return self.times > 0 and self.method.lower() in ("", method) and self.chat in (0, chat)


@dataclass
class Flood:
    """A chat that takes nothing for some seconds; ``impatient`` counts the calls that did not wait as told."""

    chat: int
    until: float = 0.0
    pours_for: float = 0.0
    told: bool = False
    impatient: int = 0

    def pours(self, seconds: float) -> None:
        """Begin, for some seconds."""
        self.pours_for = seconds
        self.until = time.monotonic() + seconds

    def refusal(self, chat: int) -> ApiError | None:
        """The 429 for a call to ``chat`` now, ``None`` once the time is up."""
        left = self.until - time.monotonic()
        if chat != self.chat or left <= 0:
            return None
        self.impatient += self.told
        self.told = True
        return too_many(max(1, round(left + 0.5)))


@dataclass
class Mishaps:
    """All that is ordered."""

    faults: list[Fault] = field(default_factory=list)
    floods: list[Flood] = field(default_factory=list)

    def next(self, method: str, chat: int) -> Fault | None:
        """The fault that befalls this call, one of its times used up."""
        for flood in self.floods:
            if method.startswith(("send", "edit")) and (refusal := flood.refusal(chat)):
                return Fault(error=refusal)
        for fault in self.faults:
            if fault.meets(method, chat):
                fault.times -= 1
                return fault
        return None
