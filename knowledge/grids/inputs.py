"""What a grid needs to know: choices, brackets, quantities, and quantities derived from others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Choice:
    """One possible answer: ``code`` in the file, ``label`` for a person, ``synonyms`` as people type them."""

    code: str
    label: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bracket:
    """One bracket of a number: everything above the bracket before it, up to ``bound`` (``None``: no end).

    ``closed`` tells whether the bound itself belongs to the bracket.
    """

    code: str
    label: str
    bound: Decimal | None
    closed: bool = True

    def holds(self, number: Decimal) -> bool:
        """Whether ``number``, which no earlier bracket took, belongs here."""
        if self.bound is None:
            return True
        return number <= self.bound if self.closed else number < self.bound


@dataclass(frozen=True)
class Quantity:
    """A number used as such, between ``least`` and ``most``; ``time`` makes it minutes after midnight."""

    least: Decimal = Decimal(0)
    most: Decimal | None = None
    whole: bool = True
    time: bool = False


@dataclass(frozen=True)
class Derived:
    """A quantity never asked: ``min(at_most, ceil((from − less − Σ times × input) / every))``, at least zero."""

    origin: str
    less: Decimal = Decimal(0)
    less_each: tuple[tuple[str, Decimal], ...] = ()
    every: Decimal | None = None
    at_most: Decimal | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """The inputs it is computed from."""
        return (self.origin, *(name for name, _ in self.less_each))


@dataclass(frozen=True)
class Input:
    """One thing to know; exactly one of choices, brackets, quantity, or ``derived`` (with brackets or alone).

    ``default`` and ``unknown`` are answers as :mod:`knowledge.grids.facts` writes them ("code" or "=number").
    ``resident`` and ``outsider`` are the codes for people of the commune and of elsewhere.
    """

    name: str
    question: str
    label: str = ""
    unit: str = ""
    words: tuple[str, ...] = ()
    reads: str = ""
    whole: bool = False
    least: Decimal = Decimal(0)
    choices: tuple[Choice, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    quantity: Quantity | None = None
    derived: Derived | None = None
    default: str = ""
    unknown: str = ""
    unknown_because: str = ""
    resident: str = ""
    outsider: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code a row may name, in the file's order; none for a bare quantity."""
        return tuple(c.code for c in self.choices) or tuple(b.code for b in self.brackets)

    @property
    def money(self) -> bool:
        """Whether the number is a sum of money."""
        return self.unit.startswith("€")

    @property
    def clock(self) -> bool:
        """Whether the number is a time of the day, in minutes."""
        return self.quantity is not None and self.quantity.time
