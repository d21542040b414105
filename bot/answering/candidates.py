"""Ranking passages as answers to a question, by what they match and whether they hold what is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.matching import Idea, coverage, stem_set
from bot.answering.rows import Reading, read_row
from bot.answering.spans import Span, spans_of
from bot.understanding.question import Question
from bot.understanding.residence import side_of
from bot.understanding.wants import Want, holds
from index.analysis import stem, tokens
from knowledge.documents import Passage, Standing
from knowledge.text import NUMBER_WORDS, fold

IN_PATH, IN_TABLE, ELSEWHERE, IN_TOPIC = 0.8, 0.85, 0.55, 0.6
WANT_BONUS, NUMBER_BONUS, TITLE_PENALTY = 0.16, 0.05, 0.14
COUNT_BONUS, BESIDE_BONUS, NEAR = 0.25, 0.06, 7
_NUMERIC = {Want.MONEY, Want.RATE, Want.COUNT, Want.DURATION, Want.TIME, Want.DEADLINE}
_HOW_MANY = re.compile(r"\b(?:combien d|combien|nombre d|nb|quantite d)e? (\w+)")
_NUMBERS = "|".join(word for word in NUMBER_WORDS if word not in ("un", "une", "zero"))
_OPENING = re.compile(r"^\W*(?:article \d+\W*)?(?:objet|preambule|ordre du jour|sommaire|introduction)\b")
_PAIR = re.compile(r"\b(?:[a-z]{2,} \d+(?:\.\d+)?|\d+(?:\.\d+)? [a-z]{2,})\b")
_FOR_WHOM = re.compile(r"\b(?:tarifs?|famille|exterieur|habitant|resident|prix)")
_FORMAL = ("vu ", "considerant", "vu la", "vu le", "ou i", "oui ")


@dataclass(frozen=True)
class Topic:
    """What an act is about: its document's title and the names that come back in it; and the kind of piece it is."""

    words: str = ""
    kind: str = ""


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
    reading: Reading | None = None

    @property
    def span(self) -> Span:
        """The span that answers best."""
        return self.spans[self.best]


def rank(
    question: Question,
    ideas: Sequence[Idea],
    passages: Iterable[Passage],
    about: Callable[[Passage], Topic],
    inhabitants: str = "",
) -> list[Candidate]:
    """The passages as candidates, best first.

    ``about`` gives what the act of a passage is about, met at a smaller credit; ``inhabitants`` is the pattern of the
    words for the town's people (see ``residence.people``).
    """
    found = [c for passage in passages if (c := _candidate(question, ideas, passage, about(passage), inhabitants))]
    return sorted(found, key=lambda c: -c.score)


@lru_cache(maxsize=4_096)
def _cut(passage: Passage) -> tuple[Span, ...]:
    return tuple(spans_of(passage))


def _candidate(
    question: Question, ideas: Sequence[Idea], passage: Passage, about: Topic, inhabitants: str
) -> Candidate | None:
    spans = _cut(passage)
    if not spans:
        return None
    path = stem_set(" ".join(passage.path))
    topic = stem_set(f"{about.words} {passage.context}")
    whole = stem_set(passage.clean)
    subjects = [idea for idea in ideas if idea.subject] or list(ideas)
    rows = {figure.line for figure in passage.figures}
    lead: frozenset[str] = frozenset()
    best, best_score, best_near = 0, -1.0, 0.0
    for position, span in enumerate(spans):
        held = stem_set(span.clean)
        if span.clean.endswith(":"):
            lead = held
        elsewhere = IN_TABLE if span.line in rows else ELSEWHERE
        near = coverage(ideas, (held, 1.0), (lead, 0.85), (path, IN_PATH), (whole, elsewhere), (topic, IN_TOPIC))
        folded = fold(span.clean)
        score = near + WANT_BONUS * _wanted(question.wants, folded) + NUMBER_BONUS * _numbers(question, held, folded)
        score += _counted(question, folded) + _beside(question, ideas, span.clean)
        if folded.startswith(_FORMAL):
            score -= 0.12
        if score > best_score:
            best, best_score, best_near = position, score, near
    reading = None
    if passage.figures and (question.wants & {Want.MONEY, Want.RATE} or not question.wants):
        reading = read_row(question, ideas, passage, inhabitants)
    if reading:
        said = fold(" ".join(label for f in reading.figures for label in (*f.row, *f.column)))
        labels = stem_set(said)
        near = coverage(ideas, (labels, 1.0), (path, IN_PATH), (whole, IN_TABLE), (topic, IN_TOPIC))
        score = near + WANT_BONUS + BESIDE_BONUS + NUMBER_BONUS * _numbers(question, labels, said)
        if spans[best].line not in rows and best_score > score + 0.02:
            reading = None  # a sentence beside the table says more of what is asked than any of its rows
        else:
            row = reading.figures[0].line
            best = max((n for n, span in enumerate(spans) if span.line <= row), default=best)
            best_score, best_near = score, near
    return Candidate(
        passage=passage,
        spans=spans,
        best=best,
        score=best_score
        + _prior(question, passage, about)
        + _residence(question, passage, inhabitants)
        - TITLE_PENALTY * _title(ideas, passage),
        subject=coverage(subjects, (whole, 1.0), (path, 1.0), (topic, 0.9)),
        near=best_near,
        wanted=_wanted(question.wants, fold(" ".join(s.clean for s in spans[max(0, best - 1) : best + 3]))),
        reading=reading,
    )


