"""A grid as a sheet to lay beside the signed page: every row, every figure, every source."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from knowledge.dates import french_date
from knowledge.grids import figures
from knowledge.grids.facts import shown
from knowledge.grids.parse_rules import LISTS, TEXTS
from knowledge.grids.table import Case, DecisionTable, Rule


@dataclass(frozen=True)
class Row:
    """One line of the sheet: its heads, its cells, and what must be looked at on the page."""

    heads: tuple[str, ...]
    cells: tuple[str, ...]
    doubts: tuple[str, ...]
    source: str


def proof(table: DecisionTable) -> str:
    """The grid as one printable HTML page, without script or link."""
    environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True)
    sheet = [rule for rule in table.rules if rule.where.endswith(")")]
    columns, rows = _grid(table, sheet)
    return environment.get_template("proof.j2").render(
        table=table,
        since=french_date(table.in_force_from),
        until=french_date(table.in_force_until) if table.in_force_until else "",
        validated=f"{table.validated.by}, le {french_date(table.validated.on)}" if table.validated else "",
        heads=[table.input(name).label for name in table.rows],
        columns=columns,
        rows=rows,
        loose=[_loose(table, rule) for rule in table.rules if rule not in sheet],
        adjustments=[
            (_case(table, a.when), figures.plain(a.times), a.label, a.source.quote) for a in table.adjustments
        ],
    )


def _grid(table: DecisionTable, sheet: list[Rule]) -> tuple[list[str], list[Row]]:
    columns: dict[str, None] = {}
    lines: dict[tuple[str, ...], dict[str, Rule]] = {}
    for rule in sheet:
        case = dict(rule.when)
        column = " / ".join(_codes(table, name, case.get(name)) for name in table.columns) or "Montant"
        heads = tuple(_codes(table, name, case.get(name)) for name in table.rows)
        columns.setdefault(column)
        lines.setdefault(heads, {})[column] = rule
    rows = []
    for heads, cells in lines.items():
        doubts = tuple(_doubt(rule) for rule in cells.values() if rule.printed)
        source = next(iter(cells.values())).source
        shown_cells = tuple(_figure(cells[column]) if column in cells else "" for column in columns)
        rows.append(Row(heads, shown_cells, doubts, source.quote))
    return list(columns), rows


def _loose(table: DecisionTable, rule: Rule) -> Row:
    texts = [f"{TEXTS[key]} : {text}".removeprefix(" : ") for key, text in rule.texts]
    texts += [f"{LISTS[key]} : {' ; '.join(items)}" for key, items in rule.lists]
    figure = " ".join(filter(None, (_figure(rule), f"× {' × '.join(rule.per)}" if rule.per else "")))
    case = " ; ".join(filter(None, (rule.item, _case(table, rule.when)))) or "toujours"
    doubts = (_doubt(rule),) if rule.printed else ()
    return Row((case,), tuple(filter(None, (figure, *texts))), doubts, f"{rule.source.piece} : « {rule.source.quote} »")


def _figure(rule: Rule) -> str:
    if rule.unreadable:
        return "illisible"
    if rule.free:
        return "gratuit"
    if rule.rate:
        return f"{figures.plain(rule.rate.percent)} % de {rule.rate.of}"
    if rule.silent:
        return "–"
    return "" if rule.amount is None else figures.amount(rule.amount, rule.unit)


def _doubt(rule: Rule) -> str:
    held = "illisible" if rule.unreadable else _figure(rule)
    return f"imprimé « {rule.printed} », tenu pour {held} : {rule.because}"


def _case(table: DecisionTable, case: Case) -> str:
    return " ; ".join(f"{table.input(name).label} : {_codes(table, name, codes)}" for name, codes in case)


def _codes(table: DecisionTable, name: str, codes: frozenset[str] | None) -> str:
    if codes is None:
        return "tous"
    entry = table.input(name)
    return " ou ".join(shown(entry, code) for code in entry.codes if code in codes)
