"""Unexpected faults: one French sentence for the person, the place in the code for whoever mends it."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

LOG = "vademecum.log"


def record(error: BaseException, folder: Path) -> str:
    """Add the fault to the log of the data folder and return the French sentence to show.

    Only the kind of the error and the lines of code it went through are kept: its message may quote what a
    person typed, or a document.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in frames)
    sentence = "Une erreur inattendue s'est produite dans Vademecum ; vos documents n'ont pas changé."
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (folder / LOG).open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%SZ} {type(error).__name__}\n{places}")
    except OSError:
        return f"{sentence} Le journal n'a pas pu être écrit dans {folder}."
    return f"{sentence} Le détail est dans {folder / LOG}, transmettez-le à la personne qui s'en occupe."
