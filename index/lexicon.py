"""The words of French and how often films say them: what tells a word nobody wrote in an act from a typing error."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from knowledge.text import fold

_LETTERS = "àâäáçéèêëîïíñôöóùûüúÿœæ’"


@cache
def lexicon() -> Mapping[str, int]:
    """Some 130,000 folded forms of French, each with its frequency (50: rare); read at the first call, in 0.2 s."""
    # The corrector that carries the list takes twice as long to open it.
    packed = files("spellchecker").joinpath("resources/fr.json.gz").read_bytes()
    said: dict[str, int] = json.loads(gzip.decompress(packed))
    found = {word: count for word, count in said.items() if word.isascii()}
    accented = [word for word in said if not word.isascii()]
    for word, plain in zip(accented, _folded(accented), strict=True):
        # "réglé" and "règle" are one folded word, as frequent as the more frequent of them.
        found[plain] = max(said[word], found.get(plain, 0))
    return found


def _folded(words: list[str]) -> list[str]:
    # Letter by letter over them all costs a tenth of folding each word; the rule stays that of knowledge.text.
    text = "\n".join(words)
    for letter in _LETTERS:
        text = text.replace(letter, fold(letter))
    return text.split("\n")
