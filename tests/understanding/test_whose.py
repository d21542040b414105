import pytest

from bot.understanding.question import Question
from bot.understanding.residence import people
from bot.understanding.wants import Want
from bot.understanding.whose import asks_voters, tells_vote, tells_whose

PEOPLE = people(["Valfleuri"])


@pytest.mark.parametrize(
    ("word", "side", "told"),
    [
        ("papa", "", True),
        ("parents", "resident", True),
        ("lecteur", "", True),
        ("pote", "", True),
        ("habitant", "resident", True),
        ("habitant", "", False),
        ("valfleurienne", "resident", True),
        ("valfleurienne", "", False),
        ("kiosque", "outsider", False),
    ],
)
def test_a_word_only_tells_whose_case_it_is_or_names_a_subject(word: str, side: str, told: bool) -> None:
    assert tells_whose(word, f"prix pour {word}", side, PEOPLE) is told  # type: ignore[arg-type]


def test_a_relative_decides_where_something_happens_in_the_family() -> None:
    assert not tells_whose("frere", "combien de jours pour le mariage d un frere", "", PEOPLE)


def test_those_who_vote_are_no_subject_of_a_question_about_a_vote() -> None:
    assert tells_vote("elus", {Want.VOTE})
    assert not tells_vote("elus", {Want.MONEY})
    assert not tells_vote("budget", {Want.VOTE})


@pytest.mark.parametrize(
    ("plain", "asked"),
    [
        ("qui n a pas vote pour l ecluse", True),
        ("qui a vote l ecluse", True),
        ("l ecluse est elle votee", False),
        ("qui garde l ecluse", False),
    ],
)
def test_who_voted_is_asked_of_an_act_put_to_the_vote(plain: str, asked: bool) -> None:
    assert asks_voters(Question(plain, plain, (), frozenset(), frozenset({Want.VOTE}))) is asked
