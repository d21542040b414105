"""A content folder: for each commune its people, services, words and grids; faults are listed, never raised."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import Problem
from knowledge.grids.check import check
from knowledge.grids.loading import load_tables
from knowledge.grids.section import Section
from knowledge.grids.table import DecisionTable


@dataclass(frozen=True)
class Contact:
    """A service to turn to, and the subjects it answers for."""

    service: str
    subjects: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    address: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Commune:
    """A town: ``slug`` is its folder; ``inhabitants`` the words for its people, ``groupings`` what it belongs to.

    ``shared_with`` are the towns and bodies that its acts were made with: asked from there, its grids answer too.
    """

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    groupings: tuple[str, ...] = ()
    shared_with: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    words: Path | None = None
    documents: Path | None = None


@dataclass(frozen=True)
class Content:
    """Everything a content folder holds; ``problems`` are all its faults, grids' included."""

    communes: tuple[Commune, ...]
    tables: tuple[DecisionTable, ...]
    problems: tuple[Problem, ...]

    def commune(self, name: str) -> Commune | None:
        """The commune of that name or folder, or ``None``."""
        return next((c for c in self.communes if name in (c.name, c.slug)), None)


def load_content(path: Path, *, checked: bool = True) -> Content:
    """The content under ``path``, one folder a commune; an empty or missing folder is a problem, not an error.

    Without ``checked`` the grids are read but not walked through, which is what takes the time of a start.
    """
    communes: list[Commune] = []
    tables: list[DecisionTable] = []
    problems: list[Problem] = []
    folders = sorted(p.parent for p in path.glob("*/commune.toml"))
    if not folders:
        problems.append(Problem(path.name, "", "aucun dossier de commune (avec son commune.toml) dans ce contenu"))
    for folder in folders:
        commune = _commune(folder, problems)
        if commune is None:
            continue
        communes.append(commune)
        loaded, faults = load_tables(folder / "grids", folder.name, commune.name)
        tables += loaded
        problems += faults
    return Content(tuple(communes), tuple(tables), (*problems, *(check(tables) if checked else ())))


def _commune(folder: Path, problems: list[Problem]) -> Commune | None:
    file = f"{folder.name}/commune.toml"
    try:
        data = tomllib.loads((folder / "commune.toml").read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(Problem(file, "", f"le fichier ne se lit pas : {error}"))
        return None
    body = Section(data, file, "", problems)
    words, documents = folder / "words.toml", folder / "documents"
    found = Commune(
        slug=folder.name,
        name=body.text("name", required=True) or folder.name,
        aliases=body.texts("aliases"),
        inhabitants=body.texts("inhabitants"),
        neighbours=body.texts("neighbours"),
        groupings=body.texts("groupings"),
        shared_with=body.texts("shared_with"),
        contacts=tuple(_contact(part) for part in body.sections("contacts", "contact")),
        words=words if words.is_file() else None,
        documents=documents if documents.is_dir() else None,
    )
    body.done()
    return found


def _contact(part: Section) -> Contact:
    found = Contact(
        service=part.text("service", required=True),
        subjects=part.texts("subjects"),
        phone=part.text("phone"),
        email=part.text("email"),
        address=part.text("address"),
        hours=part.text("hours"),
    )
    part.done()
    return found
