"""The index on disk: one folder a build, a pointer to the one in use, and a lock for whoever writes."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.util.filelock import FileLock, try_for

from knowledge.errors import IndexUnavailable

_POINTER = "current"
_LOCK = "lock"
_STAMP = "stamp.json"
_BUSY = "L'index est en cours de mise à jour par une autre opération ; attendez qu'elle finisse, puis recommencez."
_NO_WRITE = "L'index {folder} ne peut pas être écrit ({detail}) ; libérez de la place ou vérifiez ses droits."


class IndexFolder:
    """DATA/index: ``version`` names the format, so that a build of another format counts as none."""

    def __init__(self, folder: Path, version: str) -> None:
        """The folder is made when something is first written in it."""
        self.folder = folder
        self._version = version

    def current(self) -> Path | None:
        """The build in use, or ``None`` when there is none of this version."""
        try:
            name = (self.folder / _POINTER).read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            return None
        build = self.folder / name
        return build if name.startswith(f"{self._version}-") and build.is_dir() else None

    @contextmanager
    def writing(self, patience: float) -> Iterator[None]:
        """Hold the writers' lock, waiting ``patience`` seconds for it; raises ``IndexUnavailable``."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # The files hold pickles: only their owner may write them.
            self.folder.chmod(0o700)
            lock = FileLock(str(self.folder / _LOCK))
            if not try_for(lock.acquire, timeout=patience, delay=0.05):
                raise IndexUnavailable(_BUSY)
            try:
                yield
            finally:
                lock.release()
        except OSError as error:
            raise IndexUnavailable(_NO_WRITE.format(folder=self.folder, detail=error.strerror or error)) from error

    @contextmanager
    def new_build(self) -> Iterator[Path]:
        """An empty folder to build in; it becomes the one in use, at once for every reader, if nothing is raised."""
        # What a killed build left goes first: the disk may be nearly full.
        self._sweep(self.current())
        build = self.folder / f"{self._version}-{secrets.token_hex(4)}"
        build.mkdir(mode=0o700)
        try:
            yield build
            write_whole(self.folder / _POINTER, build.name)
        finally:
            self._sweep(self.current())

    def _sweep(self, kept: Path | None) -> None:
        for other in self.folder.iterdir():
            if other.is_dir() and other != kept:
                shutil.rmtree(other, ignore_errors=True)


def read_stamp(build: Path | None) -> tuple[str, int]:
    """Which store, and which of its revisions, a build follows; ``("", -1)`` when nobody knows."""
    try:
        identity, revision = json.loads((build / _STAMP).read_text(encoding="utf-8")) if build else ("", -1)
        return str(identity), int(revision)
    except (OSError, ValueError, TypeError):
        return "", -1


def write_stamp(build: Path, stamp: tuple[str, int]) -> None:
    """Record which revision of which store a build follows."""
    write_whole(build / _STAMP, json.dumps(stamp))


def write_whole(file: Path, text: str) -> None:
    """Write a small file so that a reader, or a crash, sees the old text or the new, never a part."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, file)
