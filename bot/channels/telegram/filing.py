"""Documents brought by a curator: received, told as read, corrected field by field, confirmed or given up."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from bot.access import CURATORS, DEPOSIT, EVERYONE, may
from bot.channels.telegram import texts
from bot.channels.telegram.keyboards import DEPOSIT as PREFIX
from bot.channels.telegram.keyboards import digest, rows, shortened
from bot.channels.telegram.outgoing import Button, Keyboard, Outgoing
from bot.channels.telegram.visit import CHANNEL, Outcome, Visit, say, toast
from bot.register import Register
from bot.register.deposits import READ, Deposit
from knowledge.dates import dates
from knowledge.documents import Metadata
from knowledge.readers.limits import MEGABYTE
from knowledge.standings import Standing
from knowledge.text import plural, squeeze

MOST_BYTES = 20 * MEGABYTE
AUDIENCES = {EVERYONE: "tout le monde", CURATORS: "référents"}
# The fields of the card: what is shown, and how its value is asked.
ASKED = {
    "titre": "Écrivez le titre du document.",
    "commune": "Touchez la commune, ou écrivez-la.",
    "date": "Écrivez la date de l'acte, par exemple 15/10/2024 (ou « aucune »).",
    "portee": "Que vaut cet acte ?",
    "public": "Qui peut le lire ? Touchez, ou écrivez le nom du service.",
}
LABELS = {"titre": "Titre", "commune": "Commune", "date": "Date", "portee": "Portée", "public": "Public"}
CONFIRM, GIVE_UP, CARD = "ok", "non", "carte"


@dataclass
class Clerk:
    """Holds the conversation about a deposit; ``keep`` makes a document answer, ``drop`` forgets it."""

    register: Register
    keep: Callable[[str, Metadata], Awaitable[bool]]
    drop: Callable[[str], Awaitable[None]]

    def receive(self, visit: Visit) -> Outcome:
        """A file has come: it is said so, and left to be read."""
        event = visit.event
        name = event.name or "document"
        if event.size > MOST_BYTES:
            return Outcome(say(texts.TOO_BIG.format(name=name, size=-(-event.size // MEGABYTE))))
        deposit = Deposit(secrets.token_hex(4), event.chat, str(event.account), name=name, file=event.file)

        def note(parcels: Sequence[int]) -> None:
            self.register.deposits.save(replace(deposit, card=parcels[0]), visit.now.isoformat())

        return Outcome(say(texts.TAKEN.format(name=name)), None, (note,))

    def fill(self, visit: Visit) -> Outcome | None:
        """The value that a typed message gives to the field awaited, or ``None`` when none is."""
        deposit = self.register.deposits.awaiting(visit.event.chat, str(visit.event.account))
        if deposit is None:
            return None
        metadata = filled(deposit.metadata, deposit.awaiting, visit.event.text)
        if metadata is None:
            return Outcome(say(ASKED[deposit.awaiting]))
        return self._shown(replace(deposit, metadata=metadata, awaiting=""), visit)

    async def press(self, visit: Visit) -> Outcome:
        """A button of a card."""
        event = visit.event
        id, verb, value = [*event.token.removeprefix(PREFIX).split(":", 2), "", ""][:3]
        deposit = self.register.deposits.get(id)
        mine = deposit is not None and deposit.account == str(event.account) and may(visit.member, DEPOSIT)
        if deposit is None or not mine or deposit.state != READ:
            return Outcome(toast(event, texts.DEPOSIT_GONE))
        if verb == CONFIRM:
            return await self._confirm(deposit, visit)
        if verb == GIVE_UP:
            await self.drop(deposit.document)
            gone = Outgoing("edit", escape(texts.GIVEN_UP.format(name=deposit.name)), message=event.message)
            return Outcome((*toast(event), gone), None, (lambda parcels: self.register.deposits.drop(deposit.id),))
        if verb == CARD:
            return self._shown(replace(deposit, awaiting=""), visit)
        if verb not in ASKED:
            return Outcome(toast(event, texts.DEPOSIT_GONE))
        if value:
            found = next((one for one in self._choices(verb, visit) if digest(one) == value), None)
            metadata = filled(deposit.metadata, verb, found) if found else None
            if metadata is None:
                return Outcome(toast(event, texts.DEPOSIT_GONE))
            return self._shown(replace(deposit, metadata=metadata, awaiting=""), visit)
        return self._ask(replace(deposit, awaiting=verb), verb, visit)

    def _ask(self, deposit: Deposit, field: str, visit: Visit) -> Outcome:
        choices = [
            Button(shortened(label), f"{PREFIX}{deposit.id}:{field}:{digest(value)}")
            for value, label in self._choices(field, visit).items()
        ]
        keyboard = rows([*choices, Button("‹ Retour", f"{PREFIX}{deposit.id}:{CARD}")])
        asked = Outgoing("edit", escape(ASKED[field]), keyboard, visit.event.message)
        return Outcome((*toast(visit.event), asked), None, (lambda parcels: self._save(deposit, visit),))

    def _choices(self, field: str, visit: Visit) -> dict[str, str]:
        """The values of a field that can be tapped, and how each is read."""
        if field == "commune":
            held = [town for one in visit.brain.shelf.documents() for town in one.metadata.communes]
            return {name: name for name in dict.fromkeys([*visit.brain.menu.communes, *sorted(set(held))])}
        if field == "portee":
            return {one.value: one.label for one in Standing}
        if field == "public":
            services = {service: service for one in self.register.people.members() for service in one.services}
            return AUDIENCES | dict(sorted(services.items()))
        return {}

    async def _confirm(self, deposit: Deposit, visit: Visit) -> Outcome:
        metadata = deposit.metadata
        wanting = [
            what for what, there in (("le titre", metadata.title), ("la commune", metadata.communes)) if not there
        ]
        if wanting:
            return Outcome(toast(visit.event, texts.NEEDS.format(what=" et ".join(wanting))))
        if not await self.keep(deposit.document, metadata):
            return Outcome(toast(visit.event, texts.DEPOSIT_GONE))
        pages, passages = [*deposit.report.split(", "), ""][:2]
        text = texts.CONFIRMED.format(title=metadata.title, pages=pages, passages=passages.split("\n")[0])
        done = Outgoing("edit", escape(text, quote=False), message=visit.event.message)

        def note(parcels: Sequence[int]) -> None:
            self.register.deposits.drop(deposit.id)
            actor = f"{CHANNEL}:{visit.event.account}"
            self.register.people.note(visit.now, actor, "deposit", deposit.document)

        return Outcome((*toast(visit.event), done), None, (note,))

    def _shown(self, deposit: Deposit, visit: Visit) -> Outcome:
        """The card with its new value: in its own message after a tap, below when the value was typed."""
        if visit.event.kind == "button":
            card = replace(card_of(deposit), form="edit", message=visit.event.message)
            return Outcome((*toast(visit.event), card), None, (lambda parcels: self._save(deposit, visit),))
        return Outcome((card_of(deposit),), None, (lambda parcels: self._save(deposit, visit),))

    def _save(self, deposit: Deposit, visit: Visit) -> None:
        self.register.deposits.save(deposit, visit.now.isoformat())


def card_of(deposit: Deposit) -> Outgoing:
    """What was read of a document and what it was told to be, with a button for each thing to change."""
    metadata = deposit.metadata
    day = f"{metadata.date:%d/%m/%Y}" if metadata.date else "aucune"
    values = {
        "titre": metadata.title or "?",
        "commune": ", ".join(metadata.communes) or "?",
        "date": day,
        "portee": metadata.standing.label,
        "public": AUDIENCES.get(metadata.audience, metadata.audience),
    }
    lines = [f"« {deposit.name} » est lu : {deposit.report}", ""]
    lines += [f"{LABELS[field]} : {value}" for field, value in values.items()]
    lines += ["", "Il ne répond à personne avant votre confirmation."]
    fields = [Button(label, f"{PREFIX}{deposit.id}:{field}") for field, label in LABELS.items()]
    keyboard: Keyboard = (
        (Button("✓ C'est exact", f"{PREFIX}{deposit.id}:{CONFIRM}"),),
        *rows(fields, 3),
        (Button("Abandonner", f"{PREFIX}{deposit.id}:{GIVE_UP}"),),
    )
    return Outgoing("text", escape("\n".join(lines), quote=False), keyboard)


def filled(metadata: Metadata, field: str, said: str) -> Metadata | None:
    """The metadata with one field as a person said it, or ``None`` when it cannot be understood."""
    said = squeeze(said)[:200]
    if field == "titre":
        return replace(metadata, title=said) if said else None
    if field == "commune":
        return replace(metadata, communes=(said,)) if said else None
    if field == "public":
        found = next((key for key, label in AUDIENCES.items() if label == said.lower()), said)
        return replace(metadata, audience=found) if said else None
    if field == "portee":
        chosen = next((one for one in Standing if said.lower() in (one.value, one.label)), None)
        return replace(metadata, standing=chosen) if chosen else None
    if said.lower() in ("aucune", "sans"):
        return replace(metadata, date=None)
    day: list[date] = dates(said)
    return replace(metadata, date=day[0]) if day else None


def report_of(pages: int, passages: int, problems: Sequence[str]) -> str:
    """What a reading gave, in one line, and the first problems met, one a line."""
    said = [plural(pages, "page"), plural(passages, "passage"), plural(len(problems), "point") + " à voir"]
    return "\n".join([", ".join(said), *(f"• {shortened(one)}" for one in problems[:5])])
