"""Numbers: how many of a thing a question asks for or gives, and whether a text counts the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.answering.matching import SAME, stem_set
from bot.answering.parts import Part
from bot.answering.spans import Span
from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.analysis import stem
from index.engine import Term
from knowledge.text import NUMBER_WORDS, SEVERAL, YEARS_LONG, fold

COUNT_BONUS, CONTRARY_PENALTY = 0.25, 0.2
_HOW_MANY = re.compile(
    # "combien voitures": a bare word that is no verb
    r"\b(?:(?:combien d|nombre d|nb|quantite d)e? |combien (?!\w+ons\b)(?=\w+[sx]\b))(?:(?:jeux?|paires?|exemplaires?|"
    r"sortes?|types?|sacs?) d(?:e |es |'))?(\w{4,})"
)
_OF_THEM = re.compile(r"\b(?:combien|nombre|nb) (?:de |d'? ?|des )(\w{4,})")
_NOT_COUNTED = {"temps", "fois", "coute", "paye", "faut", "jours", "mois", "annees", "semaines", "heures", "minutes"}
_BOUND = re.compile(
    r"\b(?:jusqu a|moins de|plus de|au dela de|au plus|au moins|entre|apres|excede(?:r|nt)?|depasse(?:r|nt)?) $"
)
# "les communes de moins de 15 000 habitants" tells which towns are meant, and counts nobody.
_WHICH_TOWNS = re.compile(r"\b(?:communes?|villes?|collectivites?) (?:\w+ ){0,3}de (?:plus|moins) de \d")
_PEOPLE = stem("habitants")


def counted(question: Question, folded: str) -> float:
    """A bonus for a count of the very thing asked for: "combien de communes", "39 communes"."""
    thing = _thing(question.plain)
    told = _told_count(thing, question.terms) if thing else None
    return COUNT_BONUS if told and told.search(folded) else 0.0


def counts_something_else(question: Question, titles: Iterable[str], spans: Sequence[Span], best: int) -> bool:
    """Whether the question asks how many of a thing, and neither the best span, nor what stands around it names it.

    ``titles`` are those above the span, with the labels of its row: "combien de chaises" is answered by no price.
    """
    thing = _thing(question.plain)
    if not thing or Want.MONEY in question.wants:
        return False
    asked = [term for term in question.terms if {stem(thing), thing} & {*term.word.split()}]
    ways = [phrase.split() for term in asked for phrase, weight in term.stems if weight >= SAME]
    around = stem_set(" ".join([*titles, *(span.clean for span in spans[max(0, best - 1) : best + 2])]))
    if ways and not any(set(way) <= around for way in ways):
        return True
    return stem(thing) == _PEOPLE and _WHICH_TOWNS.search(fold(spans[best].clean)) is not None


def cell_counted(question: Question, row: str) -> str:
    """The cell of a table's row under the head that names what is counted, told in words: "3 jours ouvrés — Mariage".

    "" where no head does, or several.
    """
    asked = {stem(thing) for thing in _OF_THEM.findall(question.plain)}
    cells = [cell.partition(" : ") for cell in row.split(" | ")]
    found = [
        (head, value) for head, _, value in cells if value.isdigit() and asked & stem_set(" ".join(head.split()[:1]))
    ]
    if len(found) != 1:
        return ""
    labels = [cell for cell, told, _ in cells if not told]
    return f"{found[0][1]} {found[0][0].lower()} — {', '.join(labels)}." if labels else ""


@lru_cache(maxsize=256)
def _thing(plain: str) -> str:
    """The word for what a folded question asks the number of; "" when it asks for none."""
    match = _HOW_MANY.search(plain)
    return match[1] if match and match[1] not in _NOT_COUNTED else ""


@lru_cache(maxsize=256)
def _told_count(thing: str, terms: tuple[Term, ...]) -> re.Pattern[str]:
    """What a text that counts a thing looks like, by its word or by another for the same ("39 communes")."""
    same = [way for term in terms if term.word == thing for way, how in term.stems if how >= SAME and " " not in way]
    said = "|".join(re.escape(one[:7]) for one in dict.fromkeys([stem(thing), *same]))
    return re.compile(
        rf"\b(?:{said})\w*(?: \w+)?,? au nombre d|(?:\b\d+|\b(?:{'|'.join(SEVERAL)}))\s(?:\w+ )?(?:{said})"
    )


def numbers(question: Question, held: frozenset[str], said: Sequence[str]) -> float:
    """The share of the figures typed (30) among the stems ``held``, and twice that beside their word ("30 ans")."""
    if not question.figures:
        return 0.0
    alone = sum(figure in held for figure in question.figures) / len(question.figures)
    pairs = _pairs(question.plain)
    words = _in_figures(tuple(said)) if pairs else ""
    together = sum(f" {pair} " in words for pair in pairs) / len(pairs) if pairs else 0.0
    return alone + 2 * together


@lru_cache(maxsize=8_192)
def _in_figures(said: tuple[str, ...]) -> str:
    """The tokens of a text, a space around each, its numbers in figures."""
    words = " ".join(
        f"{years} ans" if (years := YEARS_LONG.get(word)) else str(n) if (n := NUMBER_WORDS.get(word, 0)) > 1 else word
        for word in said
    )
    return f" {words} "


def contrary(question: Question, part: Part) -> float:
    """A penalty when the span counts the same thing otherwise: "3 étoiles" asked, "deux étoiles" said."""
    for pair in _pairs(question.plain):
        number, _, thing = pair.partition(" ")
        if not number[0].isdigit() or len(thing) < 4 or thing[:5] not in part.said:
            continue
        counts = list(_counts(thing[:5], part.said))
        if any(_BOUND.search(part.said[:start]) for start, _ in counts):
            continue  # "jusqu'à six mois" holds for three
        values = {str(NUMBER_WORDS.get(one, one)) for _, told in counts for one in told}
        if values and number not in values:
            return CONTRARY_PENALTY
    return 0.0


def _counts(thing: str, said: str) -> Iterator[tuple[int, list[str]]]:
    """Where a text counts a thing, told by how its name begins, and by which numbers: "3 ou 4 étoiles"."""
    for match in _counting(thing).finditer(said):
        told = [n for n in (1, 2) if match[n] and (match[n].isdigit() or match[n] in SEVERAL)]
        if 2 in told:
            yield match.start(told[0]), [match[n] for n in told]


@lru_cache(maxsize=256)
def _counting(thing: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:(\w+) (?:a|et|ou) )?(\w+) {re.escape(thing)}")


@lru_cache(maxsize=256)
def _pairs(plain: str) -> tuple[str, ...]:
    """Each number of a question with the word before it, and with the word after it."""
    before, after = r"\b[a-z]{2,} \d+(?:\.\d+)?\b", r"\b\d+(?:\.\d+)? [a-z]{2,}\b"
    return (*re.findall(before, plain), *re.findall(after, plain))
