"""Answering from the documents themselves: the passage that says it, or an honest "it is not said"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.answering import rows
from bot.answering.candidates import Candidate, Topic, lacks_value, rank
from bot.answering.matching import Idea, ideas_of, stem_set
from bot.answering.quantities import product, quantities, share
from bot.answering.spans import Span, shortened
from bot.messages import Answer, Option
from bot.understanding.question import Question, read, says_something
from bot.understanding.residence import people
from bot.understanding.wants import Want
from index.engine import Query, SearchEngine, Term
from knowledge.dates import french_date
from knowledge.documents import Citation, Figure, Metadata, Passage, Piece, Standing
from knowledge.figures import sums

LOOKED_AT = 60
MANY, TIED, OPTION = 6, 0.03, 40
_BLANK = re.compile(r"\bX{2,}\b|\[\s*(?:…|\.\.\.)\s*\]|_{4,}")
EXCERPT = 600
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

    subject: float = 0.58
    near: float = 0.64


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
        if not found or found[0].subject < self._thresholds.subject or found[0].near < self._thresholds.near:
            return Answer("unknown", "Je n'ai trouvé aucun document qui réponde à cette question.", "missing")
        best = found[0]
        if (
            lacks_value(question, best.spans, best.best)
            or _BLANK.search(best.span.text)
            or _another_year(question, best, self._held(best.passage.document).metadata)
        ):
            return self._silent(best)
        if Want.MONEY in question.wants and (which := self._which(found)):
            return which
        answer = self._stated(question, found)
        if Want.MONEY in question.wants and "×" not in answer.text and _uncounted(question, best):
            return self._uncomputed(answer)
        return answer

    def _which(self, found: Sequence[Candidate]) -> Answer | None:
        """The question to ask back when several tables, or too many rows of one, fit the words equally well."""
        best = found[0]
        if best.reading is None or best.reading.sure:
            return None
        rivals = [c for c in found[:6] if c.reading and c.score > best.score - TIED]
        figures = [f for c in rivals if c.reading for f in c.reading.figures]
        labels = list(dict.fromkeys(_case(c, f) for c in rivals if c.reading for f in c.reading.figures))
        if len(figures) <= MANY or len(labels) < 2:
            return None
        options = tuple(Option(label, f"+{label[:OPTION]}") for label in labels[:8])
        text = "Plusieurs tarifs correspondent à ces mots. Lequel cherchez-vous ?"
        return Answer("question", text, "case", options=options, citations=tuple(self._cite(c) for c in rivals[:3]))

    def _uncomputed(self, answer: Answer) -> Answer:
        """A calculation that the documents do not make: what they give is shown, no total is stated."""
        text = f"Les documents donnent ces prix, mais je ne sais pas en faire le calcul demandé :\n{answer.text}"
        return Answer("unknown", text, "silent", citations=answer.citations)

    def _silent(self, best: Candidate) -> Answer:
        """The act speaks of it and stops there: what it does say is shown, nothing is made of it."""
        text = (
            f"Le document ne le précise pas. Voici le passage qui s'arrête là : « {shortened(best.span.clean, 300)} »"
        )
        return Answer("unknown", text, "silent", citations=(self._cite(best),))

    def _allowed(self, question: Question, commune: str) -> frozenset[str] | None:
        asked = set(question.communes) or ({commune} if commune else set())
        if not asked:
            return None
        return frozenset(d.id for d in self._shelf.documents() if asked & set(d.metadata.communes))

    def _stated(self, question: Question, found: list[Candidate]) -> Answer:
        best = found[0]
        failed = best.passage.standing in (Standing.REJECTED, Standing.POSTPONED, Standing.REPEALED)
        lead = self._vote(best) if Want.VOTE in question.wants or failed else ""
        value = None
        unit = ""
        reading = best.reading
        if reading:
            told, excerpt = table_text(reading, best)
            lead = f"{lead}\n{told}".strip()
            if reading.sure and reading.figures[0].value is not None:
                value, unit = reading.figures[0].value, reading.figures[0].unit
            asked = quantities(question.plain)
            if reading.sure and value is not None and (done := product(value, unit, self._around(best), asked)):
                lead = f"{done[1]}\n{lead}"
        else:
            excerpt = self._excerpt(best)
            lead = f"{lead}\n{self._computed(question, best)}".strip()
        text = f"{lead}\n{excerpt}" if lead else excerpt
        return Answer("answer", text.strip(), value=value, unit=unit, citations=tuple(self._cite(c) for c in found[:2]))

    def _around(self, candidate: Candidate) -> str:
        """What tells the thing a price is for: its line, its heads, its title and what introduces the table."""
        passage = candidate.passage
        heads = [label for figure in passage.figures[:12] for label in (*figure.row[:-1], *figure.column)]
        return " ".join([candidate.span.clean, *passage.path[-2:], *dict.fromkeys(heads), passage.context])

    def _computed(self, question: Question, best: Candidate) -> str:
        """The computation that a sentence allows for the number asked, or ""."""
        asked = quantities(question.plain)
        priced = sums(best.span.clean)
        if len(priced) == 1 and (done := product(priced[0].value, "€", best.span.clean, asked)):
            return done[1]
        done = share(best.span.clean, asked)
        return done[1] if done else ""

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


def _case(candidate: Candidate, figure: Figure) -> str:
    """What tells a row among others of several tables: the table it is in, then its own label."""
    table = next((label for label in figure.row[:-1] if label[:1].isupper() and len(label) <= 60), "")
    table = table or (candidate.passage.path[-1] if len(candidate.passage.path) > 1 else "")
    return ", ".join(dict.fromkeys(part.strip(" *:") for part in (table, *figure.row[-1:]) if part))


def _another_year(question: Question, best: Candidate, metadata: Metadata) -> bool:
    """Whether the question names a year that neither the passage nor its act speaks of."""
    years = {f for f in question.figures if re.fullmatch(r"(?:19|20)\d\d", f)}
    passage = best.passage
    dates = [day for day in (passage.date, metadata.date) if day]
    said = " ".join([passage.text, *passage.path, metadata.title, passage.context, *(str(day.year) for day in dates)])
    return bool(years) and not any(year in said for year in years)


def _uncounted(question: Question, best: Candidate) -> bool:
    """Whether the question counts things that neither the line read nor its labels count: a total is wanted."""
    labels = [label for f in (best.reading.figures if best.reading else ()) for label in (*f.row, *f.column)]
    held = stem_set(" ".join([best.span.clean, *labels, *best.passage.path]))
    return any(str(quantity.number) not in held for quantity in quantities(question.plain))


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
