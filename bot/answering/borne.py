"""What an employer bears of a thing of a face value ("valeur 8 €, la commune en paie 60 %"), or what is left to pay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answering import seasons
from bot.answering.candidates import Candidate
from bot.answering.doubting import doubtful
from bot.answering.matching import stem_set
from bot.answering.quantities import Quantity, thing_of
from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.analysis import stem, tokens
from knowledge.dates import dated
from knowledge.figures import amounts, french, sums
from knowledge.grids.figures import cents
from knowledge.text import fold

_PAYER = (
    r"(?:ville|commune|mairie|collectivite|employeur|municipalite|communaute|metropole|departement|region|patronale?|"
    r"ccas|syndicat)\b"
)
_BEARS = r"(?:parts?|particip\w+|contribu\w+|pren\w+|prise?|charge|paie\w*|paye\w*|verse\w*|finance\w*|met|abonde\w*)"
_BORNE = re.compile(rf"\b{_BEARS}\b.*\b{_PAYER}|\b{_PAYER}.*\b{_BEARS}\b")
_BY_AGENT = re.compile(
    r"\b(?:reste\w*|charge|paie\w*|paye\w*|retenu\w*|retire\w*|preleve\w*|part) (?:\w+ ){0,3}"
    r"(?:agente?s?|salariee?s?|personnel)\b|\b(?:agente?s?|salariee?s?) (?:\w+ ){0,2}(?:pai\w+|paye\w*)\b"
)
# What is asked of another price than the share, or of another time.
_OTHERWISE = re.compile(r"\b(?:valeur|pourcentage|taux|avant|ancien\w*|par (?:mois|an)|augment\w+|gagn\w+)\b")
_VALUE = re.compile(r"\bvaleur\b(?P<rest>[^.;]*(?:[.,]\d[^.;]*)*)")
_FROM, _TO = re.compile(r"\bde\s*$"), re.compile(r"\ba\s*$")
_PART = re.compile(r"[.;]\s")
_SINCE = re.compile(r"\b(?:a (?:compter|partir) du|des le|depuis le)\s+$")
_THINGS = frozenset(map(thing_of, ("titre", "ticket", "cheque", "bon")))
_KINDS = frozenset(map(stem, "restaurant dejeuner vacances cadeau culture sport carburant mobilite".split()))
_BEFORE = 2  # sentences before the one read that may tell from when it holds


def borne(question: Question, candidate: Candidate, asked: Sequence[Quantity]) -> str:
    """The employer's share of the only face value told, or what is left of it, as the question asks; "" if left open.

    A value that holds from a day on is that of who names the time from then on.
    """
    agent = _BY_AGENT.search(question.plain)
    if (
        Want.MONEY not in question.wants
        or not (agent or _BORNE.search(question.plain))
        or _OTHERWISE.search(question.plain)
    ):
        return ""
    told = candidate.spans[candidate.best : candidate.best + 2]
    text = " ".join(span.clean for span in told)
    # what the question counts is as many of the things that have that value
    if doubtful(candidate.passage, told) or any(one.thing not in _THINGS for one in asked) or len(asked) > 1:
        return ""
    values = [value for match in _VALUE.finditer(fold(text)) if (value := _value(match["rest"])) is not None]
    rates = [one for part in _PART.split(text) if _BORNE.search(fold(part)) for one in amounts(part) if one.unit == "%"]
    before = " ".join(span.clean for span in candidate.spans[max(0, candidate.best - _BEFORE) : candidate.best])
    if len(values) != 1 or len(rates) != 1 or rates[0].doubt or not 0 < rates[0].value < 100:
        return ""
    if not (
        _same_thing(question, f"{' '.join(candidate.passage.path[-1:])} {text}") and _begun(question, before, text)
    ):
        return ""
    value, rate = values[0], (100 - rates[0].value) if agent else rates[0].value
    number = asked[0].number if asked else 1
    many = f"{french(asked[0].number, '')} × " if asked else ""
    return f"{many}{french(value)} × {french(rate, '%')} = {french(cents(number * value * rate / 100))}"


def _value(rest: str) -> Decimal | None:
    """The value that follows its name: the only sum, or the second of "passe de 7 € à 8 €"."""
    given = [one for one in sums(rest) if one.unit == "€"]
    changed = len(given) == 2 and _FROM.search(rest[: given[0].start]) and _TO.search(rest[: given[1].start])
    if any(one.doubt for one in given) or not (len(given) == 1 or changed):
        return None
    return given[-1].value


def _same_thing(question: Question, text: str) -> bool:
    """Whether a text speaks of all that the question names of such things: a holiday voucher buys no lunch."""
    said, held = set(tokens(question.plain)), stem_set(text)
    kinds = stem_set(" ".join(said)) & _KINDS
    return bool(_THINGS & {thing_of(word) for word in said}) and bool(_THINGS & held) and kinds <= held


def _begun(question: Question, before: str, text: str) -> bool:
    """Whether the question tells a time from the day on which a value holds, where one is told."""
    told = f"{before} {text}"
    days = [day for at, day in dated(told) if _SINCE.search(fold(told)[:at])]
    if len(days) != 1:
        return not days
    day, asked = days[0], seasons.day_asked(question.text, question.day)
    years = {int(year) for year in question.years}
    if not years:
        return asked is not None and asked[0] == day.month
    return len(years) == 1 and (min(years), asked or (1, 1)) >= (day.year, (day.month, day.day))
