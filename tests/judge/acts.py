"""Acts written once as data and rendered in many layouts, so that what they say is known whatever they look like."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent / "acts"
LEFT, ABOVE = "<", "^"


@dataclass(frozen=True)
class Heading:
    """A title on its own line."""

    text: str


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Listing:
    """Items, each on its own line behind a dash."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """A cell and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Grid:
    """A table: header rows, then rows; a row holds only the cells that begin in it."""

    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    width: int


@dataclass(frozen=True)
class Break:
    """A new page begins."""


Block = Heading | Text | Listing | Grid | Break


@dataclass(frozen=True)
class Act:
    """An act of an invented town; ``stem`` names its file in every layout."""

    stem: str
    town: str
    title: str
    date: date
    blocks: tuple[Block, ...]


def acts(half: str) -> list[Act]:
    """The acts of one half, by name."""
    return [_act(path) for path in sorted((FOLDER / half).glob("*.toml"))]


def _act(path: Path) -> Act:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Act(path.stem, data["town"], data["title"], data["date"], tuple(_block(one) for one in data["blocks"]))


def _block(data: dict[str, object]) -> Block:
    match data:
        case {"heading": str(text)}:
            return Heading(text)
        case {"text": str(text)}:
            return Text(text)
        case {"list": list(items)}:
            return Listing(tuple(items))
        case {"head": list(head), "rows": list(rows)}:
            return Grid(_cells(head), _cells(rows), len(head[0]))
        case {"break": True}:
            return Break()
    raise ValueError(f"not a block: {data}")


def _cells(rows: list[list[str]]) -> tuple[tuple[Cell, ...], ...]:
    """The cells that begin in each row, with what they cover: ``<`` belongs to the left, ``^`` to the cell above."""
    return tuple(
        tuple(
            Cell(text, 1 + _run(row[at + 1 :], LEFT), 1 + _run([below[at] for below in rows[line + 1 :]], ABOVE))
            for at, text in enumerate(row)
            if text not in (LEFT, ABOVE)
        )
        for line, row in enumerate(rows)
    )


def _run(texts: list[str], mark: str) -> int:
    """How many of the first ``texts`` are ``mark``."""
    return next((number for number, text in enumerate(texts) if text != mark), len(texts))
