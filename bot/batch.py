"""Questions in, answers out, one JSON object a line: the form the evaluations read."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.messages import Answer
from knowledge.documents import Citation


@dataclass(frozen=True)
class Question:
    """One question of a batch: its own id, its words, who asks from where, as of when (``None``: today)."""

    id: str
    text: str
    commune: str = ""
    on: date | None = None


def read_questions(lines: Iterable[str]) -> Iterator[Question | str]:
    """The questions of JSON lines, in order; a line that is not a question gives a French sentence instead."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _question(json.loads(line), str(number))
        except (ValueError, TypeError, RecursionError):
            yield f"ligne {number} : il faut un objet JSON avec « question », et « id », « commune », « on » au besoin."


def _question(value: Any, number: str) -> Question:
    if not isinstance(value, dict) or not isinstance(value.get("question"), str):
        raise TypeError("not a question")
    on = date.fromisoformat(value["on"]) if value.get("on") else None
    return Question(str(value.get("id", number)), value["question"], str(value.get("commune") or ""), on)


def timed(ask: Callable[[], Answer]) -> tuple[Answer, float]:
    """The answer that ``ask`` gives, and how long it took in milliseconds."""
    start = time.perf_counter()
    answer = ask()
    return answer, (time.perf_counter() - start) * 1000


def as_json(answer: Answer, question: str, elapsed_ms: float) -> str:
    """The answer to the question with that id, as one line of JSON."""
    value: dict[str, Any] = {
        "id": question,
        "status": answer.status,
        "reason": answer.reason,
        "answer": answer.text,
        "citations": [_citation(citation) for citation in answer.citations],
        "choices": [option.label for option in answer.options],
        "elapsed_ms": round(elapsed_ms, 1),
    }
    if answer.value is not None:
        value |= {"value": float(answer.value), "unit": answer.unit}
    if answer.understood:
        value["understood"] = answer.understood
    return json.dumps(value, ensure_ascii=False)


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.title,
        "file": citation.file,
        "page": citation.page,
        "line": citation.line,
        "quote": citation.quote,
        "standing": citation.standing.value,
        "date": citation.date.isoformat() if citation.date else None,
    }
