"""A printed table turned into rows of a grid: heads on several lines, merged heads, damaged cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.documents import Citation
from knowledge.grids import figures
from knowledge.grids.inputs import Input
from knowledge.grids.parse_inputs import normal
from knowledge.grids.parse_rules import Reader
from knowledge.grids.section import Section, decimal
from knowledge.grids.table import Case, Rule

SIDE = ("citation", "article", "page", "note")
"""Columns that tell about a row instead of holding figures."""

Cell = tuple[Case, str, Citation]


@dataclass(frozen=True)
class Layout:
    """Where things stand in a sheet: the columns of heads, of figures (with their case) and of remarks."""

    heads: dict[str, int]
    figures: dict[int, tuple[Case, tuple[str, ...]]]
    side: dict[str, int]
    depth: int


def sheet_rules(
    rows: list[list[str]], names: tuple[str, ...], columns: tuple[str, ...], body: Section, reader: Reader
) -> list[Rule]:
    """The rules of a sheet whose row heads are the inputs ``names`` and column heads ``columns``."""
    for name in (*names, *columns):
        if name not in reader.inputs:
            body.fault(f"entrée inconnue « {name} »")
            return []
    layout = _layout(rows, names, columns, body, reader)
    if layout is None:
        return []
    found: list[Rule] = []
    above: dict[str, str] = {}
    for number, row in enumerate(rows[layout.depth :], layout.depth + 1):
        line = Section({}, body.file, f"{body.where}, ligne {number}", body.problems)
        above |= {name: row[at] for name, at in layout.heads.items() if at < len(row) and row[at]}
        case, heads = _case([(name, above.get(name, "")) for name in names], line, reader)
        found += _row(row, case, heads, layout, line, reader)
    _held(found, body)
    return found


def cell_values(body: Section) -> list[tuple[tuple[str, ...], str, Decimal | None, str]]:
    """The ``[[cells]]``: heads, what the page shows, the value held right (``None``: unreadable), and why."""
    found = []
    for part in body.sections("cells", "cells"):
        at = tuple(normal(head) for head in part.text("at", required=True).split(","))
        raw = part.raw("value")
        value = decimal(raw)
        if value is None and raw != "illisible":
            part.fault("« value » doit être un nombre ou « illisible »")
        found.append((at, part.text("printed", required=True), value, part.text("because", required=True)))
        part.done()
    return found


def _layout(
    rows: list[list[str]], names: tuple[str, ...], columns: tuple[str, ...], body: Section, reader: Reader
) -> Layout | None:
    depth = max(len(columns), 1)
    if len(rows) <= depth:
        body.fault("le tableau est vide")
        return None
    width = max(map(len, rows))
    padded = [row + [""] * (width - len(row)) for row in rows[:depth]]
    first = {normal(row[at]): at for row in padded for at in range(width) if row[at]}
    side = {name: first[name] for name in SIDE if name in first}
    heads = {name: first[normal(name)] for name in names if normal(name) in first}
    for name in names:
        if name not in heads:
            body.fault(f"il manque la colonne « {name} » en tête du tableau")
    if len(heads) < len(names):
        return None
    figured: dict[int, tuple[Case, tuple[str, ...]]] = {}
    carried = [""] * depth
    for at in range(width):
        if at in heads.values() or at in side.values():
            continue
        labels = [padded[level][at] for level in range(depth)]
        if not any(labels):
            continue
        # A blank head repeats the one on its left, as a merged cell does on the page.
        for level in range(depth):
            if labels[level]:
                carried[level] = labels[level]
        if not columns:
            figured[at] = ((), ())
            continue
        where = Section({}, body.file, f"{body.where}, colonne {at + 1}", body.problems)
        figured[at] = _case(list(zip(columns, carried, strict=True)), where, reader)
    if not figured:
        body.fault("aucune colonne de chiffres")
        return None
    return Layout(heads, figured, side, depth)


def _case(heads: list[tuple[str, str]], part: Section, reader: Reader) -> tuple[Case, tuple[str, ...]]:
    case, codes_at = [], []
    for name, head in heads:
        entry = reader.inputs[name]
        codes = _codes(entry, head)
        if codes is None:
            part.fault(f"« {head} » n'est ni un code ni un libellé de « {name} »")
            codes = frozenset()
        codes_at.append("*" if codes == frozenset(entry.codes) else " | ".join(c for c in entry.codes if c in codes))
        if codes != frozenset(entry.codes):
            case.append((name, codes))
    return tuple(case), tuple(codes_at)


def _codes(entry: Input, head: str) -> frozenset[str] | None:
    if head.strip() == "*":
        return frozenset(entry.codes)
    found = set()
    labels = {normal(c.label): c.code for c in entry.choices} | {normal(b.label): b.code for b in entry.brackets}
    labels |= {normal(code): code for code in entry.codes}
    for part in head.split("|"):
        if normal(part) not in labels:
            return None
        found.add(labels[normal(part)])
    return frozenset(found)


def _row(
    row: list[str], case: Case, heads: tuple[str, ...], layout: Layout, line: Section, reader: Reader
) -> list[Rule]:
    told = {name: row[at] for name, at in layout.side.items() if at < len(row) and row[at]}
    data = {"quote": told.get("citation", ""), "locator": told.get("article", "")}
    page = figures.number(told.get("page", ""))
    source = reader.citation(Section({**data, "page": page}, line.file, line.where, line.problems), line)
    if source is None:
        return []
    found = []
    for at, (column_case, column_heads) in layout.figures.items():
        text = row[at] if at < len(row) else ""
        place = ", ".join((*heads, *column_heads))
        base = Rule((*case, *column_case), source, f"{line.where} ({place})", unit=reader.unit)
        note = (("note", told["note"]),) if "note" in told else ()
        value = figures.number(text)
        if text == "illisible":
            found.append(replace(base, unreadable=True, texts=note))
        elif text == "gratuit":
            found.append(replace(base, amount=Decimal(0), free=True, texts=note))
        elif text in ("-", "–", "—"):
            found.append(replace(base, silent=True, texts=(("answer", "L'acte ne prévoit pas ce cas."), *note)))
        elif value is not None:
            found.append(replace(base, amount=value, per=reader.per, texts=note))
        else:
            line.fault(f"« {text} » n'est pas un chiffre" if text else "cellule vide", f"case {place}")
    return found


def _held(rules: list[Rule], body: Section) -> None:
    """Give each damaged cell what the page shows; one that names no cell, or another value, is noted."""
    heads = [rule.where.rpartition("(")[2].removesuffix(")").split(",") for rule in rules]
    places = {tuple(map(normal, each)): number for number, each in enumerate(heads)}
    for at, printed, value, because in cell_values(body):
        number = places.get(at)
        if number is None:
            body.fault(f"« {', '.join(at)} » ne désigne aucune case du tableau", "cells")
            continue
        rule = rules[number]
        if rule.amount != value or rule.unreadable != (value is None):
            body.fault(f"la case « {', '.join(at)} » ne porte pas la valeur tenue pour juste", "cells")
        rules[number] = replace(rule, printed=printed, because=because)
