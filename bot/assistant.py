"""The one entry of every channel: a message and a dialogue in, a reply and the new dialogue out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot import conversation
from bot.answering.answerer import NOT_HELD, NOT_UNDERSTOOD, Answerer, Found
from bot.answering.shapes import unfit
from bot.answering.shelf import Shelf
from bot.flows import Candidate, Flows, rivals
from bot.flows.dated import of_another_year
from bot.hometown import asked_first, at_home, chosen, town_token
from bot.messages import Answer, Dialogue, Incoming, Reply, Turn
from bot.towns import Towns, is_grouping, reach, towns_of
from bot.understanding.mending import mended, unnamed
from bot.understanding.question import LONGEST
from bot.understanding.typed import visible
from bot.understanding.wants import Want
from index.analysis import stem
from index.engine import SearchEngine, Term
from knowledge.content import Content

# A grid that explains this much of the question answers when no passage does; when one does, it must explain more.
GRID_ALONE, GRID_FIRST = 0.66, 0.8
GRID_ANSWERS = 0.6  # enough where no passage answers and the grid has nothing left to ask
# What no grid tells: what a word means, how a vote went, how often, whom to call, how large.
UNTOLD = frozenset({Want.DEFINITION, Want.VOTE, Want.FREQUENCY, Want.PHONE, Want.EMAIL, Want.MEASURE})

# What only a grid made for it tells.
TOLD_BY = {Want.FREQUENCY: "frequence", Want.PHONE: "contact", Want.EMAIL: "contact", Want.MEASURE: "mesure"}


class Assistant:
    """Answers questions and holds conversations; everything it knows comes from what it is given."""

    def __init__(
        self,
        shelf: Shelf,
        engine: SearchEngine,
        expand: Callable[[Iterable[str]], tuple[Term, ...]],
        content: Content,
    ) -> None:
        self._shelf, self._engine = shelf, engine
        self._answerer = Answerer(shelf, engine, expand)
        self._flows = Flows(content.tables, content.communes)
        self._content = content

    def ask(self, question: str, *, commune: str = "", on: date) -> Answer:
        """The answer to one full question asked from ``commune`` (any, when empty) as of ``on``."""
        turn = self._asked(visible(question), Dialogue(commune=commune, on=on), on)
        return turn.reply.answer or Answer("unknown", NOT_HELD)

    def respond(self, incoming: Incoming, dialogue: Dialogue) -> Turn:
        """The reply to what a person typed or chose, and the dialogue after it; never raises for what they typed."""
        on = dialogue.on or incoming.day
        text, token = visible(incoming.text), incoming.token
        if not token and text.isdecimal() and 0 < int(text[:4]) <= len(dialogue.options) and len(text) < 3:
            token = dialogue.options[int(text) - 1].token
        towns = self._towns()
        dialogue = at_home(dialogue, towns)
        if token := token or town_token(text, dialogue, towns):
            return self._taken(token, dialogue, on)
        told = conversation.command(text, dialogue, on, towns, self._flows, self._shelf)
        if told:
            return told
        if dialogue.flow and self._flows.again(dialogue, on).answer.status == "question":
            return self._said_inside(text, dialogue, on)
        if dialogue.flow and (changed := self._flows.follow_up(dialogue, text, on)):
            return _turn(changed.answer, replace(changed.dialogue, question=dialogue.question))
        text = conversation.followed(dialogue.question, text, towns) or text
        left = self._flows.cancel(dialogue)
        return asked_first(text, left, towns) or self._asked(text, left, on)

    def _asked(self, text: str, dialogue: Dialogue, on: date) -> Turn:
        """A full question: from a grid when its words settle one, from the passages otherwise."""
        towns = self._towns()
        if len(text) > LONGEST:
            return _turn(Answer("unknown", conversation.TOO_LONG, "missing"), dialogue)
        text = unnamed(text, self._unheard, self._engine.correct, towns)
        text = mended(text, self._engine.correct, towns)
        dialogue = replace(dialogue, question=text)
        commune = next(_ours_first(towns.named(text), dialogue.commune), dialogue.commune)
        found = self._answerer.find(text, dialogue.commune, towns, on)
        passage = self._answerer.answer(found, on)
        grids = self._flows.candidates(text, commune, on)
        if grids and self._settles(grids[0], passage, found, on):
            close = rivals(grids)
            if len(close) > 1:
                step = self._flows.which(close[:6], text, dialogue)
            else:
                step = self._flows.open(grids[0], dialogue)
            if unfit(found.question.wants, step.answer, found.question.plain):
                return self._from_acts(passage, commune, text, dialogue)
            answer = self._answerer.prove(step.answer, found, commune)
            return _turn(answer, replace(step.dialogue, question=text, citations=answer.citations))
        return self._from_acts(passage, commune, text, dialogue)

    def _from_acts(self, passage: Answer, commune: str, text: str, dialogue: Dialogue) -> Turn:
        """What the passages of the acts answer, or an admission that helps."""
        answer = self._helped(passage, commune, text)
        return _turn(answer, replace(dialogue, options=answer.options, citations=answer.citations))

    def _unheard(self, word: str) -> bool:
        """Whether no act holds a folded word: it is as rare as what nobody wrote."""
        return self._engine.rarity(stem(word)) >= self._engine.rarity("")

    def _settles(self, grid: Candidate, passage: Answer, found: Found, on: date) -> bool:
        """Whether a grid answers before the passages: it explains the question, and what is asked is what it tells."""
        wants = found.question.wants
        if grid.asked is False or (Want.MONEY not in wants and _untold(wants, grid, passage)):
            return False
        if of_another_year(grid.table, found.question.years, on):
            return False
        if passage.status == "answer" and not grid.named and passage.citations[0].document not in found.restating:
            return False  # a choice of a grid may be said of another thing: what an act answers comes first
        if passage.status == "answer":
            # a grid of rules that holds two things, when both are asked at once, is no better than what an act answers,
            # nor is one that a word of the question is strange to
            torn = grid.reading.torn and Want.MONEY not in wants
            return grid.coverage >= GRID_FIRST and not torn and not grid.strange
        return grid.coverage >= (GRID_ALONE if grid.play.next_input() else GRID_ANSWERS)

    def _helped(self, answer: Answer, commune: str, text: str) -> Answer:
        """An admission that says which town was searched and whom to ask."""
        if answer.status != "unknown" or answer.text == NOT_UNDERSTOOD:
            return answer
        lines = [answer.text]
        known = {town for held in self._shelf.documents() for town in held.metadata.communes}
        if answer.reason == "missing" and commune and commune not in known:
            lines = [f"Je ne sais pas : je ne détiens aucun document de {commune}."]
        contact = self._towns().contact(commune, text)
        lines.append(f"Vous pouvez demander à : {reach(contact)}." if contact else conversation.ASK_SOMEONE)
        return replace(answer, text="\n".join(lines))

    def _taken(self, token: str, dialogue: Dialogue, on: date) -> Turn:
        if town := chosen(token, self._towns()):
            return self._asked(dialogue.question, replace(self._flows.cancel(dialogue), commune=town), on)
        if token.startswith("+"):
            left = self._flows.cancel(dialogue)
            return self._asked(f"{dialogue.question} {token[1:]}", left, on)
        step = self._flows.step(dialogue, on, token=token)
        return _turn(step.answer, step.dialogue)

    def _said_inside(self, text: str, dialogue: Dialogue, on: date) -> Turn:
        """Words typed while a flow asks something: its answer, else a question of their own, else asked again."""
        step = self._flows.step(dialogue, on, text=text)
        if step.taken:
            return _turn(step.answer, step.dialogue)
        aside = self._asked(text, self._flows.cancel(dialogue), on)
        told = aside.reply.answer
        if told and (told.status == "answer" or (told.status == "unknown" and conversation.is_question(text))):
            return replace(self._resumed(told, dialogue, on), aside=text)
        return _turn(step.answer, dialogue)

    def _resumed(self, told: Answer, dialogue: Dialogue, on: date) -> Turn:
        """A question asked in the middle of a flow: answered, then the flow is offered again where it stood."""
        again = self._flows.again(dialogue, on).answer
        text = f"{told.text}\n\nNous en étions là : {again.text}"
        cited = told.citations or dialogue.citations
        return _turn(replace(told, text=text, options=again.options), replace(dialogue, citations=cited))

    def _towns(self) -> Towns:
        held = [town for held in self._shelf.documents() for town in held.metadata.communes]
        return towns_of(self._content.communes, held)


def _ours_first(named: Iterable[str], own: str) -> Iterator[str]:
    """The towns named; the body that the asker's own town belongs to ("la MEL") is no other town."""
    return (town for town in named if not (own and is_grouping(town)))


def _untold(wants: frozenset[Want], grid: Candidate, passage: Answer) -> bool:
    """Whether a grid does not tell what a question wants, which is no sum."""
    asks = grid.table.asks
    if wants & (UNTOLD - {want for want, ask in TOLD_BY.items() if ask in asks}) or (
        Want.PERSON in wants and "qui" not in asks
    ):
        return True
    # "combien de photocopies" is no price, when a passage counts them or the grid has everything still to ask
    counted = passage.status == "answer" or grid.play.next_input() is not None
    return Want.COUNT in wants and "nombre" not in asks and counted


def _turn(answer: Answer, dialogue: Dialogue) -> Turn:
    return Turn(Reply(answer.text, answer, answer.options), replace(dialogue, options=answer.options))
