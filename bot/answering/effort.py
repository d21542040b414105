"""Prices that are a share of the income: the contribution rate ("taux d'effort") of nurseries and after-school care.

The price of an hour is the monthly income multiplied by the rate (CNAF, "barème national des participations
familiales"); the act says the rate, the question the income.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot.understanding.question import Question
from bot.understanding.residence import side_of
from knowledge.documents import Figure, Passage
from knowledge.figures import Amount, amounts, french
from knowledge.grids.figures import cents
from knowledge.text import fold

_RATES = re.compile(r"\btaux d'effort\b|\bmultipli\w+ par (?:le|les|son|leurs?) (?:revenu|ressource)s?\b")
_NOT_OURS = re.compile(r"\bnon[ -][a-z]{4,}(?:[oa]is(?:es?)?|[ie]en(?:ne)?s?)\b")
_RAISED = re.compile(r"\bmaj\w+ de (\d[\d ,.]* ?%)")
_MOST_RATE = Decimal(5)
_A_YEAR = re.compile(r"\b(?:annuel(?:le)?s?|par an|a l'annee|/ ?an)\b")
# A child with a disability has the rate of a larger family.
_OTHER_RATE = re.compile(r"\bhandicap\w*|\baeeh\b")
_BOUND = re.compile(r"\b(?P<which>plancher|plafond)\b[^.;:\d]{0,60}?(?:20\d\d )?(?::|de|a|est)\s*(?=\d)")
NEAR = 70  # characters before a surcharge, where whom it is for is said


def applies(question: Question, passage: Passage) -> bool:
    """Whether a passage gives contribution rates and the question an income (in euros) to multiply by one."""
    return question.income is not None and of_rates(passage)


def price(question: Question, passage: Passage, figure: Figure) -> str:
    """The computation, said in French ("2 000 € × 0,06 % = 1,20 €"), or "" when the figure is no rate of that kind."""
    income = question.income
    if income is None or figure.value is None or figure.doubt or figure.unit != "%" or figure.value > _MOST_RATE:
        return ""
    if not of_rates(passage):
        return ""
    counted, said = _counted(income, passage)
    if not said or _A_YEAR.search(fold(question.text)) or _OTHER_RATE.search(fold(question.text)):
        return ""
    base = cents(counted * figure.value / 100)
    done = f"{said} × {french(figure.value, '%')} = {french(base)}"
    if not _outside(question.text) or not (more := _surcharges(passage)):
        return done
    if len(more) > 1 or more[0].doubt:
        return ""
    added = cents(base * more[0].value / 100)
    return f"{done} ; {french(base)} + {french(more[0].value, '%')} ({french(added)}) = {french(base + added)}"


def of_rates(passage: Passage) -> bool:
    """Whether a passage gives rates to multiply an income by."""
    if not any(figure.unit == "%" for figure in passage.figures):
        return False
    return _RATES.search(fold(" ".join([*passage.path, passage.clean, passage.context]))) is not None


def _counted(income: Decimal, passage: Passage) -> tuple[Decimal, str]:
    """The income that the rate is taken of, and how it is said: within the bounds of a passage that gives them.

    Not said where the bounds of several years leave open which one holds.
    """
    folded = fold(passage.clean)
    told: dict[str, set[Decimal]] = {"plancher": set(), "plafond": set()}
    for match in _BOUND.finditer(folded):
        told[match["which"]] |= {one.value for one in amounts(folded[match.end() :])[:1] if one.unit == "€"}
    low, high = ({one for one in told["plancher"] if one > income}, {one for one in told["plafond"] if one < income})
    for which, beyond in (("plancher", low), ("plafond", high)):
        if beyond:
            bound = next(iter(beyond))
            return bound, f"{french(bound)} ({which} des ressources)" if len(told[which]) == 1 else ""
    return income, french(income)


def _outside(text: str) -> bool:
    """Whether a text speaks of those who live elsewhere, by any word for them or by a people's name denied."""
    return side_of(text, "") == "outsider" or _NOT_OURS.search(fold(text)) is not None


def _surcharges(passage: Passage) -> list[Amount]:
    """The rates by which a passage raises the price of those who live elsewhere."""
    folded = fold(passage.clean)
    raised = [one for one in _RAISED.finditer(folded) if _outside(folded[max(0, one.start() - NEAR) : one.start()])]
    return [one for match in raised for one in amounts(match[1])]
