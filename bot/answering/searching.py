"""Finding the passages that may answer: by their number, else by their words, in the acts of the towns asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from bot.answering.candidates import Candidate
from bot.answering.parts import forget
from bot.answering.shelf import Holding, Shelf
from bot.answering.topics import Topic
from bot.towns import is_grouping, pattern
from bot.understanding.question import Question
from index.analysis import is_said, number_key, stem, tokens
from index.engine import Query, SearchEngine, Term
from knowledge.documents import Passage, Piece
from knowledge.outline.changes import changes_of
from knowledge.standings import Standing
from knowledge.text import fold

LOOKED_AT = 60
# What the titles of many acts say: it names none.
_ANY_ACT = frozenset(
    "reglement interieur general convention commune communal municipal municipale ville service services avec pour les "
    "des annexe avenant objectifs moyens charte modification article et de du la le".split()
)


class Searcher:
    """Finds passages in the documents held; ``held`` maps their ids to them, as of the last ``refresh``."""

    def __init__(self, shelf: Shelf, engine: SearchEngine) -> None:
        self._shelf, self._engine = shelf, engine
        self.held: dict[str, Holding] = {}
        self._topics: dict[str, dict[int, Topic]] = {}
        self._changes: dict[tuple[str, str], list[tuple[Holding, Topic]]] | None = None

    def refresh(self) -> None:
        """Look again at what is held: documents come and go between two questions."""
        held = {one.id: one for one in self._shelf.documents()}
        if held != self.held:
            self._topics.clear()
            self._changes = None
            forget()
        self.held = held

    def passages(self, question: Question, asked: Collection[str]) -> list[Passage]:
        """The passages that may answer, for the towns ``asked`` (every town when none), the likeliest first."""
        return self._numbered(question, asked) or self._searched(question, asked)

    def restating(self) -> frozenset[str]:
        """The documents that only restate the acts."""
        return frozenset(id for id, held in self.held.items() if held.restated)

    def acts(self, asked: Collection[str]) -> frozenset[str]:
        """The ids of the towns' own acts, without the documents that only restate them."""
        return frozenset(id for id in self._own(asked) if not self.held[id].restated)

    def saying(self, terms: Sequence[Term], documents: frozenset[str], first: Sequence[str]) -> list[Passage]:
        """The passages of these documents that say the most of ``terms``, after those whose ids are ``first``."""
        hits = self._engine.search(Query(tuple(terms), documents), LOOKED_AT) if documents else []
        return self._shelf.passages(list(dict.fromkeys([*first, *(hit.passage for hit in hits)])))

    def about(self, passage: Passage) -> Topic:
        """What the act of a passage is about: its document's title, the names that come back in it."""
        return self._topics_of(passage.document).get(passage.piece, Topic())

    def repealed(self, passage: Passage, on: date) -> bool:
        """Whether an act of the same town, in force that day, repeals the act of a passage as a whole."""
        return self._touching("repeals", passage, on) is not None

    def modified(self, passage: Passage, on: date) -> Topic | None:
        """The act of the same town, in force that day, that modifies the act of a passage; the latest, or None."""
        return self._touching("modifies", passage, on)

    def modifies(self, later: Candidate, earlier: Candidate) -> bool:
        """Whether the act of a later candidate says that it modifies the act, or the decision, of an earlier one."""
        act, number = self.about(earlier.passage).number, earlier.passage.number
        if act and self.about(later.passage).does("modifies", act):
            return True
        # a decision among others says itself which one it changes
        touched = changes_of(later.passage.clean, later.passage.number) if number else ()
        return any(number_key(one.number) == number_key(number) for one in touched)

    def naming(self, passage: Passage) -> list[Passage]:
        """The passages of the same town that may name the article that a passage is: by its number and its act."""
        held = self.held[passage.document]
        said = dict.fromkeys(tokens(fold(f"article {passage.number} {held.metadata.title}")))
        terms = tuple(Term(word, ((stem(word), 1.0),)) for word in said if is_said(word) or word == passage.number)
        own = set(tokens(fold(held.metadata.title))) - _ANY_ACT
        found = self.saying(terms, self._own(held.metadata.communes), ())
        return [
            one
            for one in found
            if one.document == passage.document or own & set(tokens(fold(" ".join([*one.path, one.clean]))))
        ]

    def _touching(self, verb: str, passage: Passage, on: date) -> Topic | None:
        number = number_key(self.about(passage).number)
        towns = set(self.held[passage.document].metadata.communes)
        acts = self._changing().get((verb, number), ()) if number else ()
        begun = [act for held, act in acts if act.since <= on and towns & set(held.metadata.communes)]
        return max(begun, key=lambda act: act.since, default=None)

    def _changing(self) -> dict[tuple[str, str], list[tuple[Holding, Topic]]]:
        """The acts that change others, by what they do and the number of the act they do it to."""
        if self._changes is None:
            self._changes = {}
            for document, piece in self._shelf.changing():
                if held := self.held.get(document):
                    act = _topic(piece, held)
                    for one in act.changes:
                        self._changes.setdefault((one.verb, number_key(one.number)), []).append((held, act))
        return self._changes

    def _topics_of(self, document: str) -> dict[int, Topic]:
        held = self.held[document]
        key = f"{document} {held.metadata.title}"
        topics = self._topics.get(key)
        if topics is None:
            pieces = self._shelf.pieces(document)
            topics = self._topics[key] = {piece.ordinal: _topic(piece, held) for piece in pieces}
        return topics

    def _numbered(self, question: Question, asked: Collection[str]) -> list[Passage]:
        """The passages that carry the article, decision or deliberation number asked for; none when none is asked."""
        if question.number is None:
            return []
        kind, number = question.number
        if kind == "deliberation":
            key = number_key(number)
            return [one for one in self._searched(question, asked) if number_key(self.about(one).number) == key]
        found = self._shelf.passages(self._engine.number(number, self._documents(asked)))
        return [one for one in found if one.kind == kind or kind in fold(" ".join(one.path[-1:]))]

    def _searched(self, question: Question, asked: Collection[str]) -> list[Passage]:
        hits = self._engine.search(Query(question.terms, self._documents(asked)), LOOKED_AT)
        passages = self._shelf.passages([hit.passage for hit in hits])
        bodies = [pattern(fold(name)) for name in asked if is_grouping(name)]
        if not bodies:
            return passages
        # A body of several communes is spoken of in its members' acts: those that name it count as its own.
        own = self._own(asked)
        return [one for one in passages if one.document in own or self._names(one, bodies)]

    def _names(self, passage: Passage, bodies: Sequence[str]) -> bool:
        text = fold(f"{passage.clean} {self.about(passage).words}")
        return any(re.search(body, text) for body in bodies)

    def _documents(self, asked: Collection[str]) -> frozenset[str]:
        return frozenset(self.held) if any(is_grouping(name) for name in asked) else self._own(asked)

    def _own(self, asked: Collection[str]) -> frozenset[str]:
        towns = set(asked)
        return frozenset(id for id, held in self.held.items() if not towns or towns & set(held.metadata.communes))


def _topic(piece: Piece, held: Holding) -> Topic:
    # what was only proposed, or failed, changes nothing
    undecided = piece.standing is Standing.PROPOSED or piece.standing.failed
    return Topic(
        words=f"{held.metadata.title} {' '.join(piece.names)} {piece.parent}",
        kind=piece.kind,
        restated=held.restated,
        number=piece.number,
        title=piece.title,
        changes=() if undecided else piece.changes,
        since=max(filter(None, (piece.date or held.metadata.date, piece.effective)), default=date.min),
    )
