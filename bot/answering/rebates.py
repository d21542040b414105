"""What is taken off for those who come after the first: "10 % pour le deuxième enfant, 20 % à partir du troisième"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot.answering import changes, counting, totals
from bot.answering.candidates import Candidate
from bot.answering.cases import rank_of
from bot.answering.matching import stem_set
from bot.answering.quantities import thing_of
from bot.understanding.question import Question
from index.analysis import is_said, stem, tokens
from index.engine import SURE
from knowledge.documents import Figure
from knowledge.figures import amounts, french
from knowledge.grids.figures import cents
from knowledge.text import fold

_RANKED = re.compile(
    r"\b(?P<from>(?:a (?:partir|compter) du|des le) )?"
    # "la troisième location" is a time, told otherwise (``conditions``)
    r"(?<!\bla )(?<!\bune )(?P<rank>deuxieme|second|troisieme|quatrieme|[234] ?(?:nd|i?e?me|e))\b"
    r"(?: (?P<thing>(?!(?:et|ou|tarif|prix|bapteme)\b)[a-z]{3,}))?"
)
_MORE = re.compile(r"\b(?:suivante?s?|et \+|et plus|au[- ]dela)\b")
_LESS = re.compile(r"\b(?:reduction|remise|abattement|degressi\w*|rabais|reduite?s?|minoree?s?|diminuee?s?)\b")
_MINUS = re.compile(r"[-–−] ?$")
# "sur le forfait du mois", "sur la cantine seulement": which prices are made less.
_SCOPE = re.compile(
    r"\bsur (?:(?:le|la|les|ce|l')? ?(?:prix|tarifs?|montant|cout) )?(?:de la |de l'|du |des |de |la |les |le |l')?"
    r"(?P<what>[a-z]{4,}(?: (?:de |du |des |de la )?[a-z]{4,})?)"
)
_ANY_PRICE = frozenset(map(stem, "prix tarif montant total facture cout seulement uniquement".split()))


@dataclass(frozen=True)
class Rebate:
    """What is taken off for one who comes at a rank, or from it ``onwards``."""

    rank: int
    onwards: bool
    change: changes.Change


def tells(sentence: str) -> bool:
    """Whether a sentence takes something off for those who come after the first."""
    folded = fold(sentence)
    lessened = changes.found(sentence) or _LESS.search(folded) or _minus(folded)
    return bool(_RANKED.search(folded)) and bool(lessened)


def reaches(question: Question, sentence: str) -> bool:
    """Whether a sentence takes something off for one of those whom the question counts, or whose rank it tells."""
    ranks = [rank_of(match["rank"]) for match in _RANKED.finditer(fold(sentence))]
    if not ranks or not tells(sentence):
        return False
    told = [int(one.number) for one in counting.asked(question) if _is_one(question, one.thing, sentence)]
    return max([0, *told, *_rank_asked(question, sentence)]) >= min(ranks)


def computed(question: Question, sentence: str, candidate: Candidate, figure: Figure, *, elsewhere: bool) -> str:
    """The total for those whom the question counts, or the price of the one whose rank it tells; "" if left open.

    ``elsewhere`` says that the sentence stands under another table than the price.
    """
    told, price = _rebates(sentence), figure.value
    if (
        not told
        or price is None
        or figure.unit != "€"
        or figure.doubt
        or not _in_scope(sentence, candidate, figure, elsewhere)
    ):
        return ""
    labels = figure.labels
    left = counting.left(question, labels, [*candidate.passage.path, candidate.span.clean])
    heads = [one for one in left if _is_one(question, one.thing, sentence)]
    others = [one for one in left if one not in heads]
    ranks = _rank_asked(question, sentence)
    if len(heads) + len(ranks) != 1:
        return ""
    base = totals.of_labels(figure, others) if others else ""
    if others and not base:
        return ""
    each = totals.result(base) if base else price
    done = _for_all(told, each, heads[0].number) if heads else _for_one(told, each, ranks[0])
    return f"{base} ; {done}" if base and done else done


def _rebates(sentence: str) -> tuple[Rebate, ...]:
    """What a sentence takes off at each rank; nothing where it is not plain which rate is for which rank."""
    folded = fold(sentence)
    ranks = list(_RANKED.finditer(folded))
    given = [one for one in amounts(folded) if one.unit]
    ends = [*(match.start() for match in ranks[1:]), len(folded)]
    onwards = [
        bool(match["from"] or _MORE.search(re.split(r"[.;]", folded[match.end() : end])[0]))
        for match, end in zip(ranks, ends, strict=True)
    ]
    if len({match["thing"] for match in ranks if match["thing"]}) > 1:
        return ()
    numbers = [rank_of(match["rank"]) for match in ranks]
    if len(ranks) == 1 and (change := changes.change_of(sentence)):
        return (Rebate(numbers[0], onwards[0], change),) if change.lessens else ()
    if any(one.doubt for one in given) or not (_LESS.search(folded) or len(_minus(folded)) == len(given)):
        return ()
    order = sorted([*((one.start, "rate") for one in given), *((match.start(), "rank") for match in ranks)])
    apart = all(one != other for (_, one), (_, other) in pairwise(order))
    if len(given) != len(ranks) or not apart or numbers != sorted(set(numbers)):
        return ()
    made = (changes.Change(by=one, more=False) for one in given)
    return tuple(Rebate(*one) for one in zip(numbers, onwards, made, strict=True))


def _minus(folded: str) -> list[int]:
    """Where a sum or a rate has a minus sign before it: "- 10 %"."""
    return [one.start for one in amounts(folded) if one.unit and _MINUS.search(folded[: one.start])]


def _of_rank(told: Sequence[Rebate], rank: int) -> Rebate | None:
    """What is taken off for one of that rank; None when nothing is."""
    fitting = [one for one in told if one.rank == rank or (one.onwards and one.rank < rank)]
    return fitting[-1] if fitting else None


def _for_one(told: Sequence[Rebate], price: Decimal, rank: int) -> str:
    rebate = _of_rank(told, rank)
    return rebate.change.of(price) if rebate else ""


def _for_all(told: Sequence[Rebate], price: Decimal, number: Decimal) -> str:
    """The sum for as many as are counted, each by its rank; "" when a rank past the last one told may pay less too."""
    if number > max(one.rank for one in told) and not told[-1].onwards:
        return ""
    places = [_of_rank(told, rank) for rank in range(1, int(number) + 1)]
    total, said = Decimal(0), []
    for rebate in dict.fromkeys(places):
        value, how = rebate.change.less(price) or (None, "") if rebate else (price, french(price))
        if value is None:
            return ""
        many = Decimal(places.count(rebate))
        total += many * value
        said.append(f"{french(many, '')} × {f'({how})' if rebate else how}")
    return f"{' + '.join(said)} = {french(cents(total))}"


def _in_scope(sentence: str, candidate: Candidate, figure: Figure, elsewhere: bool) -> bool:
    """Whether the prices that a sentence says it makes less are the one read; under another table it must say so."""
    rows = [one.line for one in candidate.passage.figures]
    above = [span.clean for span in candidate.spans if span.line < min([*rows, figure.line])]
    held = stem_set(" ".join((*figure.labels, *candidate.passage.path, *above)))
    scopes = [
        {stem(word) for word in tokens(match["what"]) if is_said(word)} - _ANY_PRICE
        for match in _SCOPE.finditer(fold(sentence))
    ]
    told = [scope for scope in scopes if scope]
    return all(scope <= held for scope in told) and (bool(told) or not elsewhere)


def _things(sentence: str) -> set[str]:
    return {stem(match["thing"]) for match in _RANKED.finditer(fold(sentence)) if match["thing"]}


def _is_one(question: Question, counted: str, sentence: str) -> bool:
    """Whether what the question counts is ranked by a sentence, or another word for it ("frères", "enfant")."""
    things, held = _things(sentence), stem_set(sentence)
    if counted in things:
        return True
    said = [one for one in question.terms if thing_of(one.word) == counted]
    phrases = [phrase for one in said for phrase, weight in one.stems if weight >= SURE and set(phrase.split()) <= held]
    return any(things & set(phrase.split()) for phrase in phrases)


def _rank_asked(question: Question, sentence: str) -> list[int]:
    """The rank that the question tells of one of those whom a sentence ranks: "pour le troisième enfant"."""
    found = [
        rank_of(match["rank"])
        for match in _RANKED.finditer(question.plain)
        if not match["from"] and match["thing"] and _is_one(question, thing_of(match["thing"]), sentence)
    ]
    return found if len(set(found)) == 1 else []
