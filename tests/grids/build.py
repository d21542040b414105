"""Grids written for a test, in the very format of the files, figures invented."""

from __future__ import annotations

from pathlib import Path

from knowledge.errors import Problem
from knowledge.grids.loading import load_table
from knowledge.grids.table import DecisionTable

HEADER = """
title         = "Location de barques"
aliases       = ["barque", "barques", "canot"]
in_force_from = 2030-01-01
standing      = "adopted"
source        = { document = "Tarifs du lac", date = 2029-12-12, locator = "Barques", quote = "Barque : ci-après" }
"""

PLACE = """
[inputs.residence]
question = "D'où vient la personne ?"
choices  = { local = "Du village", autre = "D'ailleurs" }
resident = "local"
outsider = "autre"
"""

INCOME = """
[inputs.revenu]
question = "Quel est le revenu mensuel ?"
unit     = "€ par mois"
brackets = [{ code = "A", up_to = 1000 }, { code = "B", up_to = 2000 }, { code = "C" }]
unknown  = "C"
"""


def load(
    folder: Path, text: str, sheet: str = "", subject: str = "barques"
) -> tuple[DecisionTable | None, list[Problem]]:
    """The grid written in ``text`` (and ``sheet`` as its CSV), and its faults."""
    place = folder / subject
    place.mkdir(parents=True, exist_ok=True)
    (place / "2030-01-01.toml").write_text(text, "utf-8")
    if sheet:
        (place / "2030-01-01.csv").write_text(sheet, "utf-8")
    return load_table(place / "2030-01-01.toml", "monbourg", "Monbourg")


def table(folder: Path, text: str, sheet: str = "", subject: str = "barques") -> DecisionTable:
    """The grid written in ``text``, which must be without fault."""
    found, problems = load(folder, text, sheet, subject)
    assert not problems, [str(problem) for problem in problems]
    assert found
    return found


def messages(folder: Path, text: str, sheet: str = "") -> str:
    """The faults of a grid, one a line."""
    return "\n".join(str(problem) for problem in load(folder, text, sheet)[1])
