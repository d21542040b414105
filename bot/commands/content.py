"""The commands on a content's grids: ``check``, ``proof``, ``grids``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.acts import named
from bot.commands.command import FAULTS, OK, Command, day
from bot.config import Settings
from bot.wiring import content_problems, content_tables, open_library
from knowledge.documents import Document
from knowledge.errors import BadSettings
from knowledge.text import fold, plural

if TYPE_CHECKING:
    from knowledge.grids.table import DecisionTable

# The grids' modules are imported in the functions: they are slow to load, and most commands never need them.


def _check(given: Namespace, settings: Settings) -> int:
    problems = content_problems(settings)
    for problem in problems:
        print(problem)
    if problems:
        print(f"\n{plural(len(problems), 'point')} à corriger.")
        return FAULTS
    print("Tout est en ordre.")
    return OK


def _proof_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("grid", metavar="GRILLE", help="le nom de son dossier, ou commune/dossier")
    parser.add_argument("--on", metavar="DATE", type=day, help="la version de cette date ; sans elle, la plus récente")
    parser.add_argument("--into", metavar="FICHIER", type=Path, help="le fichier HTML à écrire ; sans lui, l'écran")


def _proof(given: Namespace, settings: Settings) -> int:
    from knowledge.grids.proof import proof

    page = proof(_table(content_tables(settings), given.grid, given.on))
    if given.into is None:
        print(page)
        return OK
    try:
        given.into.write_text(page, encoding="utf-8")
    except OSError as error:
        raise BadSettings(f"{given.into} : ce fichier ne peut pas être écrit ({error.strerror}).") from error
    print(f"Feuille écrite dans {given.into}.")
    return OK


def _table(tables: tuple[DecisionTable, ...], name: str, on: date | None) -> DecisionTable:
    wanted = fold(name.strip().strip("/"))
    same = [table for table in tables if wanted in (fold(table.id), fold(table.id.rpartition("/")[2]))]
    if len({table.id for table in same}) > 1:
        ids = ", ".join(sorted({table.id for table in same}))
        raise BadSettings(f"Plusieurs grilles portent ce nom, donnez la commune : {ids}.")
    found = [table for table in same if on is None or table.in_force_from <= on]
    if not found:
        known = ", ".join(sorted({table.id for table in tables})) or "aucune"
        raise BadSettings(f"Aucune grille « {name} » à cette date ; les grilles : {known}.")
    return max(found, key=lambda table: table.in_force_from)


def _grids_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", metavar="ACTION", choices=("draft", "validate"), help="draft ou validate")
    parser.add_argument(
        "target", metavar="CIBLE", help="draft : un document déjà lu ; validate : le fichier .toml relu"
    )
    parser.add_argument(
        "--since", metavar="DATE", type=day, help="draft : date d'effet des grilles ; sinon, celle de l'acte"
    )
    parser.add_argument(
        "--into", metavar="DOSSIER", type=Path, default=Path("grids"), help="draft : où écrire (sinon grids)"
    )
    parser.add_argument(
        "--by", metavar="NOM", default="", help="validate : qui a relu la grille à côté de la page signée"
    )


def _grids(given: Namespace, settings: Settings) -> int:
    from knowledge.grids import drafts

    if given.action == "validate":
        drafts.validate(Path(given.target), given.by, date.today())
        print(f"Validée : {given.target}. Elle répond désormais.")
        return OK
    with open_library(settings) as library:
        held = named(library, given.target)
        since = given.since or held.metadata.date
        if since is None:
            raise BadSettings("Ce document n'a pas de date ; donnez la date d'effet par --since.")
        document = Document(held.id, held.file, held.digest, held.metadata)
        found = drafts.drafts(document, library.store.of_document(held.id), since)
    for draft in found:
        path = drafts.write(draft, given.into, since)
        print(f"{path} : {plural(draft.doubts, 'case')} à vérifier")
    print(f"{plural(len(found), 'brouillon')} dans {given.into}, à relire case par case avant de valider.")
    return OK if found else FAULTS


CHECK = Command("vérifie le contenu (grilles, mots, contacts) et montre tous ses défauts", _check)
PROOF = Command("montre une grille en feuille à poser à côté de la page signée", _proof, _proof_arguments)
GRIDS = Command("tire des brouillons de grilles d'un document lu, ou en valide un", _grids, _grids_arguments)
