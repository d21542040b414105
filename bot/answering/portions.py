"""A rate that a rule states ("50 % du coût du vélo"), of a sum that the question tells or that is paid in parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answering.matching import stem_set
from bot.answering.spans import Span
from bot.answering.totals import CAPPED
from bot.understanding.question import Question
from index.analysis import is_said, stem, tokens
from knowledge.figures import amounts, french, sums
from knowledge.grids.figures import cents
from knowledge.text import fold

_OF = re.compile(r"^ ?(?:du|de la|de l'|des) ?((?:[\w']+ ?){1,7})")
# What any sum may be called: it does not say what the rate is a rate of.
_OF_ANYTHING = frozenset(
    map(stem, "prix cout montant total totale depense depenses frais somme facture valeur tarif tarifs ttc ht".split())
)

# "50 % en novembre, 30 % à la signature, le solde en juin": each part of a payment, and when it is paid
_WHEN = (
    r"(?:(?:est |sont )?(?:vers|pay|mandat)ee?s? )?"
    r"((?:en|au|aux|a|lors|des|apres|avant|le|fin|debut|courant|sur)\b[^,;.:%]{2,60})"
)
_PART = re.compile(rf"\b(\d{{1,3}}) ?%,? (?:de la somme |du montant |de la subvention )?{_WHEN}")
_REST = re.compile(rf"\b(?:le |et )?solde\b,? ?(?:soit \d{{1,3}} ?%,? ?)?{_WHEN}?")
_BEFORE, _AFTER, _ALL = 2, 5, 100


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


def instalment(question: Question, spans: Sequence[Span], best: int) -> str:
    """The computation of the part that the question names of a sum paid in parts, or "" when anything is left open.

    The parts, told by their rates and when each is paid, must make the whole; the sum must be the only one near them.
    """
    around = " ".join(span.clean for span in spans[max(0, best - _BEFORE) : best + _AFTER])
    folded = fold(around)
    parts = [(Decimal(rate), f"{rate} % {when}") for rate, when in _PART.findall(folded)]
    rest = _REST.search(folded)
    paid = sum((rate for rate, _ in parts), Decimal(0))
    if rest and paid < _ALL:
        parts.append((_ALL - paid, f"solde {rest[1] or ''}"))
    whole = {one.value for one in sums(around)}
    said = stem_set(question.plain)
    named = [rate for rate, when in parts if stem_set(when) & said - _OF_ANYTHING]
    if len(parts) < 2 or sum(rate for rate, _ in parts) != _ALL or len(whole) != 1 or len(named) != 1:
        return ""
    total, rate = whole.pop(), named[0]
    return f"{french(total)} × {french(rate, '%')} = {french(cents(total * rate / 100))}"
