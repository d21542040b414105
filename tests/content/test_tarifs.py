"""The demonstration tariffs: each figure stands in the document it cites, and the printed rules hold."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.content import load_content
from knowledge.documents import Citation
from knowledge.grids.facts import answer
from knowledge.grids.outcome import Outcome, outcome
from knowledge.grids.play import start
from knowledge.grids.table import DecisionTable, Rule
from knowledge.grids.versions import in_force
from knowledge.standings import Standing

DEMO = Path(__file__).parents[2] / "bot" / "demo"
CONTENT = load_content(DEMO)
DOCUMENTS = {path.name: path.read_text("utf-8") for path in DEMO.glob("neuville-en-ferrain/documents/*.md")}
TARIFFS = [
    table
    for table in CONTENT.tables
    if table.commune == "Neuville-en-Ferrain"
    and table.source is not None
    and table.source.file.startswith(("tarifs-", "cimetiere"))
]
ROWS = [pytest.param(table, rule, id=f"{table.id}, {rule.where}") for table in TARIFFS for rule in table.rules]
BEFORE, AFTER = date(2024, 8, 31), date(2024, 9, 1)


def grid(subject: str, on: date = AFTER) -> DecisionTable:
    """The version of a Neuville grid that answers on a day."""
    version = in_force([table for table in TARIFFS if table.subject == subject], on)
    assert version is not None
    return version.table


def told(subject: str, answers: dict[str, str], on: date = AFTER) -> Outcome:
    """What a grid answers to what a person typed for each input."""
    table = grid(subject, on)
    found = outcome(start(table, {name: answer(table.input(name), typed) for name, typed in answers.items()}))
    assert found is not None
    return found


def printed_figures(quote: str) -> set[Decimal]:
    """Every number of a quote."""
    found = re.findall(r"\d+(?: \d{3})*(?:,\d+)?", quote)
    return {Decimal(number.replace(" ", "").replace(",", ".")) for number in found}


def proofs(table: DecisionTable, rule: Rule) -> list[Citation]:
    """All that a row may show."""
    return [rule.source, *rule.also, *(adjustment.source for adjustment in table.adjustments)]


@pytest.mark.parametrize(("table", "rule"), ROWS)
def test_a_row_quotes_its_document_word_for_word_and_its_figure_is_in_the_quote(
    table: DecisionTable, rule: Rule
) -> None:
    for proof in proofs(table, rule):
        assert proof.quote in DOCUMENTS[proof.file]
        assert f"# {proof.title}\n" in DOCUMENTS[proof.file]
    quote = rule.source.quote
    if rule.rate:
        assert rule.rate.percent in printed_figures(quote)
    elif rule.unreadable:
        assert "illisible" in quote
    elif rule.free:
        assert "gratuit" in quote or Decimal(0) in printed_figures(quote)
    elif rule.amount:
        assert rule.amount in printed_figures(quote)


def test_the_thirty_tables_and_the_former_cemetery_prices_are_all_there() -> None:
    assert {table.source.date for table in TARIFFS if table.source} == {date(2024, 6, 20)}
    assert {table.standing for table in TARIFFS if table.in_force_until is None} == {Standing.PROPOSED}
    former = {table.subject for table in TARIFFS if table.in_force_until == BEFORE}
    assert former == {
        f"cimetiere-{thing}" for thing in ("concession", "superposition", "cavurne", "columbarium", "urne")
    }
    assert len({table.subject for table in TARIFFS}) == 49


@pytest.mark.parametrize(
    ("subject", "answers", "was", "is_now"),
    [
        ("cimetiere-concession", {"duree": "15"}, "250", "252"),
        ("cimetiere-concession", {"duree": "30"}, "500", "505"),
        ("cimetiere-concession", {"duree": "50"}, "866", "875"),
        ("cimetiere-superposition", {"duree": "15"}, "125", "127"),
        ("cimetiere-superposition", {"duree": "50"}, "434", "438"),
        ("cimetiere-columbarium", {"duree": "15"}, "165", "169"),
        ("cimetiere-cavurne", {"duree": "15"}, "156", "158"),
        ("cimetiere-urne", {"lieu": "columbarium"}, "102", "104"),
        ("cimetiere-urne", {"lieu": "concession"}, "82", "83"),
    ],
)
def test_the_cemetery_changes_price_on_the_first_of_september(
    subject: str, answers: dict[str, str], was: str, is_now: str
) -> None:
    assert told(subject, answers, BEFORE).value == Decimal(was)
    assert told(subject, answers, AFTER).value == Decimal(is_now)


def test_a_former_price_that_no_decision_shows_is_not_made_up() -> None:
    assert told("cimetiere-concession", {"defunt": "enfant", "duree": "15"}, BEFORE).lines[0].rule.silent
    assert told("cimetiere-columbarium", {"duree": "30"}, BEFORE).lines[0].rule.silent


@pytest.mark.parametrize(
    ("subject", "answers", "value", "printed"),
    [
        ("aide-aux-lecons", {"situation": "imposable"}, "2.30", "230€"),
        (
            "accueil-de-loisirs",
            {"residence": "neuvillois", "revenu": "6000", "enfants": "3", "moment": "journee"},
            "7.73",
            "7,13 €",
        ),
        (
            "accueil-de-loisirs",
            {"residence": "neuvillois", "revenu": "0", "enfants": "1", "moment": "apres_midi"},
            "1.39",
            "139 €",
        ),
        ("centre-animations-sportives", {"residence": "neuvillois", "revenu": "1280"}, "27.51", "2751€"),
    ],
)
def test_a_damaged_figure_is_told_with_what_the_page_shows_and_why(
    subject: str, answers: dict[str, str], value: str, printed: str
) -> None:
    found = told(subject, answers)
    assert found.value == Decimal(value)
    assert found.lines[0].rule.printed == printed
    assert found.lines[0].rule.because


def test_the_lost_price_column_of_the_seniors_outings_is_unreadable_but_for_the_one_figure_left() -> None:
    lines = {rule.unreadable for rule in grid("sorties-aines").rules if rule.amount is None}
    assert lines == {True}
    assert told("sorties-aines", {"activite": "repas", "aide": "minimum"}).value == Decimal(4)


def test_the_worked_example_of_the_contribution_rate_comes_out() -> None:
    family = {"enfants": "1", "revenu": "1320"}
    at_home = told("accueil-periscolaire", {"residence": "neuvillois", **family})
    outside = told("accueil-periscolaire", {"residence": "exterieur", **family})
    assert (at_home.value, at_home.beside) == (Decimal("0.94"), (("la demi-heure", Decimal("0.47")),))
    assert (outside.value, outside.beside) == (Decimal("1.41"), (("la demi-heure", Decimal("0.71")),))


@pytest.mark.parametrize(
    ("time", "due"), [("18:30", "0"), ("18:31", "9"), ("19:00", "9"), ("19:01", "18"), ("19:30", "18"), ("20:00", "27")]
)
def test_each_started_half_hour_after_half_past_six_costs_nine_euros(time: str, due: str) -> None:
    assert told("retard-periscolaire", {"heure": time}).value == Decimal(due)


@pytest.mark.parametrize(("metres", "due"), [("3", "10.50"), ("3,5", "21.00"), ("6", "21.00"), ("7", "31.50")])
def test_a_flea_market_plot_that_is_started_is_due(metres: str, due: str) -> None:
    assert told("puces", {"exposant": "exterieur", "metres": metres}).value == Decimal(due)


def test_a_meal_that_nobody_ordered_costs_twice() -> None:
    child = {"residence": "neuvillois", "situation": "non_imposable", "niveau": "maternelle"}
    assert told("restauration-scolaire", child).value == Decimal("2.00")
    assert told("restauration-scolaire", {**child, "inscription": "non_inscrit"}).value == Decimal("4.00")


def test_a_non_resident_is_never_asked_what_only_residents_pay_by() -> None:
    assert start(grid("restauration-seniors"), {"residence": "exterieur"}).next_input() is None
    asked = start(grid("restauration-scolaire"), {"residence": "exterieur"}).next_input()
    assert asked is not None
    assert asked.name == "niveau"


def test_a_family_without_proof_of_income_pays_the_highest_bracket_or_the_taxable_price() -> None:
    priced_by_income = [t for t in TARIFFS if any(e.name == "revenu" and e.brackets for e in t.inputs)]
    silent_page = {"mini-sejour"}
    assert len(priced_by_income) == 7
    for table in priced_by_income:
        revenue = table.input("revenu")
        assert revenue.unknown == ("" if table.subject in silent_page else revenue.brackets[-1].code)
    assert grid("restauration-scolaire").input("situation").unknown == "imposable"


def test_no_fault_is_found_in_the_tariffs() -> None:
    mine = {table.file for table in TARIFFS}
    assert [str(problem) for problem in CONTENT.problems if problem.file in mine] == []
