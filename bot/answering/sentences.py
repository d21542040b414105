"""Computing what a question counts from the prices of a sentence: each price by the words that say what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.answering import counting, likely, periods, totals
from bot.answering.borne import borne
from bot.answering.candidates import Candidate
from bot.answering.doubting import doubtful
from bot.answering.extras import named, possible, required
from bot.answering.instalments import instalment
from bot.answering.matching import stem_set
from bot.answering.portions import portion
from bot.answering.quantities import Quantity, cases_named, number_of, per_one, product, share, thing_of
from bot.answering.stages import staged
from bot.understanding.question import Question
from index.analysis import tokens
from knowledge.figures import french, sums
from knowledge.grids.figures import cents
from knowledge.text import fold

_PARTED = re.compile(r"[,;:.()]|\s[-–]\s")
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_AFTER = 9  # words right after a price that may tell what it is for
# "25 € par foyer, plus 8 € par enfant": what is paid once, then what is paid for each
_PLUS = re.compile(
    r"\b(?:(?:et )?plus|puis|auxquels? (?:s'ajoutent?|sont ajoutes?)|"
    r"(?:majoree?s?|augmentee?s?|completee?s?) d(?:e|'))\s*$"
)
_AT_MOST = re.compile(
    r"\b(?:dans la limite de|jusqu a|maximum(?: de)?|limitee?s? a|plafonnee?s? a|depasser|exceder) "
    r"(?P<number>\w+) (?P<thing>\w{3,})|"
    r"\b(?P<count>\w+) (?P<counted>\w{3,}) (?:au plus|au maximum|maximum)\b"
)
_THEN = re.compile(r"\bpuis\s*$")
# A price for some of the days, or in some of them only.
_SOME = re.compile(r"\b(?:premiere?s?|\d+|jours?|nuits?|heures?|semaines?|mois|saisons?|forfait|soirs?)\b[^.:;]*$")
_SPELLS = frozenset(map(thing_of, ("jour", "nuit")))
# "par an" says how often: nobody counts "un an" by asking for "a year".
_TIMES = frozenset(map(thing_of, ("an", "annee", "mois", "semaine", "jour", "heure", "fois", "trimestre")))
_YEARLY = frozenset("an ans annee annees annuel annuelle annuels annuelles annuellement".split())


@dataclass(frozen=True)
class _Price:
    """A price of a sentence: ``after`` the words right after it, ``words`` the stems of those on both sides."""

    value: Decimal
    after: str
    words: frozenset[str]


def computed(question: Question, candidate: Candidate) -> str:
    """The computation that the sentence answering best allows, said in French, or "" when it allows none."""
    text = candidate.span.clean
    told = " . ".join([text, *candidate.passage.path])
    if totals.adds(question) or not likely.computable(text):
        return ""
    if doubtful(candidate.passage, [candidate.span]) and not likely.lettered(candidate.passage, candidate.span):
        return ""
    if not cases_named(question.plain) <= cases_named(fold(told)):
        return ""
    # "camping, 3 nuits avec la taxe": the tax alone is not what they cost
    if any(named(question, extra, text) for extra in required(question) | possible(question)):
        return ""
    every = counting.asked(question)
    asked = tuple(one for one in every if not counting.accounted(question, one, [text]))
    if done := periods.overrun(question, candidate, asked):
        return done
    if (whole := staged(candidate, asked)) is not None:
        return whole
    done = _counted(question, text, asked) or (_counted(question, text, every) if asked != every else "")
    if done and totals.over(candidate, done):
        return ""
    near = " ".join(span.clean for span in candidate.spans[candidate.best : candidate.best + 3])
    right = "" if done else share(near, every)
    done = done or (right[1] if right else "") or portion(question, text) or borne(question, candidate, every)
    return done or instalment(question, candidate)


def with_each(question: Question, candidate: Candidate) -> tuple[str, str]:
    """What a sentence whose prices were read as a table's pays once and for each, with that sentence; else "" twice."""
    near = candidate.spans[candidate.best : candidate.best + 2]
    if doubtful(candidate.passage, near):
        return "", ""
    for text in _SENTENCE.split(" ".join(span.clean for span in near)):
        priced = sums(text)
        if len(priced) == 2 and _PLUS.search(fold(text[priced[0].end : priced[1].start])):
            return _counted(question, text, counting.asked(question)), text
    return "", ""


def _counted(question: Question, text: str, asked: Sequence[Quantity]) -> str:
    """The prices of the sentence that are asked about, times what they are the prices of."""
    asked = _capped(text, asked)
    every = _prices(text)
    if len(every) == 2 and _PLUS.search(fold(text[sums(text)[0].end : sums(text)[1].start])):
        return _base_and_each(question, every, asked, text)
    if not asked:
        return ""
    prices = [one for one in every if not one.words & question.denied]
    what = totals.included(question)
    if what and what not in stem_set(text):
        return ""
    holding = [one for one in prices if what in one.words]
    if what and holding:
        return _sum(prices, asked) if len(prices) == 2 and len(holding) == 1 else ""
    if len(sums(text)) == 1 and prices:
        done = product(prices[0].value, "€", text, asked)
        return done[1] if done else ""
    if whole := _whole(question, prices, asked):
        return whole
    fitting = [one for one in prices if product(one.value, "€", one.after, asked)]
    # "le mètre carré est de 48 € par an, ou 36 € pour la saison": what comes before is said of each
    lead = text[: sums(text)[0].start] if prices else ""
    if prices and not fitting and product(prices[0].value, "€", lead, asked):
        chosen = _named(question, prices)
        done = product(chosen[0].value, "€", lead, asked) if chosen else None
        return done[1] if done else ""
    chosen = fitting if len(fitting) == 1 else _named(question, fitting)
    done = product(chosen[0].value, "€", chosen[0].after, asked) if chosen else None
    return done[1] if done else ""


