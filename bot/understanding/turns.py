"""Turns of phrase of several words, led to the words that the acts say for them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from index.analysis import is_said, tokens


@dataclass(frozen=True)
class Turn:
    """What is typed, what it is searched as, and what else a question must say for it to mean that."""

    said: re.Pattern[str]
    means: str
    beside: re.Pattern[str] | None


def turned(plain: str) -> list[str]:
    """The words of a folded question, its turns of phrase as the acts say them; as typed when they were all it said."""
    typed = tokens(plain)
    whole = found = " ".join(typed)
    for turn in _turns():
        if turn.beside is None or turn.beside.search(whole):
            found = turn.said.sub(f"{turn.means} ", found)
    words = found.split()
    return words if any(map(is_said, words)) else typed


@cache
def _turns() -> tuple[Turn, ...]:
    text = files("bot.understanding").joinpath("turns.toml").read_text("utf-8")
    return tuple(
        Turn(
            re.compile(rf"\b(?:{turn['said']})\b"),
            turn["means"],
            re.compile(turn["beside"]) if "beside" in turn else None,
        )
        for turn in tomllib.loads(text)["turns"]
    )
