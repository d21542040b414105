"""``vademecum access``: who is let in; done at the town's own machine, each act leaving a line of audit."""

from __future__ import annotations

import getpass
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from bot.access import AGENT, ROLES
from bot.commands.command import OK, Command
from bot.config import Settings
from bot.register import USERNAME, Register, open_register
from knowledge.errors import BadSettings

ACTIONS = ("invite", "list", "revoke", "audit")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", metavar="ACTION", choices=ACTIONS, help="invite, list, revoke ou audit")
    parser.add_argument(
        "target", metavar="CIBLE", nargs="?", default="", help="revoke : un compte, son nom, ou une invitation"
    )
    parser.add_argument(
        "--role", metavar="RÔLE", choices=tuple(ROLES), default=AGENT, help="invite : agent, curator, administrator"
    )
    parser.add_argument(
        "--service", metavar="SERVICE", action="append", default=[], help="invite : un service dont il lit les actes"
    )
    parser.add_argument("--label", metavar="NOM", default="", help="invite : pour reconnaître la personne ensuite")


def _access(given: Namespace, settings: Settings) -> int:
    now = datetime.now(UTC)
    with open_register(Path(settings.data)) as register:
        if given.action == "invite":
            print(_invited(register, given, settings, now))
        elif given.action == "list":
            print(_listed(register, now))
        elif given.action == "audit":
            for at, actor, act, target in register.people.audit():
                print(f"{at}  {actor}  {act}  {target}")
        else:
            if not given.target:
                raise BadSettings("Donnez qui retirer : un compte, un nom ou une invitation (vademecum access list).")
            done = register.people.revoke(given.target, actor=_actor(), now=now)
            if not done:
                raise BadSettings(
                    f"Rien à retirer sous le nom « {given.target} », ou plusieurs personnes le portent ; "
                    "« vademecum access list » les montre."
                )
            print(done)
    return OK


def _invited(register: Register, given: Namespace, settings: Settings, now: datetime) -> str:
    services = tuple(service.strip() for service in given.service if service.strip())
    code, made = register.people.invite(
        given.role, services, given.label.strip(), actor=_actor(), now=now, days=settings.invitation_days
    )
    name = register.database.kept(USERNAME)
    unknown = (
        "" if name else "\nRemplacez NOM_DU_ROBOT par le nom donné par BotFather, ou écrivez au robot : /start CODE"
    )
    return (
        f"Invitation {made.id} ({ROLES[made.role]}), valable une fois, {settings.invitation_days} jours.\n"
        f"Lien à donner : https://t.me/{name or 'NOM_DU_ROBOT'}?start={code}{unknown}\n"
        "Il ne sera plus affiché : seule son empreinte est gardée."
    )


def _listed(register: Register, now: datetime) -> str:
    lines = []
    for one in register.people.members():
        services = f" · {', '.join(one.services)}" if one.services else ""
        lines.append(f"{one.label or '(sans nom)'} · {one.channel}:{one.account} · {ROLES[one.role]}{services}")
    if not lines:
        lines.append("Personne n'a encore accès. Pour inviter : vademecum access invite --role administrator")
    for invitation in register.people.invitations():
        label = f" · {invitation.label}" if invitation.label else ""
        state = invitation.state(now)
        lines.append(f"invitation {invitation.id} · {ROLES[invitation.role]}{label} · {state}")
    return "\n".join(lines)


def _actor() -> str:
    """Who acts at this machine, for the audit."""
    try:
        return f"poste:{getpass.getuser()}"
    except (KeyError, OSError):
        return "poste"


ACCESS = Command("invite quelqu'un, montre ou retire les accès", _access, _arguments)
