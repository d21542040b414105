"""Readers: one function a format, from a file to its pages; ``read`` chooses by content and names every fault."""

from __future__ import annotations

import logging
import stat
from pathlib import Path
from typing import Protocol

from knowledge.documents import Reading
from knowledge.errors import Problem, UnreadableDocument, VademecumError
from knowledge.readers.encoding import decode
from knowledge.readers.excel import read_xlsx
from knowledge.readers.image import read_image
from knowledge.readers.limits import DEFAULT, MEGABYTE, Limits
from knowledge.readers.ods import read_ods
from knowledge.readers.odt import read_odt
from knowledge.readers.pdf import read_pdf
from knowledge.readers.plain_text import read_text
from knowledge.readers.render import render_page
from knowledge.readers.separated import read_csv
from knowledge.readers.sniff import kind_of
from knowledge.readers.web_page import read_html
from knowledge.readers.word import read_docx

__all__ = ["DEFAULT", "READERS", "SCANS", "Limits", "Reader", "read", "render_page"]

log = logging.getLogger(__name__)


class Reader(Protocol):
    """Reads one format; raises ``UnreadableDocument``, or whatever its library raises, which ``read`` translates."""

    def __call__(self, path: Path, limits: Limits = DEFAULT) -> Reading:
        """The pages of the file at ``path``, at least one."""
        ...


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".docm": read_docx,
    ".odt": read_odt,
    ".html": read_html,
    ".htm": read_html,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".ods": read_ods,
    ".png": read_image,
    ".jpg": read_image,
    ".jpeg": read_image,
    ".tif": read_image,
    ".tiff": read_image,
}
# Files whose pages may be pictures.
SCANS = frozenset(kind for kind, reader in READERS.items() if reader in (read_pdf, read_image))
_TEXTUAL = (read_text, read_html, read_csv)
_SAMPLE = 4096


def read(path: Path, limits: Limits = DEFAULT) -> Reading:
    """The pages of any file, told by its content rather than its name; only ever raises ``UnreadableDocument``."""
    try:
        _admit(path, limits)
        kind, problems = _choose(path)
        reading = READERS[kind](path, limits)
    except VademecumError:
        raise
    except FileNotFoundError as fault:
        raise UnreadableDocument(f"{path.name} : fichier introuvable. A-t-il été déplacé ou supprimé ?") from fault
    except PermissionError as fault:
        raise UnreadableDocument(f"{path.name} : lecture interdite. Demandez le droit de lire ce fichier.") from fault
    except OSError as fault:
        raise UnreadableDocument(f"{path.name} : le disque n'a pas rendu ce fichier ({fault.strerror}).") from fault
    except Exception as fault:
        # Five libraries parse bytes that anyone made: what they raise on a broken file is no list anyone keeps.
        log.debug("cannot read %s", path.name, exc_info=True)
        raise UnreadableDocument(
            f"{path.name} : ce fichier est abîmé ou incomplet. Ouvrez-le dans votre logiciel et réenregistrez-le."
        ) from fault
    return Reading(reading.pages, (*problems, *reading.problems))


def _admit(path: Path, limits: Limits) -> None:
    """Refuse before opening what is no file, is empty, or is larger than the limit."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableDocument(f"{path.name} : c'est un dossier. Donnez les fichiers qu'il contient.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableDocument(f"{path.name} : ce n'est pas un fichier ordinaire. Donnez un document.")
    if status.st_size == 0:
        raise UnreadableDocument(f"{path.name} : ce fichier est vide. Vérifiez que c'est le bon.")
    if status.st_size > limits.file_bytes:
        raise UnreadableDocument(
            f"{path.name} : ce fichier pèse {status.st_size // MEGABYTE} Mo ; la limite est de "
            f"{limits.file_bytes // MEGABYTE} Mo. Découpez-le, ou relevez la limite dans la configuration."
        )


def _choose(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """The entry of ``READERS`` to use, and a problem when it is not the one the name promises."""
    named, found = path.suffix.lower(), kind_of(path)
    promised = READERS.get(named)
    if not found or (found == ".html" and promised is read_text):
        if promised in _TEXTUAL:
            return named, ()
        found = _as_text(path)
    if promised is READERS[found]:
        return found, ()
    message = f"le nom finit par « {named} » mais le contenu est du type « {found} » : le fichier a été lu comme tel."
    return found, (Problem(path.name, "", message),)


def _as_text(path: Path) -> str:
    """``.txt`` when a file of no known kind is text all the same."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if decode(sample) is None:
        readable = ", ".join(sorted({kind.removeprefix(".") for kind in READERS}))
        raise UnreadableDocument(f"{path.name} : format inconnu ou fichier abîmé. Formats lus : {readable}.")
    return ".txt"
