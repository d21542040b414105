"""What an act is worth, from proposed to repealed, as every layer tells it."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """What an act is worth: a proposal is never told as a rule in force."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    DECIDED = "decided"
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    UNSTATED = "unstated"

    @property
    def label(self) -> str:
        """The standing as an agent reads it, in French."""
        return STANDING_LABELS[self]

    @property
    def failed(self) -> bool:
        """Whether the act holds for nothing, or no longer."""
        return self in (Standing.REJECTED, Standing.POSTPONED, Standing.REPEALED)

    @property
    def settled(self) -> bool:
        """Whether the act was decided, and holds for all that is said here."""
        return self in (Standing.ADOPTED, Standing.DECIDED, Standing.IN_FORCE)


STANDING_LABELS: dict[Standing, str] = {
    Standing.PROPOSED: "proposé, pas encore voté dans ce document",
    Standing.ADOPTED: "adopté",
    Standing.REJECTED: "rejeté",
    Standing.POSTPONED: "reporté",
    Standing.DECIDED: "décidé par le maire",
    Standing.IN_FORCE: "en vigueur",
    Standing.REPEALED: "abrogé",
    Standing.UNSTATED: "portée non précisée",
}
