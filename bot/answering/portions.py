"""A rate that a rule states ("50 % du coût du vélo"), of a sum that the question tells."""

from __future__ import annotations

import re

from bot.answering.matching import stem_set
from bot.answering.totals import CAPPED
from bot.understanding.question import Question
from index.analysis import is_said, stem, tokens
from knowledge.figures import amounts, french
from knowledge.grids.figures import cents
from knowledge.text import fold

_OF = re.compile(r"^ ?(?:du|de la|de l'|des) ?((?:[\w']+ ?){1,7})")
# What any sum may be called: it does not say what the rate is a rate of.
_OF_ANYTHING = frozenset(
    map(stem, "prix cout montant total totale depense depenses frais somme facture valeur tarif tarifs ttc ht".split())
)


def portion(question: Question, text: str) -> str:
    """The computation of the rate, said in French, or "" when the rule or the question leaves anything open.

    The rule gives one rate, and what it is a rate of, which the question names beside one sum that is no income.
    """
    rates = [one for one in amounts(text) if one.unit == "%"]
    told = [one for one in amounts(question.text) if one.unit == "€" and one.value != question.income]
    if len(rates) != 1 or len(told) != 1 or rates[0].doubt:
        return ""
    folded = fold(text)
    base = _OF.match(folded[rates[0].end :])
    asked = frozenset().union(*({stem(term.word), *(one for one, _ in term.stems)} for term in question.terms))
    named = {stem(word) for word in tokens(base[1])[:6] if is_said(word)} - _OF_ANYTHING if base else set()
    if not named & asked or question.denied & stem_set(text):
        return ""
    total, rate = told[0].value, rates[0].value
    result = cents(total * rate / 100)
    done = f"{french(total)} × {french(rate, '%')} = {french(result)}"
    caps = [one for match in CAPPED.finditer(folded) for one in amounts(folded[match.end() :])[:1]]
    if len(caps) > 1 or any(one.unit != "€" for one in caps):
        return ""
    return f"{done}, plafonné à {french(caps[0].value)}" if caps and caps[0].value < result else done
