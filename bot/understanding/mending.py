"""Typing errors put right in a whole question before anything reads it; names, figures and codes stay as typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.towns import Towns
from bot.understanding.shorthand import shorthand
from knowledge.text import fold, words

# "DEL2030_134", "a4", "mairie@ville.fr" are no words.
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{4,}(?![\w@/'’]|\.\w)")
_NAME = re.compile(r"(?<=\w[\s,;:('’-])[A-ZÀ-ÖØ-Þ]\w+")


def mended(text: str, correct: Callable[[str], str], towns: Towns) -> str:
    """``text`` with each mistyped word as ``correct`` spells it, folded; names, shorthand and known towns are left."""
    spared = shorthand().keys() | _names_of(towns)
    if not text.isupper():
        spared |= {fold(name) for name in _NAME.findall(text)}

    def put_right(match: re.Match[str]) -> str:
        word = fold(match[0])
        right = word if word in spared else correct(word)
        return match[0] if right == word else right

    return _WORD.sub(put_right, text)


def _names_of(towns: Towns) -> set[str]:
    """Towns and their people's names: the engine may hold none of them, and knows a word like each."""
    said: list[str] = [name for names in towns.names.values() for name in names]
    for commune in towns.communes:
        said += [*commune.inhabitants, *commune.neighbours]
    return {word for name in said for word in words(name)}
