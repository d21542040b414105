from collections.abc import Iterable

import pytest

from bot.answering.spans import Span
from bot.answering.tallies import counted, counts_something_else
from bot.understanding.question import Question, read
from index.analysis import stem
from index.engine import Term
from tests.answering.office import expand


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=with_skiffs, communes={})


def with_skiffs(words: Iterable[str]) -> tuple[Term, ...]:
    """As ``expand``, where a skiff is a boat."""
    same = {"barques": ((stem("barques"), 1.0), (stem("skiff"), 0.9), ("petit bateau", 0.9))}
    return tuple(Term(term.word, same.get(term.word, term.stems)) for term in expand(words))


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("combien de cygnes", "l'etang compte 14 cygnes", True),
        ("combien de cygnes", "14 allees", False),
        ("combien de temps", "14 temps", False),
        ("combien de barques", "deux skiffs au plus par rameur", True),
        ("combien barques", "deux barques au plus par rameur", True),
        ("combien par an et combien de barques au plus", "deux barques par rameur", True),
        ("combien payons nous la rame", "les rameurs de plus de 500 paient 3 €", False),
    ],
)
def test_a_count_of_the_thing_itself_is_told_from_a_figure_nearby(question: str, text: str, told: bool) -> None:
    assert (counted(asked(question), text) > 0) is told


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("combien de cygnes", "L'étang compte 14 allées.", True),
        ("combien de cygnes", "L'étang compte 14 cygnes.", False),
        ("combien de barques", "Le rameur loue deux skiffs.", False),
        ("prix de la rame, et combien de cygnes", "L'étang compte 14 allées.", False),
    ],
)
def test_a_count_of_something_else_is_no_answer(question: str, text: str, other: bool) -> None:
    assert counts_something_else(asked(question), (), [Span(text, text, 1)], 0) is other