def _prices(text: str) -> list[_Price]:
    found, priced = [], sums(text)
    for number, one in enumerate(priced):
        if _caps(fold(text[: one.start])):
            continue
        before = _PARTED.split(text[priced[number - 1].end if number else 0 : one.start])[-1]
        after = _PARTED.split(text[one.end : priced[number + 1].start if number + 1 < len(priced) else None])[0]
        after = " ".join(after.split()[:_AFTER])
        words = {"an" if word in _YEARLY else word for word in tokens(f"{before} {after}")}
        found.append(_Price(one.value, after, stem_set(" ".join(words)) | (words & {"an"})))
    return found


def _caps(before: str) -> bool:
    """Whether the words before a sum make it a cap, the price of nothing."""
    return any(match.end() == len(before) for match in totals.CAPPED.finditer(before))


def _named(question: Question, prices: Sequence[_Price]) -> list[_Price]:
    """The only price of several whose own words the question says ("tarif annuel"), in a list; else none."""
    said = set(stem_set(question.plain)) | ({"an"} if _YEARLY & set(tokens(question.plain)) else set())
    met = []
    for price in prices:
        others = frozenset().union(*(one.words for one in prices if one is not price))
        met += [price] if (price.words - others) & said else []
    return met if len(met) == 1 else []


def _sum(prices: Sequence[_Price], asked: Sequence[Quantity]) -> str:
    """Several prices of the same thing, each times the number asked."""
    if len(asked) != 1 or not all(product(one.value, "€", one.after, asked) for one in prices):
        return ""
    return _added([(asked[0].number, one.value) for one in prices])


def _whole(question: Question, prices: Sequence[_Price], asked: Sequence[Quantity]) -> str:
    """A total of all the prices, when the question counts all the things that they are the prices of.

    "300 € par école et 12 € par élève": "une école de 120 élèves" counts one of the first, which "un" tells.
    """
    parts, used = [], set()
    things = [one.thing for one in asked]
    for price in prices:
        per = per_one(price.after)
        fitting = [one for one in asked if one.thing in per]
        single = _one_of(question, per - _TIMES)
        if len(per) != 1 or (not fitting and not single):
            return ""
        parts.append((fitting[0].number if fitting else Decimal(1), price.value))
        used |= set(fitting)
    apart = len(things) == len(set(things)) and len({per_one(one.after) for one in prices}) == len(prices)
    return _added(parts) if len(parts) > 1 and used == set(asked) and apart else ""


def _base_and_each(question: Question, prices: Sequence[_Price], asked: Sequence[Quantity], text: str) -> str:
    """What is paid once with what is paid for each of one thing, when nothing else is counted; "" otherwise."""
    base, each = prices
    first, second = sums(text)
    before, between = fold(text[: first.start]), fold(text[first.end : second.start])
    # what is paid "puis" by the day comes after what is paid for no time
    timed = _SOME.search(before) or _SOME.search(between) or base.words & _TIMES
    days = _SPELLS if _THEN.search(between) and not timed else frozenset()
    things = per_one(each.after) - (_TIMES - days)
    number = next((one.number for one in asked if one.thing in things), None)
    if number is None and _one_of(question, things):
        number = Decimal(1)
    if number is None or any(one.thing not in things for one in asked) or len(asked) > 1:
        return ""
    more = french(each.value) if number == 1 else f"{french(number, '')} × {french(each.value)}"
    return f"{french(base.value)} + {more} = {french(cents(base.value + number * each.value))}"


def _one_of(question: Question, things: Iterable[str]) -> bool:
    """Whether a question counts one of some things, by an article: "une école", "mon enfant"."""
    return any(re.search(rf"\b(?:une?|m(?:on|a)|notre) {re.escape(one)}", question.plain) for one in things)


def _capped(text: str, asked: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities asked, each no more than the sentence pays for ("dans la limite de deux enfants")."""
    most: dict[str, Decimal] = {}
    for match in _AT_MOST.finditer(" ".join(tokens(text))):
        number = number_of(match["number"] or match["count"])
        if number:
            most[thing_of(match["thing"] or match["counted"])] = number
    return tuple(replace(one, number=min(one.number, most.get(one.thing, one.number))) for one in asked)


def _added(parts: Sequence[tuple[Decimal, Decimal]]) -> str:
    said = " + ".join(f"{french(number, '')} × {french(value)}" for number, value in parts)
    return f"{said} = {french(cents(sum((number * value for number, value in parts), Decimal(0))))}"
