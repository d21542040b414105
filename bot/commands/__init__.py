"""The commands of ``vademecum``: each is one entry of a dict, nothing is discovered."""

from __future__ import annotations

from bot.commands import access, acts, ask, command, content, evaluate, questions, talk, upkeep

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
    "access": access.ACCESS,
    "questions": questions.QUESTIONS,
    "health": upkeep.HEALTH,
    "backup": upkeep.BACKUP,
    "restore": upkeep.RESTORE,
}
