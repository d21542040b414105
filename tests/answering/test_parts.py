import pytest

from bot.answering.parts import plainly, seen
from bot.answering.topics import Topic
from index.analysis import stem
from knowledge.documents import Locator, Passage


@pytest.mark.parametrize(
    ("title", "part", "met"),
    [
        ("Règlements : aviron, patinoire, bouées", "TITRE I - AVIRON", {"aviron"}),
        ("Règlements : aviron, patinoire, bouées", "TITRE I - DISPOSITIONS", {"aviron", "patinoire", "bouees"}),
        ("Règlement de l'aviron et de la patinoire", "TITRE I - AVIRON", {"aviron", "patinoire"}),
        ("Règlements : aviron, patinoire, bouées", "", {"aviron", "patinoire", "bouees"}),
    ],
)
def test_a_part_of_a_collection_is_not_about_what_else_its_title_lists(title: str, part: str, met: set[str]) -> None:
    path = (title, part) if part else (title,)
    held = Passage("a#1", "a", 0, "paragraph", path, "Fermé à midi.", "Fermé à midi.", Locator(1, 1, 1))
    one = seen(held, Topic(title))
    every = {stem(word) for word in ("aviron", "patinoire", "bouees")}
    assert one.path & every == one.topic & every == {stem(word) for word in met}


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("la fete du 1 €” mai au canal", "la fete du 1er mai au canal"),
        ("depuis le 1% juin", "depuis le 1er juin"),
        ("le canot est a 1 € en mai", "le canot est a 1 € en mai"),
    ],
)
def test_the_first_of_a_month_misread_is_no_sum(told: str, plain: str) -> None:
    assert plainly(told) == plain
