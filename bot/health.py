"""Whether the assistant is well: facts that a probe or a person can read, without anybody's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

# A poll is held open 25 seconds at most: silence for longer means that something is wrong.
LATE = timedelta(seconds=120)


@dataclass(frozen=True)
class Health:
    """``last_contact`` is when Telegram last answered or called (``None``: never), ``waiting`` updates to answer."""

    now: datetime
    last_contact: datetime | None
    waiting: int
    unsent: int
    documents: int
    index: str
    store_bytes: int

    @property
    def well(self) -> bool:
        """Whether nothing needs attention."""
        return not self.faults

    @property
    def faults(self) -> tuple[str, ...]:
        """What needs attention, in French."""
        found = []
        if self.last_contact is None:
            found.append("Telegram n'a pas encore été joint")
        elif self.now - self.last_contact > LATE:
            found.append(f"Telegram n'a plus été joint depuis {_lasting(self.now - self.last_contact)}")
        if self.index != "à jour":
            found.append(f"l'index est {self.index}")
        return tuple(found)

    def told(self) -> dict[str, object]:
        """The facts, ready for JSON."""
        return {
            "ok": self.well,
            "last_contact": self.last_contact.isoformat(timespec="seconds") if self.last_contact else None,
            "waiting": self.waiting,
            "unsent": self.unsent,
            "documents": self.documents,
            "index": self.index,
            "store_bytes": self.store_bytes,
            "faults": list(self.faults),
        }


def _lasting(span: timedelta) -> str:
    minutes = int(span.total_seconds()) // 60
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"
