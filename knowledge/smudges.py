"""Figures that OCR smudged: letters in the place of digits, an E for the euro sign, sums nobody can read."""

from __future__ import annotations

import re

LETTER_READ = "une lettre tient la place d'un chiffre sur la page"
DIGIT_LOST = "un chiffre semble perdu sur la page"
CENTS_APART = "les centimes sont coupés sur la page"
UNREAD = "le montant ne se lit pas sur la page"

_DIGITS = str.maketrans("OolISB", "001158")
_THOUSANDS = r"(?:[ \u00a0\u202f]\d{3}){1,2}"
_SIGN = r"(?:€|¢|EUR\b|[Ee]uros?\b|EUROS?\b)"
_PRICED = rf"(?:[.,](?:\d\d(?!\d)|[\dOolI]{{2}}\s?{_SIGN})|\s?{_SIGN}|\s?E(?=\s*(?:$|[|;,.)]|\s{{2}})))"
# Most texts have none of these, and are not looked at again.
_ANY = re.compile(r"\d[.,]?[OolISB]|[OolISB][.,]?\d|[lI][ \u00a0\u202f]\d\d\d|[lI][.,][OolI]")
# A letter is a digit only where nothing but a sum can stand: before cents or the sign, or as cents.
_LETTERED = re.compile(
    r"(?=[\d.,OolI])(?:(?<=\d)[.,](?:\d[OolISB]|[OolISB]\d|[Oo]{2})(?!\w)"
    rf"|(?<=\d)[.,][OolI]{{2}}(?=\s?{_SIGN})"
    r"|(?<![\w,.'’])[Oo][.,]\d[\dOo](?!\w)"
    rf"|(?<!\w)\d[\dOolISB]{{0,6}}[OolISB][\dOolISB]{{0,6}}(?={_PRICED})"
    rf"|(?<![\w.,'’])[lI][.,][\dOolI]{{2}}(?=\s?{_SIGN})"
    rf"|(?<![\w.,'’])[lI]\d{{1,3}}(?={_PRICED})"
    rf"|(?<![\w.,'’])[lI]\d{{1,2}}(?={_THOUSANDS}\s?{_SIGN})"
    # "Groupe I 500 €" is no sum of one thousand five hundred
    rf"|(?:(?<![\w.,'’])(?<!\d[ \u00a0])l|(?:(?<=^)|(?<=\s\s))I)(?={_THOUSANDS}(?:[.,]\d\d)?\s?{_SIGN}))"
)
# "2,15 E", "2,15 e": no measure has this sign. A round sum has it where another one has.
_E_AFTER_CENTS = re.compile(r"([.,]\d\d\s?)[Ee](?![\w'’])")
# "8 50 E", its comma lost too: between spaces, in a table whose sums have cents
_E_AFTER_SPACED = re.compile(r"((?<![\w.,])\d{1,3} \d\d\s?)E(?![\w'’])")
_E_AFTER_ROUND = re.compile(r"(\d\s?)E(?![\w'’])")
_UNREAD = re.compile(
    r"(?=[\d,#¢&@§$])(?<![^\s|(:])(?<!\d )(?:"
    r"\d{1,4}[.,](?=\s?[¢€])"  # 3,€
    r"|[¢&#@§$]{1,3}[.,]\d\d"  # ¢&,00
    r"|\d+#[\d#]*[.,]+[\d#]*"  # 1#,.0
    r"|,\d\d(?=\s*(?:$|€|¢|\|))"  # ,00
    rf")(?:\s?(?:{_SIGN}|[Ee](?![\w'’])))?(?![\w#])"
)


def readable(text: str) -> tuple[str, frozenset[int]]:
    """``text``, as long as it was, its figures in digits and its euro signs plain, and where letters were read so.

    What nobody can read is blotted out.
    """
    if "," in text or "#" in text:
        text = _UNREAD.sub(lambda match: "#" * len(match[0]), text)
    read: set[int] = set()

    def digits(match: re.Match[str]) -> str:
        read.update(match.start() + at for at, letter in enumerate(match[0]) if letter.isalpha())
        return match[0].translate(_DIGITS)

    if _ANY.search(text):
        text = _LETTERED.sub(digits, text)
    if " E" in text or "E " in text or text.endswith("E"):
        text = _E_AFTER_SPACED.sub(r"\1€", text)
    if "," in text or "." in text:
        text, count = _E_AFTER_CENTS.subn(r"\1€", text)
        text = _E_AFTER_ROUND.sub(r"\1€", text) if count else text
    return text, frozenset(read)


def unread(text: str) -> list[tuple[int, int]]:
    """Where sums stand that nobody can read (``3,€``, ``&,00 €``), each from its start to its end."""
    return [match.span() for match in _UNREAD.finditer(text)] if "," in text or "#" in text else []
