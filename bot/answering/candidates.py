"""Ranking passages as answers to a question, by what they match and whether they hold what is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.matching import Idea, coverage, stem_set, strength
from bot.answering.rows import Reading, in_bracket, read_row
from bot.answering.spans import Span, spans_of
from bot.understanding.question import Question
from bot.understanding.residence import side_of
from bot.understanding.wants import Want, holds
from index.analysis import stem, tokens
from knowledge.documents import Passage, Standing
from knowledge.text import NUMBER_WORDS, fold

IN_PATH, IN_TABLE, ELSEWHERE, IN_TOPIC = 0.8, 0.85, 0.55, 0.8
LOOKED_INTO = 30
RESTATED_PENALTY = 0.05
WANT_BONUS, NUMBER_BONUS, TITLE_PENALTY = 0.16, 0.05, 0.14
COUNT_BONUS, BESIDE_BONUS, NEAR = 0.25, 0.06, 7
BRACKET_BONUS, REFERENCE_BONUS, CONTRARY_PENALTY, LONG_PENALTY, VALUE_PENALTY = 0.1, 0.4, 0.2, 0.12, 0.3
# Kinds of thing that an answer cannot do without: nothing else says how much, when, or which number to call.
HARD = frozenset({Want.MONEY, Want.RATE, Want.TIME, Want.PHONE, Want.EMAIL, Want.DURATION, Want.COUNT, Want.DEADLINE})
_NUMERIC = {Want.MONEY, Want.RATE, Want.COUNT, Want.DURATION, Want.TIME, Want.DEADLINE}
_HOW_MANY = re.compile(r"\b(?:combien d|combien|nombre d|nb|quantite d)e? (\w+)")
_NOT_COUNTED = {"temps", "fois", "coute", "paye", "faut"}
_NUMBERS = "|".join(word for word in NUMBER_WORDS if word not in ("un", "une", "zero"))
_NAMING = re.compile(
    r"\b(?:articles?|art\.?|decrets?|loi|decisions?|deliberations?|alinea)\s*(?:n\W{0,3})?[lrd]?\.? ?\d[\d.-]*|n° ?\d[\d./-]*"
)
_OPENING = re.compile(r"^\W*(?:article \d+\W*)?(?:objet|preambule|ordre du jour|sommaire|introduction|definitions?)\b")
_FOR_WHOM = re.compile(r"\b(?:tarifs?|famille|exterieur|habitant|resident|prix)")
_FORMAL = ("vu ", "considerant", "vu la", "vu le", "ou i", "oui ")


@dataclass(frozen=True)
class Topic:
    """What an act is about: its document's title and the names that come back in it; and the kind of piece it is.

    ``restated`` marks a document that only restates the acts: an act that says as much comes first.
    """

    words: str = ""
    kind: str = ""
    restated: bool = False


@dataclass(frozen=True)
class Candidate:
    """A passage with its best span, and how they match: ``score`` ranks, ``subject`` is the share of the subject met.

    ``wanted`` is the share of the kinds of thing asked for that the best span (or its table) holds; ``gap`` the weight
    of the heaviest word of the subject that is nowhere in the act's passage, as a share of the heaviest of all.
    """

    passage: Passage
    spans: tuple[Span, ...]
    best: int
    score: float
    subject: float
    near: float
    wanted: float
    reading: Reading | None = None
    gap: float = 0.0

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
    seen = [_seen(passage, about(passage)) for passage in passages]
    # What a passage holds nowhere no part of it holds: only the most promising are looked at part by part.
    promising = sorted(seen, key=lambda one: -coverage(ideas, (one.all, 1.0)))[:LOOKED_INTO]
    return sorted((_candidate(question, ideas, one, inhabitants) for one in promising), key=lambda c: -c.score)


@dataclass(frozen=True)
class _Part:
    """A span ready to be matched: its stems, its folded text, the same without numbers that only name a text."""

    span: Span
    held: frozenset[str]
    folded: str
    plain: str
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class _Seen:
    """A passage ready to be matched."""

    passage: Passage
    about: Topic
    parts: tuple[_Part, ...]
    path: frozenset[str]
    whole: frozenset[str]
    topic: frozenset[str]
    all: frozenset[str]
    rows: frozenset[int]


def _seen(passage: Passage, about: Topic) -> _Seen:
    path = stem_set(" ".join(passage.path))
    topic = stem_set(f"{about.words} {passage.context}")
    whole = stem_set(passage.clean)
    parts, rows = _parts(_Key(passage))
    return _Seen(passage, about, parts, path, whole, topic, path | topic | whole, rows)


class _Key:
    """A passage as a key of the cache: told apart by its id and its text, without hashing all of its figures."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._key = (passage.id, passage.text)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._key == other._key


