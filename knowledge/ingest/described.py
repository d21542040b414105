"""What a folder's ``documents.toml`` says of its files: read with every fault collected, none raised."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from knowledge.documents import Metadata
from knowledge.errors import Problem
from knowledge.standings import Standing
from knowledge.text import fold

NAME = "documents.toml"
_KEYS = ("file", "title", "kind", "communes", "date", "standing", "audience")
_FRENCH = {
    "propose": Standing.PROPOSED,
    "adopte": Standing.ADOPTED,
    "rejete": Standing.REJECTED,
    "reporte": Standing.POSTPONED,
    "decide": Standing.DECIDED,
    "en vigueur": Standing.IN_FORCE,
    "abroge": Standing.REPEALED,
}
STANDINGS: dict[str, Standing] = {**{one.value: one for one in Standing}, **_FRENCH}


@dataclass(frozen=True)
class Described:
    """The metadata written for each file, by absolute path, and the faults of the file that says it."""

    files: Mapping[Path, Metadata]
    problems: tuple[Problem, ...] = ()


def described(folder: Path) -> Described:
    """Read a folder's ``documents.toml``; none is no fault."""
    source = folder / NAME
    if not source.is_file():
        return Described({})
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Described({}, (Problem(str(source), "", f"fichier illisible, il n'est pas pris en compte ({error})"),))
    reading = _Faults(str(source))
    reading.unknown(data, ("documents",), "")
    entries = data.get("documents", [])
    files: dict[Path, Metadata] = {}
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        reading.add("documents", "écrivez une entrée [[documents]] par fichier")
        entries = []
    for place, entry in enumerate(entries, start=1):
        where = f"entrée {place}"
        file = entry.get("file")
        if not isinstance(file, str) or not file.strip():
            reading.add(where, "il manque « file », le nom du fichier")
            continue
        where = f"{where}, {file}"
        path = (folder / file).resolve()
        if not path.is_file():
            reading.add(where, "ce fichier n'est pas dans le dossier")
        if path in files:
            reading.add(where, "ce fichier a deux entrées ; la première est gardée")
            continue
        reading.unknown(entry, _KEYS, where)
        files[path] = reading.metadata(entry, where)
    return Described(files, tuple(reading.problems))


class _Faults:
    def __init__(self, file: str) -> None:
        self._file = file
        self.problems: list[Problem] = []

    def add(self, where: str, message: str) -> None:
        self.problems.append(Problem(self._file, where, message))

    def unknown(self, table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in known:
                self.add(where, f"« {key} » n'est pas compris ; les mots permis sont {', '.join(known)}")

    def metadata(self, entry: Mapping[str, Any], where: str) -> Metadata:
        return Metadata(
            title=self._text(entry, "title", where),
            kind=self._text(entry, "kind", where),
            communes=self._texts(entry, "communes", where),
            date=self._date(entry, where),
            standing=self._standing(entry, where),
            audience=self._text(entry, "audience", where) or "everyone",
        )

    def _text(self, entry: Mapping[str, Any], key: str, where: str) -> str:
        value = entry.get(key, "")
        if isinstance(value, str):
            return value.strip()
        self.add(where, f"« {key} » doit être un texte entre guillemets")
        return ""

    def _texts(self, entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(one.strip() for one in value if one.strip())
        self.add(where, f'« {key} » doit être une liste de textes, par exemple {key} = ["Lille"]')
        return ()

    def _date(self, entry: Mapping[str, Any], where: str) -> date | None:
        value = entry.get("date")
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        self.add(where, "« date » doit être une date sans guillemets, par exemple date = 2025-06-19")
        return None

    def _standing(self, entry: Mapping[str, Any], where: str) -> Standing:
        said = self._text(entry, "standing", where)
        if said and fold(said) not in STANDINGS:
            self.add(where, f"« standing » vaut « {said} » ; les valeurs permises sont {', '.join(STANDINGS)}")
        return STANDINGS.get(fold(said), Standing.UNSTATED)
