"""What a reader may spend on one file: sizes in bytes, times in seconds."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds set before a file is opened, so that no file, however made, fills the memory or stops the batch.

    ``file_bytes`` is the file as it lies on the disk; ``unpacked_bytes`` and ``ratio`` bound what a compressed office
    file unpacks to (the ratio counts only above 10 MB); ``ocr_seconds`` and
    ``ocr_bytes`` are for one page in one process; ``cells`` for one sheet.
    """

    file_bytes: int = 200 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    ratio: int = 200
    members: int = 10_000
    ocr_seconds: float = 60.0
    ocr_bytes: int = 3072 * MEGABYTE
    cells: int = 500_000


DEFAULT = Limits()
