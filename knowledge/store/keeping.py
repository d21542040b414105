"""What was read of a store at one of its revisions: the same passages come back from question to question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.documents import Passage
from knowledge.store.rows import Held

MOST = 4_096


@dataclass
class Kept:
    """The documents and the passages read at the revision ``stamp``, good for as long as the store stands there."""

    stamp: tuple[str, int] = ("", -1)
    documents: tuple[Held, ...] | None = None
    passages: dict[str, Passage] = field(default_factory=dict)

    def keep(self, passages: Iterable[Passage]) -> None:
        """Keep these passages too; past ``MOST``, the others are let go."""
        new = {one.id: one for one in passages}
        if len(self.passages) + len(new) > MOST:
            self.passages = {}
        self.passages.update(new)
