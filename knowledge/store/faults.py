"""What SQLite and the disk say when they refuse, told in French with what to do."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from knowledge.errors import StoreUnavailable

LOCKED = (
    "La base {file} est occupée par une autre opération (une lecture de documents est sans doute en cours) ; "
    "attendez qu'elle finisse, puis recommencez."
)
FULL = "Le disque est plein : {file} n'a pas pu être écrit. Rien n'est perdu ; libérez de la place, puis recommencez."
READ_ONLY = (
    "Le dossier {folder} n'accepte pas l'écriture ; donnez-en le droit à cet utilisateur "
    "ou choisissez un autre dossier avec --data."
)
DAMAGED = (
    "La base {file} est abîmée ; remettez une sauvegarde à sa place, "
    "ou renommez ce fichier et relisez les documents avec « vademecum ingest »."
)
NEWER = (
    "La base {file} a été écrite par une version plus récente de Vademecum "
    "(format {found}, cette version connaît le format {known}) ; installez la version récente."
)
OTHER = "La base {file} ne peut pas être utilisée ({detail})."

_MARKS = (
    ("locked", LOCKED),
    ("busy", LOCKED),
    ("full", FULL),
    ("readonly", READ_ONLY),
    ("unable to open", READ_ONLY),
    ("not a database", DAMAGED),
    ("malformed", DAMAGED),
    ("disk i/o error", DAMAGED),
)
_CODES = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EFBIG: FULL}


def unavailable(file: Path, error: sqlite3.Error | OSError) -> StoreUnavailable:
    """The French error to raise in place of what SQLite or the system said about ``file``."""
    if isinstance(error, OSError):
        sentence = _CODES.get(error.errno or 0, READ_ONLY)
    else:
        said = str(error).lower()
        sentence = next((sentence for mark, sentence in _MARKS if mark in said), OTHER)
    return StoreUnavailable(sentence.format(file=file, folder=file.parent, detail=str(error)))


def newer(file: Path, found: int, known: int) -> StoreUnavailable:
    """The French error for a store that a later version of the product wrote."""
    return StoreUnavailable(NEWER.format(file=file, found=found, known=known))
