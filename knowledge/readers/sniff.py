"""What a file is by its first bytes: names lie, and a wrong name must not lose a document."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from knowledge.errors import UnreadableDocument

_HEAD = 2048
_MAGIC = {
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"II*\x00": ".tif",
    b"MM\x00*": ".tif",
    b"%PDF-": ".pdf",
}
_MEMBERS = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx"}
_ODF = {"application/vnd.oasis.opendocument.text": ".odt", "application/vnd.oasis.opendocument.spreadsheet": ".ods"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(rb"\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


def kind_of(path: Path) -> str:
    """The extension that fits the content (``.pdf``, ``.docx``…), or "" for text of any sort and for the unknown.

    Raises ``UnreadableDocument`` for known formats that are not read: old Word and Excel files, RTF, encrypted ones.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for start, kind in _MAGIC.items():
        if head.startswith(start):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if head.startswith(_OLE):
        raise UnreadableDocument(_refusal(path))
    if head.startswith(b"{\\rtf"):
        raise UnreadableDocument(
            f"{path.name} : le format RTF n'est pas lu. Ouvrez le fichier et enregistrez-le en DOCX, ODT ou PDF."
        )
    if b"%PDF-" in head and path.suffix.lower() == ".pdf":
        return ".pdf"
    return ".html" if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) else ""


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = next((kind for member, kind in _MEMBERS.items() if member in names), "")
            if not kind and "mimetype" in names:
                with archive.open("mimetype") as member:
                    kind = _ODF.get(member.read(100).decode("ascii", "replace").strip(), "")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        # A cut archive has lost its table of contents; its reader says so in words.
        return path.suffix.lower() if path.suffix.lower() in (".docx", ".odt", ".xlsx", ".ods") else ""
    if not kind:
        raise UnreadableDocument(
            f"{path.name} : cette archive n'est ni DOCX, ni ODT, ni XLSX, ni ODS. Donnez ses fichiers un à un."
        )
    return kind


def _refusal(path: Path) -> str:
    if _ENCRYPTED in path.read_bytes():
        return f"{path.name} : ce fichier est protégé par un mot de passe. Enregistrez-le sans protection."
    return (
        f"{path.name} : les anciens formats de Word et d'Excel (.doc, .xls) ne sont pas lus. Ouvrez le fichier et "
        "enregistrez-le en DOCX, XLSX, ODT, ODS ou PDF."
    )
