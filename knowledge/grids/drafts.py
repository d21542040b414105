"""Draft grids from the tables of a read document: a start for a person, never an answer until one has validated it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.documents import Document, Figure, Passage
from knowledge.errors import VademecumError
from knowledge.grids.cells import SIDE
from knowledge.grids.loading import load_table
from knowledge.text import fold, squeeze

_KINDS = ("table", "prices")
_DRAFT = re.compile(r"^draft\s*=\s*true\s*$", re.MULTILINE)
_LEAST_FIGURES = 2
_RESERVED = ("ligne", "colonne", "montant", *SIDE)


class NotADraft(VademecumError):
    """A file that cannot be validated: not a draft, or still at fault; the message says which."""


@dataclass(frozen=True)
class Draft:
    """A draft grid: its ``subject`` folder, the texts of its TOML and CSV files, and how many cells are in doubt."""

    subject: str
    toml: str
    sheet: str
    doubts: int


def drafts(document: Document, passages: Iterable[Passage], since: date) -> list[Draft]:
    """One draft for each table or price list of the document; ``since`` is the date it would apply from."""
    found: dict[str, Draft] = {}
    for passage in passages:
        if passage.kind in _KINDS and len(passage.figures) >= _LEAST_FIGURES:
            draft = _draft(document, passage, since, taken=set(found))
            found[draft.subject] = draft
    return list(found.values())


def write(draft: Draft, folder: Path, since: date) -> Path:
    """Write a draft under ``folder``; the TOML's path. A file already there is never overwritten."""
    place = folder / draft.subject
    path = place / f"{since.isoformat()}.toml"
    if path.exists():
        raise NotADraft(f"« {path.name} » existe déjà dans « {draft.subject} » : renommez-le ou effacez-le d'abord.")
    place.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".csv").write_text(draft.sheet, "utf-8")
    path.write_text(draft.toml, "utf-8")
    return path


def validate(path: Path, by: str, on: date) -> None:
    """Mark a draft as laid beside the signed page by ``by``; refused while the file has a fault."""
    if not by.strip():
        raise NotADraft("Dites qui a relu la grille : --by NOM.")
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise NotADraft(f"« {path.name} » ne se lit pas : donnez le fichier .toml du brouillon.") from None
    table, problems = load_table(path)
    if problems or table is None:
        raise NotADraft("La grille a encore des fautes :\n" + "\n".join(f"- {problem}" for problem in problems))
    if not _DRAFT.search(text):
        raise NotADraft(f"« {path.name} » n'est pas un brouillon : rien à valider.")
    line = f"validated      = {{ by = {_quoted(squeeze(by))}, on = {on.isoformat()} }}"
    temporary = path.with_suffix(".toml.tmp")
    temporary.write_text(_DRAFT.sub(lambda _: line, text, count=1), "utf-8")
    temporary.replace(path)


def _draft(document: Document, passage: Passage, since: date, taken: set[str]) -> Draft:
    title = passage.path[-1] if passage.path else document.metadata.title or document.file
    figures = [figure for figure in passage.figures if not figure.worded]
    rows = list(dict.fromkeys(" / ".join(figure.row) or "ligne" for figure in figures))
    columns = list(dict.fromkeys(" / ".join(figure.column) or "montant" for figure in figures))
    cells = {(" / ".join(f.row) or "ligne", " / ".join(f.column) or "montant"): f for f in figures}
    single = len(columns) == 1
    row_codes, column_codes = _coded(rows), _coded(columns)
    sheet = [["ligne", "montant"] if single else ["ligne", *column_codes.values()]]
    doubtful: list[tuple[str, Figure]] = []
    for row in rows:
        line = [row_codes[row]]
        for column in columns:
            figure = cells.get((row, column))
            line.append(_cell(figure))
            if figure and (figure.doubt or figure.value is None):
                at = row_codes[row] if single else f"{row_codes[row]}, {column_codes[column]}"
                doubtful.append((at, figure))
        sheet.append(line)
    subject = _unused(_code(title, 40).replace("_", "-") or "grille", taken)
    toml = _toml(document, passage, title, since, row_codes, {} if single else column_codes, doubtful)
    return Draft(subject, toml, "".join(";".join(line) + "\n" for line in sheet), len(doubtful))


def _toml(
    document: Document,
    passage: Passage,
    title: str,
    since: date,
    rows: dict[str, str],
    columns: dict[str, str],
    doubtful: list[tuple[str, Figure]],
) -> str:
    when = passage.date or document.metadata.date
    named = document.metadata.title or document.file
    quote = squeeze(passage.text)[:200]
    lines = [
        "# Brouillon tiré du document : à relire case par case à côté de la page, puis",
        "# vademecum grids validate FICHIER --by NOM",
        f"title          = {_quoted(squeeze(title))}",
        f"aliases        = [{_quoted(squeeze(title).lower())}]",
        f"in_force_from  = {since.isoformat()}",
        f"standing       = {_quoted(passage.standing.value)}",
        "draft          = true",
        f'sheet          = {{ file = "{since.isoformat()}.csv", rows = ["ligne"]'
        + (', columns = ["colonne"] }' if columns else " }"),
        "",
        "[source]",
        f"document = {_quoted(named)}",
        f"file     = {_quoted(document.file)}",
        *([f"date     = {when.isoformat()}"] if when else ["# date   = à compléter : date de l'acte"]),
        f"page     = {passage.locator.page}",
        f"line     = {passage.locator.line}",
        f"locator  = {_quoted(squeeze(' / '.join(passage.path[-2:])) or squeeze(title))}",
        f"quote    = {_quoted(quote)}",
        "",
        *_input("ligne", "Quelle ligne du tableau ?", rows),
        *(_input("colonne", "Quelle colonne du tableau ?", columns) if columns else []),
    ]
    for at, figure in doubtful:
        value = "illisible" if figure.value is None else ""
        lines += [
            "[[cells]]",
            f"at      = {_quoted(at)}",
            f"printed = {_quoted(squeeze(figure.printed) or 'rien')}",
            f"value   = {_quoted(value) if value else f'{figure.value:f}'}",
            f"because = {_quoted(squeeze(figure.doubt) or 'chiffre illisible')}",
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def _input(name: str, question: str, codes: dict[str, str]) -> list[str]:
    choices = [f"{_quoted(code)} = {_quoted(label)}" for label, code in codes.items()]
    return [f"[inputs.{name}]", f"question = {_quoted(question)}", f"[inputs.{name}.choices]", *choices, ""]


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return "illisible" if figure.value is None else f"{figure.value:f}".replace(".", ",")


def _coded(labels: list[str]) -> dict[str, str]:
    codes: dict[str, str] = {}
    for label in labels:
        codes[label] = _unused(_code(label, 20) or "case", {*_RESERVED, *codes.values()})
    return codes


def _code(text: str, most: int) -> str:
    return re.sub(r"[^a-z0-9]+", "_", fold(text)).strip("_")[:most].strip("_")


def _unused(code: str, taken: set[str]) -> str:
    return next(each for n in range(1, 10_000) if (each := code if n == 1 else f"{code}-{n}") not in taken)


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are a subset of TOML's once every control character is escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