@lru_cache(maxsize=4_096)
def _parts(key: _Key) -> tuple[tuple[_Part, ...], frozenset[int]]:
    parts = []
    for span in spans_of(key.passage):
        folded = fold(span.clean)
        plain = _NAMING.sub(" ", folded)
        parts.append(_Part(span, stem_set(span.clean), folded, plain, tuple(tokens(plain))))
    return tuple(parts), frozenset(figure.line for figure in key.passage.figures)


def _candidate(question: Question, ideas: Sequence[Idea], seen: _Seen, inhabitants: str) -> Candidate:
    passage, path, topic, whole, rows = seen.passage, seen.path, seen.topic, seen.whole, seen.rows
    spans = tuple(part.span for part in seen.parts)
    subjects = [idea for idea in ideas if idea.subject] or list(ideas)
    lead: frozenset[str] = frozenset()
    best, best_score, best_near = 0, -1.0, 0.0
    for position, part in enumerate(seen.parts):
        span, held, folded = part.span, part.held, part.folded
        if span.clean.endswith(":"):
            lead = held
        elsewhere = IN_TABLE if span.line in rows else ELSEWHERE
        near = coverage(ideas, (held, 1.0), (lead, 0.85), (path, IN_PATH), (whole, elsewhere), (topic, IN_TOPIC))
        score = near + WANT_BONUS * _wanted(question.wants, part.plain) + NUMBER_BONUS * _numbers(question, part)
        score += _counted(question, folded) + _beside(question, ideas, part)
        score += _referred(question, folded) - _contrary(question, part)
        score -= LONG_PENALTY * min(1.0, max(0.0, len(folded) - 280) / 300)
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
        score = near + WANT_BONUS + BESIDE_BONUS
        score += NUMBER_BONUS * _numbers(question, _Part(spans[best], labels, said, said, tuple(tokens(said))))
        captions = {label for f in reading.figures for label in f.row[-2:]}
        score += BRACKET_BONUS * any(in_bracket(label, value) for label in captions for value in question.sums)
        if spans[best].line not in rows and (best_score > score + 0.02 or best_near > near + 0.08):
            reading = None  # a sentence beside the table says more of what is asked than any of its rows
        else:
            row = reading.figures[0].line
            best = max((n for n, span in enumerate(spans) if span.line <= row), default=best)
            best_score, best_near = score, near
    if question.references and _referred(question, fold(passage.clean)):
        best_near = min(1.0, best_near + REFERENCE_BONUS)
    around = " ".join(part.plain for part in seen.parts[max(0, best - 1) : best + 3])
    return Candidate(
        passage=passage,
        spans=spans,
        best=best,
        score=best_score
        + _prior(question, passage, seen.about)
        + _residence(question, passage, inhabitants)
        - (VALUE_PENALTY if lacks_value(question, spans, best) else 0.0)
        - TITLE_PENALTY * _title(ideas, passage, reading),
        subject=coverage(subjects, (whole, 1.0), (path, 1.0), (topic, 0.9)),
        near=best_near,
        wanted=_wanted(question.wants, around),
        reading=reading,
        gap=_gap(subjects, seen.all),
    )


def _gap(subjects: Sequence[Idea], held: frozenset[str]) -> float:
    heaviest = max((idea.weight for idea in subjects), default=0.0)
    missed = max((idea.weight for idea in subjects if not strength(idea, held)), default=0.0)
    return missed / heaviest if heaviest else 0.0


def lacks_value(question: Question, spans: Sequence[Span], best: int) -> bool:
    """Whether what is asked has a form of its own (a sum, a time…) and nothing around the best span has that form."""
    hard = question.wants & HARD
    near = spans[max(0, best - 1) : best + 3]
    # a note under a table ("* 4 € pour …") is the price of what it says, never of the lines above it
    around = fold(" ".join(span.clean for span in near if span is spans[best] or not span.clean.startswith("*")))
    return bool(hard) and not any(holds(want, _plainly(around)) for want in hard)


def _wanted(wants: frozenset[Want], plain: str) -> float:
    return sum(holds(want, plain) for want in wants) / len(wants) if wants else 0.0


def _numbers(question: Question, part: _Part) -> float:
    """The share of the figures typed (30) that the span holds, and of those beside their own word ("30 ans")."""
    if not question.figures:
        return 0.0
    alone = sum(figure in part.held for figure in question.figures) / len(question.figures)
    pairs = _pairs(question.plain)
    words = " ".join(part.tokens)
    beside = sum(f" {pair} " in f" {words} " for pair in pairs) / len(pairs) if pairs else 0.0
    return alone + 2 * beside


def _pairs(plain: str) -> list[str]:
    """Each number of a question with the word before it, and with the word after it."""
    return re.findall(r"\b[a-z]{2,} \d+(?:\.\d+)?\b", plain) + re.findall(r"\b\d+(?:\.\d+)? [a-z]{2,}\b", plain)


def _title(ideas: Sequence[Idea], passage: Passage, reading: Reading | None) -> float:
    """The share of the titles' words that the question does not say: a sign that it is another subject."""
    said = {part for idea in ideas for phrase, _ in idea.term.stems for part in phrase.split()}
    heads = {label for f in (reading.figures if reading else ()) for label in f.row[:-1] if label[:1].isupper()}
    title = stem_set(" ".join([*passage.path[1:], *heads]))
    return len([one for one in title if one.isalpha() and one not in said]) / len(title) if title else 0.5


def _residence(question: Question, passage: Passage, inhabitants: str) -> float:
    """A table for the outsiders is no answer for a resident, nor the other way round."""
    if not passage.figures:
        return 0.0
    asked = side_of(question.text, inhabitants)
    told = side_of(" ".join(passage.path[1:]), inhabitants)
    captions = {label for figure in passage.figures for label in figure.row[:-1] if _FOR_WHOM.search(fold(label))}
    told = told or side_of(" ".join(captions), inhabitants)
    if not told:
        return 0.0
    if told == "outsider" and asked != "outsider":
        return -0.25
    return -0.25 if told == "resident" and asked == "outsider" else 0.05


def _referred(question: Question, folded: str) -> float:
    """A bonus for a reference that stands as the question writes it ("2022-57", "AK 72")."""
    plain = re.sub(r"\bn\W{0,3}(?=\d)", "", folded)
    return REFERENCE_BONUS * any(reference in plain for reference in question.references)


def _plainly(folded: str) -> str:
    """A folded text without the numbers that only name another text ("article 4", "n° 2004-12", "L. 2122-22")."""
    return _NAMING.sub(" ", folded)


def _contrary(question: Question, part: _Part) -> float:
    """A penalty when the span counts the same thing otherwise: "3 étoiles" asked, "deux étoiles" said, no 3 at all."""
    words = " ".join(part.tokens)
    for pair in _pairs(question.plain):
        number, _, thing = pair.partition(" ")
        if not number[0].isdigit() or len(thing) < 4:
            continue
        others = re.findall(rf"\b(\d+|{_NUMBERS}) {re.escape(thing[:5])}", words)
        values = {str(NUMBER_WORDS.get(other, other)) for other in others}
        if values and number not in values:
            return CONTRARY_PENALTY
    return 0.0


def _counted(question: Question, folded: str) -> float:
    """A bonus for a count of the very thing asked for: "combien de communes", "39 communes"."""
    match = _HOW_MANY.search(question.plain)
    if not match or len(match[1]) < 4 or match[1] in _NOT_COUNTED:
        return 0.0
    thing = re.escape(stem(match[1])[:7])
    return COUNT_BONUS if re.search(rf"(?:\b\d+|\b(?:{_NUMBERS}))\s(?:\w+ )?{thing}", folded) else 0.0


def _beside(question: Question, ideas: Sequence[Idea], part: _Part) -> float:
    """A bonus when a figure stands within a few words of what is asked about, not just somewhere in the sentence."""
    if not question.wants & _NUMERIC:
        return 0.0
    said = part.tokens
    figures = [n for n, token in enumerate(said) if token[0].isdigit() or NUMBER_WORDS.get(token, 0) > 1]
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
    prior -= RESTATED_PENALTY * about.restated
    if Want.MONEY in question.wants:
        prior -= 0.25 * (passage.standing in (Standing.REPEALED, Standing.REJECTED, Standing.POSTPONED))
        prior += 0.06 * (passage.kind == "table")
        # what minutes tell of prices without a vote was only talked of
        prior -= 0.12 * (about.kind in ("deliberation", "minutes") and passage.standing is Standing.UNSTATED)
        prior -= 0.15 * (passage.standing is Standing.DECIDED and passage.kind == "decision")
    prior -= 0.08 * any(_OPENING.match(fold(title)) for title in passage.path[-1:])
    return prior
