import pytest

from bot.answering.candidates import Candidate, says_more
from bot.answering.spans import spans_of
from knowledge.documents import Locator, Passage


def fits(score: float, near: float, lacking: bool = False) -> Candidate:
    passage = Passage("a#1", "a", 0, "text", ("Canal",), "Le quai", "Le quai", Locator(1, 1, 1))
    return Candidate(passage, tuple(spans_of(passage)), 0, score, 1.0, near, lacking=lacking)


@pytest.mark.parametrize(
    ("second", "first", "more"),
    [
        (fits(0.69, 0.8), fits(0.7, 0.6), True),
        (fits(0.5, 0.8), fits(0.7, 0.6), False),
        (fits(0.69, 0.61), fits(0.7, 0.6), False),
        (fits(0.69, 0.8, lacking=True), fits(0.7, 0.6), False),
        (fits(0.69, 0.8, lacking=True), fits(0.7, 0.6, lacking=True), True),
    ],
)
def test_what_says_more_comes_first_among_the_even_unless_it_lacks_the_value_asked(
    second: Candidate, first: Candidate, more: bool
) -> None:
    assert says_more(second, first) is more
