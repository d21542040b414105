"""The judge judged: what it expects must stand in the acts, where it says."""

import re
from itertools import chain

import pytest

from knowledge.readers import read
from tests.judge.questions import HALVES, Question, documents, load
from tests.judge.scoring import holds, normal
from tests.judge.variations import VARIATIONS

QUESTIONS = {half: load(half) for half in HALVES}
EVERY = list(chain.from_iterable(QUESTIONS.values()))
PROVED = [(half, one) for half in HALVES for one in QUESTIONS[half] if one.evidence]


def name(value: object) -> str:
    return value.id if isinstance(value, Question) else str(value)


@pytest.mark.parametrize(("half", "question"), PROVED, ids=name)
def test_the_evidence_stands_where_the_question_says(half: str, question: Question) -> None:
    reading = read(documents(half) / question.file)
    first = question.evidence.split(" [...] ")[0]
    page = reading.pages[question.page - 1]
    lines = page.text.split("\n")[question.line - page.first_line :]
    begins = " ".join(" ".join(lines).split()).find(first)
    assert 0 <= begins < len(" ".join(lines[0].split()))
    whole = " ".join(" ".join(page.text for page in reading.pages).split())
    assert all(part in whole for part in question.evidence.split(" [...] "))


@pytest.mark.parametrize(("half", "question"), PROVED, ids=name)
def test_the_evidence_holds_what_is_expected_and_nothing_forbidden(half: str, question: Question) -> None:
    shown = normal(question.evidence)
    assert not any(holds(shown, figure) for figure in question.forbid)
    if question.kind == "ocr_trap":  # the page shows another figure than the one to tell
        assert "[OCR]" in question.note
    elif question.kind == "cross_document":  # the rest stands in another act, which the note names
        assert any(holds(shown, part) for part in question.expect)
    elif question.kind != "computation" and not question.note.startswith("[calcul]"):  # the sum is written nowhere
        assert all(holds(shown, part) for part in question.expect)


def test_no_question_is_asked_twice() -> None:
    assert len({(one.question, one.commune) for one in EVERY}) == len(EVERY)
    assert len({one.id for one in EVERY}) == len(EVERY)


def test_the_halves_share_no_town() -> None:
    towns = [{one.commune for one in QUESTIONS[half]} for half in HALVES]
    assert not towns[0] & towns[1]


@pytest.mark.parametrize("half", HALVES)
def test_a_sixth_of_the_questions_have_no_answer(half: str) -> None:
    silent = [one for one in QUESTIONS[half] if one.kind == "unanswerable"]
    assert len(silent) >= len(QUESTIONS[half]) / 6
    assert all(not one.expect for one in silent)
    assert all(one.expect for one in QUESTIONS[half] if one.kind != "unanswerable")


@pytest.mark.parametrize("variation", VARIATIONS)
def test_a_variation_keeps_every_figure(variation: str) -> None:
    for one in EVERY:
        typed = VARIATIONS[variation](one.question)
        assert re.findall(r"\d", typed) == re.findall(r"\d", one.question)
