"""Everyday French that all grids share, read once from ``lexicon.toml``, and the stems words are compared by."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import Stemmer

from index.french import STOP_WORDS
from knowledge.text import fold, words

_STEMMER = Stemmer.Stemmer("french")
_ACRONYM = 3
# Of the words that say nothing in a search, those that change what a grid is asked.
_TELLING = frozenset(
    "ailleurs aucun aucune autant autre autres beaucoup dedans dehors dessous dessus devant encore moins ni pas peu "
    "plus presqu sauf toujours trop".split()
)


@dataclass(frozen=True)
class Lexicon:
    """Folded words and stems: what carries no sense, negates, doubts, counts, asks."""

    words: frozenset[str]
    stop: frozenset[str]
    idle: frozenset[str]
    kept: frozenset[str]
    people: frozenset[str]
    lives: frozenset[str]
    negations: frozenset[str]
    doubts: tuple[tuple[str, ...], ...]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    units: dict[str, str]
    income: frozenset[str]
    light: frozenset[str]
    asking: frozenset[str]
    asks: dict[str, tuple[tuple[str, ...], ...]]
    codes: dict[str, tuple[str, ...]]
    traits: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read on first use."""
    data = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text("utf-8"))
    return Lexicon(
        words=frozenset(_every_word(data)),
        stop=frozenset(word for text in data["stop"] for word in words(text)),
        idle=STOP_WORDS - _TELLING,
        kept=frozenset(map(fold, data["kept"])),
        people=frozenset(stem(word) for text in data["people"] for word in words(text) if len(word) > 1),
        lives=frozenset(stem(fold(text)) for text in data["lives"]),
        negations=frozenset(map(fold, data["negations"])),
        doubts=tuple(tuple(words(text)) for text in data["doubts"]),
        numbers={fold(word): value for word, value in data["numbers"].items()},
        ordinals={fold(word): value for word, value in data["ordinals"].items()},
        units={fold(word): fold(unit) for word, unit in data["units"].items()},
        income=frozenset(stem(fold(word)) for word in data["income"]["words"]),
        light=frozenset(stem(word) for key in ("light", "people") for text in data[key] for word in words(text)),
        asking=frozenset(word for texts in data["asks"].values() for text in texts for word in words(text)),
        asks={ask: tuple(tuple(words(text)) for text in texts) for ask, texts in data["asks"].items()},
        traits=frozenset(stem(word) for texts in data["codes"].values() for text in texts for word in words(text)),
        codes={code: tuple(texts) for code, texts in data["codes"].items()},
    )


def _every_word(data: object) -> Iterator[str]:
    """The folded words of every text of the file, keys included."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from words(key)
            yield from _every_word(value)
    elif isinstance(data, list):
        for value in data:
            yield from _every_word(value)
    elif isinstance(data, str):
        yield from words(data)


@cache
def stem(word: str) -> str:
    """The stem of a folded word; a figure is its own.

    The plural goes first: Snowball cuts "loisir" as a verb, and leaves "loisirs". What it cuts down to three letters
    is marked: "payer" is no PAI, and "caméra" no CAM.
    """
    one = word[:-1] if len(word) > 3 and word[-1] in "sx" else word
    stemmed: str = _STEMMER.stemWord(one)
    return f"{stemmed}~" if len(stemmed) <= _ACRONYM < len(one) else stemmed
