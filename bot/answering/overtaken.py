"""A price that a later act replaced: "6 € au lieu de 4 €", or the very row with a day, tell which cell ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.answering.spans import Span
from bot.understanding.question import Question
from bot.understanding.residence import side_of
from knowledge.documents import Figure
from knowledge.figures import Amount, amounts
from knowledge.outline.changes import effective_of
from knowledge.text import fold, in_figures

_INSTEAD = re.compile(r"\b(?:au lieu de|contre|remplace)\s*$")
_CHANGES = re.compile(r"\b(?:port|pass|rele?v|ramen|abaiss|augment|modifi|rectifi|fix|mi[st])\w*\b")
_TO = re.compile(r"\b(?:a|par)\s*$")
# What was only thought of, or refused, in an act that was voted all the same.
_UNDONE = re.compile(
    r"\b(?:prevoyai\w*|envisage\w*|demandai\w*|hypothese|initial\w*|amendement|rejet\w*|repouss\w*|ajourn\w*|"
    r"pas (?:ete )?(?:retenue?|suivie?|adoptee?|reprise?))\b"
)
_ASIDE = re.compile(r"\([^)]*\)?")
SHARED = 2  # how many words of the row, of its heads or titles, tell that the sentence is about it


def replaced_first(
    question: Question, candidates: Sequence[Candidate], dated: Callable[[Candidate], date | None], on: date
) -> tuple[Candidate, ...]:
    """The candidates with, first, the latest act in force that says what it puts in the place of the price read."""
    best = candidates[0]
    day = dated(best)
    if best.reading is None or not best.reading.sure or day is None:
        return tuple(candidates)
    figure = best.reading.figures[0]
    found = [
        (when, new)
        for one in candidates[1:]
        if (when := dated(one)) is not None and when > day and one.passage.standing.settled
        if (new := _replacing(one, figure, on)) is not None and _of_the_year(question, new, when)
    ]
    if not found:
        return tuple(candidates)
    latest = max(found, key=lambda pair: pair[0])[1]
    first = replace(latest, score=best.score, near=best.near, subject=best.subject)
    return (first, *(one for one in candidates if one.passage.id != latest.passage.id))


def changes_others(text: str, prices: Container[Decimal]) -> bool:
    """Whether a text says which prices it replaces ("de 4 € à 6 €"), and none of ``prices`` is among them."""
    folded = fold(text)
    given = [one for one in amounts(folded) if one.unit == "€"]
    old = [one.value for one in given if any(_puts(folded, one, new) for new in given if new.value != one.value)]
    return bool(old) and not any(value in prices for value in old)


def _replacing(one: Candidate, figure: Figure, on: date) -> Candidate | None:
    """The candidate at the sentence that puts another price in the place of a figure, told to hold by then; or None."""
    row = _words(figure.labels)
    for position, span in enumerate(one.spans):
        since = effective_of(span.clean)
        if since is not None and since > on:
            continue
        told = _words([span.clean, *one.passage.path])
        replaces = _replaces(span, figure.value) and len(row & told) >= min(SHARED, len(row))
        if replaces or (since is not None and _fixes_row(one, span, figure)):
            return replace(one, best=position, reading=None, lacking=False)
    return None


def _fixes_row(one: Candidate, span: Span, figure: Figure) -> bool:
    """Whether a sentence gives one other price for the very row and column that a figure was read in."""
    folded = fold(span.clean)
    told = [amount for amount in amounts(folded) if amount.unit == "€"]
    if len(told) != 1 or told[0].value == figure.value or told[0].doubt or _UNDONE.search(folded):
        return False
    said, beside = _cases(span.clean), _cases(" ".join([span.clean, *one.passage.path]))
    labels = [*figure.row, *(head for head in figure.column if not head.strip().isdigit())]
    own = _cases(" ".join(labels[-2:]))
    same_side = side_of(span.clean, "") == side_of(" ".join(labels), "")
    fixed = _CHANGES.search(folded) and same_side
    return bool(fixed) and len(own) >= SHARED and own <= said and _cases(" ".join(labels)) <= beside


def _cases(text: str) -> frozenset[str]:
    """The words and the numbers of a text; what stands in parentheses only explains."""
    stems = stem_set(in_figures(_ASIDE.sub(" ", text)))
    return frozenset(stem for stem in stems if stem.isdigit() or (stem.isalpha() and len(stem) > 2))


def _replaces(span: Span, price: Decimal | None) -> bool:
    """Whether a sentence gives another price instead of this one: "de 4 € à 6 €", "6 € au lieu de 4 €"."""
    folded = fold(span.clean)
    if price is None or _UNDONE.search(folded):
        return False
    sums = [one for one in amounts(folded) if one.unit == "€"]
    return any(_puts(folded, old, new) for old in sums for new in sums if old.value == price != new.value)


def _puts(folded: str, old: Amount, new: Amount) -> bool:
    if new.start < old.start:
        return _INSTEAD.search(folded[: old.start]) is not None
    return _TO.search(folded[: new.start]) is not None and _CHANGES.search(folded[: old.start]) is not None


def _of_the_year(question: Question, one: Candidate, when: date) -> bool:
    """Whether the price that an act put in another's place is asked: a question that names a year before it is not."""
    return all(year in one.span.clean or int(year) > when.year for year in question.years)


def _words(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(stem for stem in stem_set(" ".join(texts)) if stem.isalpha() and len(stem) > 2)
