"""What a grid must keep, and its worked cases, from its TOML."""

from __future__ import annotations

from decimal import Decimal

from knowledge.grids import figures
from knowledge.grids.inputs import Input
from knowledge.grids.parse_rules import LISTS, TEXTS, Reader
from knowledge.grids.section import Section, decimal
from knowledge.grids.table import Also, Check, Example

CHECKS = ("sum", "ratio", "rising", "falling")


def also(part: Section) -> Also:
    """One ``[[also]]`` entry of the grid."""
    times = part.number("times")
    found = Also(part.text("label", required=True), Decimal(1) if times is None else times)
    part.done()
    return found


def check(part: Section, reader: Reader) -> Check:
    """One ``[[checks]]`` entry."""
    kind = part.text("kind", required=True)
    if kind not in CHECKS:
        part.fault(f"« kind » doit être {', '.join(CHECKS)}")
    times, excepted = part.number("times"), reader.cases(part, "except")
    if excepted and not part.text("because"):
        part.fault("« except » demande « because »")
    part.raw("because")
    found = Check(
        kind=kind,
        where=part.where,
        parts=reader.cases(part, "parts"),
        whole=reader.case(part.section("whole")),
        of=reader.case(part.section("of")),
        to=reader.case(part.section("to")),
        grid=part.text("grid"),
        times=Decimal(1) if times is None else times,
        input=part.text("input"),
        when=reader.case(part.section("when")),
        tolerance=part.number("tolerance") or Decimal(0),
        excepted=excepted,
    )
    if kind in ("rising", "falling") and found.input not in reader.inputs:
        part.fault(f"entrée inconnue « {found.input} »")
    part.done()
    return found


def example(part: Section, reader: Reader) -> Example:
    """One ``[[examples]]`` entry: numbers and times become answers."""
    given_part, expect_part = part.section("given"), part.section("expect")
    given = []
    for name in given_part.data if given_part else ():
        assert given_part is not None
        entry = reader.inputs.get(name)
        if entry is None:
            given_part.fault(f"entrée inconnue « {name} »")
        else:
            given.append((name, _given(entry, given_part.raw(name))))
    expect = []
    for key in expect_part.data if expect_part else ():
        assert expect_part is not None
        value = expect_part.raw(key)
        if key not in ("amount", "total", *TEXTS, *LISTS):
            expect_part.fault(f"clé inconnue « {key} »")
            continue
        found = decimal(value) if key in ("amount", "total") else None
        expect.append((key, found if found is not None else str(value)))
    if not expect:
        part.fault("il manque « expect »")
    found_example = Example(tuple(given), tuple(expect), part.where, part.text("question"))
    part.done()
    return found_example


def _given(entry: Input, value: object) -> str:
    if isinstance(value, str):
        moment = figures.minutes(value) if entry.clock else None
        return value if moment is None else f"={moment}"
    found = decimal(value)
    return f"={found.normalize():f}" if found is not None else str(value)
