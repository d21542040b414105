"""Who may ask what: roles, audiences and invitations, the same rules for every channel."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from knowledge.text import fold, squeeze

AGENT, CURATOR, ADMINISTRATOR = "agent", "curator", "administrator"
ROLES: dict[str, str] = {
    AGENT: "agent",
    CURATOR: "référent documentaire",
    ADMINISTRATOR: "administrateur",
}
ASK, DEPOSIT = "ask", "deposit"
# What each role may do with the assistant; inviting and revoking are done at the town's own machine.
MAY: dict[str, frozenset[str]] = {
    AGENT: frozenset({ASK}),
    CURATOR: frozenset({ASK, DEPOSIT}),
    ADMINISTRATOR: frozenset({ASK, DEPOSIT}),
}

EVERYONE, CURATORS, PENDING, ALL = "everyone", "curators", "pending", "*"
_ALIASES = {"": EVERYONE, "tous": EVERYONE, "tout le monde": EVERYONE, "referents": CURATORS, "curateurs": CURATORS}

Audiences = frozenset[str]
PUBLIC: Audiences = frozenset({EVERYONE})
WHOLE: Audiences = frozenset({ALL})


@dataclass(frozen=True)
class Member:
    """A person let in: ``account`` is their number on ``channel``, ``services`` whose documents they may read.

    ``label`` is what the administrator wrote to recognise them, ``commune`` the one they chose to ask from.
    """

    channel: str
    account: str
    role: str
    services: tuple[str, ...] = ()
    label: str = ""
    commune: str = ""
    joined: str = ""


@dataclass(frozen=True)
class Invitation:
    """A door opened once: kept under the seal of its code, never the code; dates are ISO times, "" when not yet."""

    id: str
    role: str
    services: tuple[str, ...]
    label: str
    created: str
    expires: str
    used: str = ""
    revoked: str = ""

    def state(self, now: datetime) -> str:
        """What it is worth now, in French."""
        if self.used:
            return "utilisée"
        if self.revoked:
            return "révoquée"
        return "expirée" if now.isoformat() >= self.expires else "valable"

    def opens(self, now: datetime) -> bool:
        """Whether it still lets someone in."""
        return self.state(now) == "valable"


def may(member: Member | None, act: str) -> bool:
    """Whether this person may do ``act``; nobody unknown may do anything."""
    return member is not None and act in MAY.get(member.role, frozenset())


def audiences_of(member: Member | None) -> Audiences:
    """The audiences whose documents this person reads; none at all for a stranger."""
    if not may(member, ASK) or member is None:
        return frozenset()
    if member.role == ADMINISTRATOR:
        return WHOLE
    own = {EVERYONE, *(audience(service) for service in member.services)}
    return frozenset(own | {CURATORS} if member.role == CURATOR else own)


def audience(said: str) -> str:
    """A document's audience as it is compared: ``everyone``, ``curators``, ``pending`` or a folded service name."""
    folded = fold(squeeze(said))
    return _ALIASES.get(folded, folded)


def sees(audiences: Audiences, said: str) -> bool:
    """Whether people of these audiences may know of a document whose audience is ``said``."""
    wanted = audience(said)
    if wanted == PENDING:
        return False  # not confirmed yet: it answers nobody
    return ALL in audiences or wanted in audiences


def new_code() -> str:
    """A code of 128 random bits that a deep link can carry."""
    return secrets.token_urlsafe(16)


def seal(code: str) -> str:
    """What is kept of a code: it recognises the code and does not give it back."""
    return hashlib.sha256(code.encode()).hexdigest()
