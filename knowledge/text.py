"""Folding French text: the one place that says when two words are the same word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

SHORT = 160
_MARKS = re.compile(r"[\u0300-\u036f]+")
WORD = re.compile(r"[a-z0-9]+")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_LIGATURES = {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "’": "'", "‘": "'", "ʼ": "'", "\u00ad": ""}
_MARKED = re.compile(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """``text`` in lower case without accents or ligatures, typographic apostrophes made plain."""
    if text.isascii():
        return text.lower()
    return _folded(text) if len(text) <= SHORT else _without_marks(text)


@lru_cache(maxsize=32_768)
def _folded(text: str) -> str:
    """A short text folded, cached: the same words and labels come back."""
    return _without_marks(text)


def _without_marks(text: str) -> str:
    # A text has few different letters to fold, and replacing each is some five times faster than normalizing it whole.
    for letter in set(_MARKED.findall(text)):
        text = text.replace(letter, _plain(letter))
    return text.lower()


@cache
def _plain(letter: str) -> str:
    parts = _MARKS.sub("", unicodedata.normalize("NFKD", letter))
    return "".join(_LIGATURES.get(part, part) for part in parts)


def words(text: str) -> list[str]:
    """The folded words and numbers of ``text``, in order: ``"L'école n°2"`` gives ``["l", "ecole", "n", "2"]``."""
    return WORD.findall(fold(text))


def squeeze(text: str) -> str:
    """``text`` with every run of white space made one space, and none at its ends."""
    return " ".join(text.split())


NUMBER_WORDS: dict[str, int] = {
    word: value
    for value, word in (
        *enumerate(
            "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
        ),
        (1, "une"),
        (17, "dix-sept"),
        (18, "dix-huit"),
        (19, "dix-neuf"),
        (20, "vingt"),
        (30, "trente"),
        (40, "quarante"),
        (50, "cinquante"),
        (60, "soixante"),
        (80, "quatre-vingts"),
        (100, "cent"),
        (1000, "mille"),
    )
}
# Those that count several: "un" and "une" are articles too.
SEVERAL = tuple(word for word, value in NUMBER_WORDS.items() if value > 1)


# A length of years said in one word: "concession trentenaire".
YEARS_LONG: dict[str, int] = {
    word + end: years
    for word, years in (("decennale", 10), ("quinzenaire", 15), ("trentenaire", 30), ("cinquantenaire", 50))
    for end in ("", "s")
}


_SPELLED = {**NUMBER_WORDS, "vingts": 20, "cents": 100}
_SPELLED_WORD = "|".join(sorted((word for word in _SPELLED if "-" not in word), key=len, reverse=True))
_SEVERAL = rf"(?:{_SPELLED_WORD})(?:(?:[- ]et)?[- ](?:{_SPELLED_WORD}))+"
_COMPOSED = re.compile(rf"\b{_SEVERAL}\b", re.IGNORECASE)
_LONGEST_WORD = max(map(len, _SPELLED))
_UNIT = re.compile(r" (?:ans?|mois|jours?|semaines?|heures?)\b", re.IGNORECASE)
_LASTING = re.compile(
    rf"\b((?:(?:{_SPELLED_WORD})(?:[- ]et)?[- ]){{0,4}}(?:{_SPELLED_WORD})) (ans?|mois|jours?|semaines?|heures?)\b",
    re.IGNORECASE,
)


def composed(text: str) -> str:
    """``text`` with its numbers said in several words written in figures: "quarante-cinq", "cent vingt"."""
    return _COMPOSED.sub(lambda match: str(_number(re.findall(r"[^\W\d_]+", fold(match[0]))) or match[0]), text)


def in_figures(text: str) -> str:
    """``text`` with the lengths of time said in words written in figures, but for one ("un mois"): "trente ans"."""
    for unit in _UNIT.finditer(text):
        word = re.split(r"[^\w]", text[max(0, unit.start() - _LONGEST_WORD) : unit.start()])[-1]
        if fold(word) in _SPELLED:  # looked at first: most lengths of time are written in figures
            return _LASTING.sub(_lasting_in_figures, text)
    return text


def _lasting_in_figures(match: re.Match[str]) -> str:
    """A length of time in figures; of words that make no one number ("deux trois jours"), the last ones only."""
    words = list(re.finditer(r"[^\W\d_]+", match[1]))
    for first, word in enumerate(words):
        if word[0] == "et":
            continue
        value = _number([fold(one[0]) for one in words[first:]])
        if value > 1:
            return f"{match[1][: word.start()]}{value} {match[2]}"
        if value:
            break
    return match[0]


def _number(words: Sequence[str]) -> int:
    """The number that words say together ("vingt et un", "quatre-vingt-dix", "mille six cents"), or 0."""
    thousands = part = 0  # what is told so far, its thousands apart
    for word in words:
        number, below = _SPELLED.get(word, 0), part % 100
        if number == 1000:
            thousands, part = max(1, part) * 1000, 0
        elif number == 100:
            part = max(1, part) * 100
        elif number == 20 and below == 4:
            part += 76
        elif not below or (below > 16 and below % 10 == 0 and number < 20) or (below == 10 and number > 6):
            part += number
        elif number:
            return 0
    return thousands + part


def plural(count: int, noun: str) -> str:
    """The count and its noun as French writes them: ``1 page``, ``2 pages``."""
    return f"{count} {noun}{'s' if count > 1 else ''}"


def ungrouped(text: str) -> str:
    """``text`` with its numbers whole where white space sets off their thousands: "2 441 à 3 100" holds no 3."""
    return _THOUSANDS.sub("", text)
