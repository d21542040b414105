"""Folding French text: the one place that says when two words are the same word."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_MARKS = re.compile(r"[\u0300-\u036f]+")
WORD = re.compile(r"[a-z0-9]+")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_LIGATURES = {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "’": "'", "‘": "'", "ʼ": "'", "\u00ad": ""}
_MARKED = re.compile(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """``text`` in lower case without accents or ligatures, typographic apostrophes made plain."""
    if text.isascii():
        return text.lower()
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


_LASTING = re.compile(
    rf"\b({'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}) (ans?|mois|jours?|semaines?|heures?)\b",
    re.IGNORECASE,
)


def in_figures(text: str) -> str:
    """``text`` with the lengths of time said in words written in figures, but for one ("un mois"): "trente ans"."""
    return _LASTING.sub(lambda m: f"{n} {m[2]}" if (n := NUMBER_WORDS[fold(m[1])]) > 1 else m[0], text)


def plural(count: int, noun: str) -> str:
    """The count and its noun as French writes them: ``1 page``, ``2 pages``."""
    return f"{count} {noun}{'s' if count > 1 else ''}"


def ungrouped(text: str) -> str:
    """``text`` with its numbers whole where white space sets off their thousands: "2 441 à 3 100" holds no 3."""
    return _THOUSANDS.sub("", text)
