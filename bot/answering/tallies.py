"""How many of a thing: what a question counts, and whether a text counts the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.answering.matching import SAME, stem_set
from bot.answering.spans import Span
from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.analysis import stem
from index.engine import Term
from knowledge.text import NUMBER_WORDS

COUNT_BONUS = 0.25
_HOW_MANY = re.compile(
    # "combien voitures": a bare word that is no verb
    r"\b(?:(?:combien d|nombre d|nb|quantite d)e? |combien (?!\w+ons\b)(?=\w+[sx]\b))(?:(?:jeux?|paires?|exemplaires?|"
    r"sortes?|types?|sacs?) d(?:e |es |'))?(\w{4,})"
)
_NOT_COUNTED = {"temps", "fois", "coute", "paye", "faut", "jours", "mois", "annees", "semaines", "heures", "minutes"}
NUMBERS = "|".join(word for word in NUMBER_WORDS if word not in ("un", "une", "zero"))


def counted(question: Question, folded: str) -> float:
    """A bonus for a count of the very thing asked for: "combien de communes", "39 communes"."""
    thing = _thing(question.plain)
    told = _told_count(thing, question.terms) if thing else None
    return COUNT_BONUS if told and told.search(folded) else 0.0


def counts_something_else(question: Question, titles: Iterable[str], spans: Sequence[Span], best: int) -> bool:
    """Whether the question asks how many of a thing, and neither the best span, nor what stands around it names it.

    ``titles`` are those above the span, with the labels of its row: "combien de chaises" is answered by no price.
    """
    thing = _thing(question.plain)
    if not thing or Want.MONEY in question.wants:
        return False
    asked = [term for term in question.terms if {stem(thing), thing} & {*term.word.split()}]
    ways = [phrase.split() for term in asked for phrase, weight in term.stems if weight >= SAME]
    around = stem_set(" ".join([*titles, *(span.clean for span in spans[max(0, best - 1) : best + 2])]))
    return bool(ways) and not any(set(way) <= around for way in ways)


@lru_cache(maxsize=256)
def _thing(plain: str) -> str:
    """The word for what a folded question asks the number of; "" when it asks for none."""
    match = _HOW_MANY.search(plain)
    return match[1] if match and match[1] not in _NOT_COUNTED else ""


@lru_cache(maxsize=256)
def _told_count(thing: str, terms: tuple[Term, ...]) -> re.Pattern[str]:
    """What a text that counts a thing looks like, by its word or by another for the same ("39 communes")."""
    same = [way for term in terms if term.word == thing for way, how in term.stems if how >= SAME and " " not in way]
    said = "|".join(re.escape(one[:7]) for one in dict.fromkeys([stem(thing), *same]))
    return re.compile(rf"\b(?:{said})\w*(?: \w+)?,? au nombre d|(?:\b\d+|\b(?:{NUMBERS}))\s(?:\w+ )?(?:{said})")
