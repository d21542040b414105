"""The tables count what happened, and the failures show only what went wrong."""

from dataclasses import replace

from tests.judge.questions import Question
from tests.judge.report import failures, summary, table, total
from tests.judge.running import Asked
from tests.judge.scoring import Verdict

ASKED = Asked(
    Question("d1", "prix ?", "Ormeval", "2026-03-15", "price", ("4 €",), (), (), "acte.txt", "Chaise 4 €", 1, 1, ""),
    "plain",
    "prix ?",
    {"status": "answer", "answer": "4 €"},
    Verdict("right", cited=True, paged=True),
)
WRONG = replace(ASKED, answer={"status": "answer", "answer": "12 €"}, verdict=Verdict("wrong", cited=False, paged=True))
SILENT = replace(ASKED, answer={"status": "unknown", "answer": ""}, verdict=Verdict("silent"))


def test_shares_are_of_the_questions_they_have_a_meaning_for() -> None:
    counted = total([ASKED, WRONG, SILENT, SILENT])
    assert counted.share("right") == counted.share("wrong") == 0.25
    assert counted.share("silent") == 0.5
    assert (counted.cited, counted.paged) == (0.5, 1.0)


def test_nothing_asked_counts_nothing() -> None:
    assert total([]).share("right") == 0.0


def test_the_table_has_a_line_a_kind_and_one_for_all() -> None:
    other = replace(SILENT, question=replace(SILENT.question, kind="sanction"))
    lines = table([ASKED, other]).splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["price", "sanction", "all"]


def of_kind(asked: Asked, kind: str) -> Asked:
    return replace(asked, question=replace(asked.question, kind=kind))


def test_the_summary_has_a_column_a_half_and_tells_right_refusals_from_wrong_ones() -> None:
    known = [ASKED, of_kind(WRONG, "budget"), of_kind(SILENT, "charter"), of_kind(ASKED, "unanswerable")]
    lines = summary({"development": known, "held-out": [of_kind(ASKED, "sanction")]}).splitlines()
    assert lines[0].split() == ["development", "held-out"]
    assert {line.rsplit(maxsplit=2)[0]: line.split()[-2:] for line in lines[1:]} == {
        "figures from tables right": ["0.500", "0.000"],
        "rules right": ["0.000", "1.000"],
        "unanswerable refused": ["1.000", "0.000"],
        "over-refusal": ["0.333", "0.000"],
        "wrong": ["0.250", "0.000"],
    }


def test_failures_say_what_was_expected_and_what_was_said() -> None:
    shown = failures([ASKED, WRONG])
    assert "12 €" in shown
    assert "['4 €']" in shown
    assert not failures([ASKED])
