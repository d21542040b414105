"""Numbers of lists as word processors print them."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def roman(number: int) -> str:
    """``number`` in lower-case Roman figures: 14 gives ``xiv``."""
    out = ""
    for worth, letters in _ROMAN:
        out += letters * (number // worth)
        number %= worth
    return out


def letters(number: int) -> str:
    """``number`` as a list letter: 1 gives ``a``, 26 ``z``, 27 ``aa``, 28 ``bb``."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def numeral(number: int, style: str) -> str:
    """``number`` in a style named ``1``, ``01``, ``a``, ``A``, ``i`` or ``I``; any other name counts as ``1``."""
    if style in ("a", "A") and number > 0:
        text = letters(number)
    elif style in ("i", "I") and 0 < number < 5000:
        text = roman(number)
    else:
        return f"{number:02}" if style == "01" else str(number)
    return text.upper() if style.isupper() else text
