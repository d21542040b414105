"""A conversation in a plain text file, replayed through the assistant over the demonstration content.

``@ commune, day`` begins it; ``> `` is typed; ``> [label]`` takes the newest button of that label; ``~`` is a
restart (the dialogue goes through JSON); ``#`` is a remark. Indented lines are what the assistant replies, a blank
one of them shown as ``|``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from bot.codec import decode, encode
from bot.messages import Dialogue, Incoming, Option, Reply, Turn
from bot.rendering import source_of

FOLDER = Path(__file__).parent
MARGIN = "    "
NO_BUTTON = "!! no button says this"
_BUTTON = re.compile(r"\[(.+)\]")
_QUOTED = 100

Respond = Callable[[Incoming, Dialogue], Turn]


def files() -> list[Path]:
    """Every conversation."""
    return sorted(FOLDER.glob("*.txt"))


def replayed(script: str, respond: Respond) -> str:
    """The conversation as it goes now, what is typed and remarked kept."""
    return "\n".join(line.rstrip() for line in _lines(script, respond)) + "\n"


def _lines(script: str, respond: Respond) -> Iterator[str]:
    dialogue, day = Dialogue(), date(2025, 1, 1)
    offered: list[Option] = []
    for line in script.splitlines():
        if line.startswith(MARGIN):
            continue
        yield line
        if line.startswith("@"):
            commune, _, when = line[1:].partition(",")
            dialogue, day = Dialogue(commune=commune.strip()), date.fromisoformat(when.strip())
        elif line.startswith("~"):
            dialogue = decode(Dialogue, encode(dialogue))
        elif line.startswith(">"):
            incoming = _incoming(line[1:].strip(), day, offered)
            if incoming is None:
                yield f"{MARGIN}{NO_BUTTON}"
                continue
            turn = respond(incoming, dialogue)
            dialogue = turn.dialogue
            offered += _options(turn.reply)
            yield from (f"{MARGIN}{said or '|'}" for said in _shown(turn.reply))


def _incoming(typed: str, day: date, offered: list[Option]) -> Incoming | None:
    button = _BUTTON.fullmatch(typed)
    if not button:
        return Incoming(day, text=typed)
    tokens = [option.token for option in offered if option.label == button[1]]
    return Incoming(day, token=tokens[-1]) if tokens else None


def _shown(reply: Reply) -> Iterator[str]:
    yield from reply.text.splitlines()
    if reply.answer:
        if reply.answer.understood:
            yield f"Compris : {reply.answer.understood}"
        for citation in reply.answer.citations:
            quote = " ".join(citation.quote.split())
            quote = quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED].rsplit(' ', 1)[0]} …"
            yield f"« {quote} » ({source_of(citation)})"
    if _options(reply):
        yield " ".join(f"[{option.label}]" for option in _options(reply))


def _options(reply: Reply) -> tuple[Option, ...]:
    return (reply.answer.options if reply.answer else ()) or reply.options
