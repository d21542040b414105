"""Figures that OCR smudged: letters in the place of digits, an E for the euro sign, sums nobody can read."""

from __future__ import annotations

import re

from knowledge.lettered import in_digits

LETTER_READ = "une lettre tient la place d'un chiffre sur la page"
DIGIT_LOST = "un chiffre semble perdu sur la page"
CENTS_APART = "les centimes sont coupés sur la page"
UNREAD = "le montant ne se lit pas sur la page"

_SIGN = r"(?:€|¢|EUR\b|[Ee]uros?\b|EUROS?\b)"
# "2,15 E", "2,15 e": no measure has this sign. A round sum has it where another one has.
_E_AFTER_CENTS = re.compile(r"([.,]\d\d\s?)[Ee](?![\w'’])")
# "8 50 E", its comma lost too: between spaces, in a table whose sums have cents
_E_AFTER_SPACED = re.compile(r"((?<![\w.,])\d{1,3} \d\d\s?)E(?![\w'’])")
# "moins 20 E de frais": where a sentence tells how much, and goes on
_E_IN_PROSE = re.compile(
    r"((?:\b(?:de|[àa]|moins|plus|soit|et|dont|par)|[:(]) (?:\d{2,3}|\d{1,3} ?\d{3}) ?)E"
    r"(?= (?:de|d'\w+|par|pour|la|le|l'\w+|en|au|aux|et|ou|chacune?|maximum)\b)"
)
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
    text, read = in_digits(text)
    if " E" in text or "E " in text or text.endswith("E"):
        text = _E_IN_PROSE.sub(r"\1€", _E_AFTER_SPACED.sub(r"\1€", text))
    if "," in text or "." in text:
        text, count = _E_AFTER_CENTS.subn(r"\1€", text)
        text = _E_AFTER_ROUND.sub(r"\1€", text) if count else text
    return text, read


def unread(text: str) -> list[tuple[int, int]]:
    """Where sums stand that nobody can read (``3,€``, ``&,00 €``), each from its start to its end."""
    return [match.span() for match in _UNREAD.finditer(text)] if "," in text or "#" in text else []
