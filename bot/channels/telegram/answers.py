"""An answer made ready to send: its text, its choices, the page to see, and what is thought of it."""

from __future__ import annotations

import secrets
from dataclasses import replace

from bot.answering.answerer import NOT_UNDERSTOOD
from bot.channels.telegram import keyboards, texts
from bot.channels.telegram.html import messages
from bot.channels.telegram.keyboards import PAGE, VOTE, digest, of_options
from bot.channels.telegram.outgoing import Button, Keyboard, Outgoing
from bot.channels.telegram.visit import Outcome, Visit, toast
from bot.conversation import TOO_LONG
from bot.messages import Answer, Turn
from bot.privacy import scrubbed
from bot.register.uses import LIKED, Exchange, Uses
from knowledge.readers.render import IMAGES

SHOWN = IMAGES | {".pdf", ".jpeg", ".tiff"}


def told(turn: Turn, visit: Visit, uses: Uses | None) -> Outcome:
    """What to send for a turn; the question is noted in ``uses``, without the person, unless that is ``None``."""
    answer = turn.reply.answer
    exchange = _exchange(turn, visit) if uses else None
    options = turn.reply.options
    keyboard = of_options(options)
    if answer and answer.status == "answer":
        votes = (_votes(exchange.id),) if exchange else ()
        keyboard = (*keyboard, *votes, *_page(answer, visit))
    every = messages(turn.reply, options)
    outgoing = tuple(
        Outgoing("text", html, keyboard if number == len(every) else ()) for number, html in enumerate(every, 1)
    )
    effects = (lambda parcels: uses.keep(exchange),) if uses and exchange else ()
    return Outcome(outgoing, turn.dialogue, effects)


def voted(visit: Visit, uses: Uses) -> Outcome:
    """What was thought of an answer: a thumb up, a thumb down with its reasons to choose from, or one of them."""
    event = visit.event
    exchange, _, vote = event.token.removeprefix(VOTE).partition(":")
    mine = f"{VOTE}{exchange}:"
    others = [tuple(Button(label, data) for label, data in row if not data.startswith(mine)) for row in event.keyboard]
    kept: Keyboard = tuple(row for row in others if row)
    if vote == "-":
        reasons = keyboards.rows((Button(text, mine + code) for code, text in texts.REASONS.items()), 2)
        return Outcome((*toast(event), _mark(visit, (*kept, *reasons))))
    said = LIKED if vote == LIKED else texts.REASONS.get(vote, "")
    shown = texts.LIKE if vote == LIKED else said
    if not said:
        return Outcome(toast(event, texts.STALE))
    if not uses.vote(exchange, said):
        return Outcome(toast(event, texts.TOO_LATE))
    thanks = texts.THANKS if vote == LIKED else texts.THANKS_NOTED
    done = (Button(keyboards.DONE + shown, mine + vote),)
    return Outcome((*toast(event, thanks), _mark(visit, (*kept, done))))


def page(visit: Visit) -> Outcome:
    """The image of a quoted page, for whoever may read its document."""
    event = visit.event
    mark, number, line = [*event.token.removeprefix(PAGE).split(":"), "", ""][:3]
    held = next((one for one in visit.brain.shelf.documents() if digest(one.id) == mark), None)
    if held is None or not number.isdecimal() or not line.isdecimal():
        return Outcome(toast(event, texts.NO_PAGE))
    day = f", {held.metadata.date:%d/%m/%Y}" if held.metadata.date else ""
    caption = f"{held.metadata.title or held.file}, page {number}{day}"
    photo = Outgoing("photo", caption, document=held.id, page=int(number), line=int(line))
    return Outcome((*toast(event), photo))


def unvoted(turn: Turn) -> Turn:
    """The turn without its choices: what a group is shown."""
    reply = turn.reply
    answer = replace(reply.answer, options=()) if reply.answer else None
    return replace(turn, reply=replace(reply, answer=answer, options=()))


def _exchange(turn: Turn, visit: Visit) -> Exchange | None:
    answer = turn.reply.answer
    if answer is None or answer.status == "question" or answer.text.startswith((NOT_UNDERSTOOD, TOO_LONG)):
        return None
    dialogue = turn.dialogue
    question = turn.aside or dialogue.question or visit.brain.menu.title(dialogue.flow)
    if not question:
        return None
    return Exchange(
        secrets.token_hex(6),
        visit.now.isoformat(),
        scrubbed(question),
        dialogue.commune,
        answer.status,
        answer.reason if answer.status == "unknown" else "",
    )


def _votes(exchange: str) -> tuple[Button, ...]:
    return (Button(texts.LIKE, f"{VOTE}{exchange}:{LIKED}"), Button(texts.DISLIKE, f"{VOTE}{exchange}:-"))


def _page(answer: Answer, visit: Visit) -> Keyboard:
    for citation in answer.citations:
        held = visit.brain.shelf.held(citation)
        if held and held.suffix in SHOWN:
            return ((Button(texts.SEE_PAGE, f"{PAGE}{digest(held.id)}:{citation.page}:{citation.line}"),),)
    return ()


def _mark(visit: Visit, keyboard: Keyboard) -> Outgoing:
    return Outgoing("mark", keyboard=keyboard, message=visit.event.message)
