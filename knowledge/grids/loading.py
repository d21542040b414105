"""Grid files into tables: every fault of every file is noted, none stops the others."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from knowledge.errors import Problem
from knowledge.grids.cells import cell_values, sheet_rules
from knowledge.grids.parse_checks import also, check, example
from knowledge.grids.parse_inputs import parse_inputs
from knowledge.grids.parse_rules import Reader
from knowledge.grids.section import Section
from knowledge.grids.sheets import BadSheet, read_sheet
from knowledge.grids.table import DecisionTable, Rule, Validation
from knowledge.standings import Standing

ASKS = (
    "prix",
    "sanction",
    "horaire",
    "lieu",
    "delai",
    "pieces",
    "qui",
    "regle",
    "nombre",
    "frequence",
    "contact",
    "mesure",
)
"""What a grid can be asked for."""


def load_tables(folder: Path, owner: str = "", commune: str = "") -> tuple[list[DecisionTable], list[Problem]]:
    """Every grid under ``folder`` (``<subject>/<date>.toml``) and the faults met; ``owner`` prefixes their ids."""
    tables: list[DecisionTable] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*/*.toml")):
        table, faults = load_table(path, owner, commune)
        problems += faults
        if table:
            tables.append(table)
    return tables, problems


def load_table(path: Path, owner: str = "", commune: str = "") -> tuple[DecisionTable | None, list[Problem]]:
    """The grid in ``path``, or ``None`` when it cannot answer at all, and its faults in French."""
    problems: list[Problem] = []
    file = "/".join(filter(None, (owner, *path.parts[-2:])))
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return None, [Problem(file, "", f"le fichier n'est pas du TOML : {error}")]
    except UnicodeDecodeError:
        return None, [Problem(file, "", "le fichier n'est pas en UTF-8 : enregistrez-le en UTF-8")]
    except OSError as error:
        return None, [Problem(file, "", f"le fichier ne se lit pas ({error.strerror})")]
    try:
        table = _table(data, path, file, "/".join(filter(None, (owner, path.parent.name))), commune, problems)
    except _Unusable:
        return None, problems
    return table, problems


class _Unusable(Exception):
    """Raised once the reason has been noted: the file has no date, no input, no row."""


def _table(
    data: dict[str, Any], path: Path, file: str, name: str, commune: str, problems: list[Problem]
) -> DecisionTable:
    body = Section(data, file, "", problems)
    inputs = parse_inputs(body.section("inputs"))
    unit, per = body.text("unit") or "€", body.texts("per")
    standing = _standing(body)
    reader = Reader(inputs, commune, standing, unit, per)
    for quantity in per:
        reader.quantity(quantity, body)
    reader.grid_source(body.section("source"))
    since = body.day("in_force_from", required=True)
    until = body.day("in_force_until")
    if since and until and until < since:
        body.fault("« in_force_until » vient avant « in_force_from »")
    rows, columns, rules = _sheet(body, path, reader)
    rules += [rule for part in body.sections("rules", "règle") if (rule := reader.rule(part))]
    adjustments = [found for part in body.sections("adjustments", "ajustement") if (found := reader.adjustment(part))]
    table = DecisionTable(
        id=name,
        file=file,
        commune=commune,
        title=body.text("title", required=True),
        aliases=body.texts("aliases"),
        in_force_from=since or date.min,
        inputs=inputs,
        rules=tuple(rules),
        source=rules[0].source if rules else None,
        in_force_until=until,
        standing=standing,
        collect=_one_of(body, "hit_policy", ("unique", "collect")) == "collect",
        unit=unit,
        each_step=_one_of(body, "rounding", ("once", "each_step")) == "each_step",
        neutral=body.texts("neutral"),
        excludes=body.texts("excludes"),
        asks=_asks(body, rules),
        note=body.text("note"),
        adjustments=tuple(adjustments),
        also=tuple(also(part) for part in body.sections("also", "also")),
        checks=tuple(check(part, reader) for part in body.sections("checks", "contrôle")),
        examples=tuple(example(part, reader) for part in body.sections("examples", "exemple")),
        letters=_letters(body, path, rules),
        rows=rows,
        columns=columns,
        draft=body.flag("draft"),
        validated=_validated(body.section("validated")),
    )
    body.done()
    if since is None or not rules:
        if not rules:
            body.fault("la grille n'a aucune ligne")
        raise _Unusable
    return table


def _sheet(body: Section, path: Path, reader: Reader) -> tuple[tuple[str, ...], tuple[str, ...], list[Rule]]:
    part = body.section("sheet")
    if part is None:
        if cell_values(body):
            body.fault("« cells » ne va qu'avec un tableau (« sheet »)")
        return (), (), []
    file, rows, columns = part.text("file", required=True), part.texts("rows"), part.texts("columns")
    part.done()
    if "/" in file or "\\" in file:
        part.fault("« file » doit être à côté du fichier de la grille")
        return rows, columns, []
    try:
        cells = read_sheet(path.parent / file)
    except BadSheet as error:
        part.fault(str(error))
        return rows, columns, []
    place = Section(body.data, body.file, file, body.problems)
    found = sheet_rules(cells, rows, columns, place, reader)
    body.raw("cells")
    return rows, columns, found


def _standing(body: Section) -> Standing:
    text = body.text("standing") or Standing.UNSTATED.value
    try:
        return Standing(text)
    except ValueError:
        body.fault(f"« standing » doit être {', '.join(Standing)}")
        return Standing.UNSTATED


def _one_of(body: Section, key: str, allowed: tuple[str, ...]) -> str:
    text = body.text(key) or allowed[0]
    if text not in allowed:
        body.fault(f"« {key} » doit être {' ou '.join(allowed)}")
    return text


def _asks(body: Section, rules: list[Rule]) -> tuple[str, ...]:
    found = body.texts("asks")
    for ask in found:
        if ask not in ASKS:
            body.fault(f"« asks » : « {ask} » inconnu ; il faut {', '.join(ASKS)}")
    if found or "asks" in body.data:
        return found
    return ("prix",) if any(rule.priced or rule.free or rule.unreadable for rule in rules) else ("regle",)


def _letters(body: Section, path: Path, rules: list[Rule]) -> tuple[tuple[str, str], ...]:
    found = {}
    for rule in rules:
        if not rule.letter or rule.letter in found:
            continue
        try:
            found[rule.letter] = (path.parent / Path(rule.letter).name).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            body.fault(f"le modèle « {rule.letter} » est introuvable ou illisible", rule.where)
    return tuple(found.items())


def _validated(part: Section | None) -> Validation | None:
    if part is None:
        return None
    by, on = part.text("by", required=True), part.day("on", required=True)
    part.done()
    return Validation(by, on) if by and on else None
