"""Words that a question and a text say one after the other: "seul avec", "en attente"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from index.analysis import is_said, stem, tokens

PHRASE_BONUS, MOST_PHRASES = 0.03, 3
# Between two words, these say nothing: "demande de congé", "demande d'un congé".
_LINKS = frozenset("le la les l un une des de du d au aux a et ou en ce ces son sa ses notre nos leur leurs".split())


def shared(plain: str, said: Sequence[str]) -> float:
    """A bonus for each pair of words, up to three, that a folded question and the tokens of a text both say."""
    return PHRASE_BONUS * min(MOST_PHRASES, len(_asked(plain) & _pairs(tuple(said))))


@lru_cache(maxsize=256)
def _asked(plain: str) -> frozenset[tuple[str, str]]:
    return _pairs(tuple(tokens(plain)))


@lru_cache(maxsize=32_768)
def _pairs(said: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    words = [word for word in said if word not in _LINKS]
    return frozenset(
        (stem(one), stem(two))
        for one, two in pairwise(words)
        if (is_said(one) or is_said(two)) and not (one[0].isdigit() or two[0].isdigit())
    )
