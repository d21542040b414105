"""What a person typed, without the characters that nobody sees: they hide words, and a terminal obeys them."""

from __future__ import annotations

import unicodedata

# What becomes of the characters of these Unicode categories: controls part words, formatting marks only hide in them.
_UNSEEN = {"Cc": " ", "Zl": " ", "Zp": " ", "Cf": "", "Cs": ""}


def visible(text: str) -> str:
    """``text`` without control, formatting and broken characters, nor white space at its ends."""
    return "".join(_UNSEEN.get(unicodedata.category(char), char) for char in text).strip()
