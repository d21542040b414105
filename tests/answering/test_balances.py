from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.balances import left, of_text
from bot.answering.candidates import Candidate
from bot.answering.spans import spans_of
from bot.understanding.question import Question, read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import expand


def understood(question: str) -> Question:
    return read(question, correct=lambda word: word, expand=expand, communes={})


def cell(column: str, sum_: int, row: str = "Patinoire") -> Figure:
    return Figure((row,), (column,), f"{sum_} €", Decimal(sum_), "€", 1)


GIVEN, BEFORE = cell("Voté 2030", 9000), cell("Voté 2029", 7000)
PAID = cell("Acompte déjà versé", 4000)
RULE = "La subvention de la patinoire est versée en deux fois : 6 000 € en mai, le solde après le bilan."


def shown(*figures: Figure, beside: str = "") -> Candidate:
    text = f"Patinoire | 9 000 €\n{beside}"
    passage = Passage("a#1", "a", 0, "table", ("Canal",), text, text, Locator(1, 1, 9), figures=figures)
    return Candidate(passage, tuple(spans_of(passage)), 1 if beside else 0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("question", "candidate", "said"),
    [
        ("patinoire : il reste combien à verser ?", shown(GIVEN, PAID), "9 000 € − 4 000 € = 5 000 €"),
        ("que reste-t-il à payer à la patinoire ?", shown(GIVEN, PAID), "9 000 € − 4 000 € = 5 000 €"),
        ("solde de la patinoire", shown(GIVEN, beside=RULE), "9 000 € − 6 000 € = 3 000 €"),
        ("subvention de la patinoire", shown(GIVEN, PAID), ""),
        ("solde de la patinoire", shown(GIVEN), ""),
        ("solde de la patinoire", shown(GIVEN, cell("Demandé", 4000)), ""),
        ("solde de la patinoire", shown(GIVEN, replace(PAID, doubt="mal lu")), ""),
        ("solde de la patinoire", shown(GIVEN, replace(PAID, value=Decimal(9900))), ""),
        ("solde de la patinoire", shown(GIVEN, PAID, cell("Avance", 200)), ""),
        ("solde de la patinoire", shown(GIVEN, beside=RULE.replace("patinoire", "piscine")), ""),
        ("solde de la patinoire", shown(GIVEN, beside=RULE.replace("le bilan", "le bilan, 300 €")), ""),
    ],
)
def test_what_is_left_is_the_sum_less_what_is_paid(question: str, candidate: Candidate, said: str) -> None:
    assert left(understood(question), candidate, GIVEN)[0] == said


@pytest.mark.parametrize(
    ("question", "figures", "said"),
    [
        ("solde de la patinoire en 2030", (BEFORE, GIVEN), "9 000 € − 6 000 € = 3 000 €"),
        ("solde de la patinoire", (GIVEN,), "9 000 € − 6 000 € = 3 000 €"),
        ("solde de la patinoire", (BEFORE, GIVEN), ""),
        ("solde de la patinoire en 2030", (replace(GIVEN, row=("Étang",)),), ""),
        ("versement de mai à la patinoire en 2030", (GIVEN,), ""),
    ],
)
def test_a_sentence_takes_its_sum_from_the_row_that_it_names(
    question: str, figures: tuple[Figure, ...], said: str
) -> None:
    assert of_text(understood(question), shown(*figures, beside=RULE)) == said
