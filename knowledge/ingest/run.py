"""One run of taking files in: what is held already, what is read anew, what failed."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from knowledge.documents import Document, Metadata, Reading
from knowledge.errors import Problem, StoreUnavailable, UnreadableDocument
from knowledge.ingest.report import Report
from knowledge.outline import OUTLINE_VERSION, outline, tell
from knowledge.readers import SCANS, read, second
from knowledge.readers.limits import Limits
from knowledge.standings import Standing
from knowledge.store import Held, Store
from knowledge.store.originals import digest_of
from knowledge.store.rows import compact
from knowledge.text import words

# To be raised whenever the readers give another text for the same bytes, so that held files are read again.
READING_VERSION = 4

_MISSING = "on ne trouve pas {what} dans le texte ; écrivez-le dans documents.toml, à côté du fichier"
_GONE = "ce fichier n'est plus dans le dossier ; il reste tenu. Pour l'oublier : vademecum forget {id}"
_TWIN = "même contenu que « {file} », déjà tenu ; il n'est pas lu deux fois"
_BROKEN = "ce fichier n'a pas pu être lu (erreur inattendue : {detail}) ; signalez-le à l'informatique"
_CHANGING = "ce fichier a disparu ou n'est pas lisible ({detail}) ; vérifiez-le, puis relancez la lecture"

_log = logging.getLogger(__name__)


@dataclass
class Run:
    """Takes files in one by one, and gathers what there is to report; ``towns`` are those that descriptions name."""

    store: Store
    origin: str
    now: str
    base: Path | None
    limits: Limits
    towns: frozenset[str] = frozenset()
    locked: bool = False
    held: dict[str, Held] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._look()

    def _look(self) -> None:
        self.held = {one.path: one for one in self.store.documents() if one.origin == self.origin}

    def take(self, path: Path, said: Metadata | None, stack: ExitStack) -> bool:
        """Take one file in; whether the store changed."""
        try:
            return self._take(path, said, stack)
        except StoreUnavailable:
            raise
        except UnreadableDocument as error:
            self._fail(path, str(error))
        except OSError as error:
            self._fail(path, _CHANGING.format(detail=error.strerror or error))
        except Exception as error:
            # One file's surprise must not keep the others out; the trace goes to the log, for who mends the reader.
            _log.exception("unexpected error while reading %s", path.name)
            self._fail(path, _BROKEN.format(detail=type(error).__name__))
        return False

    def _take(self, path: Path, said: Metadata | None, stack: ExitStack) -> bool:
        if path.stat().st_size > self.limits.file_bytes:
            # The reader refuses it in its own words; hashing it first would take as long as its size.
            read(path, self.limits)
        digest = digest_of(path)
        fingerprint = _fingerprint(digest, path, said)
        if self._same(path, fingerprint):
            return False
        if not self.locked:
            stack.enter_context(self.store.ingesting())
            self.locked = True
            # Another run may have done the work while this one waited.
            self._look()
            if self._same(path, fingerprint):
                return False
        twin = self._twin(path, digest)
        if twin and self._exists(twin) and said and said.communes not in ((), twin.metadata.communes):
            # The same text adopted by two communes is two acts.
            twin = None
        elif twin and self._exists(twin):
            self.problems.append(Problem(str(path), "", _TWIN.format(file=twin.file)))
            self.unchanged.append(twin.id)
            return False
        before = self.held.get(self._place(path)) or twin
        reading = read(path, self.limits)
        document = self._document(path, digest, before.id if before else self._new_id(path), said, reading)
        self.store.save(
            document,
            outline(document),
            self.origin,
            ingested_at=self.now,
            original=path,
            path=self._place(path),
            fingerprint=fingerprint,
        )
        held = self.store.held(document.id)
        if held:
            if before:
                self.held.pop(before.path, None)
            self.held[held.path] = held
            self.problems.extend(held.problems)
        (self.replaced if before else self.added).append(document.id)
        return True

    def _same(self, path: Path, fingerprint: str) -> bool:
        held = self.held.get(self._place(path))
        if not held or held.fingerprint != fingerprint:
            return False
        self.unchanged.append(held.id)
        return True

    def _place(self, path: Path) -> str:
        if self.base and path.is_relative_to(self.base):
            return path.relative_to(self.base).as_posix()
        return path.as_posix()

    def _exists(self, held: Held) -> bool:
        return ((self.base or Path("/")) / held.path).is_file()

    def _twin(self, path: Path, digest: str) -> Held | None:
        """A document of the same bytes read elsewhere: a copy, or this file before it was moved."""
        here = self._place(path)
        return next((one for one in self.held.values() if one.digest == digest and one.path != here), None)

    def _new_id(self, path: Path) -> str:
        plain = "-".join(words(path.stem)) or "document"
        if self.store.held(plain) is None:
            return plain
        # Two files of one name: the place tells them apart, the same way at each run.
        return f"{plain}-{hashlib.sha256(self._place(path).encode()).hexdigest()[:6]}"

    def _document(self, path: Path, digest: str, id: str, said: Metadata | None, reading: Reading) -> Document:
        known = self.towns | {town for held in self.held.values() for town in held.metadata.communes}
        guessed = tell(reading, known)
        metadata = said or Metadata()
        metadata = replace(
            metadata,
            title=metadata.title or guessed.title,
            kind=metadata.kind or guessed.kind,
            communes=metadata.communes or guessed.communes,
            date=metadata.date or guessed.date,
            standing=guessed.standing if metadata.standing is Standing.UNSTATED else metadata.standing,
        )
        problems = (*reading.problems, *missing(path.name, metadata))
        return Document(id, path.name, digest, metadata, reading.pages, problems)

    def _fail(self, path: Path, message: str) -> None:
        self.failed.append(str(path))
        self.problems.append(Problem(str(path), "", message))

    def miss(self, files: Sequence[Path], folders: Sequence[Path]) -> None:
        """Note the documents held whose file has left the folders just read."""
        seen = {self._place(path) for path in files}
        inside = tuple(f"{place.rstrip('/')}/" for place in map(self._place, folders))
        for place, held in sorted(self.held.items()):
            below = place.startswith(inside) or (self.base is not None and self.base in folders)
            if below and place not in seen and not self._exists(held):
                self.gone.append(held.id)
                self.problems.append(Problem(held.file, "", _GONE.format(id=held.id)))

    def report(self) -> Report:
        """The run as a value."""
        return Report(
            tuple(self.added),
            tuple(self.replaced),
            tuple(self.unchanged),
            tuple(self.failed),
            tuple(self.gone),
            tuple(self.problems),
        )


def missing(file: str, metadata: Metadata) -> tuple[Problem, ...]:
    """What nobody said of a document and its text does not tell."""
    wanted = (("son titre", metadata.title), ("sa commune", metadata.communes), ("sa date", metadata.date))
    return tuple(Problem(file, "", _MISSING.format(what=what)) for what, value in wanted if not value)


def _fingerprint(digest: str, path: Path, said: Metadata | None) -> str:
    about = [READING_VERSION, OUTLINE_VERSION, digest, path.name, repr(said)]
    # A scan read by one reader is read again once the second one is installed.
    if path.suffix.lower() in SCANS and second.available():
        about.append("two readers")
    return hashlib.sha256(compact(about).encode()).hexdigest()
