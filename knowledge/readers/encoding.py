"""Bytes to text for files that do not say how they were written."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\udc80-\udcff]")
_BEYOND_ASCII = re.compile(r"[\x80-\ud7ff\ue000-\U0010ffff]")


def decode(data: bytes) -> str | None:
    """``data`` as text (UTF-8, UTF-16, Windows or latin-1 French, marked or not), or ``None`` when it is no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :].decode(name, "replace"))
    wide = _unmarked_utf16(data)
    if wide:
        return _text(data.decode(wide, "replace"))
    text = data.decode("utf-8", "surrogateescape")
    strangers = len(_SURROGATE.findall(text))
    if not strangers:
        return _text(text)
    # A few stray bytes in a UTF-8 file (two files glued, a cut end) must not turn every accent of it to noise.
    if len(_BEYOND_ASCII.findall(text)) > strangers:
        return _text(_SURROGATE.sub(lambda m: _western(bytes([ord(m[0]) - 0xDC00])), text))
    return _text(_western(data))


def _western(data: bytes) -> str:
    """Windows French, with latin-1's characters where Windows defines none."""
    return data.decode("cp1252", "surrogateescape").translate({0xDC00 + b: b for b in range(0x80, 0x100)})


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16's name when zero bytes stand at every other place, as in any European text; else ""."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return ""
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    if low > 0.7 * half and high < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if high > 0.7 * half and low < 0.1 * half else ""


def _text(text: str) -> str | None:
    """``text``, or ``None`` when more than one character in fifty is a control character."""
    return None if len(_CONTROL.findall(text)) * 50 > len(text) else text
