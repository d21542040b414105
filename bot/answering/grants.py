"""What an act gives under several titles that a question names together, each by its own unit, then the total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answering.candidates import Candidate
from bot.answering.counting import asked
from bot.answering.doubting import doubtful
from bot.answering.matching import stem_set
from bot.answering.quantities import Quantity, thing_of
from bot.answering.spans import shortened
from bot.understanding.question import Question
from index.analysis import is_said, tokens
from knowledge.figures import french, sums
from knowledge.grids.figures import cents
from knowledge.text import fold

MOST, TITLE = 4, 80
_PER = re.compile(r"^ ?par (\w{3,})(?: (\w{3,}))?")
_PLUS = re.compile(r"([^\W\d]\w{2,}) ?\+ ?(?=([^\W\d]\w{2,}))")


@dataclass(frozen=True)
class Granted:
    """The computation told, and the candidates whose prices it takes, each to be cited."""

    text: str
    proofs: tuple[Candidate, ...]


def granted(question: Question, candidates: Sequence[Candidate]) -> Granted | None:
    """The parts of one act that the question names and counts, each computed, and their total; None below two parts.

    Nothing when a title that the question names, or a word that it adds ("gilets + remorques"), is not priced.
    """
    first = candidates[0]
    titled: dict[str, Candidate] = {}
    unpriced: set[str] = set()
    for one in candidates:
        if one.act == first.act and one.reading is None and len(one.passage.path) > 1:
            if sums(one.passage.clean):
                titled.setdefault(one.passage.path[-1], one)
            else:
                unpriced |= stem_set(one.passage.path[-1])
    counted = asked(question)
    # what the act itself is about tells none of its titles from the others
    said = stem_set(question.plain) - {one.thing for one in counted} - stem_set(" ".join(first.passage.path[:-1]))
    words = {title: stem_set(title) for title in titled}
    added = stem_set(" ".join(word for pair in _PLUS.findall(fold(question.text)) for word in pair))
    if ((unpriced & said) | added) - frozenset().union(*words.values()):
        return None
    named = [one for title, one in titled.items() if said & _own(title, words)]
    parts = [(one, part) for one in named if (part := _part(one, counted))]
    if not 2 <= len(parts) <= MOST or len(parts) < len(named):
        return None
    every = [cents(number * price) for _, (number, price) in parts]
    lines = [
        f"- {shortened(one.passage.path[-1], TITLE)} : {french(number, '')} × {french(price)} = {french(given)}"
        for (one, (number, price)), given in zip(parts, every, strict=True)
    ]
    total = f"{' + '.join(map(french, every))} = {french(sum(every, Decimal(0)))}"
    return Granted("\n".join([total, *lines]), tuple(one for one, _ in parts))


def _own(title: str, words: dict[str, frozenset[str]]) -> frozenset[str]:
    """The stems of a title that no other title says."""
    return words[title] - frozenset().union(*(held for other, held in words.items() if other != title))


def _part(candidate: Candidate, counted: Sequence[Quantity]) -> tuple[Decimal, Decimal] | None:
    """The only price of a passage, for one of what the question counts: how many, and the price.

    "par élève élémentaire" is for those that the question counts as such, never for all the pupils.
    """
    text = candidate.passage.clean
    priced = sums(text)
    if len(priced) != 1 or priced[0].doubt or doubtful(candidate.passage, candidate.spans):
        return None
    per = _PER.match(fold(text[priced[0].end :]))
    if per is None:
        return None
    which = tokens(per[2])[0] if per[2] and is_said(per[2]) else ""
    thing = thing_of(which or per[1])
    fitting = [one for one in counted if one.thing == thing]
    return (fitting[0].number, priced[0].value) if len(fitting) == 1 else None
