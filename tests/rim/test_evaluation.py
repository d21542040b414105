from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation import Expectation, judge, normal, read_rows, table
from bot.messages import Answer
from knowledge.documents import Page, Reading
from knowledge.errors import BadSettings

ROW = Expectation("prix du caveau", "Bellerive", (("12 €",),))


def sheet(*rows: str) -> Reading:
    return Reading((Page(1, "\n".join(rows), 1),))


def held(expected: str, said: str, status: str = "answer") -> bool:
    (row,) = read_rows(sheet("Question | Attendu", f"q | {expected}"), "s.csv")
    return judge(row, Answer(status, said), {}).held  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expected", "said", "right"),
    [
        ("12 €", "Le caveau coûte 12,00 euros.", True),
        ("12 €", "112 €", False),
        ("12 €", "12,50 €", False),
        ("1250,5", "1 250,50 €", True),
        ("19h", "fermé à 19 heures", True),
        ("10 %", "10%", True),
        ("élu", "un ELU décide", True),
        ("élu", "les élues décident", False),
        ("12 € ; caveau", "12 €", False),
        ("12 €¦douze", "douze euros", True),
    ],
)
def test_an_answer_holds_what_the_sheet_expects_however_it_is_written(expected: str, said: str, right: bool) -> None:
    assert held(expected, said) is right


def test_not_knowing_is_right_only_where_the_sheet_says_so() -> None:
    assert held("inconnu", "Je ne sais pas.", "unknown")
    assert not held("inconnu", "12 €")
    assert not held("12 €", "12 € ?", "question")


def test_columns_are_found_by_their_heads_under_the_sheet_s_name() -> None:
    reading = sheet("Feuille 1", "Réponse attendue | Ville | QUESTION", "12 € | Bellerive | prix du caveau", " | | ")
    assert read_rows(reading, "s.xlsx") == [ROW]


def test_a_sheet_without_the_columns_or_with_half_rows_is_refused_with_its_lines() -> None:
    with pytest.raises(BadSettings, match="il faut une ligne de titres"):
        read_rows(sheet("a | b"), "s.csv")
    with pytest.raises(BadSettings, match=r"ligne 2 .*\n.*ligne 3 "):
        read_rows(sheet("question | attendu", "q | ", " | 12 €"), "s.csv")


def test_a_regression_is_what_the_last_run_held_and_this_one_does_not() -> None:
    right, wrong = Answer("answer", "12 €"), Answer("answer", "13 €")
    assert judge(ROW, wrong, {ROW.key: True}).regressed
    assert not judge(ROW, wrong, {ROW.key: False}).regressed
    assert not judge(ROW, wrong, {}).regressed
    assert not judge(ROW, right, {ROW.key: True}).regressed


def test_the_table_shows_regressions_then_faults_then_what_is_right() -> None:
    other = Expectation("horaires", "", (("19h",),))
    results = [
        judge(ROW, Answer("answer", "12 €"), {}),
        judge(other, Answer("answer", "18h"), {}),
        judge(ROW, Answer("answer", "13 €"), {ROW.key: True}),
    ]
    lines = table(results).splitlines()
    assert [line.split()[0] for line in lines if line and line[0] != " "] == ["RÉGRESSE", "À", "juste", "1"]
    assert lines[-1] == "1 sur 3 justes, 2 à revoir, dont 1 juste(s) la fois précédente."


@given(st.decimals(min_value=0, max_value=99999, places=2))
def test_a_sum_is_the_same_sum_however_it_is_typed(value: Decimal) -> None:
    french = f"{value:,.2f}".replace(",", "\u202f").replace(".", ",")
    assert normal(f"{value} €") == normal(f"{french} euros") == normal(f"{french}€")
