"""What the school, staff and camera content must keep, beyond what the check of every grid already proves."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined

from knowledge.grids.loading import load_table
from knowledge.grids.outcome import Outcome, outcome
from knowledge.grids.play import start
from knowledge.grids.table import DecisionTable, Rule
from knowledge.text import fold, squeeze

DEMO = Path(__file__).parents[2] / "bot" / "demo"
NEUVILLE = (
    "alcome-cendriers",
    "alcome-engagements",
    "alcome-penalites",
    "alcome-soutien",
    "classes-decouverte",
    "contacts-ecole",
    "derogation-scolaire",
    "dotations-ecoles",
    "dotations-ecoles-regles",
    "encadrement-aide-lecons",
    "envoi-avertissement",
    "exclusion-periscolaire",
    "horaires-cantine",
    "horaires-periscolaires",
    "inscriptions-services",
    "pai",
    "preinscription-scolaire",
    "regles-periscolaires",
    "sanctions-periscolaires",
    "vie-des-ecoles",
)
SECLIN = (
    "charte-animateurs",
    "charte-sanctions",
    "cmsu-contenu",
    "cmsu-forfaits",
    "cmsu-regles",
    "cmsu-responsables",
    "mandat-requisitions",
)
GRIDS = [("neuville-en-ferrain", name) for name in NEUVILLE] + [("seclin", name) for name in SECLIN]


def grid(town: str, name: str) -> DecisionTable:
    (path,) = (DEMO / town / "grids" / name).glob("*.toml")
    table, problems = load_table(path, town)
    assert not problems, problems
    assert table is not None
    return table


def answer(town: str, name: str, **given: str) -> Outcome:
    found = outcome(start(grid(town, name), given))
    assert found is not None
    return found


@pytest.mark.parametrize(("town", "name"), GRIDS)
def test_every_quote_stands_word_for_word_in_the_document_it_names(town: str, name: str) -> None:
    for rule in grid(town, name).rules:
        for source in (rule.source, *rule.also):
            text = squeeze((DEMO / town / "documents" / source.file).read_text("utf-8"))
            assert squeeze(source.quote) in text, (rule.where, source.quote)


@pytest.mark.parametrize("town", ["neuville-en-ferrain", "seclin"])
def test_a_source_carries_the_title_and_date_that_documents_toml_gives(town: str) -> None:
    listed = tomllib.loads((DEMO / town / "documents" / "documents.toml").read_text("utf-8"))["documents"]
    known = {entry["file"]: (entry["title"], entry["date"]) for entry in listed}
    for name in NEUVILLE if town == "neuville-en-ferrain" else SECLIN:
        for rule in grid(town, name).rules:
            for source in (rule.source, *rule.also):
                assert (source.title, source.date) == known[source.file], rule.where


def test_no_exclusion_without_convened_parents_the_mayor_and_a_registered_letter() -> None:
    exclusions = [r for r in grid("neuville-en-ferrain", "sanctions-periscolaires").rules if "xclusion" in measure(r)]
    assert len(exclusions) == 3
    for rule in exclusions:
        assert "convoqués" in rule.text("before")
        assert "Maire" in rule.text("decided_by")
        assert "comité" in rule.text("decided_by")
        assert "recommandé" in rule.text("notified")


def test_every_sanction_says_what_follows_if_it_happens_again() -> None:
    assert all(rule.text("next") for rule in grid("neuville-en-ferrain", "sanctions-periscolaires").rules)


def test_the_two_rules_on_sending_a_warning_are_both_told_and_both_quoted() -> None:
    (line,) = answer("neuville-en-ferrain", "envoi-avertissement").lines
    assert "lettre simple" in line.rule.text("answer")
    assert "recommandé" in line.rule.text("answer")
    assert len(line.sources) == 2


def test_the_sanction_walk_never_asks_a_name_and_letters_leave_it_blank() -> None:
    table = grid("neuville-en-ferrain", "sanctions-periscolaires")
    assert not any(re.search(r"\b(nom|prenom|comment s'appelle)\b", fold(e.question)) for e in table.inputs)
    environment = Environment(undefined=StrictUndefined, autoescape=False)
    row = {"measure": "M", "next": "N"}
    for name, text in table.letters:
        letter = environment.from_string(text).render(
            faits="F", rule=row, source={"document": "D", "locator": "L"}, commune="C", day="J"
        )
        assert "enfant ……" in letter, name
        assert "Signature : ……" in letter, name


@pytest.mark.parametrize(
    ("faits", "more", "expected"),
    [
        ("regles", {}, "Rappel oral"),
        ("regles", {"repetition": "troisieme"}, "contrat TIB"),
        ("insolence", {}, "recommandé avec accusé de réception"),
        ("vol_mineur", {"avertissement": "deuxieme"}, "de 2 jours à une semaine"),
        ("agression", {}, "une semaine minimum"),
        ("agression", {"gravite": "recidive"}, "Exclusion définitive"),
    ],
)
def test_the_sanctions_escalate_as_the_grid_says(faits: str, more: dict[str, str], expected: str) -> None:
    (line,) = answer("neuville-en-ferrain", "sanctions-periscolaires", faits=faits, **more).lines
    assert expected in measure(line.rule)


def test_an_allocation_leaves_aside_the_lines_whose_count_is_unknown() -> None:
    found = answer("neuville-en-ferrain", "dotations-ecoles", eleves="=10", classes="=2")
    assert [line.value for line in found.lines] == [Decimal(280), Decimal(410)]
    assert found.total == Decimal(690)


def test_the_first_year_of_cameras_adds_the_joining_fee_once() -> None:
    first = answer("seclin", "cmsu-forfaits", forfait="f1", cameras="=3")
    later = answer("seclin", "cmsu-forfaits", forfait="f1", cameras="=3", annee="suivante")
    assert (first.value, later.value) == (Decimal(1320), Decimal(870))


def test_what_the_acts_leave_open_is_said_and_not_invented() -> None:
    for name, given in (("charte-sanctions", {}), ("cmsu-regles", {"point": "forfait_choisi"})):
        (line,) = answer("seclin", name, **given).lines
        assert line.rule.silent


def measure(rule: Rule) -> str:
    return rule.text("measure")
