"""The composition root: the only file that names concrete classes and puts the house together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.access import PENDING, Audiences, audience
from bot.config import Settings
from bot.health import Health
from bot.register import CONTACT, Register
from index.folder import IndexFolder, read_stamp
from index.synonyms import Synonyms, expand, load_synonyms
from index.whoosh_engine import WhooshEngine
from index.whoosh_writing import VERSION
from knowledge.documents import Metadata, Page, Passage, Piece
from knowledge.errors import BadSettings, Problem
from knowledge.ingest import Progress, Report, ingest
from knowledge.ingest.redescribe import redescribe
from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.store import CONTENT, TOWN, Held, Store

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.menu import Menu
    from bot.shelves import ReadersShelf
    from knowledge.content import Content
    from knowledge.grids.table import DecisionTable

DEMO = Path(__file__).parent / "demo"


@dataclass(frozen=True)
class Library:
    """The documents held and their index, open, and the faults of the content's own documents."""

    settings: Settings
    store: Store
    engine: WhooshEngine
    synonyms: Synonyms
    problems: tuple[Problem, ...] = ()

    def documents(self) -> list[Held]:
        """Every document that may be searched and quoted: the town's, and the content's when it is on."""
        every = [one for one in self.store.documents() if audience(one.metadata.audience) != PENDING]
        return every if self.settings.content != "none" else [one for one in every if one.origin != CONTENT]

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages asked, in the order asked."""
        return self.store.passages(ids)

    def pieces(self, document_id: str) -> list[Piece]:
        """A document's pieces in order."""
        return self.store.pieces(document_id)

    def changing(self) -> list[tuple[str, Piece]]:
        """The pieces that modify or repeal other acts, each with its document's id."""
        return self.store.changing()

    def page(self, document_id: str, number: int) -> Page | None:
        """A page's text, ``number`` from 1, or ``None``."""
        return self.store.page(document_id, number)

    def original(self, document_id: str) -> Path | None:
        """The kept copy of the file a document was read from, or ``None``."""
        return self.store.original(document_id)


@dataclass(frozen=True)
class Brain:
    """What answers the readers of some audiences: their shelf, the assistant over it, and the choices to offer."""

    shelf: ReadersShelf
    assistant: Assistant
    menu: Menu


@dataclass(frozen=True)
class House:
    """A library and the assistant that answers from it."""

    library: Library
    assistant: Assistant
    content: Content

    @property
    def settings(self) -> Settings:
        """The settings the house was opened with."""
        return self.library.settings

    def brain(self, audiences: Audiences) -> Brain:
        """What answers the readers of ``audiences``; not for two threads at once, and not to be kept for long.

        A grid drawn from a document that they may not read is left out, as the document is.
        """
        from bot.assistant import Assistant
        from bot.menu import Menu
        from bot.shelves import ReadersShelf

        library = self.library
        shelf = ReadersShelf(library, audiences, library.store.stamp)
        content = replace(self.content, tables=shelf.open_tables(self.content.tables))
        expanded = partial(expand, synonyms=library.synonyms)
        menu = Menu(content.tables, content.communes)
        return Brain(shelf, Assistant(shelf, library.engine, expanded, content), menu)


def content_folder(settings: Settings) -> Path | None:
    """The folder of the content that is on, or ``None``; raises ``BadSettings`` when there is no such folder."""
    if settings.content == "none":
        return None
    folder = DEMO if settings.content == "demo" else Path(settings.content)
    if not folder.is_dir():
        raise BadSettings(f"Le contenu « {settings.content} » n'existe pas ; donnez demo, none ou un dossier.")
    return folder


@contextmanager
def open_library(settings: Settings) -> Iterator[Library]:
    """Open the store and the index, the content's documents read in; both are closed on leaving."""
    folder = content_folder(settings)
    data = Path(settings.data)
    with closing(Store.open(data)) as store:
        problems = _hold_content(store, folder, settings) if folder else ()
        synonyms, faults = load_synonyms(*(sorted(folder.glob("*/words.toml")) if folder else ()))
        with closing(WhooshEngine.open(data / "index", store, synonyms.words)) as engine:
            yield Library(settings, store, engine, synonyms, (*problems, *faults))


@contextmanager
def open_house(settings: Settings) -> Iterator[House]:
    """Open the library and build the assistant over it."""
    # Imported here: the commands on documents need no assistant, and do not wait for one.
    from bot.assistant import Assistant
    from knowledge.content import Content, load_content

    with open_library(settings) as library:
        folder = content_folder(settings)
        content = load_content(folder, checked=False) if folder else Content((), (), ())
        assistant = Assistant(library, library.engine, partial(expand, synonyms=library.synonyms), content)
        yield House(library, assistant, content)


def take_in(library: Library, paths: Sequence[Path], on_progress: Callable[[Progress], None]) -> Report:
    """Read the town's files at ``paths`` into the store, then the index."""
    limits = _limits(library.settings)
    report = ingest(paths, library.store, origin=TOWN, now=datetime.now(UTC), on_progress=on_progress, limits=limits)
    library.engine.follow()
    return report


def leave_out(library: Library, document: str) -> None:
    """Forget a document, in the store and the index."""
    library.store.forget(document)
    library.engine.follow()


def confirm(library: Library, document: str, metadata: Metadata) -> bool:
    """Make a document held answer under ``metadata``, at once; false when it is no longer held."""
    held = redescribe(library.store, document, metadata)
    library.engine.follow()
    return held is not None


def health_of(library: Library, register: Register, now: datetime) -> Health:
    """The state of everything that runs, for a probe or a person."""
    store, data = library.store, Path(library.settings.data)
    build = IndexFolder(data / "index", VERSION).current()
    contact = register.database.kept(CONTACT)
    return Health(
        now=now,
        last_contact=datetime.fromisoformat(contact) if contact else None,
        waiting=len(register.inbox.waiting()),
        unsent=len(register.outbox.waiting()),
        documents=len(store.documents()),
        index="absent" if build is None else "à jour" if read_stamp(build) == store.stamp() else "en retard",
        store_bytes=sum(file.stat().st_size for file in data.rglob("*") if file.is_file()),
    )


def content_tables(settings: Settings) -> tuple[DecisionTable, ...]:
    """Every grid of the content that is on, drafts and former versions included."""
    from knowledge.content import load_content

    folder = content_folder(settings)
    return load_content(folder, checked=False).tables if folder else ()


def content_problems(settings: Settings) -> list[Problem]:
    """Every fault of the content that is on: its grids', its words', its contacts' and its documents'."""
    from knowledge.content import load_content

    folder = content_folder(settings)
    if folder is None:
        raise BadSettings("Aucun contenu à vérifier avec --content none ; donnez demo ou un dossier.")
    with open_library(settings) as library:
        return list(dict.fromkeys((*load_content(folder).problems, *library.problems)))


def _hold_content(store: Store, folder: Path, settings: Settings) -> tuple[Problem, ...]:
    """Keep exactly the content's documents under the content's origin; unchanged, it costs a hash a file."""
    folders = sorted(folder.glob("*/documents"))
    report = ingest(folders, store, origin=CONTENT, now=datetime.now(UTC), base=folder, limits=_limits(settings))
    kept = {*report.added, *report.replaced, *report.unchanged}
    held = [one for one in store.documents() if one.origin == CONTENT]
    for one in held:
        if one.id not in kept:
            store.forget(one.id)
    return (*report.problems, *(problem for one in held if one.id in kept for problem in one.problems))


def _limits(settings: Settings) -> Limits:
    return Limits(file_bytes=settings.max_file_mb * MEGABYTE)
