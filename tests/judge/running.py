"""Asking the product itself, through its own command line, in a folder that is thrown away."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.judge.questions import HALVES, Question, documents
from tests.judge.scoring import Verdict, verdict
from tests.judge.variations import VARIATIONS

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Asked:
    """A question as it was typed in one variation, what came back and what it is worth."""

    question: Question
    variation: str
    typed: str
    answer: dict[str, Any] | None
    verdict: Verdict


def ask_all(questions: Iterable[Question], variations: Iterable[str]) -> list[Asked]:
    """Ask every question in every variation, all towns' acts being held at once, as in a shared office."""
    asked = [(one, name, VARIATIONS[name](one.question)) for name in variations for one in questions]
    lines = [
        json.dumps({"id": f"{name}:{one.id}", "question": typed, "commune": one.commune, "on": one.on})
        for one, name, typed in asked
    ]
    with TemporaryDirectory() as folder:
        batch = Path(folder, "questions.jsonl")
        batch.write_text("\n".join(lines), encoding="utf-8")
        product = [sys.executable, "-m", "bot", "--data", str(Path(folder, "data")), "--content", "none"]
        _run([*product, "ingest", *(str(documents(half)) for half in HALVES)])
        output = _run([*product, "ask", "--batch", str(batch), "--json"])
    answers = {answer["id"]: answer for answer in map(json.loads, output.splitlines())}
    return [
        Asked(one, name, typed, answer := answers.get(f"{name}:{one.id}"), verdict(one, answer))
        for one, name, typed in asked
    ]


def _run(command: list[str]) -> str:
    """The standard output of ``command``; a failure is raised with what it said."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[1:])} left with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout
