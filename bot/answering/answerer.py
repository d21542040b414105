"""Answering from the documents themselves: the passage that says it, or an honest "it is not said"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.answering import rows
from bot.answering.candidates import Candidate, rank
from bot.answering.matching import Idea, ideas_of
from bot.answering.spans import Span, shortened
from bot.messages import Answer
from bot.understanding.question import Question, read, says_something
from bot.understanding.residence import people
from bot.understanding.wants import Want
from index.engine import Query, SearchEngine, Term
from knowledge.documents import Citation, Metadata, Passage, Piece
from knowledge.figures import french

LOOKED_AT = 60
EXCERPT = 420
QUOTE = 900


class Holding(Protocol):
    """A document held, as the shelf tells it."""

    id: str
    file: str
    metadata: Metadata


class Shelf(Protocol):
    """Where passages are read from."""

    def documents(self) -> Sequence[Holding]:
        """Every document held."""
        ...

    def pieces(self, document_id: str) -> list[Piece]:
        """The pieces of a document, in order."""
        ...

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages of these ids, in this order."""
        ...


@dataclass(frozen=True)
class Thresholds:
    """How much of the question must be met before something is stated."""

    subject: float = 0.62
    score: float = 0.70


class Answerer:
    """Answers questions from the passages held; states nothing that no passage says."""

    def __init__(
        self,
        shelf: Shelf,
        engine: SearchEngine,
        expand: Callable[[Iterable[str]], tuple[Term, ...]],
        communes: dict[str, tuple[str, ...]],
        thresholds: Thresholds = Thresholds(),
    ) -> None:
        self._shelf, self._engine, self._expand, self._communes = shelf, engine, expand, communes
        self._thresholds = thresholds
        self._topics: dict[str, dict[int, str]] = {}

    def read(self, text: str) -> Question:
        """Understand a question with the index's words and the communes known."""
        return read(text, correct=self._engine.correct, expand=self._expand, communes=self._communes)

    def candidates(
        self, question: Question, documents: frozenset[str] | None
    ) -> tuple[tuple[Idea, ...], list[Candidate]]:
        """The ideas of the question and the passages that may answer it, best first."""
        ideas = ideas_of(question, self._engine.rarity)
        hits = self._engine.search(Query(question.terms, documents), LOOKED_AT)
        passages = self._shelf.passages([hit.passage for hit in hits])
        return ideas, rank(question, ideas, passages, self._about, people(self._communes))

    def _about(self, passage: Passage) -> str:
        """What the act of a passage is about: its document's title and kind, the names that come back in it."""
        key = passage.document
        if key not in self._topics:
            held = self._held(passage.document)
            self._topics[key] = {
                piece.ordinal: f"{held.metadata.title} {' '.join(piece.names)} {piece.parent}"
                for piece in self._shelf.pieces(passage.document)
            }
        return self._topics[key].get(passage.piece, "")

    def _held(self, document: str) -> Holding:
        return next(d for d in self._shelf.documents() if d.id == document)

    def answer(self, text: str, commune: str, on: date) -> Answer:
        """The answer to ``text`` asked from ``commune`` (any, when empty) as of ``on``."""
        question = self.read(text)
        if not says_something(question):
            return Answer(
                "unknown",
                "Je n'ai pas compris la question. Dites-la avec vos mots : « prix concession 30 ans ».",
                "missing",
            )
        documents = self._allowed(question, commune)
        ideas, found = self.candidates(question, documents)
        if not found or found[0].subject < self._thresholds.subject or found[0].score < self._thresholds.score:
            return Answer("unknown", "Je n'ai trouvé aucun document qui réponde à cette question.", "missing")
        return self._stated(question, ideas, found)

    def _allowed(self, question: Question, commune: str) -> frozenset[str] | None:
        asked = set(question.communes) or ({commune} if commune else set())
        if not asked:
            return None
        return frozenset(d.id for d in self._shelf.documents() if asked & set(d.metadata.communes))

    def _stated(self, question: Question, ideas: Sequence[Idea], found: list[Candidate]) -> Answer:
        best = found[0]
        lead = ""
        value = None
        unit = ""
        if best.passage.figures and Want.MONEY in question.wants:
            reading = rows.read_row(question, ideas, best.passage)
            if reading:
                lead = " ; ".join(rows.said(f) for f in reading.figures[:6]) + ".\n"
                doubts = [f for f in reading.figures if f.doubt and f.value is not None]
                if doubts and len(reading.figures) == 1:
                    lead += f"À vérifier sur la page : {doubts[0].doubt}.\n"
                if reading.sure and reading.figures[0].value is not None:
                    value, unit = reading.figures[0].value, reading.figures[0].unit
                    lead = f"{french(value, unit)} — " + lead
        excerpt = self._excerpt(best)
        text = shortened(lead, 260) + "\n" + excerpt if lead else excerpt
        return Answer("answer", text.strip(), value=value, unit=unit, citations=tuple(self._cite(c) for c in found[:2]))

    def _excerpt(self, candidate: Candidate) -> str:
        spans = candidate.spans
        first = last = candidate.best
        size = len(spans[first].clean)
        while size < EXCERPT:
            if last + 1 < len(spans) and size + len(spans[last + 1].clean) < EXCERPT:
                last += 1
                size += len(spans[last].clean)
            elif first > 0 and size + len(spans[first - 1].clean) < EXCERPT:
                first -= 1
                size += len(spans[first].clean)
            else:
                break
        return " ".join(span.clean for span in spans[first : last + 1])

    def _cite(self, candidate: Candidate) -> Citation:
        passage = candidate.passage
        held = self._held(passage.document)
        quote = passage.text if len(passage.text) <= QUOTE else _window(candidate.spans, candidate.best)
        return Citation(
            document=passage.document,
            title=held.metadata.title,
            file=held.file,
            page=passage.locator.page,
            line=candidate.span.line,
            quote=quote,
            standing=passage.standing,
            date=passage.date or held.metadata.date,
            piece=passage.path[0] if passage.path else "",
            communes=held.metadata.communes,
        )


def _window(spans: Sequence[Span], best: int) -> str:
    first = last = best
    size = len(spans[best].text)
    while size < QUOTE and (first or last + 1 < len(spans)):
        if last + 1 < len(spans):
            last += 1
            size += len(spans[last].text)
        if first:
            first -= 1
            size += len(spans[first].text)
    return "\n".join(re.sub(r"^\n+", "", span.text) for span in spans[first : last + 1])
