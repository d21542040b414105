"""What can be offered to tap before anything is asked: communes, themes, flows and examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.flows import buttons
from bot.messages import Option
from bot.towns import towns_of
from knowledge.content import Commune
from knowledge.grids.table import DecisionTable
from knowledge.grids.versions import in_force

OTHERS = "Autres sujets"
EXAMPLES, LONGEST = 3, 60


@dataclass(frozen=True)
class Theme:
    """Flows that one service answers for; each option opens one."""

    name: str
    flows: tuple[Option, ...]


class Menu:
    """The choices that a content offers."""

    def __init__(self, tables: Sequence[DecisionTable], communes: Sequence[Commune]) -> None:
        self._tables = [table for table in tables if not table.draft]
        self._communes = tuple(communes)
        self._towns = towns_of(communes, ())

    @property
    def communes(self) -> tuple[str, ...]:
        """The names of the communes that the content knows."""
        return tuple(one.name for one in self._communes)

    def themes(self, commune: str, on: date) -> tuple[Theme, ...]:
        """The flows of a commune by the service that answers for them, the largest first, the others last."""
        found: dict[str, list[Option]] = {}
        for table in self._of(commune, on):
            contact = self._towns.contact(commune, " ".join([table.title, *table.aliases]))
            name = contact.service if contact else OTHERS
            found.setdefault(name, []).append(buttons.option(table.title, table.id, 0, buttons.OPEN))
        themes = [Theme(name, tuple(sorted(flows, key=lambda one: one.label))) for name, flows in found.items()]
        return tuple(sorted(themes, key=lambda theme: (theme.name == OTHERS, -len(theme.flows), theme.name)))

    def examples(self, commune: str, on: date) -> tuple[str, ...]:
        """A few short questions that the grids themselves give as examples; none on what a family earns."""
        found: dict[str, str] = {}
        for table in self._of(commune, on):
            if any(entry.money for entry in table.inputs):
                continue
            short = [one.question for one in table.examples if 0 < len(one.question) <= LONGEST]
            if short:
                found[table.subject.partition("-")[0]] = min(short, key=len)
        return tuple(sorted(found.values(), key=lambda text: (len(text), text))[:EXAMPLES])

    def about_a_family(self, flow: str) -> bool:
        """Whether a flow asks what people earn: nothing to speak of before others."""
        return any(entry.money for table in self._tables if table.id == flow for entry in table.inputs)

    def title(self, flow: str) -> str:
        """What a flow is called, "" when it is not known."""
        return next((table.title for table in reversed(self._tables) if table.id == flow), "")

    def _of(self, commune: str, on: date) -> list[DecisionTable]:
        town = next((one for one in self._communes if one.name == commune), None)
        prefix = f"{town.slug}/" if town else "/"
        ids = dict.fromkeys(table.id for table in self._tables if table.id.startswith(prefix))
        held = (in_force([table for table in self._tables if table.id == id], on) for id in ids)
        return sorted((one.table for one in held if one), key=lambda table: table.title)
