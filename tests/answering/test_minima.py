from decimal import Decimal

import pytest

from bot.answering.minima import floored, without
from bot.understanding.question import Question, read
from knowledge.documents import Figure
from tests.answering.office import Act, expand, office


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=expand, communes={})


def cell(row: str, column: str, price: str, doubt: str = "") -> Figure:
    return Figure((row,), (column,), f"{price} €", Decimal(price), "€", 1, doubt)


QUAY, LEAST = cell("Quai, m2 par an", "Prix", "2"), cell("Quai, m2 par an", "Minimum perçu", "15")
FOR_ALL = cell("Forfait minimum", "Prix", "9")


def test_the_least_that_is_paid_is_no_price_unless_asked() -> None:
    assert without(asked("prix du quai"), [QUAY, LEAST, FOR_ALL]) == [QUAY]
    assert without(asked("quel est le minimum perçu pour le quai"), [QUAY, LEAST]) == [QUAY, LEAST]
    assert without(asked("prix du quai"), [LEAST]) == [LEAST]


@pytest.mark.parametrize(
    ("figures", "result", "said"),
    [
        ([QUAY, LEAST], 12, "6 × 2 € = 12 €, porté au minimum de 15 €"),
        ([QUAY, LEAST], 20, "6 × 2 € = 12 €"),
        ([QUAY, FOR_ALL], 8, "6 × 2 € = 12 €, porté au minimum de 9 €"),
        ([QUAY, LEAST, FOR_ALL], 8, "6 × 2 € = 12 €, porté au minimum de 15 €"),
        ([QUAY, cell("Quai, m2 par an", "Minimum perçu", "15", "mal lu")], 12, ""),
        ([QUAY], 1, "6 × 2 € = 12 €"),
    ],
)
def test_no_less_than_the_least_is_told(figures: list[Figure], result: int, said: str) -> None:
    assert floored(figures, QUAY, "6 × 2 € = 12 €", Decimal(result)) == said


PORT = Act(
    "port",
    """TARIFS DU PORT

Objet | Prix | Minimum perçu
Quai, m2 par an | 2 € | 15 €
Grue, par jour | 25 € | 30 €
""",
)


def test_a_small_surface_pays_the_least() -> None:
    town = office(PORT)
    assert town.ask("prix de 6 m2 de quai au port").text.startswith("6 × 2 € = 12 €, porté au minimum de 15 €")
    assert town.ask("prix de 10 m2 de quai au port").text.startswith("10 × 2 € = 20 €\n")
