"""Taking files in: each is read, cut up and saved in its own transaction, so that a run can be killed at any moment."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from knowledge.documents import Metadata
from knowledge.ingest.described import NAME as DESCRIPTION
from knowledge.ingest.described import Described, described
from knowledge.ingest.report import Progress, Report
from knowledge.ingest.run import Run
from knowledge.readers.limits import DEFAULT, Limits
from knowledge.store import Store

__all__ = ["Progress", "Report", "ingest"]

_NOT_DOCUMENTS = re.compile(r"^(?:[.~].*|thumbs\.db|desktop\.ini)$", re.IGNORECASE)


def ingest(
    paths: Sequence[Path],
    store: Store,
    *,
    origin: str = "town",
    now: datetime,
    on_progress: Callable[[Progress], None] | None = None,
    on_saved: Callable[[], None] | None = None,
    base: Path | None = None,
    limits: Limits = DEFAULT,
) -> Report:
    """Read files and folders into the store; what is held already, unchanged, costs one hash a file.

    ``on_saved`` is called after each document saved (to let an index follow). With ``base``, files are recognised by
    their path below it, wherever it lies; without, by their absolute path. Raises ``StoreUnavailable`` only: a file
    that cannot be read is a ``Problem`` of the report, and the others go on.
    """
    files = _files(paths)
    folders = {path.resolve() for path in paths if path.is_dir()} | {path.resolve().parent for path in files}
    told = {folder: described(folder) for folder in sorted(folders | {path.parent for path in files})}
    towns = frozenset(town for one in told.values() for said in one.files.values() for town in said.communes)
    moment = now.isoformat(timespec="seconds")
    run = Run(store, origin, moment, base.resolve() if base else None, limits, towns)
    run.problems.extend(problem for one in told.values() for problem in one.problems)
    with ExitStack() as stack:
        for done, path in enumerate(files, start=1):
            if run.take(path, _description(path, told.values()), stack) and on_saved:
                on_saved()
            if on_progress:
                on_progress(Progress(done, len(files), path.name))
    run.miss(files, [path.resolve() for path in paths if path.is_dir()])
    return run.report()


def _files(paths: Iterable[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for path in paths:
        for one in _walk(path) if path.is_dir() else (path,):
            found[one.resolve()] = None
    return list(found)


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        documents = (name for name in sorted(names) if name != DESCRIPTION and not _NOT_DOCUMENTS.match(name))
        yield from (Path(place, name) for name in documents)


def _description(path: Path, told: Iterable[Described]) -> Metadata | None:
    return next((one.files[path] for one in told if path in one.files), None)
