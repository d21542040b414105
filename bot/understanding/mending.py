"""A whole question put right before anything reads it: typing errors mended, people that no act names left out."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.towns import Towns
from bot.understanding.shorthand import shorthand
from knowledge.text import fold, words

# "DEL2030_134", "a4", "mairie@ville.fr" are no words.
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{4,}(?![\w@/'’]|\.\w)")
_NAME = re.compile(r"(?<=\w[\s,;:('’-])[A-ZÀ-ÖØ-Þ]\w+")
# "pour Kevin Durand", "l'élève Léa": a name after a word that announces one.
_PERSON = re.compile(
    r"\b((?i:pour|élève|eleve|enfant|petite?|jeune|famille|parents?)(?i: mr?\.?| mme| monsieur| madame)?|(?i:mme|mr))"
    r"((?: (?:[dD][eu] )?[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ][\w'’-]*(?: [A-ZÀ-ÖØ-Þ]{4,}\b)?)+)"
)


def unnamed(text: str, unheard: Callable[[str], bool], correct: Callable[[str], str], towns: Towns) -> str:
    """``text`` without the people it names, when each word of the name is ``unheard`` (folded; in no act held).

    A name whose every word could be another one mistyped is left: better not to know than to lose what is asked about.
    """
    if text.isupper():
        return text
    spared = _names_of(towns)

    def left_out(match: re.Match[str]) -> str:
        name = [word for word in words(fold(match[2])) if len(word) > 2]
        nobody = all(word not in spared and unheard(word) for word in name)
        return match[1] if nobody and any(correct(word) == word for word in name) else match[0]

    return _PERSON.sub(left_out, text)


def names_in(text: str) -> frozenset[str]:
    """The words, folded, that a capital inside a sentence tells to be names."""
    return frozenset() if text.isupper() else frozenset(fold(name) for name in _NAME.findall(text))


def mended(text: str, correct: Callable[[str], str], towns: Towns) -> str:
    """``text`` with each mistyped word as ``correct`` spells it, folded; names, shorthand and known towns are left."""
    spared = shorthand().keys() | _names_of(towns) | names_in(text)

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
