"""What only lists, and settles nothing: a roll of who sat, a row of titles, a heap of figures under no column."""

from __future__ import annotations

import re

_ROLL = re.compile(
    r"\b(?:conseillers (?:municipaux )?en exercice|pouvoirs? donne|presents ?:|absents? excuse|etaient presents)"
)
LISTED, MOSTLY = 150, 0.8
HEAP, HEAPED = 20, 0.25


def only_lists(folded: str, text: str) -> bool:
    """Whether a text, also given ``folded``, is a roll of who sat and who was away, titles, or a heap of figures."""
    return _ROLL.search(folded) is not None or _is_contents(text) or _is_heap(text)


def _is_contents(text: str) -> bool:
    """Whether a text is a row of titles, in capitals, with no figure of theirs."""
    if len(text) <= LISTED or "€" in text:
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > LISTED and sum(map(str.isupper, letters)) > MOSTLY * len(letters)


def _is_heap(text: str) -> bool:
    """Whether a text is a heap of figures, a table that could not be read: "Adjoint C 1 1 0 Rédacteur B 2 1 3"."""
    said = [] if " | " in text or "€" in text else text.split()
    return len(said) > HEAP and sum(word.isdigit() for word in said) > HEAPED * len(said)
