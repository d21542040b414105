"""A price told as a share of another ("Panier fourni : 35 % du prix de sa tranche"): of which, and in which case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.changes import PART
from bot.answering.matching import stem_set
from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.engine import SURE, Term
from knowledge.documents import Figure
from knowledge.text import fold

_OF_A_PRICE = (
    rf"(?:(?P<rate>\d{{1,3}}) ?%|(?:la )?\b(?:{PART})) (?:du|de la|des|de son|de sa) (?:\w+ ){{0,2}}?"
    r"(?:prix|tarifs?|montant|redevance|cotisation)\b"
)
_SHARE = re.compile(_OF_A_PRICE)
_LABEL = re.compile(rf"^\W*(?P<what>[^:;.%]{{4,90}}?) ?: ?{_OF_A_PRICE}")
FEW = 3  # a label of so few words of its own is named by one of them, a longer one by two


def priced(question: Question, figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures but those that a text says are a share of another price, when a price is asked."""
    told = _SHARE.finditer(fold(text)) if Want.MONEY in question.wants else ()
    shares = {match["rate"] for match in told if match["rate"]}
    kept = [one for one in figures if one.unit != "%" or re.sub(r"\D", "", one.printed) not in shares] if shares else []
    return kept or list(figures)


def of_the_case(
    question: Question, sentence: str, figures: Sequence[Figure], titles: frozenset[str] = frozenset()
) -> bool:
    """Whether a sentence gives, as a share of the price, that of the case asked, by words that no row says.

    Nor do the ``titles``, nor what it is a share of: "Semaine de pluie : la moitié du prix de la semaine".
    """
    folded = fold(sentence)
    match = _LABEL.match(folded)
    if match is None:
        return False
    others = frozenset().union(*(stem_set(" ".join(one.labels)) for one in figures), titles)
    others |= stem_set(folded[match.end() :])
    own = {word for word in stem_set(match["what"]) - others if word.isalpha() and len(word) > 2}
    named = {word for word in own if any(_says(term, word) for term in question.terms)}
    return len(named) >= (1 if len(own) <= FEW else 2)


def _says(term: Term, word: str) -> bool:
    return any(near >= SURE and word in way.split() for way, near in term.stems)
