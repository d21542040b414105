"""The grids of every commune: those in force on a day, the words they are found by, a question read into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from bot.flows import buttons
from bot.flows.candidates import Candidate, Vocabulary, candidates
from bot.flows.reading import Reading, read
from bot.flows.spoken import Said
from bot.flows.terms import Terms
from knowledge.content import Commune
from knowledge.grids.table import DecisionTable
from knowledge.grids.versions import Version, in_force


class Grids:
    """Every grid of the content, by commune; drafts are left out."""

    def __init__(self, tables: Sequence[DecisionTable], communes: Sequence[Commune]) -> None:
        # A folder of its own comes before what others share with a town.
        self._communes = {name: c for c in communes for name in c.shared_with}
        self._communes |= {name: c for c in communes for name in (c.slug, c.name)}
        self._versions: dict[str, list[DecisionTable]] = defaultdict(list)
        for table in tables:
            if not table.draft:
                self._versions[table.id].append(table)
        self._keys = {buttons.key(flow): flow for flow in self._versions}
        self._terms = {table.file: Terms(table) for each in self._versions.values() for table in each}
        newest = {flow: self._terms[each[-1].file] for flow, each in self._versions.items()}
        self._vocabularies = {
            c.slug: Vocabulary([terms for flow, terms in newest.items() if flow.startswith(f"{c.slug}/")], c)
            for c in communes
        }

    def of(self, commune: str, on: date) -> list[Version]:
        """The grids of a commune in force on that day."""
        town = self._communes.get(commune)
        prefix = f"{town.slug}/" if town else "/"
        found = [in_force(each, on) for flow, each in self._versions.items() if flow.startswith(prefix)]
        return [version for version in found if version]

    def version(self, flow: str, on: date) -> Version | None:
        """The grid of that flow in force on that day."""
        return in_force(self._versions[flow], on) if flow in self._versions else None

    def town(self, flow: str) -> Commune | None:
        """The commune whose flow it is."""
        return self._communes.get(flow.partition("/")[0])

    def flow(self, key: str) -> str:
        """The flow that a button's key stands for, or ""."""
        return self._keys.get(key, "")

    def candidates(self, question: str, commune: str, on: date) -> list[Candidate]:
        """The grids a question is about, best first; none for a commune without grids."""
        town = self._communes.get(commune)
        if town is None:
            return []
        held = [(version, self._terms[version.table.file]) for version in self.of(commune, on)]
        return candidates(question, held, town, self._vocabularies[town.slug])

    def said(self, text: str, town: Commune) -> Said:
        """A text as words, its typing errors put right by what the grids of ``town`` say."""
        return Said(text, self._vocabularies[town.slug].spelling)

    def terms(self, table: DecisionTable) -> Terms:
        """The words of a grid."""
        return self._terms[table.file]

    def read(self, said: Said, table: DecisionTable, town: Commune) -> Reading:
        """What is ``said``, read into the inputs of a grid."""
        return read(said, self._terms[table.file], town, self._vocabularies[town.slug].counts)
