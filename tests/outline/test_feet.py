"""Running feet in a text whose pages were not told apart."""

from __future__ import annotations

from knowledge.outline.lines import lines_of
from tests.outline.cutting import document, passages

FILLER = "\n".join(f"Le quai numéro {n} bis est ouvert aux canots de la ville toute la journée." for n in range(20))


def running(text: str) -> list[str]:
    """The lines that are running heads or feet."""
    return [line.clean for line in lines_of(document(text).pages) if line.running]


def test_feet_that_count_the_pages_are_no_text_even_where_pages_were_not_told_apart() -> None:
    text = f"{FILLER}\nRèglement du port - 2\n{FILLER}\nRègle ment du port - 3\n{FILLER}"
    assert running(text) == ["Règlement du port - 2", "Règle ment du port - 3"]


def test_a_foot_may_count_leaves_and_be_lost_once() -> None:
    text = f"{FILLER}\nRegistre du canal feuillet 2\n{FILLER}\n{FILLER}\nRegistre du canal feuillet 4/6\n{FILLER}"
    assert len(running(text)) == 2


def test_acts_votes_and_what_stands_near_are_no_feet() -> None:
    acts = f"DÉLIBÉRATION N° 2026/41\n{FILLER}\nDÉLIBÉRATION N° 2026/42\n{FILLER}"
    lots = f"Marché de la patinoire lot 1\n{FILLER}\nMarché de la patinoire lot 2\n{FILLER}"
    votes = f"Pour le canal : 1\n{FILLER}\nPour le canal : 2\n{FILLER}"
    near = "Barque de plaisance 1\nBarque de plaisance 2\nBarque de plaisance 3"
    assert [running(text) for text in (acts, lots, votes, near)] == [[], [], [], []]


def test_a_sentence_goes_on_over_a_foot() -> None:
    text = (
        f"Bulletin du port 2\n{FILLER}\nLes canots sont rendus avant la\nBulletin du port 3\n"
        f"fermeture de l'écluse.\n{FILLER}\nBulletin du port 4"
    )
    assert any("avant la fermeture de l'écluse" in passage.clean for passage in passages(text))
