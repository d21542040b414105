"""The product's errors: named after the problem, their message (French) says what, where and what to do."""

from __future__ import annotations

from dataclasses import dataclass


class VademecumError(Exception):
    """Any fault a person can act on; ``str(error)`` is a French sentence fit for the screen."""


class UnreadableDocument(VademecumError):
    """A file that cannot be read as a document: broken, encrypted, empty, of an unknown format."""


class BadSettings(VademecumError):
    """A configuration file or option that says something impossible."""


class StoreUnavailable(VademecumError):
    """The store cannot be opened or written: locked, full disk, read-only folder, newer version."""


class IndexUnavailable(VademecumError):
    """The index cannot be opened; it is a cache, ``vademecum reindex`` rebuilds it from the store."""


@dataclass(frozen=True)
class Problem:
    """A fault in content, collected and printed with the others: file, place in it, French message."""

    file: str
    where: str
    message: str

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        return f"{self.file}{place} : {self.message}"
