"""A piece of a TOML file being read: typed getters that note faults instead of raising, and unknown keys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from knowledge.errors import Problem
from knowledge.grids.figures import number

_KINDS = {
    str: "un texte",
    Decimal: "un nombre",
    bool: "true ou false",
    date: "une date (2024-09-01)",
    dict: "une table",
}


class Section:
    """A TOML table, the ``file`` and place it stands in, and the shared list of problems."""

    def __init__(self, data: Mapping[str, Any], file: str, where: str, problems: list[Problem]) -> None:
        self.data, self.file, self.where, self.problems = data, file, where, problems
        self._read = set[str]()

    def fault(self, message: str, where: str = "") -> None:
        """Note a fault here, or at ``where`` under here."""
        self.problems.append(Problem(self.file, ", ".join(filter(None, (self.where, where))), message))

    def raw(self, key: str) -> Any:
        """The value as TOML gives it, or ``None``; the key counts as read."""
        self._read.add(key)
        return self.data.get(key)

    def text(self, key: str, required: bool = False) -> str:
        """A text, or "" (noted when ``required``)."""
        value = self.raw(key)
        if value is None:
            if required:
                self.fault(f"il manque « {key} »")
            return ""
        if not isinstance(value, str):
            self.fault(f"« {key} » doit être {_KINDS[str]}")
            return ""
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        value = self.raw(key)
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str) for item in items):
            self.fault(f"« {key} » doit être une liste de textes")
            return ()
        return tuple(item.strip() for item in items)

    def number(self, key: str) -> Decimal | None:
        """A number; one typed as text with a comma is understood."""
        value = self.raw(key)
        if value is None:
            return None
        found = decimal(value)
        if found is None:
            self.fault(f"« {key} » doit être {_KINDS[Decimal]}")
        return found

    def flag(self, key: str, default: bool = False) -> bool:
        """A true or false."""
        value = self.raw(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.fault(f"« {key} » doit être {_KINDS[bool]}")
            return default
        return value

    def day(self, key: str, required: bool = False) -> date | None:
        """A date, or ``None`` (noted when ``required``)."""
        value = self.raw(key)
        if type(value) is date:
            return value
        if value is not None or required:
            self.fault(f"« {key} » doit être {_KINDS[date]}" if value is not None else f"il manque « {key} »")
        return None

    def section(self, key: str) -> Section | None:
        """A table under this one."""
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.fault(f"« {key} » doit être {_KINDS[dict]}")
            return None
        return Section(value, self.file, ", ".join(filter(None, (self.where, key))), self.problems)

    def sections(self, key: str, name: str) -> list[Section]:
        """A list of tables, each called ``name`` and its rank from 1 in messages."""
        value = self.raw(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fault(f"« {key} » doit être une liste de tables")
            return []
        place = f"{self.where}, " if self.where else ""
        return [Section(item, self.file, f"{place}{name} {n}", self.problems) for n, item in enumerate(value, 1)]

    def done(self) -> None:
        """Note every key that nobody read: a typing error must not pass in silence."""
        for key in self.data:
            if key not in self._read:
                self.fault(f"clé inconnue « {key} »")


def decimal(value: object) -> Decimal | None:
    """A TOML number, or a number in a text, as a Decimal."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, Decimal)):
        return Decimal(value)
    return number(value) if isinstance(value, str) else None
