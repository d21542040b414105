from collections.abc import Iterable

import pytest

from bot.answering.spans import Span
from bot.answering.tallies import cell_counted, counted, counts_something_else
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
        ("nombre d'habitants", "L'aide vise les communes de moins de 9 000 habitants.", True),
        ("nombre d'habitants", "La commune compte 4 512 habitants.", False),
        ("prix de la rame, et combien de cygnes", "L'étang compte 14 allées.", False),
    ],
)
def test_a_count_of_something_else_is_no_answer(question: str, text: str, other: bool) -> None:
    assert counts_something_else(asked(question), (), [Span(text, text, 1)], 0) is other


@pytest.mark.parametrize(
    ("question", "row", "said"),
    [
        (
            "combien de jours pour un baptême",
            "Baptême de bateau | JOURS OUVRÉS : 3",
            "3 jours ouvrés — Baptême de bateau.",
        ),
        ("combien de cygnes au lac", "Lac | Nord | Cygnes : 14 | Allées : 3", "14 cygnes — Lac, Nord."),
        ("combien d'allées au lac", "Lac | Cygnes : 14 | Allées : 3", "3 allées — Lac."),
        ("combien de cygnes", "Lac | Cygnes 2029 : 14 | Cygnes 2030 : 15", ""),
        ("combien de cygnes", "Lac | Allées : 3", ""),
        ("combien de cygnes", "Lac | Cygnes : 14 €", ""),
        ("combien de cygnes", "Cygnes : 14", ""),
        ("combien de cygnes", "Le lac compte 14 cygnes.", ""),
        ("combien de cygnes", "Lac |  : 14", ""),
        ("les cygnes", "Lac | Cygnes : 14", ""),
    ],
)
def test_the_cell_under_what_is_counted_is_told_in_words(question: str, row: str, said: str) -> None:
    assert cell_counted(asked(question), row) == said
