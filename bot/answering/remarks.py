"""What is said beside a table that changes its prices ("doublé", "majoration de 2 €") in the case asked about."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from bot.answering import totals
from bot.answering.candidates import Candidate
from bot.answering.doubting import doubtful
from bot.answering.matching import stem_set
from bot.understanding.question import Question
from bot.understanding.residence import side_of
from index.analysis import stem
from index.engine import Term
from knowledge.documents import Figure
from knowledge.figures import amounts, french
from knowledge.grids.figures import cents
from knowledge.text import fold

_CHANGE = re.compile(
    r"\b(?P<twice>doublee?s?)\b|\b(?P<more>augmentee?s?|majoree?s?|majoration)\b|"
    r"\b(?P<less>reduite?s?|minoree?s?|remise|reduction|abattement)\b|\b(?P<paid>pren(?:d|nent) en charge)\b"
)
_BY = re.compile(r"\s+(?:de |d'une? \w+ de )?(?=\d)")
# "à partir du deuxième enfant": those before pay the whole price.
_ONWARDS = re.compile(
    r"\b(?:a (?:partir|compter) du|des le) (?P<rank>deuxieme|second|2 ?e(?:me)?|"
    r"troisieme|3 ?e(?:me)?) (?P<thing>\w{3,})"
)
# A change of another price than the one read.
_ANOTHER = re.compile(r"\bplus (?:elevee?|haute?|basse?)s?\b")
_ON = re.compile(r"\bsur (?:le |la )?(?:prix|tarif)s? (?:de |du |de la |de l')(?P<what>\w{3,})")
_OTHERS = re.compile(
    r"\b(?:pour (?:tou(?:s|tes) )?les autres|les autres(?=,| pay)|aux autres|dans les autres cas|a defaut)\b"
)
SURE = 0.6
# How many words of the question, which the labels read do not say, tell that a remark speaks of its case; and how
# many that its change may be computed.
TOLD, COMPUTED, LONGEST = 2, 3, 300


def remark(question: Question, candidate: Candidate, figure: Figure) -> tuple[str, str]:
    """The sentence beside the table that speaks of the case asked, and what it makes of the price; each may be ""."""
    rows = {one.line for one in candidate.passage.figures}
    labels = stem_set(" ".join((*figure.row, *figure.column, *candidate.passage.path)))
    best, most = "", TOLD - 1
    every = {label for one in candidate.passage.figures for label in (*one.row, *one.column)}
    # who lives elsewhere is told by the rows, where they tell it
    side = "" if any(side_of(label, "") for label in every) else side_of(question.text, "")
    for before, span in pairwise([candidate.spans[0], *candidate.spans]):
        if span.line in rows or len(span.clean) > LONGEST or not _CHANGE.search(fold(span.clean)):
            continue
        held = stem_set(span.clean)
        met = [t for t in question.terms if t.word in question.subject and _says(t, held) and not _says(t, labels)]
        counted = sum(totals.accounted(question, one, [span.clean]) for one in totals.asked(question))
        worth = len(met) + counted + COMPUTED * bool(side)
        if worth > most and _side(span.clean, before.clean) == side:
            best, most = span.clean, worth
    shown = [span for span in candidate.spans if span.clean == best]
    if not best or doubtful(candidate.passage, shown) or _ANOTHER.search(fold(best)):
        return best, ""
    if _ONWARDS.search(fold(best)):
        return best, _onwards(question, best, candidate, figure)
    left = totals.left(question, labels_of(figure), [*candidate.passage.path, candidate.span.clean, best])
    return best, _changed(best, figure) if most >= COMPUTED and not left else ""


def _side(sentence: str, before: str) -> str:
    """Whose case a sentence speaks of: "pour les autres" are those whom the sentence before does not speak of."""
    told = side_of(sentence, "")
    if told or not _OTHERS.search(fold(sentence)):
        return told
    return {"resident": "outsider", "outsider": "resident"}.get(side_of(before, ""), "")


def onwards(question: Question, sentence: str) -> bool:
    """Whether a remark holds from a rank on ("à partir du deuxième enfant"), which what the question counts reaches."""
    rule, held = _ONWARDS.search(fold(sentence)), stem_set(sentence)
    every = totals.asked(question) if rule else ()
    return rule is not None and any(
        one.number >= _rank(rule) and _is(question, one.thing, stem(rule["thing"]), held) for one in every
    )


def _rank(rule: re.Match[str]) -> int:
    return 3 if rule["rank"][0] in "3t" else 2


def _says(term: Term, held: frozenset[str]) -> bool:
    return any(weight >= SURE and set(phrase.split()) <= held for phrase, weight in term.stems)


def _changed(sentence: str, figure: Figure) -> str:
    """What a remark makes of a price: its double, or more or less by the sum or the rate that it gives."""
    match = _CHANGE.search(fold(sentence))
    if match is None or not figure.value or figure.unit != "€" or figure.doubt:
        return ""
    if match["twice"]:
        return f"2 × {french(figure.value)} = {french(cents(2 * figure.value))}"
    change = _change(sentence, match, figure.value)
    if change is None:
        return ""
    more, said = change
    sign, value = ("+", figure.value + more) if match["more"] else ("−", figure.value - more)
    return f"{french(figure.value)} {sign} {said} = {french(cents(value))}"


def _change(sentence: str, match: re.Match[str], price: Decimal) -> tuple[Decimal, str] | None:
    """By how much a remark changes a price, and how that is said: one sum or rate, told where nothing is left open."""
    folded = fold(sentence)
    given = [one for one in amounts(folded[match.end() :]) if one.unit]
    by = _BY.match(folded[match.end() :])
    if len(given) != 1 or given[0].doubt or (not match["more"] and (by is None or given[0].start != by.end())):
        return None
    rate = given[0].unit == "%"
    change = cents(price * given[0].value / 100) if rate else given[0].value
    said = f"{french(given[0].value, '%')} ({french(change)})" if rate else french(change)
    return (change, said) if match["more"] or change <= price else None


def _onwards(question: Question, sentence: str, candidate: Candidate, figure: Figure) -> str:
    """The total for as many as the question counts, of whom those from a rank on pay less."""
    folded = fold(sentence)
    rule, change, price = _ONWARDS.search(folded), _CHANGE.search(folded), figure.value
    left = totals.left(question, labels_of(figure), [*candidate.passage.path, candidate.span.clean])
    if not rule or not change or not change["less"] or not price or figure.unit != "€" or figure.doubt:
        return ""
    told, named = _change(sentence, change, price), _ON.search(folded)
    if told is None or len(left) != 1 or (named and stem(named["what"]) not in stem_set(" ".join(labels_of(figure)))):
        return ""
    rank = _rank(rule)
    if not onwards(question, sentence) or left[0].number < rank:
        return ""
    whole, reduced = Decimal(rank - 1), left[0].number - rank + 1
    less, how = told
    said = f"{french(whole, '')} × {french(price)} + {french(reduced, '')} × ({french(price)} − {how})"
    return f"{said} = {french(cents(whole * price + reduced * (price - less)))}"


def _is(question: Question, counted: str, thing: str, held: frozenset[str]) -> bool:
    """Whether what the question counts is the thing of a sentence, or another word for it ("frères", "enfant")."""
    said = [t for t in question.terms if stem(t.word) == counted and _says(t, held)]
    return counted == thing or any(thing in phrase.split() for t in said for phrase, _ in t.stems)


def labels_of(figure: Figure) -> tuple[str, ...]:
    """What a figure is labelled with, its row and its column."""
    return (*figure.row, *figure.column)
