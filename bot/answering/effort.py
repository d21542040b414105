"""Prices that are a share of the income: the contribution rate ("taux d'effort") of nurseries and after-school care.

The price of an hour is the monthly income multiplied by the rate (CNAF, "barème national des participations
familiales"); the act says the rate, the question the income.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot.understanding.question import Question
from knowledge.documents import Figure, Passage
from knowledge.figures import french
from knowledge.grids.figures import cents
from knowledge.text import fold

_RATES = re.compile(r"\btaux d'effort\b|\bmultipli\w+ par (?:le|les|son|leurs?) (?:revenu|ressource)s?\b")
_MOST_RATE = Decimal(5)


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
    return f"{french(income)} × {french(figure.value, '%')} = {french(cents(income * figure.value / 100))}"


def of_rates(passage: Passage) -> bool:
    """Whether a passage gives rates to multiply an income by."""
    if not any(figure.unit == "%" for figure in passage.figures):
        return False
    return _RATES.search(fold(" ".join([*passage.path, passage.clean, passage.context]))) is not None
