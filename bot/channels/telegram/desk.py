"""The desk: who is speaking, whether they may, and what is decided; it sends nothing itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from html import escape

from bot.access import ASK, DEPOSIT, PUBLIC, Audiences, Member, audiences_of, may
from bot.channels.telegram import answers, commands, filing, keyboards, texts
from bot.channels.telegram.events import Event
from bot.channels.telegram.keyboards import DEPOSIT as FILING
from bot.channels.telegram.keyboards import EXAMPLE, FLOW, PAGE, THEME, TODAY, TOWN, VOTE
from bot.channels.telegram.outgoing import Button, Outgoing
from bot.channels.telegram.visit import CHANNEL, Outcome, Visit, say, toast
from bot.config import Settings
from bot.conversation import flows_left
from bot.messages import Dialogue, Incoming, Turn
from bot.register import Register
from bot.register.people import NotInvited
from bot.wiring import Brain

# A stranger is told once a while that the door is closed, not at each knock.
KNOCKS = timedelta(minutes=1)

Thinks = Callable[[Brain, Incoming, Dialogue], Awaitable[Turn]]


@dataclass
class Desk:
    """Decides what to answer; ``think`` asks a brain off the event loop, ``brain`` gives that of some audiences."""

    register: Register
    settings: Settings
    brain: Callable[[Audiences], Brain]
    think: Thinks
    clerk: filing.Clerk
    username: str = ""
    _knocked: dict[int, datetime] = field(default_factory=dict)

    async def answer(self, event: Event, now: datetime) -> Outcome:
        """What is decided for an event; an account that is not let in never learns more than that."""
        if event.kind in ("joined", "left"):
            at = now.isoformat() if event.kind == "left" else ""
            self.register.people.block(CHANNEL, str(event.account), at)
            return Outcome()
        if event.kind == "nothing":
            return Outcome()
        if event.private and event.chat != event.account:
            return Outcome(toast(event))  # a private chat is its owner's alone, whatever a forged button says
        member = self.register.people.member(CHANNEL, str(event.account))
        if not event.private:
            return await self._in_group(event, member, now)
        if code := _invitation(event):
            return self._let_in(event, code, now)
        if member is None or not may(member, ASK):
            return self._reserved(event, now)
        self.register.people.block(CHANNEL, member.account, "")
        return await self._received(self._visit(event, member, audiences_of(member), now))

    def _visit(self, event: Event, member: Member, audiences: Audiences, now: datetime) -> Visit:
        brain = self.brain(audiences)
        kept = None
        if event.private:
            kept = self.register.talks.load(key_of(event), now, self.settings.dialogue_hours)
        dialogue = kept or Dialogue(commune=self._commune(member, brain))
        # What the person may no longer read is no longer theirs to see again.
        dialogue = replace(dialogue, citations=brain.shelf.quotable(dialogue.citations))
        return Visit(event, member, dialogue, brain, now)

    def _commune(self, member: Member, brain: Brain) -> str:
        only = brain.menu.communes[0] if len(brain.menu.communes) == 1 else ""
        return member.commune or self.settings.commune or only

    # Who may come in

    def _reserved(self, event: Event, now: datetime) -> Outcome:
        last = self._knocked.get(event.account)
        if last and now - last < KNOCKS:
            return Outcome(toast(event))
        if len(self._knocked) > 10_000:
            self._knocked.clear()
        self._knocked[event.account] = now
        return Outcome((*toast(event), *say(texts.RESERVED)))

    def _let_in(self, event: Event, code: str, now: datetime) -> Outcome:
        try:
            member: Member | None = self.register.people.redeem(code, CHANNEL, str(event.account), now)
        except NotInvited:
            member = self.register.people.member(CHANNEL, str(event.account))
        if member is None:
            return self._reserved(event, now)
        return commands.start(self._visit(event, member, audiences_of(member), now))

    async def _in_group(self, event: Event, member: Member | None, now: datetime) -> Outcome:
        """In a group: members only, when addressed, what everyone may read, and no conversation about a family."""
        if member is None or not may(member, ASK) or not event.addressed:
            return Outcome(toast(event))
        private = texts.IN_PRIVATE.format(username=self.username)
        if not self.settings.telegram_groups:
            return Outcome((*toast(event), *say(texts.GROUP_CLOSED.format(username=self.username))))
        if event.kind != "text" or event.text.startswith("/"):
            return Outcome((*toast(event), *say(private)))
        visit = self._visit(event, member, PUBLIC, now)
        turn = await self._asked(visit, Incoming(visit.day, event.text))
        answer = turn.reply.answer
        asks = answer is not None and answer.status == "question"
        if asks or visit.brain.menu.about_a_family(turn.dialogue.flow):
            return Outcome(say(private))
        return replace(answers.told(answers.unvoted(turn), visit, None), dialogue=None)

    # What a member does

    async def _received(self, visit: Visit) -> Outcome:
        event = visit.event
        if event.kind == "button":
            return await self._pressed(visit)
        if event.kind == "file":
            if not may(visit.member, DEPOSIT):
                return Outcome(say(texts.NOT_CURATOR))
            return self.clerk.receive(visit)
        if event.kind != "text":
            return Outcome(say(texts.PHOTO if event.kind == "photo" else texts.ONLY_TEXT))
        return await self._typed(visit)

    async def _typed(self, visit: Visit) -> Outcome:
        text = visit.event.text
        word, _, rest = text.partition(" ")
        command = word[1:].lower() if word.startswith("/") else ""
        if command == "effacer":
            return commands.erase(visit, self.register)
        if command == "moi":
            hours, days = self.settings.dialogue_hours, self.settings.question_days
            return commands.myself(visit, self.register, hours, days)
        if command in commands.OWN and (not rest.strip() or command in ("start", "sujets")):
            return commands.OWN[command](visit)
        if not command and may(visit.member, DEPOSIT) and (filled := self.clerk.fill(visit)):
            return filled
        outcome = await self._respond(visit, Incoming(visit.day, text))
        if command == "aide" and (more := commands.help_after(visit)):
            return replace(outcome, outgoing=(*outcome.outgoing, *say(more)))
        return outcome

    async def _pressed(self, visit: Visit) -> Outcome:
        event, token = visit.event, visit.event.token
        dialogue = visit.dialogue
        menu = visit.brain.menu
        if token.startswith(VOTE):
            return answers.voted(visit, self.register.uses)
        if token.startswith(PAGE):
            return answers.page(visit)
        if token.startswith(FILING):
            return await self.clerk.press(visit)
        if token.startswith(THEME):
            return Outcome((*toast(event), _theme(visit)))
        if token.startswith(FLOW):
            fresh = flows_left(dialogue)
            return await self._taken(visit, fresh, token.removeprefix(FLOW))
        if token.startswith(TOWN):
            name = next((one for one in menu.communes if TOWN + keyboards.digest(one) == token), "")
            return await self._said(visit, f"commune {name}" if name else "")
        if token.startswith(EXAMPLE):
            found = menu.examples(dialogue.commune, visit.on)
            return await self._said(visit, next((one for one in found if EXAMPLE + keyboards.digest(one) == token), ""))
        if token == TODAY:
            return Outcome((*toast(event), *say(texts.ON_TODAY)), commands.with_today(dialogue))
        return await self._taken(visit, dialogue, keyboards.token_of(token, dialogue))

    async def _said(self, visit: Visit, text: str) -> Outcome:
        """A button that says a text for the person."""
        if not text:
            return Outcome(toast(visit.event, texts.STALE))
        outcome = await self._respond(visit, Incoming(visit.day, text))
        return replace(outcome, outgoing=(*toast(visit.event), _mark(visit), *outcome.outgoing))

    async def _taken(self, visit: Visit, dialogue: Dialogue, token: str) -> Outcome:
        """A choice taken: shown in its message, then answered."""
        if not token:
            return Outcome(toast(visit.event, texts.STALE))
        visit = replace(visit, dialogue=dialogue)
        outcome = await self._respond(visit, Incoming(visit.day, token=token))
        return replace(outcome, outgoing=(*toast(visit.event), _mark(visit), *outcome.outgoing))

    async def _respond(self, visit: Visit, incoming: Incoming) -> Outcome:
        turn = await self._asked(visit, incoming)
        outcome = answers.told(turn, visit, self.register.uses if self.settings.question_days else None)
        chosen = turn.dialogue.commune
        if chosen == visit.dialogue.commune:
            return outcome
        account = visit.member.account
        settle = lambda parcels: self.register.people.settle(CHANNEL, account, chosen)  # noqa: E731
        return replace(outcome, effects=(*outcome.effects, settle))

    async def _asked(self, visit: Visit, incoming: Incoming) -> Turn:
        return await self.think(visit.brain, incoming, visit.dialogue)


def key_of(event: Event) -> str:
    """Where an event's conversation is kept: one a person and a chat."""
    return f"{CHANNEL}:{event.chat}:{event.account}"


def _invitation(event: Event) -> str:
    """The code of a deep link, "" when the event is none."""
    word, _, code = event.text.partition(" ")
    return code.strip() if event.kind == "text" and word == "/start" else ""


def _mark(visit: Visit) -> Outgoing:
    event = visit.event
    return Outgoing("mark", keyboard=keyboards.marked(event.keyboard, event.token), message=event.message)


def _theme(visit: Visit) -> Outgoing:
    """The menu's message, showing the flows of a theme, or the themes again."""
    message, menu = visit.event.message, visit.brain.menu
    themes = menu.themes(visit.dialogue.commune, visit.on)
    theme = next((one for one in themes if THEME + keyboards.digest(one.name) == visit.event.token), None)
    if theme is None:
        return Outgoing("edit", texts.SUBJECTS, commands.themes(visit), message)
    flows = [Button(keyboards.shortened(one.label), FLOW + one.token) for one in theme.flows]
    keyboard = keyboards.rows([*flows, Button(texts.BACK_TO_THEMES, THEME)])
    return Outgoing("edit", f"<b>{escape(theme.name, quote=False)}</b>", keyboard, message)