def _wanted(wants: frozenset[Want], folded: str) -> float:
    return sum(holds(want, folded) for want in wants) / len(wants) if wants else 0.0


def _numbers(question: Question, held: frozenset[str], folded: str) -> float:
    """The share of the figures typed (30) that the span holds, and of those beside their own word ("30 ans")."""
    if not question.figures:
        return 0.0
    alone = sum(figure in held for figure in question.figures) / len(question.figures)
    pairs = [pair for pair in _PAIR.findall(question.plain)]
    words = " ".join(tokens(folded))
    beside = sum(f" {pair} " in f" {words} " for pair in pairs) / len(pairs) if pairs else 0.0
    return alone + 2 * beside


def _title(ideas: Sequence[Idea], passage: Passage) -> float:
    """The share of the nearest title's own words that the question does not say: a sign that it is another subject."""
    said = {part for idea in ideas for phrase, _ in idea.term.stems for part in phrase.split()}
    title = stem_set(next((t for t in reversed(passage.path[1:]) if len(t) > 12), ""))
    return len([one for one in title if one.isalpha() and one not in said]) / len(title) if title else 0.5


def _residence(question: Question, passage: Passage, inhabitants: str) -> float:
    """A table for the outsiders is no answer for a resident, nor the other way round."""
    if not passage.figures:
        return 0.0
    asked = side_of(question.text, inhabitants)
    captions = {label for figure in passage.figures for label in figure.row[:-1] if _FOR_WHOM.search(fold(label))}
    heads = " ".join([*passage.path[1:], *captions])
    told = side_of(heads, inhabitants)
    if not told:
        return 0.0
    if told == "outsider" and asked != "outsider":
        return -0.25
    return -0.25 if told == "resident" and asked == "outsider" else 0.05


def _counted(question: Question, folded: str) -> float:
    """A bonus for a count of the very thing asked for: "combien de communes", "39 communes"."""
    match = _HOW_MANY.search(question.plain)
    if not match or len(match[1]) < 4:
        return 0.0
    thing = re.escape(stem(match[1])[:7])
    return COUNT_BONUS if re.search(rf"(?:\b\d+|\b(?:{_NUMBERS}))\s(?:\w+ )?{thing}", folded) else 0.0


def _beside(question: Question, ideas: Sequence[Idea], text: str) -> float:
    """A bonus when a figure stands within a few words of what is asked about, not just somewhere in the sentence."""
    if not question.wants & _NUMERIC:
        return 0.0
    said = tokens(text)
    figures = [n for n, token in enumerate(said) if token[0].isdigit() or token in NUMBER_WORDS]
    if not figures:
        return 0.0
    wanted = {
        part
        for idea in ideas
        if idea.subject
        for phrase, weight in idea.term.stems
        if weight > 0.5
        for part in phrase.split()
    }
    close = any(abs(n - f) <= NEAR for n, token in enumerate(said) if stem(token) in wanted for f in figures)
    return BESIDE_BONUS if close else 0.0


def _prior(question: Question, passage: Passage, about: Topic) -> float:
    """What an act is worth as an answer before it is read: a table of prices for a price, an agenda for nothing."""
    prior = -0.3 if about.kind == "agenda" else 0.0
    if Want.MONEY in question.wants:
        prior += 0.06 * (passage.kind == "table")
        prior -= 0.15 * (passage.standing is Standing.DECIDED and passage.kind == "decision")
    prior -= 0.08 * any(_OPENING.match(fold(title)) for title in passage.path[-1:])
    if passage.standing in (Standing.REPEALED, Standing.REJECTED, Standing.POSTPONED):
        prior -= 0.05
    return prior
