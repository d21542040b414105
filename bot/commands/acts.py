"""The commands on the documents held: ``ingest``, ``documents``, ``forget``, ``reindex``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands.command import FAULTS, OK, Command
from bot.config import Settings
from bot.wiring import Library, leave_out, open_library, take_in
from knowledge.errors import BadSettings
from knowledge.ingest import Progress
from knowledge.store import Held
from knowledge.text import fold, plural


def _ingest_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", metavar="CHEMIN", nargs="+", type=Path, help="un fichier ou un dossier de documents")


def _ingest(given: Namespace, settings: Settings) -> int:
    if not any(path.exists() for path in given.paths):
        raise BadSettings(f"Introuvable : {', '.join(map(str, given.paths))}.")
    with open_library(settings) as library:
        report = take_in(library, given.paths, _tell)
    for problem in report.problems:
        print(f"  à voir : {problem}", file=sys.stderr)
    print(report.summary)
    held = report.added or report.replaced or report.unchanged
    return FAULTS if report.failed or not held else OK


def _tell(progress: Progress) -> None:
    print(f"{progress.done}/{progress.total} {progress.file}", file=sys.stderr, flush=True)


def _documents(given: Namespace, settings: Settings) -> int:
    with open_library(settings) as library:
        held = library.documents()
    if not held:
        print("Aucun document. Pour en ajouter : vademecum ingest CHEMIN")
    for one in held:
        date = f"{one.metadata.date:%d/%m/%Y}" if one.metadata.date else "sans date"
        communes = ", ".join(one.metadata.communes) or "sans commune"
        print(f"{one.metadata.title or one.file}\n  {one.id} · {communes} · {date} · {one.metadata.standing.label}")
        print(f"  {plural(one.pages, 'page')}, {plural(one.passages, 'passage')}")
        for problem in one.problems:
            print(f"  à voir : {problem}")
    return OK


def _forget_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("document", metavar="DOCUMENT", help="son identifiant, son fichier ou son titre")


def _forget(given: Namespace, settings: Settings) -> int:
    with open_library(settings) as library:
        held = named(library, given.document)
        leave_out(library, held.id)
    print(f"Oublié : {held.metadata.title or held.file}.")
    return OK


def named(library: Library, name: str) -> Held:
    """The document whose id, file or title is ``name``; raises ``BadSettings`` when it is none, or several."""
    wanted = fold(name.strip())
    every = library.store.documents()
    found = [one for one in every if wanted in (fold(one.id), fold(one.file), fold(one.metadata.title))]
    if not found:
        raise BadSettings(f"Aucun document « {name} » ; « vademecum documents » les montre.")
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise BadSettings(f"Plusieurs documents portent ce nom, donnez un identifiant : {ids}.")
    return found[0]


def _reindex(given: Namespace, settings: Settings) -> int:
    with open_library(settings) as library:
        library.engine.rebuild(library.store.all_passages())
        count = len(library.store.documents())
    print(f"Index reconstruit : {plural(count, 'document')}.")
    return OK


INGEST = Command("lit des documents et les ajoute à ceux de la commune", _ingest, _ingest_arguments)
DOCUMENTS = Command("montre les documents lus : date, portée, pages, points à voir", _documents)
FORGET = Command("oublie un document", _forget, _forget_arguments)
REINDEX = Command("reconstruit l'index de recherche à partir des documents lus", _reindex)
