"""Asking the product itself, through its own command line, in a folder that is thrown away."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.judge.acts import Act, acts
from tests.judge.layouts import LAYOUTS, Layout
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


def ask_texts(questions: Sequence[Question], variations: Iterable[str]) -> list[Asked]:
    """Ask about the text acts in every variation, all towns being held at once, as in a shared office."""
    return _ask([documents(half) for half in HALVES], questions, variations)


def ask_rendered(questions: Sequence[Question], layout: str) -> list[Asked]:
    """Ask about the rendered acts, all of them in that layout."""
    with TemporaryDirectory() as folder:
        render(Path(folder), LAYOUTS[layout])
        return _ask([Path(folder)], [_in_layout(one, LAYOUTS[layout]) for one in questions], ["plain"])


def render(folder: Path, layout: Layout) -> None:
    """Write every act of both halves into ``folder`` in that layout, with the ``documents.toml`` a town would give."""
    told = [act for half in HALVES for act in acts(half)]
    for act in told:
        layout.write(act, folder / f"{act.stem}{layout.suffix}")
    (folder / "documents.toml").write_text("\n".join(_entry(act, layout) for act in told), encoding="utf-8")


def _in_layout(question: Question, layout: Layout) -> Question:
    name = f"{question.file}{layout.suffix}" if question.file else ""
    return replace(question, file=name, page=question.page if layout.paged else 1)


def _entry(act: Act, layout: Layout) -> str:
    fields = {"file": f"{act.stem}{layout.suffix}", "title": act.title, "communes": [act.town]}
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join(["[[documents]]", *lines, f"date = {act.date.isoformat()}", ""])


def _ask(folders: Sequence[Path], questions: Sequence[Question], variations: Iterable[str]) -> list[Asked]:
    asked = [(one, name, VARIATIONS[name](one.question)) for name in variations for one in questions]
    lines = [
        json.dumps({"id": f"{name}:{one.id}", "question": typed, "commune": one.commune, "on": one.on})
        for one, name, typed in asked
    ]
    with TemporaryDirectory() as folder:
        batch = Path(folder, "questions.jsonl")
        batch.write_text("\n".join(lines), encoding="utf-8")
        product = [sys.executable, "-m", "bot", "--data", str(Path(folder, "data")), "--content", "none"]
        _run([*product, "ingest", *map(str, folders)])
        output = _run([*product, "ask", "--batch", str(batch), "--json"])
    answers = {answer["id"]: answer for answer in map(json.loads, output.splitlines())}
    return [
        Asked(one, name, typed, answer := answers.get(f"{name}:{one.id}"), verdict(one, answer))
        for one, name, typed in asked
    ]


def _run(command: Sequence[str]) -> str:
    """The standard output of ``command``; one that says nothing and fails is raised with what it complained of.

    A batch that lost some of its questions leaves with an error too: those come out as missing in the tables.
    """
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode and not done.stdout:
        raise RuntimeError(f"{' '.join(command[1:])} left with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout
