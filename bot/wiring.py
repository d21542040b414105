"""The composition root: the only file that names concrete classes and puts the house together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.assistant import Assistant
from bot.config import Settings
from index.engine import SearchEngine
from index.whoosh_engine import WhooshEngine
from knowledge.content import Content, load_content
from knowledge.errors import BadSettings
from knowledge.ingest import Progress, Report, ingest
from knowledge.store import Store

DEMO = Path(__file__).parent / "demo"
CONTENT_ORIGIN, TOWN_ORIGIN = "content", "town"


@dataclass(frozen=True)
class House:
    """Everything one process works with, open."""

    settings: Settings
    store: Store
    engine: SearchEngine
    content: Content
    assistant: Assistant


def content_folder(settings: Settings) -> Path | None:
    """The folder of the content that is on, or ``None``; raises ``BadSettings`` when there is no such folder."""
    if settings.content == "none":
        return None
    folder = DEMO if settings.content == "demo" else Path(settings.content)
    if not folder.is_dir():
        raise BadSettings(
            f"Le dossier de contenu « {settings.content} » n'existe pas ; donnez demo, none ou un dossier."
        )
    return folder


@contextmanager
def open_house(settings: Settings) -> Iterator[House]:
    """Open the store, the index and the content, the content's documents read in; closed on leaving."""
    folder = content_folder(settings)
    data = Path(settings.data)
    with closing(Store.open(data)) as store:
        engine = WhooshEngine.open(data / "index", store)
        content = load_content(folder) if folder else Content()
        yield House(settings, store, engine, content, Assistant(store, engine, content))


def take_in(house: House, paths: Sequence[Path], on_progress: Callable[[Progress], None]) -> Report:
    """Read the town's files at ``paths`` into the store and the index."""
    return ingest(paths, house.store, origin=TOWN_ORIGIN, now=datetime.now(UTC), on_progress=on_progress)
