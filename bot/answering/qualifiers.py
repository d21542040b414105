"""The words of a label that a question does not say: what they are worth, and the rows that only they tell apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.answering.matching import Idea, stem_set, strength
from bot.understanding.question import denied
from index.analysis import tokens
from knowledge.text import fold

FOREIGN, MOST_FOREIGN, UNASKED_DENIAL = 0.06, 4, 0.5
MOST_ASIDE = FOREIGN * MOST_FOREIGN + UNASKED_DENIAL  # what a row loses at most
# Who says nothing pays the full price.
_FULL = re.compile(r"\b(?:plein tarif|tarif (?:plein|normal))\b")
# "ménage non fait" names a failing, and leaves nothing out.
_DENIED = re.compile(r"\b(?:non(?! (?:faite?|rendue?|realisee?|effectuee?|restituee?|respectee?)s?\b)|hors|sans|pas)\b")


def foreign(labels: Sequence[str], known: frozenset[str]) -> int:
    """How many words of a label the question does not say: what stands in parentheses only explains, and is not one."""
    return len(_telling(" ".join(labels)) - known)


@lru_cache(maxsize=4_096)
def denials(label: str) -> tuple[frozenset[str], bool]:
    """The stems of what a label excludes ("sans repas"), and whether it denies anything."""
    folded = fold(label)
    return denied(folded), _DENIED.search(folded) is not None


def unasked(labels: Sequence[str], known: frozenset[str], plain: str) -> float:
    """What a row loses for the words of its own label, and what it denies, that a folded question does not say."""
    denying = denials(" ".join(labels[-2:]))[1] and not _DENIED.search(plain)
    return FOREIGN * min(MOST_FOREIGN, foreign(labels[-1:], known)) + UNASKED_DENIAL * denying


def variants(ideas: Sequence[Idea], known: frozenset[str], one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows are of one thing asked ("Terrasse"), told apart by words that the question does not say."""
    if not one or not other or one[:-1] != other[:-1]:
        return False
    head = _head(one[-1])
    asked = head == _head(other[-1]) and any(idea.subject and strength(idea, head) == 1.0 for idea in ideas)
    unsaid = (foreign(labels[-1:], known) and not denials(labels[-1])[0] & known for labels in (one, other))
    return asked and all(unsaid)


@lru_cache(maxsize=4_096)
def _head(label: str) -> frozenset[str]:
    """The stem of the first word of a label."""
    return stem_set(" ".join(tokens(fold(label))[:1]))


@lru_cache(maxsize=4_096)
def _telling(label: str) -> frozenset[str]:
    words = stem_set(_FULL.sub(" ", fold(re.sub(r"\([^)]*\)", " ", label))))
    return frozenset(word for word in words if word.isalpha() and len(word) > 2)
