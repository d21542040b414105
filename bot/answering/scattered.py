"""What a question says in one breath ("la leçon de tennis"), and one place of an act must say too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.answering.matching import Idea, stem_set, strength
from bot.answering.parts import Seen
from bot.answering.rows import Reading
from bot.answering.signals import kinds
from bot.understanding.question import Question
from bot.understanding.wants import Want

# A word that weighs less of the subject tells too little apart; of so few words, each tells.
WEIGHS, FEW = 0.25, 2
# A weaker likeness than this says another thing.
SAID = 0.5
# A price needs not say that it is one for hiring.
_HIRED = stem_set("location louer loue louee pret preter prete reservation reserver")
_LINK = r"(?:(?:de|d|du|des|la|le|les|l|une?|a|au|aux|pour|en|sur|par|dans|cette?|son|sa|chaque) )+"


def scattered(question: Question, ideas: Sequence[Idea], one: Seen, best: int, reading: Reading | None) -> bool:
    """Whether what is told says one half of what the question joins, and the other stands elsewhere or nowhere.

    ``best`` is the place of the part told. A row says its labels, its titles, what stands above its table and what its
    act is about; a sentence about money, asked in two words, itself, its titles and the line that introduces it. Who
    tells a figure of his own asks by it, and is answered by brackets.
    """
    if question.figures or question.sums:
        return False
    part = one.parts[best]
    subjects = [idea for idea in ideas if idea.subject and not idea.least]
    said = (one.path, kinds(question, part))
    if reading is None:
        if Want.MONEY not in question.wants or len(subjects) != FEW:
            return False
        lead = [other.held for other in one.parts[:best] if other.span.clean.endswith(":")]
        return any(_unsaid(idea, part.held, *said, *lead[-1:]) for idea in subjects)
    least = WEIGHS * sum(idea.weight for idea in ideas if idea.subject)
    told = (stem_set(" ".join(reading.labels)), one.heads, one.topic, _HIRED, *said)
    missing = [idea for idea in subjects if idea.weight >= least and _unsaid(idea, *told)]
    if missing:
        above = [other.held for other in one.parts if other.span.line < min(one.rows)]
        missing = [idea for idea in missing if _unsaid(idea, *above)]
    return any(_joined(question.plain, idea.term.word, other.term.word) for idea in missing for other in subjects)


def _unsaid(idea: Idea, *held: frozenset[str]) -> bool:
    return all(strength(idea, stems) <= SAID for stems in held)


@lru_cache(maxsize=1_024)
def _joined(plain: str, one: str, other: str) -> bool:
    """Whether a folded question joins two of its words by small ones only: "leçon de tennis", "garde d'un chat"."""
    if one == other:
        return False
    said = re.sub(r"[-'’]", " ", plain)
    pairs = ((one, other), (other, one))
    return any(re.search(rf"\b{re.escape(a.split()[-1])} {_LINK}{re.escape(b.split()[0])}\b", said) for a, b in pairs)
