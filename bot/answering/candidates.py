"""Ranking passages as answers to a question, by what they match and whether they hold what is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.matching import Idea, coverage, stem_set
from bot.answering.spans import Span, spans_of
from bot.understanding.question import Question
from bot.understanding.residence import side_of
from bot.understanding.wants import Want, holds
from knowledge.documents import Passage, Standing
from knowledge.text import fold

IN_PATH, IN_TABLE, ELSEWHERE, IN_TOPIC = 0.8, 0.85, 0.55, 0.6
WANT_BONUS, NUMBER_BONUS = 0.16, 0.06
_FORMAL = ("vu ", "considerant", "vu la", "vu le", "ou i", "oui ")


@dataclass(frozen=True)
class Candidate:
    """A passage with its best span, and how they match: ``score`` ranks, ``subject`` is the share of the subject met.

    ``wanted`` is the share of the kinds of thing asked for that the best span (or its table) holds.
    """

    passage: Passage
    spans: tuple[Span, ...]
    best: int
    score: float
    subject: float
    near: float
    wanted: float

    @property
    def span(self) -> Span:
        """The span that answers best."""
        return self.spans[self.best]


def rank(
    question: Question,
    ideas: Sequence[Idea],
    passages: Iterable[Passage],
    about: Callable[[Passage], str],
    inhabitants: str = "",
) -> list[Candidate]:
    """The passages as candidates, best first.

    ``about`` gives what the act of a passage is about (its document's title, its names), met at a smaller credit;
    ``inhabitants`` is the pattern of the words for the town's people (see ``residence.people``).
    """
    found = [c for passage in passages if (c := _candidate(question, ideas, passage, about(passage), inhabitants))]
    return sorted(found, key=lambda c: -c.score)


@lru_cache(maxsize=4_096)
def _cut(passage: Passage) -> tuple[Span, ...]:
    return tuple(spans_of(passage))


def _candidate(
    question: Question, ideas: Sequence[Idea], passage: Passage, about: str, inhabitants: str
) -> Candidate | None:
    spans = _cut(passage)
    if not spans:
        return None
    path = stem_set(" ".join(passage.path))
    topic = stem_set(about)
    whole = stem_set(passage.clean)
    subjects = [idea for idea in ideas if idea.subject] or list(ideas)
    lead: frozenset[str] = frozenset()
    elsewhere = IN_TABLE if passage.kind == "table" else ELSEWHERE
    best, best_score, best_near = 0, -1.0, 0.0
    for position, span in enumerate(spans):
        held = stem_set(span.clean)
        if span.clean.endswith(":"):
            lead = held
        near = coverage(ideas, (held, 1.0), (lead, 0.85), (path, IN_PATH), (whole, elsewhere), (topic, IN_TOPIC))
        folded = fold(span.clean)
        score = near + WANT_BONUS * _wanted(question.wants, folded) + NUMBER_BONUS * _numbers(question, held)
        if folded.startswith(_FORMAL):
            score -= 0.12
        if score > best_score:
            best, best_score, best_near = position, score, near
    return Candidate(
        passage=passage,
        spans=spans,
        best=best,
        score=best_score + _prior(question, passage) + _residence(question, passage, inhabitants),
        subject=coverage(subjects, (whole, 1.0), (path, 1.0), (topic, 0.9)),
        near=best_near,
        wanted=_wanted(question.wants, fold(" ".join(s.clean for s in spans[max(0, best - 1) : best + 3]))),
    )


def _wanted(wants: frozenset[Want], folded: str) -> float:
    return sum(holds(want, folded) for want in wants) / len(wants) if wants else 0.0


def _numbers(question: Question, held: frozenset[str]) -> float:
    """The share of the figures typed (30 of "30 ans") that the span holds."""
    return sum(figure in held for figure in question.figures) / len(question.figures) if question.figures else 0.0


def _residence(question: Question, passage: Passage, inhabitants: str) -> float:
    """A table for the outsiders is no answer for a resident, nor the other way round."""
    if not passage.figures:
        return 0.0
    asked = side_of(question.text, inhabitants)
    heads = " ".join([*passage.path[1:], *(label for figure in passage.figures for label in figure.row[:-1])])
    told = side_of(heads, inhabitants)
    if not told:
        return 0.0
    if told == "outsider" and asked != "outsider":
        return -0.25
    return -0.25 if told == "resident" and asked == "outsider" else 0.05


def _prior(question: Question, passage: Passage) -> float:
    """What an act is worth as an answer before it is read: a table of prices for a price, an agenda for nothing."""
    prior = 0.0
    if Want.MONEY in question.wants:
        prior += 0.06 * (passage.kind == "table")
        prior -= 0.15 * (passage.standing is Standing.DECIDED and passage.kind == "decision")
    if passage.standing in (Standing.REPEALED, Standing.REJECTED):
        prior -= 0.05
    return prior
