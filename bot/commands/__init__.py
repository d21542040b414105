"""The commands of ``vademecum``: each is one entry of a dict, nothing is discovered."""

from __future__ import annotations

from bot.commands import acts, ask, command, content, evaluate, talk

COMMANDS: dict[str, command.Command] = {
    "run": talk.RUN,
    "chat": talk.CHAT,
    "ask": ask.ASK,
    "ingest": acts.INGEST,
    "documents": acts.DOCUMENTS,
    "forget": acts.FORGET,
    "reindex": acts.REINDEX,
    "check": content.CHECK,
    "proof": content.PROOF,
    "grids": content.GRIDS,
    "eval": evaluate.EVAL,
}
