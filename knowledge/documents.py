"""Documents and what they are made of: the values every layer passes on, all immutable."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from knowledge.errors import Problem
from knowledge.standings import Standing

Day = date  # a piece has a field of that name


@dataclass(frozen=True)
class Doubt:
    """Why a figure of a scanned page is not sure: its line in the document, what was read there, the French reason.

    ``printed`` is "" when the reason holds for every figure of the line.
    """

    line: int
    printed: str
    reason: str

    def concerns(self, printed: str) -> bool:
        """Whether it is a doubt about the figure ``printed`` of its line."""
        figure, doubtful = ("".join(char for char in text if char.isdigit()) for text in (printed, self.printed))
        # A line may be cut into figures otherwise than where it was read: "1" and "200,00" for "1 200,00".
        return not doubtful or (bool(figure) and (doubtful.startswith(figure) or doubtful.endswith(figure)))


@dataclass(frozen=True)
class Page:
    """One page as it was read: ``number`` from 1, ``first_line`` from 1 in the whole document.

    ``text`` is verbatim, lines separated by ``\\n``. A table whose cells are known (DOCX, HTML, sheets, ruled
    PDF) is written as *pipe lines*, one row a line: ``cell | cell | cell``, empty cells kept. ``doubts`` are those
    about the figures of a scan.
    """

    number: int
    text: str
    first_line: int
    scanned: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Reading:
    """What a reader gives: pages in order (at least one) and the problems met on the way."""

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Metadata:
    """What is known of a document beside its text; ``None`` or empty where nobody said and the text does not tell."""

    title: str = ""
    kind: str = ""
    communes: tuple[str, ...] = ()
    date: date | None = None
    standing: Standing = Standing.UNSTATED
    audience: str = "everyone"


@dataclass(frozen=True)
class Document:
    """A file of acts: ``id`` is stable across re-ingests of the same path, ``digest`` the SHA-256 of its bytes."""

    id: str
    file: str
    digest: str
    metadata: Metadata
    pages: tuple[Page, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Locator:
    """Where a text stands: page from 1, first and last line from 1 in the whole document, both included."""

    page: int
    line: int
    end_line: int


@dataclass(frozen=True)
class Change:
    """What an act does to another: ``verb`` is modifies or repeals, ``number`` the other's, ``kind`` what it is."""

    verb: str
    number: str
    kind: str = "deliberation"


@dataclass(frozen=True)
class Piece:
    """One act inside a file: a deliberation, the minutes, an annex, a list of decisions, an agreement.

    ``parent`` is the title of the piece that carries it (the deliberation an annex belongs to). ``names`` are the
    proper names and acronyms that keep coming back in it: what it is about, even where a passage does not repeat it.
    ``changes`` are the acts that it modifies or repeals, ``effective`` the day from which it says that it applies.
    """

    ordinal: int
    title: str
    kind: str
    line: int
    end_line: int
    number: str = ""
    rapporteur: str = ""
    date: date | None = None
    standing: Standing = Standing.UNSTATED
    vote: str = ""
    parent: str = ""
    names: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    effective: Day | None = None


@dataclass(frozen=True)
class Figure:
    """A figure of a table or a price line: what it is the price of, and whether it can be trusted.

    ``row`` and ``column`` hold the labels from the outermost in; ``printed`` is what the page shows; ``value``
    is ``None`` when nobody can read it; ``doubt`` says in French why it is not sure ("" when it is). A cell of words or
    a dash ("non loué", "sur devis", "-") has neither value nor unit.
    """

    row: tuple[str, ...]
    column: tuple[str, ...]
    printed: str
    value: Decimal | None
    unit: str
    line: int
    doubt: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """What it is labelled with, its row and its column."""
        return (*self.row, *self.column)

    @property
    def worded(self) -> bool:
        """Whether its cell holds no figure, and says so in words or by a dash."""
        return self.value is None and not self.unit

    @property
    def empty(self) -> bool:
        """Whether its cell says nothing at all: a dash."""
        return self.worded and not any(map(str.isalpha, self.printed))


@dataclass(frozen=True)
class TableRow:
    """A row of a table, or a column of a page of two: its lines in the document, and its cells put together."""

    line: int
    end_line: int
    text: str


@dataclass(frozen=True)
class Passage:
    """A piece of a document that can stand alone as an answer's proof.

    ``text`` is verbatim; ``clean`` is the repaired text for the index; ``path`` the titles above it, outermost
    first (piece, headings); ``kind`` is one of article, list, table, prices, paragraph, decision, heading;
    ``number`` is the article or decision number where it has one. ``context`` is, for a table, the repaired text
    that introduces it under the same heading: part of what the table is about, never of its proof. ``rows`` are the
    rows of a table whose cells go on over several lines, or are parted by white space only; ``doubts`` are those about
    the figures of its lines, where they were read on a scan.
    """

    id: str
    document: str
    piece: int
    kind: str
    path: tuple[str, ...]
    text: str
    clean: str
    locator: Locator
    number: str = ""
    standing: Standing = Standing.UNSTATED
    date: date | None = None
    figures: tuple[Figure, ...] = field(default=())
    context: str = ""
    rows: tuple[TableRow, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A document cut up: its pieces in order, its passages in order, and what could not be told."""

    pieces: tuple[Piece, ...]
    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Citation:
    """A proof: the document's title and file, the page and line, and the verbatim ``quote``; never empty."""

    document: str
    title: str
    file: str
    page: int
    line: int
    quote: str
    standing: Standing
    date: date | None
    piece: str = ""
    communes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.quote.strip():
            raise ValueError("a citation needs its verbatim quote")
