import pytest

from bot.answering.wholes import per_head_unasked
from tests.answering.office import Act, office

DEBT = """BUDGET DU PORT 2030

État de la dette | 2029 | 2030
Dette totale du port | 874 000 € | 842 000 €
Intérêts | 30 000 € | 28 000 €
Dette par habitant | 612 € | 563 €
"""


@pytest.mark.parametrize(
    ("asked", "told", "never"),
    [
        ("la dette du port en 2030, combien ?", "842 000 €", "563 €"),
        ("la dette par habitant en 2030, combien ?", "563 €", "842 000 €"),
    ],
)
def test_a_sum_is_not_what_it_comes_to_for_each_inhabitant(asked: str, told: str, never: str) -> None:
    said = office(Act("budget", DEBT)).ask(asked).text.split("\n")[0]
    assert told in said and never not in said


@pytest.mark.parametrize(
    ("plain", "row", "unasked"),
    [
        ("cout du canal", "Coût du canal par habitant", True),
        ("cout du canal", "Coût (par hab.)", True),
        ("cout du canal", "Coût (€/hab.)", True),
        ("barque", "Adulte/habitant", False),
        ("cout du canal par habitant", "Coût du canal par habitant", False),
        ("cout du canal par tete", "Coût du canal par habitant", False),
        ("cout du canal", "Coût du canal, habitants", False),
    ],
)
def test_what_is_told_per_head_is_asked_by_its_name(plain: str, row: str, unasked: bool) -> None:
    assert per_head_unasked(plain, row) is unasked
