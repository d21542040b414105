"""A sentence beside a price that gives the public asked about another one, or none: "vacanciers : tarif habitant"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bot.answering import conditions, whom
from bot.answering.candidates import Candidate
from bot.answering.cases import tells_an_age
from bot.answering.matching import stem_set
from bot.answering.sections import beside
from bot.answering.setting import Setting
from bot.understanding.question import Question
from bot.understanding.residence import side_of
from bot.understanding.wants import Want
from knowledge.documents import Figure
from knowledge.text import fold

_PRICE = r"(?:tarif|prix) (?:de |des |d[ue] )?(?:leur |sa )?\w{4,}"
_LIKENED = re.compile(
    rf": (?:au )?{_PRICE}|\b(?:paie(?:nt)?|paye(?:nt)?|payee?s?|benefici\w+|releve(?:nt)?|accueillie?s?|factur\w+) "
    rf"(?:du |au |le |les |selon le )?(?:meme )?{_PRICE}|\b(?:sont|est) (?:assimile|exonere|dispense)e?s?\b|"
    r"\b(?:demi-tarif|moitie prix)\b|\bgratuite?s? (?:pour|aux?)\b"
)
TOLD, LONGEST = 1, 300
HALF = Fraction(1, 2)  # of what is said of a public, the question says that much at least
# How a sentence says that somebody pays nothing, and how it says who: after these words, else before them.
_FREE = re.compile(
    r"\b(?:(?:est|sont|entre|entrent|reste|restent|voyage|voyagent|inscrite?s?|accueillie?s?|admise?s?) "
    r"(?:\w+ )?(?:gratuite?s?|gratuitement)|gratuite?s?(?= (?:pour|aux?|a l))|gratuite (?=pour|aux?)|"
    r"(?:est|sont)(?: \w+)? (?:exoneree?s?|dispensee?s?))\b"
)
_FOR = re.compile(r"^ (?:pour|aux?|a l[a'])(?: (?:tous |toutes )?(?:les?|la)\b)? ?")
# How it says that somebody pays as others do.
_AS = re.compile(
    r"\b(?:(?:paie|paient|paye|payent|acquitte|acquittent|beneficie|beneficient|releve|relevent|"
    r"(?:est|sont) (?:\w+ment )?(?:factur|accueilli|inscrit|impos|tax|admis)\w*) "
    rf"(?:comme |(?:selon |d[eu]s? |au |aux |le |les )?(?:meme )?(?={_PRICE}))|"
    r"(?:est|sont) assimilee?s? )"
)
_INSTEAD = re.compile(r"\b(?:et non|et pas|au lieu|plutot que|non celui)\b")
# What is free once, for a while, or under what nobody told, is not free for good.
_AT_TIMES = re.compile(
    r"\b(?:premiere?s?|deuxieme|seconde?|fois|par an|par mois|jusqu\w*|a condition|sous reserve|sauf|hors|a partir|"
    r"si|s'ils?|lorsqu\w*|quand|apres|avant|ne|n'\w*|pas|moins de|plus de)\b"
)
_NOTED = re.compile(r"^\W*(?:notes?|nota|nb|remarque)\b[^:]{0,40}[:.-]\s*")
_ASKS_A_PRICE = frozenset({Want.MONEY, Want.CHARGE})


@dataclass(frozen=True)
class Ruling:
    """The sentence of ``proof`` that settles what the public asked about pays, and the prices that it leaves true."""

    proof: Candidate
    figures: tuple[Figure, ...] = ()


def likened(question: Question, candidate: Candidate) -> str:
    """The sentence beside the row read that says whose price is for the public asked about, or ""."""
    if candidate.reading is None:
        return ""
    rows = {figure.line for figure in candidate.passage.figures}
    labels = stem_set(" ".join([*candidate.reading.labels, *candidate.passage.path]))
    asked = [term for term in question.terms if term.word in question.subject and not term.said_in(labels)]
    best, most = "", TOLD - 1
    for span in candidate.spans:
        if span.line in rows or len(span.clean) > LONGEST or not _LIKENED.search(fold(span.clean)):
            continue
        held = stem_set(span.clean)
        met = sum(term.said_in(held) for term in asked)
        if met > most:
            best, most = span.clean, met
    return best


def ruling(question: Question, candidates: Sequence[Candidate], setting: Setting) -> Ruling | None:
    """The sentence beside what the first candidate tells that settles what the very public asked about pays, if any."""
    if question.wants and not question.wants & _ASKS_A_PRICE:
        return None
    first = candidates[0]
    read = first.reading.figures if first.reading else ()
    told = first.reading.labels if first.reading else (first.span.clean,)
    labels = stem_set(" ".join([*told, *first.passage.path]))
    unsaid = whom.unsaid(question, labels)
    aged = bool(read) and not tells_an_age(fold(" ".join(told)))
    for one in beside(candidates):
        rows = {figure.line for figure in one.passage.figures}
        for place, span in enumerate(one.spans):
            if span.line in rows or len(span.clean) > LONGEST or (one is first and place == first.best):
                continue
            proof = replace(one, best=place, reading=None)
            if aged and conditions.of_the_age(question.plain, span.clean):
                return Ruling(proof)
            public, alike = _settled(_NOTED.sub("", fold(span.clean)))
            if _is_side(public, setting) and whom.meant(question, unsaid, public, HALF):
                return Ruling(proof, _as_well(read, alike, setting) if alike else ())
    return None


def _settled(folded: str) -> tuple[str, str]:
    """Whom a folded sentence says that it settles the price of, and as whom they pay; "" for what it does not say."""
    if alike := _AS.search(folded):
        before, after = folded[: alike.start()], folded[alike.end() :]
        return ("", "") if _AT_TIMES.search(before) else (before, _INSTEAD.split(after)[0])
    free = _FREE.search(folded)
    if free is None or _AT_TIMES.search(folded):
        return "", ""
    whose = _FOR.match(folded[free.end() :])
    return folded[free.end() + whose.end() :] if whose else folded[: free.start()], ""


def _is_side(public: str, setting: Setting) -> bool:
    """Whether those whom a sentence speaks of may live where the question says: "les écoles et clubs de la commune"."""
    return setting.side == "" or side_of(public, setting.inhabitants) in ("", setting.side)


def _as_well(read: Iterable[Figure], alike: str, setting: Setting) -> tuple[Figure, ...]:
    """The prices read that are not those of another side than the one that somebody pays as."""
    side = side_of(alike, setting.inhabitants)
    return tuple(one for one in read if side_of(" ".join(one.labels), setting.inhabitants) in ("", side))
