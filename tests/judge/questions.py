"""The judge's questions as its JSON lines hold them: about texts (``dev``), about rendered acts (``rendered-dev``)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HALVES = ("dev", "heldout")


@dataclass(frozen=True)
class Question:
    """One question asked from ``commune`` on the day ``on``, and what its answer must be.

    ``expect``: all wanted, each with its ``|`` alternatives. ``forbid``: figures that mislead (an outdated price, a
    rejected one). ``beside``: figures of neighbouring cells, no fault but a sign that the cell was not told apart.
    ``evidence`` stands in ``file`` from ``line``, on ``page``; its parts are separated by ``[...]``. About a rendered
    act, ``file`` is its stem and ``line`` is 0.
    """

    id: str
    question: str
    commune: str
    on: str
    kind: str
    expect: tuple[str, ...]
    forbid: tuple[str, ...]
    beside: tuple[str, ...]
    file: str
    evidence: str
    line: int
    page: int
    note: str


def load(name: str) -> list[Question]:
    """The questions of ``name``.jsonl, in the file's order."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_question(json.loads(line)) for line in lines]


def documents(half: str) -> Path:
    """The folder of the acts of one half's towns."""
    return HERE / "documents" / half


def _question(fields: dict[str, Any]) -> Question:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }
    return Question(**values)
