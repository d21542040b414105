"""Unexpected faults: one French sentence for the person, the place in the code for whoever mends it."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from types import TracebackType

LOG = "vademecum.log"
OURS = ("bot", "index", "knowledge")
ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

_log = logging.getLogger(__name__)


class _Places(logging.Formatter):
    """A fault as its kind and the lines of code it went through; its message may quote a person, or a document."""

    def formatException(self, ei: ExceptionInfo) -> str:
        frames = traceback.extract_tb(ei[2])
        kind = ei[0].__name__ if ei[0] else ""
        return "\n".join([kind, *(f"  {one.filename}:{one.lineno} {one.name}" for one in frames)])


def log_to(folder: Path) -> None:
    """Send our log to the data folder, made when something is first logged; libraries' own words go nowhere."""
    logging.raiseExceptions = False  # a log that cannot be written must not show a traceback
    logging.captureWarnings(True)
    logging.getLogger().handlers = [logging.NullHandler()]
    handler = logging.FileHandler(folder / LOG, encoding="utf-8", delay=True)
    handler.setFormatter(_Places("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for name in OURS:
        logging.getLogger(name).handlers = [handler]


def record(folder: Path) -> str:
    """Log the fault being handled and return the French sentence to show for it."""
    _log.exception("unexpected fault")
    return (
        "Une erreur inattendue s'est produite dans Vademecum ; vos documents n'ont pas changé. "
        f"Le détail est dans {folder / LOG}, transmettez-le à la personne qui s'en occupe."
    )
