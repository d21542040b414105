"""Conversations kept on disk between two messages, forgotten when they are old."""

from __future__ import annotations

import contextlib
import os
from datetime import datetime, timedelta
from pathlib import Path

from bot.codec import decode, encode
from bot.messages import Dialogue
from knowledge.errors import StoreUnavailable


class Dialogues:
    """One small file a conversation in ``folder`` (mode 0700), written whole or not at all."""

    def __init__(self, folder: Path, hours: int) -> None:
        self._folder = folder
        self._life = timedelta(hours=hours)

    def load(self, key: str, now: datetime) -> Dialogue | None:
        """The conversation kept under ``key``, ``None`` when there is none, it is too old, or it cannot be read."""
        file = self._file(key)
        try:
            written = datetime.fromtimestamp(file.stat().st_mtime, tz=now.tzinfo)
            if now - written > self._life:
                file.unlink()
                return None
            return decode(Dialogue, file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def save(self, key: str, dialogue: Dialogue) -> None:
        """Keep ``dialogue`` under ``key`` in place of what was there; a kill at any moment leaves one or the other."""
        file = self._file(key)
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with open(draft, "w", encoding="utf-8", opener=_private) as opened:
                opened.write(encode(dialogue))
                opened.flush()
                os.fsync(opened.fileno())
            draft.replace(file)
        except OSError as error:
            with contextlib.suppress(OSError):
                draft.unlink()
            raise StoreUnavailable(
                f"La conversation n'a pas pu être gardée dans {self._folder} ({error.strerror}) ; "
                "vérifiez la place et les droits de ce dossier."
            ) from error

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.json"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)
