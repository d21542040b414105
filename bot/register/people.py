"""Members, invitations and the audit: the only place where a person is let in or shut out."""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timedelta
from typing import Any

from bot.access import Invitation, Member, new_code, seal
from bot.register.database import Database
from bot.register.talks import Talks
from knowledge.errors import VademecumError

_MEMBER = "channel, account, role, services, label, commune, joined"
_INVITATION = "id, role, services, label, created, expires, used, revoked"


class NotInvited(VademecumError):
    """An invitation that does not let in: unknown, used, expired or revoked; which one is never told."""


class People:
    """The members and the invitations; every change by a person leaves a line of audit."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def invite(
        self, role: str, services: tuple[str, ...], label: str, *, actor: str, now: datetime, days: int
    ) -> tuple[str, Invitation]:
        """A new code, told this once, and its invitation, which lets one person in within ``days`` days."""
        code = new_code()
        expires = now + timedelta(days=days)
        made = Invitation(secrets.token_hex(3), role, services, label, now.isoformat(), expires.isoformat())
        with self._db.writing(durable=True):
            self._db.run(
                "INSERT INTO invitations (id, seal, role, services, label, created, expires) VALUES (?,?,?,?,?,?,?)",
                (made.id, seal(code), role, json.dumps(services), label, made.created, made.expires),
            )
            self._note(now, actor, "invite", f"{made.id} {role}")
        return code, made

    def redeem(self, code: str, channel: str, account: str, now: datetime) -> Member:
        """Let the bearer of a code in, once; ``NotInvited`` for any other code, whatever is wrong with it."""
        with self._db.writing(durable=True):
            found = self._db.rows(f"SELECT {_INVITATION} FROM invitations WHERE seal = ?", (seal(code),))
            invitation = _invitation(found[0]) if found else None
            if invitation is None or not invitation.opens(now):
                raise NotInvited("Cette invitation n'est pas ou plus valable. Demandez-en une nouvelle.")
            self._db.run("UPDATE invitations SET used = ? WHERE id = ?", (now.isoformat(), invitation.id))
            kept = self.member(channel, account)
            self._db.run(
                "INSERT OR REPLACE INTO members (channel, account, role, services, label, commune, joined) "
                "VALUES (?,?,?,?,?,?,?)",
                (channel, account, invitation.role, json.dumps(invitation.services), invitation.label,
                 kept.commune if kept else "", now.isoformat()),
            )  # fmt: skip
            self._note(now, f"{channel}:{account}", "join", f"{invitation.id} {invitation.role}")
        member = self.member(channel, account)
        assert member is not None  # just written, in this transaction's connection
        return member

    def member(self, channel: str, account: str) -> Member | None:
        """The person of that account, or ``None``: read anew each time, so that a removed one is out at once."""
        sql = f"SELECT {_MEMBER} FROM members WHERE channel = ? AND account = ?"
        found = self._db.rows(sql, (channel, account))
        return _member(found[0]) if found else None

    def members(self) -> list[Member]:
        """Everyone let in, oldest first."""
        return [_member(row) for row in self._db.rows(f"SELECT {_MEMBER} FROM members ORDER BY joined, account")]

    def invitations(self) -> list[Invitation]:
        """Every invitation kept, newest first."""
        sql = f"SELECT {_INVITATION} FROM invitations ORDER BY created DESC, id"
        return [_invitation(row) for row in self._db.rows(sql)]

    def revoke(self, name: str, *, actor: str, now: datetime) -> str:
        """Shut out the member, or close the invitation, called ``name``; what was done in French, "" if nothing."""
        done = ""
        with self._db.writing(durable=True):
            held = [one for one in self.members() if name in (one.account, f"{one.channel}:{one.account}", one.label)]
            if len(held) == 1:
                (one,) = held
                where = "WHERE channel = ? AND account = ?"
                self._db.run(f"DELETE FROM members {where}", (one.channel, one.account))
                Talks(self._db).forget(one.channel, one.account)
                self._note(now, actor, "revoke", f"{one.channel}:{one.account}")
                done = f"{one.label or one.account} n'a plus accès, dès son prochain message."
            elif self._db.run(
                "UPDATE invitations SET revoked = ? WHERE id = ? AND used = '' AND revoked = ''",
                (now.isoformat(), name),
            ):
                self._note(now, actor, "revoke", f"invitation {name}")
                done = f"L'invitation {name} ne laisse plus entrer personne."
        return done

    def settle(self, channel: str, account: str, commune: str) -> None:
        """Remember the commune a member asks from."""
        self._db.run("UPDATE members SET commune = ? WHERE channel = ? AND account = ?", (commune, channel, account))

    def block(self, channel: str, account: str, at: str) -> None:
        """Note when a member blocked the assistant, or "" when they are back."""
        self._db.run(
            "UPDATE members SET blocked = ? WHERE channel = ? AND account = ? AND blocked <> ?",
            (at, channel, account, at),
        )

    def note(self, now: datetime, actor: str, act: str, target: str) -> None:
        """One line of audit, in a transaction of its own or in the caller's."""
        with self._db.writing(durable=True):
            self._note(now, actor, act, target)

    def audit(self) -> list[tuple[str, str, str, str]]:
        """Every line of audit: time, who, what, on what."""
        return [(row[0], row[1], row[2], row[3]) for row in self._db.rows(
            "SELECT at, actor, act, target FROM audit ORDER BY id")]  # fmt: skip

    def _note(self, now: datetime, actor: str, act: str, target: str) -> None:
        sql = "INSERT INTO audit (at, actor, act, target) VALUES (?,?,?,?)"
        self._db.run(sql, (now.isoformat(timespec="seconds"), actor, act, target))


def _member(row: tuple[Any, ...]) -> Member:
    channel, account, role, services, label, commune, joined = row
    return Member(channel, account, role, tuple(json.loads(services)), label, commune, joined)


def _invitation(row: tuple[Any, ...]) -> Invitation:
    id, role, services, label, created, expires, used, revoked = row
    return Invitation(id, role, tuple(json.loads(services)), label, created, expires, used, revoked)
