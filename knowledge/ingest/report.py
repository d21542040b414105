"""How far a run is, and what it did."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.errors import Problem


@dataclass(frozen=True)
class Progress:
    """How far a run is: ``done`` of ``total`` files, the last being ``file``."""

    done: int
    total: int
    file: str


@dataclass(frozen=True)
class Report:
    """What a run did: ids of the documents added, replaced and unchanged, files that failed, and every fault met.

    ``gone`` are the ids held whose file is no longer where it was read; they are still held.
    """

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def summary(self) -> str:
        """One French line: how many documents of each sort."""
        counts = (
            (len(self.added), "ajouté"),
            (len(self.replaced), "mis à jour"),
            (len(self.unchanged), "inchangé"),
            (len(self.failed), "non lu"),
        )
        said = [f"{count} {_plural(word, count)}" for count, word in counts if count]
        return f"Documents : {', '.join(said)}." if said else "Aucun document trouvé."


def _plural(word: str, count: int) -> str:
    first, _, rest = word.partition(" ")
    if count < 2:
        return word
    return f"{word}s" if not rest else (f"{first} {rest}s" if first == "non" else word)
