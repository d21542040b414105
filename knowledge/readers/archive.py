"""Office files are zipped XML: opened here with their bounds checked before a byte is unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.errors import UnreadableDocument
from knowledge.readers.limits import MEGABYTE, Limits

_SMALL = 10 * MEGABYTE


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """The archive at ``path``; ``UnreadableDocument`` when it is encrypted or unpacks beyond the limits."""
    with zipfile.ZipFile(path) as archive:
        check(path, archive, limits)
        yield archive


def check(path: Path, archive: zipfile.ZipFile, limits: Limits) -> None:
    """Refuse an archive by what it declares: zipfile never unpacks more than a member declares."""
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    bomb = unpacked > _SMALL and unpacked > packed * limits.ratio
    if unpacked > limits.unpacked_bytes or bomb or len(members) > limits.members:
        raise UnreadableDocument(
            f"{path.name} : ce fichier, une fois décompressé, est anormalement gros ({unpacked // MEGABYTE} Mo). "
            "Il n'a pas été ouvert. Exportez-le en PDF si vous le connaissez."
        )
    if any(member.flag_bits & 1 for member in members) or _odf_encrypted(archive):
        raise UnreadableDocument(
            f"{path.name} : ce fichier est protégé par un mot de passe. Enregistrez-le sans protection."
        )


def _odf_encrypted(archive: zipfile.ZipFile) -> bool:
    """OpenDocument encrypts its members by itself and says so in its manifest."""
    manifest = "META-INF/manifest.xml"
    return manifest in archive.namelist() and b"encryption-data" in archive.read(manifest)
