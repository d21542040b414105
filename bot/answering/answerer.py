"""Answering from the documents themselves: the passage that says it, or an honest "it is not said"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.answering import rows
from bot.answering.candidates import Candidate, Topic, rank
from bot.answering.matching import Idea, ideas_of
from bot.answering.spans import Span, shortened
from bot.messages import Answer
from bot.understanding.question import Question, read, says_something
from bot.understanding.residence import people
from bot.understanding.wants import Want
from index.engine import Query, SearchEngine, Term
from knowledge.dates import french_date
from knowledge.documents import Citation, Metadata, Passage, Piece

LOOKED_AT = 60
EXCERPT = 520
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
        self._topics: dict[str, dict[int, Topic]] = {}

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

    def _about(self, passage: Passage) -> Topic:
        """What the act of a passage is about: its document's title and kind, the names that come back in it."""
        key = passage.document
        if key not in self._topics:
            held = self._held(passage.document)
            self._topics[key] = {
                piece.ordinal: Topic(f"{held.metadata.title} {' '.join(piece.names)} {piece.parent}", piece.kind)
                for piece in self._shelf.pieces(passage.document)
            }
        return self._topics[key].get(passage.piece, Topic())

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
        lead = self._vote(best) if Want.VOTE in question.wants else ""
        value = None
        unit = ""
        reading = best.reading
        if reading:
            told, excerpt = table_text(reading, best)
            lead = f"{lead}\n{told}".strip()
            if reading.sure and reading.figures[0].value is not None:
                value, unit = reading.figures[0].value, reading.figures[0].unit
        else:
            excerpt = self._excerpt(best)
        text = f"{lead}\n{excerpt}" if lead else excerpt
        return Answer("answer", text.strip(), value=value, unit=unit, citations=tuple(self._cite(c) for c in found[:2]))

    def _vote(self, candidate: Candidate) -> str:
        """Where the act stands, in one sentence: voted and how, decided, or only proposed."""
        passage = candidate.passage
        piece = next((p for p in self._shelf.pieces(passage.document) if p.ordinal == passage.piece), None)
        day = f" (séance du {french_date(passage.date)})" if passage.date else ""
        if piece and piece.vote:
            return f"{passage.standing.label.capitalize()}{day} : « {piece.vote} »."
        return f"{passage.standing.label.capitalize()}{day}."

    def _excerpt(self, candidate: Candidate) -> str:
        """The best span first, with what introduces it when it is an item; then what follows; then what came before."""
        spans, best = candidate.spans, candidate.best
        head = spans[best].clean
        lead = max((n for n in range(best) if spans[n].clean.endswith(":")), default=None)
        if spans[best].item and lead is not None and len(spans[lead].clean) < 200:
            head = f"{spans[lead].clean} {head}"
        text, last = head, best
        while last + 1 < len(spans) and len(text) + len(spans[last + 1].clean) < EXCERPT:
            last += 1
            text += " " + spans[last].clean
        before = ""
        for span in reversed(spans[:best]):
            if len(text) + len(before) + len(span.clean) > EXCERPT or span.clean in head:
                break
            before = f"{span.clean} {before}"
        return f"{text}\nJuste avant : {before.strip()}" if before else text

    def _cite(self, candidate: Candidate) -> Citation:
        passage = candidate.passage
        held = self._held(passage.document)
        quote = (
            re.sub(r"\n{2,}", "\n", passage.text)
            if len(passage.text) <= QUOTE
            else _window(candidate.spans, candidate.best)
        )
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


def table_text(reading: rows.Reading, candidate: Candidate) -> tuple[str, str]:
    """What a table says, the figure first, and the line of the page it was read on."""
    figures = reading.figures
    lines = dict.fromkeys(span.clean for span in candidate.spans for f in figures if span.line == f.line)
    shown = "Ligne lue : " + " / ".join(lines) if lines else candidate.span.clean
    if reading.sure:
        lead = (
            f"{rows.price(figures[0])} — {rows.said(figures[0])}."
            if rows.said(figures[0])
            else f"{rows.price(figures[0])}."
        )
        if figures[0].doubt:
            lead += f" À vérifier sur la page : {figures[0].doubt}."
        return lead, shown
    lead = "Selon le cas :\n" + "\n".join(f"- {rows.said(f)} : {rows.price(f)}" for f in figures[:8])
    return lead, shown


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
