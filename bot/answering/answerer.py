"""Answering from the documents themselves: the passage that says it, or an honest "it is not said"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bot.answering import composing, proof
from bot.answering.candidates import Candidate, rank
from bot.answering.matching import ideas_of
from bot.answering.parts import Topic
from bot.answering.signals import counted, lacks_value
from bot.answering.spans import shortened
from bot.messages import Answer, Option
from bot.towns import Towns, is_grouping, pattern
from bot.understanding.question import Question, read, says_something
from bot.understanding.residence import people
from bot.understanding.wants import Want
from index.analysis import number_key
from index.engine import Query, SearchEngine, Term
from knowledge.documents import Citation, Metadata, Page, Passage, Piece, Standing
from knowledge.text import fold

LOOKED_AT = 60
# A question matched by less than this share of its words' weight is not answered: chosen so that, on two sets of
# questions written by different people, what is stated is right about nine times in ten (docs/decisions/0001).
SUBJECT_MET, ANSWER_NEAR = 0.58, 0.64
MANY, TIED, OPTION = 6, 0.03, 40
BLANKS, BLANK, ELSEWHERE, FOUND_FIRST = 3, 0.2, 0.2, 2
_BLANK = re.compile(r"\bX{2,}\b|\[\s*(?:…|\.\.\.)\s*\]|_{4,}")
_FAILED = (Standing.REJECTED, Standing.POSTPONED, Standing.REPEALED)

NOT_UNDERSTOOD = "Je n'ai pas compris la question. Dites-la avec vos mots, par exemple « prix concession 30 ans »."
NOT_HELD = "Je ne sais pas : aucun document que je détiens ne traite de cela."
NOT_SAID = "Ce n'est pas précisé dans le document. Le passage qui s'arrête là :"
NOT_COMPUTED = "Les documents donnent ces prix, mais pas de quoi faire ce calcul :"
WHICH = "Plusieurs tarifs correspondent à ces mots. Lequel cherchez-vous ?"


class Holding(Protocol):
    """A document held, as the shelf tells it."""

    @property
    def id(self) -> str:
        """Its identifier."""
        ...

    @property
    def file(self) -> str:
        """The name of its file."""
        ...

    @property
    def metadata(self) -> Metadata:
        """What is known of it."""
        ...

    @property
    def restated(self) -> bool:
        """Whether it only restates the acts (a content's own documents), so that an act held proves better."""
        ...


class Shelf(Protocol):
    """Where documents and their passages are read from."""

    def documents(self) -> Sequence[Holding]:
        """Every document that may be searched and quoted."""
        ...

    def pieces(self, document_id: str) -> Sequence[Piece]:
        """The pieces of a document, in order."""
        ...

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages of these ids, in this order."""
        ...

    def page(self, document_id: str, number: int) -> Page | None:
        """One page of a document as it was read, or None."""
        ...


@dataclass(frozen=True)
class Found:
    """What was found: how the question was read, the passages that may answer it, best first, and for which towns."""

    question: Question
    candidates: tuple[Candidate, ...]
    asked: frozenset[str] = frozenset()

    @property
    def best(self) -> Candidate | None:
        """The first candidate, when it meets enough of the question to be stated."""
        first = self.candidates[0] if self.candidates else None
        return first if first and first.subject >= SUBJECT_MET and first.near >= ANSWER_NEAR else None


class Answerer:
    """Answers questions from the passages held; states nothing that no passage says."""

    def __init__(self, shelf: Shelf, engine: SearchEngine, expand: Callable[[Iterable[str]], tuple[Term, ...]]) -> None:
        self._shelf, self._engine, self._expand = shelf, engine, expand
        self._held: dict[str, Holding] = {}
        self._topics: dict[str, dict[int, Topic]] = {}

    def find(self, text: str, commune: str, towns: Towns) -> Found:
        """Understand ``text`` and rank the passages of the town it names, else of ``commune``, else of all."""
        self._held = {held.id: held for held in self._shelf.documents()}
        question = read(text, correct=self._engine.correct, expand=self._expand, communes=towns.names)
        if not says_something(question):
            return Found(question, ())
        asked = set(question.communes) or ({commune} if commune else set())
        ideas = ideas_of(question, self._engine.rarity)
        passages = self._numbered(question, asked) or self._searched(question, asked)
        ranked = rank(question, ideas, passages, self._about, people(towns.names))
        return Found(question, tuple(ranked), frozenset(asked))

    def answer(self, found: Found, on: date) -> Answer:
        """The answer that the passages found allow, or which kind of not answering it is."""
        question, best = found.question, found.best
        blank = next((c for c in found.candidates[:BLANKS] if best and _left_blank(c, best)), None)
        if not says_something(question):
            return Answer("unknown", NOT_UNDERSTOOD, "missing")
        if best is None:
            return Answer("unknown", NOT_HELD, "missing")
        if (
            blank
            or lacks_value(question, best.spans, best.best)
            or _another_year(question, best, self._held[best.passage.document].metadata)
        ):
            shown = blank or best
            text = f"{NOT_SAID} « {shortened(shown.span.clean, 300)} »"
            return Answer("unknown", text, "silent", citations=(self.cite(shown),))
        if Want.MONEY in question.wants and (which := self._which(found)):
            return which
        stated = self._stated(question, found.candidates)
        if other := self._other(found, best):
            cited = self.cite(other)
            told = composing.told_elsewhere(other, cited)
            stated = replace(stated, text=f"{stated.text}\n{told}", citations=(*stated.citations[:1], cited))
        if Want.MONEY in question.wants and "×" not in stated.text and composing.uncounted(question, best):
            return replace(
                stated, status="unknown", reason="silent", text=f"{NOT_COMPUTED}\n{stated.text}", value=None, unit=""
            )
        return stated

    def prove(self, answer: Answer, found: Found, commune: str) -> Answer:
        """A grid's ``answer`` with, before the row's own proof, the pages of the town's acts that say the same."""
        if answer.status != "answer" or not answer.citations:
            return answer
        row = proof.row_of(answer, found.question.plain)
        acts = frozenset(id for id in self._own({commune} if commune else set()) if not self._held[id].restated)
        hits = self._engine.search(Query(row.terms, acts), LOOKED_AT) if acts else []
        own = [c.passage.id for c in found.candidates if c.passage.document in acts][:FOUND_FIRST]
        passages = self._shelf.passages(list(dict.fromkeys([*own, *(hit.passage for hit in hits)])))
        cited = [self.cite(candidate) for candidate in proof.acts_for(row, passages, own, self._engine.rarity)]
        return replace(answer, citations=(*cited, *answer.citations))

    def cite(self, candidate: Candidate) -> Citation:
        """The proof that a candidate is: its verbatim text, its page, its act's date and standing."""
        passage = candidate.passage
        held = self._held[passage.document]
        return Citation(
            document=passage.document,
            title=held.metadata.title or held.file,
            file=held.file,
            page=passage.locator.page,
            line=candidate.span.line,
            quote=composing.quote(candidate),
            standing=passage.standing,
            date=passage.date or held.metadata.date,
            piece=passage.path[0] if passage.path else "",
            communes=held.metadata.communes,
        )

    def _numbered(self, question: Question, asked: set[str]) -> list[Passage]:
        """The passages that carry the article, decision or deliberation number asked for; none when none is asked."""
        if question.number is None:
            return []
        kind, number = question.number
        if kind == "deliberation":
            key = number_key(number)
            return [one for one in self._searched(question, asked) if number_key(self._about(one).number) == key]
        found = self._shelf.passages(self._engine.number(number, self._documents(asked)))
        return [one for one in found if one.kind == kind or kind in fold(" ".join(one.path[-1:]))]

    def _searched(self, question: Question, asked: set[str]) -> list[Passage]:
        hits = self._engine.search(Query(question.terms, self._documents(asked)), LOOKED_AT)
        passages = self._shelf.passages([hit.passage for hit in hits])
        bodies = [pattern(fold(name)) for name in asked if is_grouping(name)]
        own = self._own(asked)
        # A body of several communes is spoken of in its members' acts: those that name it count as its own.
        return [
            passage
            for passage in passages
            if not bodies or passage.document in own or any(re.search(body, self._spoken_of(passage)) for body in bodies)
        ]

    def _spoken_of(self, passage: Passage) -> str:
        return fold(f"{passage.clean} {self._about(passage).words}")

    def _documents(self, asked: set[str]) -> frozenset[str]:
        if not asked or any(is_grouping(name) for name in asked):
            return frozenset(self._held)
        return self._own(asked)

    def _own(self, asked: set[str]) -> frozenset[str]:
        return frozenset(id for id, held in self._held.items() if not asked or asked & set(held.metadata.communes))

    def _about(self, passage: Passage) -> Topic:
        """What the act of a passage is about: its document's title, the names that come back in it."""
        held = self._held[passage.document]
        key = f"{passage.document} {held.metadata.title}"
        if key not in self._topics:
            self._topics[key] = {
                piece.ordinal: Topic(
                    words=f"{held.metadata.title} {' '.join(piece.names)} {piece.parent}",
                    kind=piece.kind,
                    restated=held.restated,
                    number=piece.number,
                )
                for piece in self._shelf.pieces(passage.document)
            }
        return self._topics[key].get(passage.piece, Topic())

    def _other(self, found: Found, best: Candidate) -> Candidate | None:
        """Another act that meets the question nearly as well and gives another value; or that speaks of a body too."""
        body = any(is_grouping(name) for name in found.asked)
        wanted = found.question.wants & {Want.MONEY, Want.COUNT, Want.RATE, Want.DURATION}
        if not body and not wanted:
            return None
        mine = composing.values(best)
        counting = counted(found.question, fold(best.span.clean)) > 0
        for other in found.candidates[1:8]:
            alike = other.subject >= best.subject - ELSEWHERE and other.near >= best.near - ELSEWHERE
            same = (other.passage.document, other.passage.piece) == (best.passage.document, best.passage.piece)
            if same or not alike or lacks_value(found.question, other.spans, other.best):
                continue
            theirs = composing.values(other)
            apart = bool(mine and theirs) and not mine & theirs
            if counting and not counted(found.question, fold(other.span.clean)):
                continue
            if apart or (body and other.passage.document != best.passage.document):
                return other
        return None

    def _which(self, found: Found) -> Answer | None:
        """The question to ask back when several tables, or too many rows of one, fit the words equally well."""
        best = found.candidates[0]
        if best.reading is None or best.reading.sure:
            return None
        rivals = [c for c in found.candidates[:6] if c.reading and c.score > best.score - TIED]
        figures = [figure for c in rivals if c.reading for figure in c.reading.figures]
        labels = list(dict.fromkeys(composing.case(c, f) for c in rivals if c.reading for f in c.reading.figures))
        if len(figures) <= MANY or len(labels) < 2:
            return None
        options = tuple(Option(label, f"+{label[:OPTION]}") for label in labels[:8])
        return Answer("question", WHICH, "case", options=options, citations=tuple(self.cite(c) for c in rivals[:3]))

    def _stated(self, question: Question, found: Sequence[Candidate]) -> Answer:
        best = found[0]
        passage, reading = best.passage, best.reading
        lead = ""
        if Want.VOTE in question.wants or passage.standing in _FAILED:
            pieces = self._shelf.pieces(passage.document)
            lead = composing.told_standing(passage, next((p for p in pieces if p.ordinal == passage.piece), None))
        told = composing.told_by_table(question, best, reading) if reading else composing.told_by_text(question, best)
        sure = reading is not None and reading.sure
        return Answer(
            "answer",
            f"{lead}\n{told}".strip(),
            value=reading.figures[0].value if reading and sure else None,
            unit=reading.figures[0].unit if reading and sure else "",
            citations=tuple(self.cite(c) for c in found[:2]),
        )


def _left_blank(candidate: Candidate, best: Candidate) -> bool:
    """Whether an act leaves the point to be filled in ("au forfait XX") and meets the question as well as the best."""
    close = candidate.subject >= best.subject - BLANK and candidate.near >= best.near - BLANK
    return close and _BLANK.search(candidate.span.text) is not None


def _another_year(question: Question, best: Candidate, metadata: Metadata) -> bool:
    """Whether the question names a year that neither the passage nor its act speaks of."""
    years = {figure for figure in question.figures if re.fullmatch(r"(?:19|20)\d\d", figure)}
    passage = best.passage
    dates = [str(day.year) for day in (passage.date, metadata.date) if day]
    said = " ".join([passage.text, *passage.path, metadata.title, passage.context, *dates])
    return bool(years) and not any(year in said for year in years)
