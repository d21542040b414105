"""A town hall of a few invented acts, held in memory: enough of a shelf and of an engine to be asked questions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.answering.answerer import Answerer
from bot.messages import Answer
from bot.towns import Towns, towns_of
from index.analysis import is_said, number_key, stem, stems
from index.engine import Hit, Query, Term
from knowledge.documents import Document, Metadata, Page, Passage, Piece
from knowledge.outline import outline
from knowledge.text import fold

TODAY = date(2030, 6, 1)


@dataclass(frozen=True)
class Act:
    """A document as a town hall holds it: ``text`` is one page; ``restated`` says that it only restates other acts."""

    id: str
    text: str
    commune: str = "Valfleuri"
    date: date | None = date(2030, 1, 15)
    restated: bool = False

    @property
    def file(self) -> str:
        return f"{self.id}.txt"

    @property
    def metadata(self) -> Metadata:
        return Metadata(self.id.replace("-", " ").capitalize(), "", (self.commune,), self.date)


class Shelf:
    """The acts, outlined once."""

    def __init__(self, *acts: Act) -> None:
        self._acts = acts
        self.pages = {act.id: Page(1, act.text.strip("\n"), 1) for act in acts}
        made = {
            act.id: outline(Document(act.id, act.file, act.id, act.metadata, (self.pages[act.id],))) for act in acts
        }
        self._pieces = {id: one.pieces for id, one in made.items()}
        self.every = {passage.id: passage for one in made.values() for passage in one.passages}

    def hold(self, passages: dict[str, Passage], *acts: Act) -> None:
        """Hold these acts and passages instead, as when the documents were read anew."""
        self._acts, self.every = acts, passages

    def documents(self) -> Sequence[Act]:
        return self._acts

    def pieces(self, document_id: str) -> Sequence[Piece]:
        return self._pieces[document_id]

    def changing(self) -> Sequence[tuple[str, Piece]]:
        return [(id, piece) for id, pieces in self._pieces.items() for piece in pieces if piece.changes]

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        return [self.every[id] for id in ids if id in self.every]

    def page(self, document_id: str, number: int) -> Page | None:
        return self.pages.get(document_id) if number == 1 else None


@dataclass
class Engine:
    """A search over what the shelf holds: a passage's score is the rarity of the words it shares with the query."""

    shelf: Shelf
    slips: dict[str, str] = field(default_factory=dict)

    def search(self, query: Query, limit: int = 50) -> list[Hit]:
        hits = [self._hit(query, passage) for passage in self._allowed(query.documents)]
        return sorted((hit for hit in hits if hit.score), key=lambda hit: -hit.score)[:limit]

    def number(self, digits: str, documents: frozenset[str] | None = None) -> list[str]:
        return [p.id for p in self._allowed(documents) if p.number and number_key(p.number) == number_key(digits)]

    def rarity(self, stem: str) -> float:
        every = self._allowed(None)
        return math.log(1 + len(every) / (1 + sum(stem in _held(passage) for passage in every)))

    def correct(self, word: str) -> str:
        return self.slips.get(word, word)

    def replace(self, document: str, passages: Sequence[Passage]) -> None:
        raise NotImplementedError

    def rebuild(self, passages: Iterable[Passage]) -> None:
        raise NotImplementedError

    def _allowed(self, documents: frozenset[str] | None) -> list[Passage]:
        return [p for p in self.shelf.every.values() if documents is None or p.document in documents]

    def _hit(self, query: Query, passage: Passage) -> Hit:
        held = _held(passage)
        found = [term for term in query.terms if any(set(phrase.split()) <= held for phrase, _ in term.stems)]
        score = sum(self.rarity(term.stems[0][0]) for term in found)
        return Hit(passage.id, score, frozenset(term.word for term in found))


def _held(passage: Passage) -> set[str]:
    return set(stems(f"{passage.clean} {' '.join(passage.path)}"))


# Ways of saying the same that the tests need; the product's own list is tested where it lives.
SAME = {"cantine": "restauration", "gamin": "enfant"}


def expand(words: Iterable[str]) -> tuple[Term, ...]:
    """The terms of folded words, each with the one synonym it may have."""
    said = dict.fromkeys(word for word in words if is_said(word))
    return tuple(Term(word, ((stem(word), 1.0), *_other(word))) for word in said)


def _other(word: str) -> tuple[tuple[str, float], ...]:
    return ((stem(SAME[word]), 0.8),) if word in SAME else ()


@dataclass(frozen=True)
class Office:
    """The acts with an answerer over them, asked as an agent of ``commune`` would."""

    shelf: Shelf
    answerer: Answerer
    towns: Towns

    def ask(self, question: str, commune: str = "Valfleuri", on: date = TODAY) -> Answer:
        """The answer as of that day."""
        return self.answerer.answer(self.answerer.find(question, commune, self.towns, on), on)


def office(*acts: Act, slips: dict[str, str] | None = None) -> Office:
    """An office that holds ``acts``; ``slips`` are the typing errors that its engine puts right."""
    shelf = Shelf(*acts)
    return Office(
        shelf,
        Answerer(shelf, Engine(shelf, slips or {}), expand),
        towns_of((), [act.commune for act in acts]),
    )


def said(text: str) -> str:
    """A text folded, its spaces made plain: what a test looks into."""
    return " ".join(fold(text).split())
