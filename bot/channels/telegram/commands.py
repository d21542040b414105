"""The commands that Telegram shows in its menu, where the channel has something to tap or to tell of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.access import DEPOSIT, ROLES, may
from bot.channels.telegram import texts
from bot.channels.telegram.keyboards import EXAMPLE, THEME, TODAY, TOWN, digest, rows, shortened
from bot.channels.telegram.outgoing import Button, Keyboard
from bot.channels.telegram.visit import CHANNEL, Outcome, Visit, say
from bot.conversation import flows_left
from bot.messages import Dialogue
from bot.privacy import retention
from bot.register import Register
from knowledge.dates import french_date


def start(visit: Visit) -> Outcome:
    """Two lines of welcome, then the town to choose when there are several, or examples to tap."""
    menu = visit.brain.menu
    if not visit.dialogue.commune and len(menu.communes) > 1:
        return Outcome((*say(texts.WELCOME), *say(texts.WHICH_TOWN, _towns(visit))))
    found = menu.examples(visit.dialogue.commune, visit.on)
    keyboard = rows(Button(shortened(text), EXAMPLE + digest(text)) for text in found)
    return Outcome(say(f"{texts.WELCOME}\n{texts.EXAMPLES}" if found else texts.WELCOME, keyboard))


def subjects(visit: Visit) -> Outcome:
    """The themes of the commune's flows, each a button."""
    if not visit.dialogue.commune and len(visit.brain.menu.communes) > 1:
        return Outcome(say(texts.WHICH_TOWN, _towns(visit)))
    keyboard = themes(visit)
    return Outcome(say(texts.SUBJECTS if keyboard else texts.NO_SUBJECT, keyboard))


def themes(visit: Visit) -> Keyboard:
    """A button a theme."""
    found = visit.brain.menu.themes(visit.dialogue.commune, visit.on)
    return rows(Button(shortened(one.name), THEME + digest(one.name)) for one in found)


def commune(visit: Visit) -> Outcome:
    """The towns to choose from, the one in use marked."""
    keyboard = _towns(visit)
    return Outcome(say(texts.WHICH_TOWN if keyboard else texts.NO_TOWN, keyboard))


def date(visit: Visit) -> Outcome:
    """The day as of which answers are given, and how to change it."""
    chosen = visit.dialogue.on
    if chosen is None:
        return Outcome(say(texts.ON_TODAY))
    return Outcome(say(texts.ON_DAY.format(day=french_date(chosen)), ((Button(texts.TODAY_BUTTON, TODAY),),)))


def erase(visit: Visit, register: Register) -> Outcome:
    """Erase what the person said; their access stays, and is told to."""
    account = str(visit.event.account)

    def forget(parcels: object) -> None:
        register.talks.forget(CHANNEL, account)
        register.people.settle(CHANNEL, account, "")

    return Outcome(say(f"{texts.ERASED}\n{texts.ERASED_NOTE}"), None, (forget,))


def myself(visit: Visit, register: Register, dialogue_hours: int, question_days: int) -> Outcome:
    """Everything held about the person, and for how long."""
    member, dialogue = visit.member, visit.dialogue
    services = f", services : {', '.join(member.services)}" if member.services else ""
    lines = [
        "Voici tout ce que je garde de vous.",
        f"- Compte Telegram n° {member.account} ; nom donné à l'invitation : {member.label or 'aucun'}",
        f"- Rôle : {ROLES[member.role]}{services}, depuis le {member.joined[8:10]}/{member.joined[5:7]}/"
        f"{member.joined[:4]}",
        f"- Commune choisie : {member.commune or 'aucune'}",
        f"- Conversation : {_talk(dialogue)}",
    ]
    lines += [f"- Dépôt en cours : {one.name}" for one in register.deposits.of(member.account)]
    lines += ["", "Combien de temps :"]
    lines += [f"- {one.what} : {one.until}" for one in retention(dialogue_hours, question_days)]
    lines += ["", "/effacer efface la conversation. Pour ne plus rien laisser, demandez le retrait de votre accès."]
    return Outcome(say("\n".join(lines)))


def help_after(visit: Visit) -> str:
    """What a curator's help says more than an agent's."""
    return texts.DEPOSIT_HELP if may(visit.member, DEPOSIT) else ""


def _talk(dialogue: Dialogue) -> str:
    if dialogue == Dialogue(commune=dialogue.commune):
        return "aucune"
    parts = [f"dernière question « {dialogue.question} »"] if dialogue.question else []
    parts += [f"date {dialogue.on:%d/%m/%Y}"] if dialogue.on else []
    parts += [f"réponses données à la démarche : {', '.join(code for _, code in dialogue.answers)}"] * bool(
        dialogue.answers
    )
    parts += [f"{len(dialogue.citations)} citation(s) montrée(s)"] * bool(dialogue.citations)
    return " ; ".join(parts) or "choix en attente"


def _towns(visit: Visit) -> Keyboard:
    current = visit.dialogue.commune
    return rows(
        Button(("✓ " if name == current else "") + shortened(name), TOWN + digest(name))
        for name in visit.brain.menu.communes
    )


def with_today(dialogue: Dialogue) -> Dialogue:
    """The dialogue as of today again, out of any flow."""
    return replace(flows_left(dialogue), on=None)


# The commands whose answer is this channel's own; the others are the assistant's words, typed with a slash.
OWN: dict[str, Callable[[Visit], Outcome]] = {
    "start": start,
    "sujets": subjects,
    "commune": commune,
    "date": date,
}
