"""The engine asked about towns it was not made for: it must not get worse. Raise a floor when the engine passes it."""

from dataclasses import dataclass

import pytest

from tests.judge.questions import load
from tests.judge.report import Total, total
from tests.judge.running import Asked, ask_rendered, ask_texts


@dataclass(frozen=True)
class Floor:
    """The least share right and cited, the greatest share wrong."""

    right: float
    wrong: float
    cited: float


TEXTS = {"dev": Floor(right=0.56, wrong=0.09, cited=0.95), "heldout": Floor(right=0.50, wrong=0.12, cited=0.93)}
WORD_FILES = {
    "rendered-dev": Floor(right=0.68, wrong=0.16, cited=0.95),
    "rendered-heldout": Floor(right=0.58, wrong=0.16, cited=0.95),
}


def of_half(asked: list[Asked], name: str) -> Total:
    ids = {question.id for question in load(name)}
    return total([one for one in asked if one.question.id in ids])


@pytest.fixture(scope="module")
def texts() -> list[Asked]:
    return ask_texts([question for name in TEXTS for question in load(name)], ["plain"])


@pytest.fixture(scope="module")
def word_files() -> list[Asked]:
    return ask_rendered([question for name in WORD_FILES for question in load(name)], "docx")


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_acts_are_answered_no_worse_than_before(texts: list[Asked], name: str) -> None:
    hold(of_half(texts, name), TEXTS[name])


@pytest.mark.parametrize("name", WORD_FILES)
def test_the_word_files_are_answered_no_worse_than_before(word_files: list[Asked], name: str) -> None:
    hold(of_half(word_files, name), WORD_FILES[name])


def hold(measured: Total, floor: Floor) -> None:
    assert measured.outcomes["missing"] == 0
    assert measured.share("right") >= floor.right
    assert measured.share("wrong") <= floor.wrong
    assert measured.cited >= floor.cited
