"""The engine asked about towns it was not made for: it must not get worse. Raise a floor when the engine passes it.

Only the development half: what is watched at every change is soon tuned for. ``python -m tests.judge`` has the rest.
"""

from dataclasses import dataclass

from tests.judge.questions import load
from tests.judge.report import total
from tests.judge.running import Asked, ask_rendered, ask_texts


@dataclass(frozen=True)
class Floor:
    """The least share right and cited, the greatest share wrong."""

    right: float
    wrong: float
    cited: float


TEXTS = Floor(right=0.56, wrong=0.065, cited=0.95)
WORD_FILES = Floor(right=0.68, wrong=0.08, cited=0.95)


def test_the_text_acts_are_answered_no_worse_than_before() -> None:
    hold(ask_texts(load("dev"), ["plain"]), TEXTS)


def test_the_word_files_are_answered_no_worse_than_before() -> None:
    hold(ask_rendered(load("rendered-dev"), "docx"), WORD_FILES)


def hold(asked: list[Asked], floor: Floor) -> None:
    measured = total(asked)
    assert measured.outcomes["missing"] == 0
    assert measured.share("right") >= floor.right
    assert measured.share("wrong") <= floor.wrong
    assert measured.cited >= floor.cited
