"""Backups: one archive that is whole even when it is made while the assistant runs."""

from __future__ import annotations

import os
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

from knowledge.errors import StoreUnavailable

DATABASES = ("vademecum.db", "register.db")
FOLDERS = ("originals", "evaluations")


def save(data: Path, archive: Path) -> int:
    """Write the data folder's databases and files into ``archive`` (.tar.gz), whole or not at all; how many files.

    The index is left out: it is built again. Raises ``StoreUnavailable`` when something cannot be read or written.
    """
    if not (data / DATABASES[0]).is_file():
        raise StoreUnavailable(f"{data} ne contient pas de données à sauvegarder ; voyez l'option --data.")
    draft = archive.with_name(archive.name + ".new")
    count = 0
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            open(draft, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as opened,
            tarfile.open(fileobj=opened, mode="w:gz") as tar,
        ):
            for name in DATABASES:
                if (data / name).is_file():
                    copy = Path(folder) / name
                    _copied(data / name, copy)
                    tar.add(copy, name)
                    count += 1
            for name in FOLDERS:
                for file in sorted((data / name).glob("*")):
                    if file.is_file() and not file.name.startswith("."):
                        tar.add(file, f"{name}/{file.name}")
                        count += 1
        draft.replace(archive)
    except (OSError, sqlite3.Error, tarfile.TarError) as error:
        draft.unlink(missing_ok=True)
        raise StoreUnavailable(f"La sauvegarde {archive} n'a pas pu être écrite ({error}).") from error
    return count


def restore(archive: Path, data: Path) -> int:
    """Unpack a backup into ``data``, which must hold no documents yet; how many files. Raises ``StoreUnavailable``."""
    if any((data / name).exists() for name in DATABASES):
        raise StoreUnavailable(f"{data} contient déjà des données ; donnez un dossier vide par --data.")
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tarfile.open(archive, "r:gz") as tar:
            members = [one for one in tar.getmembers() if one.isfile()]
            if DATABASES[0] not in {one.name for one in members}:
                raise StoreUnavailable(f"{archive} n'est pas une sauvegarde de Vademecum.")
            tar.extractall(data, members, filter="data")
    except (OSError, tarfile.TarError, EOFError) as error:
        raise StoreUnavailable(f"La sauvegarde {archive} n'a pas pu être lue ({error}).") from error
    for file in data.rglob("*"):
        file.chmod(0o700 if file.is_dir() else 0o600)
    return len(members)


def _copied(source: Path, copy: Path) -> None:
    """A database as it stands at one instant, whoever writes to it meanwhile."""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(copy)) as still:
        live.backup(still)
