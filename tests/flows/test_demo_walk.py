"""Every conversation the shipped grids can have ends on a cited row; every bracket holds at its bound and beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from bot.flows import Flows
from bot.flows.wording import FIRST_GLANCE, stated
from bot.messages import Dialogue
from knowledge.content import load_content
from knowledge.grids.facts import BadAnswer, fact, numbered
from knowledge.grids.outcome import outcome
from knowledge.grids.play import Play, start
from knowledge.grids.proof import proof
from knowledge.grids.table import DecisionTable, Example
from knowledge.grids.versions import Version
from knowledge.grids.walk import leaves

CONTENT = load_content(Path(__file__).parents[2] / "bot" / "demo")
FLOWS = Flows(CONTENT.tables, CONTENT.communes)
EACH = pytest.mark.parametrize("table", CONTENT.tables, ids=lambda table: table.file)
ASKING = [(table, example) for table in CONTENT.tables for example in table.examples if example.question]


def numbers(table: DecisionTable) -> dict[str, str]:
    """One possible number for each quantity of the grid."""
    return {e.name: numbered(e, max(e.quantity.least, Decimal(1))) for e in table.inputs if e.quantity}


def endings(play: Play) -> Iterator[Play]:
    """Every finished play that the codes of what is still asked (a doubled price, a raise) can lead to."""
    entry = play.next_input()
    if entry is None:
        yield play
        return
    assert entry.codes
    for code in entry.codes:
        yield from endings(play.given(entry.name, code))


def bounds(table: DecisionTable, name: str) -> Iterator[str]:
    """Numbers that reach every bracket of a derived input, for the quantity it derives from."""
    entry = table.input(name)
    assert entry.derived
    origin = table.input(entry.derived.origin)
    for bracket in entry.brackets:
        for value in (bracket.bound, (bracket.bound or Decimal(0)) + 1):
            if value is not None:
                yield numbered(origin, value * (entry.derived.every or 1) + entry.derived.less)


def test_the_shipped_content_has_no_fault() -> None:
    assert [str(problem) for problem in CONTENT.problems] == []


@EACH
def test_every_combination_ends_on_a_cited_row(table: DecisionTable) -> None:
    asked = {entry.name for entry in table.inputs if not entry.derived}
    for leaf in leaves(table):
        assert leaf.rules
        given = numbers(table) | {name: code for name, code in leaf.codes if name in asked}
        for play in endings(start(table, given)):
            found = outcome(play)
            assert found
            assert found.sources
            assert table.collect or len(found.lines) == 1


DAMAGED = [table for table in CONTENT.tables if any(rule.printed for rule in table.rules)]


@pytest.mark.parametrize("table", DAMAGED, ids=lambda table: table.file)
def test_who_reads_the_first_lines_only_never_reads_a_damaged_figure(table: DecisionTable) -> None:
    shown = 0
    for leaf in leaves(table):
        (rule,) = leaf.rules[:1]
        if not rule.printed or rule.unreadable:
            continue
        asked = {entry.name for entry in table.inputs if not entry.derived}
        for play in endings(start(table, numbers(table) | {name: code for name, code in leaf.codes if name in asked})):
            found = outcome(play)
            assert found
            if found.lines[0].rule != rule:
                continue
            text = stated(Version(table), play, found).text
            figure = rule.printed.replace(" ", "").rstrip("€¢")
            assert not re.search(rf"(?<![\d,]){re.escape(figure)}(?![\d,])", text[:FIRST_GLANCE].replace(" ", ""))
            assert "vérifier" in text
            shown += f"« {rule.printed} »" in text
    assert shown or all(rule.unreadable for rule in table.rules if rule.printed)


UNREADABLE = [table for table in CONTENT.tables if any(rule.unreadable for rule in table.rules) and not table.collect]


@pytest.mark.parametrize("table", UNREADABLE, ids=lambda table: table.file)
def test_what_the_page_does_not_let_read_is_not_known(table: DecisionTable) -> None:
    asked = {entry.name for entry in table.inputs if not entry.derived}
    met = set()
    for leaf in leaves(table):
        for play in endings(start(table, numbers(table) | {name: code for name, code in leaf.codes if name in asked})):
            found = outcome(play)
            assert found
            blank = found.lines[0].rule.unreadable
            assert (stated(Version(table), play, found).status == "unknown") is (blank or found.lines[0].rule.silent)
            met.add(blank)
    assert True in met


@EACH
def test_every_bracket_holds_at_its_bound_and_just_beside(table: DecisionTable) -> None:
    for entry in table.inputs:
        if entry.derived and entry.brackets:
            for given in bounds(table, entry.name):
                assert outcome(start(table, numbers(table) | {entry.derived.origin: given}))
        if entry.derived or not entry.brackets:
            continue
        step = Decimal(1) if entry.whole else Decimal("0.01")
        following = [*entry.codes[1:], None]
        for bracket, after in zip(entry.brackets, following, strict=True):
            if bracket.bound is None:
                continue
            inside = bracket.bound if bracket.closed else bracket.bound - step
            found = fact(entry, numbered(entry, inside))
            assert found
            assert found.code == bracket.code
            try:
                beyond = fact(entry, numbered(entry, inside + step))
            except BadAnswer:
                beyond = None
            assert (beyond.code if beyond else None) == after


@EACH
def test_every_button_fits_and_leads_on(table: DecisionTable) -> None:
    day = table.in_force_from
    step = FLOWS.start(table.id, Dialogue(commune=table.commune), day)
    for _ in range(len(table.inputs) + 1):
        if step.answer.status != "question":
            break
        assert all(len(option.token.encode()) <= 64 for option in step.answer.options)
        entry = table.input(step.answer.reason)
        if step.answer.options:
            step = FLOWS.step(step.dialogue, day, token=step.answer.options[0].token)
        else:
            given = numbers(table)[entry.name].removeprefix("=")
            text = f"{int(given) // 60} h {int(given) % 60:02d}" if entry.clock else given
            step = FLOWS.step(step.dialogue, day, text=text)
            assert step.taken
    assert step.answer.status != "question"
    assert step.answer.citations


@EACH
def test_every_grid_prints_for_proof(table: DecisionTable) -> None:
    assert "<table>" in proof(table)


@pytest.mark.parametrize(("table", "example"), ASKING, ids=lambda value: getattr(value, "where", None) or value.subject)
def test_an_example_question_never_gets_another_answer(table: DecisionTable, example: Example) -> None:
    found = FLOWS.candidates(example.question, table.commune, table.in_force_from)
    assert found
    assert found[0].table.id == table.id, [(one.table.subject, one.score) for one in found[:3]]
    wanted, got = outcome(start(table, dict(example.given))), outcome(start(table, dict(found[0].reading.answers)))
    assert wanted
    if got is not None:
        assert [(line.rule.where, line.value) for line in got.lines] == [
            (line.rule.where, line.value) for line in wanted.lines
        ]


def test_nearly_every_example_question_is_a_conversation_of_no_step() -> None:
    complete = 0
    for table, example in ASKING:
        found = FLOWS.candidates(example.question, table.commune, table.in_force_from)
        complete += bool(found) and not found[0].play.next_input()
    assert complete >= 0.95 * len(ASKING)
