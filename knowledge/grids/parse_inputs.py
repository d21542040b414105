"""The inputs of a grid, from its TOML."""

from __future__ import annotations

import re
from decimal import Decimal

from knowledge.grids import figures
from knowledge.grids.inputs import Bracket, Choice, Derived, Input, Quantity
from knowledge.grids.section import Section, decimal
from knowledge.text import fold

_NAME = re.compile(r"[A-Za-z0-9_+-]{1,24}")
READS = ("", "age")


def parse_inputs(section: Section | None) -> tuple[Input, ...]:
    """Every input in the file's order, those at fault left out and noted."""
    if section is None:
        return ()
    found = []
    for name in section.data:
        body = section.section(name)
        if body:
            _named(name, body)
            found.append(_input(name, body))
            body.done()
    return tuple(found)


def _input(name: str, body: Section) -> Input:
    unit, whole = body.text("unit"), body.flag("whole")
    least = body.number("min") or Decimal(0)
    synonyms = _synonyms(body)
    choices = _choices(body, synonyms)
    brackets = _brackets(body, unit, least)
    quantity, derived = _quantity(body.section("quantity")), _derived(body.section("derived"))
    given = [bool(choices), bool(brackets) and not derived, quantity is not None, derived is not None]
    if sum(given) != 1:
        body.fault("il faut un seul de « choices », « brackets », « quantity » ou « derived »")
    entry = Input(
        name=name,
        question=body.text("question", required=derived is None),
        label=body.text("label") or name.replace("_", " ").capitalize(),
        unit=unit,
        words=body.texts("words"),
        reads=body.text("reads"),
        whole=whole,
        least=least,
        choices=choices,
        brackets=brackets,
        quantity=quantity,
        derived=derived,
        default=_answer(body, "default"),
        unknown=_answer(body, "unknown"),
        unknown_because=body.text("unknown_because"),
        resident=body.text("resident"),
        outsider=body.text("outsider"),
    )
    for key in ("resident", "outsider"):
        code = getattr(entry, key)
        if code and code not in entry.codes:
            body.fault(f"« {key} » : code inconnu « {code} »")
    if entry.reads not in READS:
        body.fault(f"« reads » doit être {' ou '.join(filter(None, READS))}")
    return entry


def _named(name: str, body: Section) -> None:
    if not _NAME.fullmatch(name):
        body.fault(f"« {name} » : lettres sans accent, chiffres, _ - +, 24 signes au plus")


def _answer(body: Section, key: str) -> str:
    value = body.raw(key)
    if value is None:
        return ""
    if isinstance(value, str):
        moment = figures.minutes(value)
        return value if moment is None else f"={moment}"
    found = decimal(value)
    if found is None:
        body.fault(f"« {key} » doit être un code ou un nombre")
        return ""
    return f"={found.normalize():f}"


def _synonyms(body: Section) -> dict[str, tuple[str, ...]]:
    synonyms = body.section("synonyms")
    return {code: synonyms.texts(code) for code in synonyms.data} if synonyms else {}


def _choices(body: Section, synonyms: dict[str, tuple[str, ...]]) -> tuple[Choice, ...]:
    choices = body.section("choices")
    if choices is None:
        if synonyms:
            body.fault("« synonyms » ne va qu'avec « choices »")
        return ()
    for code in choices.data:
        _named(code, choices)
    for code in synonyms:
        if code not in choices.data:
            body.fault(f"« synonyms » : code inconnu « {code} »")
    return tuple(Choice(code, choices.text(code), synonyms.get(code, ())) for code in choices.data)


def _brackets(body: Section, unit: str, least: Decimal) -> tuple[Bracket, ...]:
    sections = body.sections("brackets", "tranche")
    found: list[Bracket] = []
    previous, closed_before = least, False
    for rank, part in enumerate(sections, 1):
        code = part.text("code", required=True)
        _named(code, part)
        up_to, below = part.number("up_to"), part.number("below")
        bound = up_to if up_to is not None else below
        closed = below is None
        if up_to is not None and below is not None:
            part.fault("« up_to » ou « below », pas les deux")
        if bound is None and rank < len(sections):
            part.fault("seule la dernière tranche peut n'avoir pas de borne")
        if bound is not None and (bound < previous or (rank > 1 and bound == previous)):
            part.fault(f"la tranche ne monte pas : {figures.plain(bound)} après {figures.plain(previous)}")
        label = part.text("label") or _label(unit, previous, closed_before, bound, closed, first=rank == 1)
        if any(code == other.code for other in found):
            part.fault(f"code en double « {code} »")
        found.append(Bracket(code, label, bound, closed))
        previous, closed_before = bound if bound is not None else previous, closed
        part.done()
    return tuple(found)


def _label(unit: str, low: Decimal, above: bool, high: Decimal | None, closed: bool, *, first: bool) -> str:
    """``2 441 à 3 100 €``, as the page prints a bracket whose lower neighbour ends at 2 440."""
    short = unit.partition(" par ")[0]
    integral = low == low.to_integral_value()
    start = low + 1 if above and integral else low
    suffix = f" {short}" if short else ""
    if high is None:
        return f"{figures.plain(start)}{suffix} et plus"
    end = figures.plain(high)
    if not closed:
        return f"moins de {end}{suffix}" if first else f"{figures.plain(start)} à moins de {end}{suffix}"
    if start == high:
        return f"{end} {figures.singular(short) if high < 2 else short}".strip()
    return f"jusqu'à {end}{suffix}" if first else f"{figures.plain(start)} à {end}{suffix}"


def _quantity(part: Section | None) -> Quantity | None:
    if part is None:
        return None
    found = Quantity(
        part.number("min") or Decimal(0), part.number("max"), part.flag("whole", default=True), part.flag("time")
    )
    part.done()
    return found


def _derived(part: Section | None) -> Derived | None:
    if part is None:
        return None
    raw = part.raw("less")
    less, each = Decimal(0), []
    if isinstance(raw, dict):
        for name, times in raw.items():
            value = decimal(times)
            if value is None:
                part.fault(f"« less » : « {name} » doit être un nombre")
            else:
                each.append((name, value))
    elif raw is not None:
        moment = figures.minutes(raw) if isinstance(raw, str) else None
        found = moment if moment is not None else decimal(raw)
        if found is None:
            part.fault("« less » doit être un nombre, une heure, ou des quantités")
        less = found or Decimal(0)
    derived = Derived(part.text("from", required=True), less, tuple(each), part.number("every"), part.number("at_most"))
    if derived.every is not None and derived.every <= 0:
        part.fault("« every » doit être plus grand que zéro")
        derived = Derived(derived.origin, less, tuple(each), None, derived.at_most)
    part.done()
    return derived


def normal(text: str) -> str:
    """A code, label or head in the one form in which they are compared."""
    return " ".join(fold(text).replace("\u00a0", " ").split())
