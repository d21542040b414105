"""What was amended: a price before the vote that proposed it, an article by a later act that says how it now reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bot.answering import bearing
from bot.answering.candidates import Candidate
from bot.answering.dated import proposes
from bot.answering.matching import stem_set
from bot.answering.signals import HARD
from bot.answering.spans import spans_of
from bot.understanding.forms import holds
from bot.understanding.question import Question
from bot.understanding.wants import Want
from knowledge.documents import Passage
from knowledge.figures import sums
from knowledge.outline.changes import effective_of
from knowledge.standings import Standing
from knowledge.text import fold

_AMENDMENT = re.compile(r"\bamende(?:ment)?\w*\b")
_CARRIED = re.compile(
    r"\bamendements?\b[^.]{0,60}\b(?:est|sont|a ete|ont ete) (?:\w+ )?(?:adopte|approuve|accepte|retenu|vote)|"
    r"\b(?:ainsi|tels? qu[' ]) ?(?:\w+ )?(?:amende|modifie)e?s?\b"
)
_LOST = re.compile(
    r"\bamendements?\b[^.]{0,60}\b(?:rejete|repousse|retire|ecarte)|\bamendements? (?:n'est|n'a|ne sont) pas\b"
)
_REWRITES = re.compile(r"\b(?:port|remplac|modifi|complet|supprim|ramen|relev|abaiss|ajout|redig|fix|prolong)\w*")
# Words put for others: "les mots « deux ans » par « un an »", "« 3 mai » est remplacée par celle du « 9 juin »".
_SWAPS = re.compile(
    r"\b(?:remplac|substitu)\w*\b[^;.]*«[^»]+»[^;.«]*\bpar\b[^;.«]*«|«[^»]+»[^;.«]*\bremplac\w* par\b[^;.«]*«"
)
_QUOTED = re.compile(r"«\s*([^»]{6,}?)\s*»")
SHARED = 2  # how many words of what is told of an article tell that a change is of that, and of nothing else it says
AROUND = 2  # sentences on each side of an amendment's in which it may name the row


def amended_first(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates with, first, the amendment carried of the row that the first one was read in, as proposed."""
    best = candidates[0]
    figures = best.reading.figures if best.reading else ()
    if not figures or not all(any(map(proposes, figure.column)) for figure in figures):
        return tuple(candidates)
    act = [one for one in candidates if one.act == best.act]
    told = fold(" ".join(one.passage.clean for one in act))
    if not _CARRIED.search(told) or _LOST.search(told):
        return tuple(candidates)
    names = {fold(figure.row[0]) for figure in figures if figure.row}
    for one in act:
        rows = {figure.line for figure in one.passage.figures}
        for position, span in enumerate(one.spans):
            beside = one.spans[max(0, position - AROUND) : position + AROUND + 1]
            near = fold(" ".join(other.clean for other in beside if other.line not in rows))
            amends = _AMENDMENT.search(fold(span.clean)) and sums(span.clean)
            if amends and any(re.search(rf"\b{re.escape(name)}\b", near) for name in names):
                said = replace(best, passage=one.passage, spans=one.spans, best=position, reading=None, lacking=False)
                return (said, *(other for other in candidates if other not in (best, one)))
    return tuple(candidates)


def rewritten_first(
    question: Question, candidates: Sequence[Candidate], naming: Callable[[Passage], Sequence[Passage]], on: date
) -> tuple[Candidate, ...]:
    """The candidates with the words by which a later act in force changed the article, instead of the first one.

    ``naming`` gives the passages that may name that article. Of several, the latest is told.
    """
    best = candidates[0]
    article = best.passage
    if not article.number or not re.match(rf"\W*article {re.escape(fold(article.number))}\b", fold(_title(article))):
        return tuple(candidates)
    found = [
        (one.date or date.min, span, one)
        for one in naming(article)
        if _comes_after(one, article) and (effective_of(one.text) or date.min) <= on
        for span in spans_of(one)
        if _rewrites(span.clean, article.number) and _of_what_is_asked(question, span.clean, best)
    ]
    if not found:
        return tuple(candidates)
    _, span, act = max(found, key=lambda one: one[0])
    said = replace(best, passage=act, spans=(span,), best=0, reading=None, lacking=False)
    return (said, *(one for one in candidates if one.passage.id not in (act.id, article.id)))


def _title(passage: Passage) -> str:
    """The title of the article that a passage is of."""
    return next((title for title in reversed(passage.path) if fold(title).lstrip().startswith("article")), "")


def _comes_after(one: Passage, article: Passage) -> bool:
    """Whether a passage is of an act that came after the one of an article, or of an amendment annexed to it."""
    if one.standing is Standing.PROPOSED or one.standing.failed:
        return False
    if one.document == article.document:
        return one.piece > article.piece and "avenant" in fold(" ".join(one.path[:1]))
    return one.date is not None and article.date is not None and one.date > article.date


def _rewrites(text: str, number: str) -> bool:
    folded = fold(text)
    match = re.search(rf"\bl'article {re.escape(fold(number))}(?:[.-]\d+)?\b", folded)
    return match is not None and (_REWRITES.search(folded, match.end()) or _SWAPS.search(folded)) is not None


def _of_what_is_asked(question: Question, text: str, best: Candidate) -> bool:
    """Whether a change speaks of what is told of an article, and holds the kind of thing wanted."""
    folded = fold(text)
    wanted = question.wants & (HARD | {Want.PERSON})
    if wanted and not any(
        bearing.names_somebody(folded) if want is Want.PERSON else holds(want, folded) for want in wanted
    ):
        return False
    if any(fold(quoted) in fold(best.span.clean) for quoted in _QUOTED.findall(text)):
        return True
    shared = {stem for stem in stem_set(text) & stem_set(best.span.clean) if stem.isalpha() and len(stem) > 2}
    return len(shared) >= SHARED
