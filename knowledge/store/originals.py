"""The files as they were given, kept under their digest so that a page can be shown later."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Container
from pathlib import Path
from typing import BinaryIO

from knowledge.errors import UnreadableDocument

_BLOCK = 1 << 20
_GONE = "Le fichier {path} a disparu ou n'est plus lisible ; vérifiez le dossier, puis relancez la lecture."
_CHANGED = "Le fichier {path} a changé pendant sa lecture ; il sera repris à la prochaine lecture des documents."


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, read block by block."""
    seal = hashlib.sha256()
    with path.open("rb") as source:
        while block := source.read(_BLOCK):
            seal.update(block)
    return seal.hexdigest()


def keep(folder: Path, path: Path, digest: str, suffix: str) -> Path:
    """Copy ``path`` as ``digest + suffix``, whole or not at all.

    Raises ``UnreadableDocument`` when the file is gone or no longer has the digest's bytes, ``OSError`` when the
    copy cannot be written.
    """
    target = folder / f"{digest}{suffix}"
    if target.exists():
        return target
    try:
        source = path.open("rb")
    except OSError as error:
        raise UnreadableDocument(_GONE.format(path=path)) from error
    with source:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _copy(source, folder, target, digest)
    return target


def _copy(source: BinaryIO, folder: Path, target: Path, digest: str) -> None:
    seal = hashlib.sha256()
    handle, name = tempfile.mkstemp(dir=folder, prefix=".")
    try:
        with os.fdopen(handle, "wb") as copy:
            while block := source.read(_BLOCK):
                seal.update(block)
                copy.write(block)
        if seal.hexdigest() != digest:
            raise UnreadableDocument(_CHANGED.format(path=source.name))
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def sweep(folder: Path, wanted: Container[str]) -> None:
    """Remove the copies no document refers to: forgotten, replaced, or left by a killed run."""
    if folder.is_dir():
        for file in folder.iterdir():
            if file.name not in wanted:
                file.unlink(missing_ok=True)
