"""Letters that OCR read in the place of digits: in sums, dates, hours, telephone numbers, and numbers of things."""

from __future__ import annotations

import re

from knowledge.dates import MONTHS

_DIGITS = str.maketrans("OolISB", "001158")
_SPACE = r"[ \u00a0\u202f]"
_THOUSANDS = rf"(?:{_SPACE}[\dO]{{3}}){{1,2}}"
_SIGN = r"(?:€|¢|EUR\b|[Ee]uros?\b|EUROS?\b)"
_PRICED = rf"(?:[.,](?:\d\d(?!\d)|[\dOolI]{{2}}\s?{_SIGN})|\s?{_SIGN}|\s?E(?=\s*(?:$|[|;,.)]|\s{{2}})))"
# Most texts have none of these, and are not looked at again.
_ANY = re.compile(
    r"\d[.,]?[OolISB]|[OolISB][.,]?\d|[lI][ \u00a0\u202f][\dO]{3}|[lI][.,][OolI]|[lI]O|\d (?:O|h O)|[Il]{2} ?h"
)
# A letter is a digit only where nothing but a sum can stand: before cents or the sign, or as cents.
_IN_SUMS = re.compile(
    r"(?=[\d.,OolI])(?:(?<=\d)[.,](?:\d[OolISB]|[OolISB]\d|[Oo]{2})(?!\w)"
    rf"|(?<=\d)[.,][OolI]{{2}}(?=\s?{_SIGN})"
    r"|(?<![\w,.'’])[Oo][.,]\d[\dOo](?!\w)"
    rf"|(?<!\w)\d[\dOolISB]{{0,6}}[OolISB][\dOolISB]{{0,6}}(?={_PRICED})"
    rf"|(?<![\w.,'’])[lI][.,][\dOolI]{{2}}(?=\s?{_SIGN})"
    rf"|(?<![\w.,'’])[lI](?=[\dO])[\dOo]{{1,3}}(?={_PRICED})"
    rf"|(?<![\w.,'’])[lI][\dO]{{1,2}}(?={_THOUSANDS}\s?{_SIGN})"
    # "Groupe I 500 €" is no sum of one thousand five hundred, "de I 500 €" is
    rf"|(?:(?<![\w.,'’])(?<!\d[ \u00a0])l|(?:(?<=^)|(?<=\s\s)|(?<=\bde )|(?<=\b[aà] )|(?<=: ))I)"
    rf"(?={_THOUSANDS}(?:[.,]\d\d)?\s?{_SIGN})"
    rf"|(?<=[\dlI]{_SPACE})(?=\d{{0,2}}[OolI])[\dOolI]{{3}}(?=(?:{_SPACE}[\dO]{{3}})?{_PRICED})"
    # no other word is made of digits and of a capital O
    r"|(?<![\w.,'’])\d[\dO]*O[\dO]*(?!\w))"
)
# What only a number stands before.
UNIT = (
    r"jours?|mois|ans?|annees?|années?|semaines?|heures?|minutes?|mn|m²|m2|m3|km|ml|places?|personnes?|agents?|"
    r"habitants?|élèves?|eleves?|enfants?|repas|points?|voix|logements?|séances?|seances?|exemplaires?"
)
MONTH = "|".join((*MONTHS, "février", "août", "décembre"))
_MIXED = r"(?:(?=[lIO]*\d)[\dlIO]*[lIO][\dlIO]*|[lI]O+)"
_COUNTED = re.compile(
    rf"(?<![\w.,'’]){_MIXED}(?=\s?(?:%|h(?![^\W\d_]))|\s+(?:{UNIT}|{MONTH})\b)"
    r"|(?<![\w.,'’])[Il]{2}(?= ?h ?\d\d\b)"
    r"|(?:(?<=\dh)|(?<=\d h)|(?<=\dh )|(?<=\d h ))(?=\d?[OlI])(?=.?[\dO])[\dOlI]{2}(?!\w)"
    r"|(?<![\w.,'’])\d{2,4}[IO](?= [aà] \d)"  # the bracket of an income
)
_PHONE = re.compile(r"(?<![\w.])[0O][1-9lI](?:[ .][\dOolI]{2}){4}(?!\w|[ .]\d)")
_LEAST_DIGITS = 6  # of a telephone number


def in_digits(text: str) -> tuple[str, frozenset[int]]:
    """``text``, as long as it was, with its numbers in digits, and the places where letters were read so."""
    read: set[int] = set()

    def digits(match: re.Match[str]) -> str:
        read.update(match.start() + at for at, letter in enumerate(match[0]) if letter.isalpha())
        return match[0].translate(_DIGITS)

    def called(match: re.Match[str]) -> str:
        return digits(match) if sum(map(str.isdigit, match[0])) >= _LEAST_DIGITS else match[0]

    if _ANY.search(text):
        text = _COUNTED.sub(digits, _PHONE.sub(called, _IN_SUMS.sub(digits, text)))
    return text, frozenset(read)
