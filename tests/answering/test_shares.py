from decimal import Decimal

import pytest

from bot.answering.shares import of_the_case, priced
from bot.understanding.question import Question, read
from knowledge.documents import Figure
from tests.answering.office import Act, expand, office

BOAT = Figure(("Barque, tranche 1",), ("Habitant",), "4 €", Decimal(4), "€", 1)
SHARE = Figure(("Rameur avec sa pagaie",), (), "40 %", Decimal(40), "%", 2)
RULE = "Rameur avec sa pagaie (gilet fourni) : 40 % du prix de sa tranche."


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=expand, communes={})


def test_a_share_of_a_price_is_no_price() -> None:
    figures = (BOAT, SHARE)
    assert priced(asked("prix pour un rameur avec sa pagaie"), figures, RULE) == [BOAT]
    assert priced(asked("prix pour un rameur avec sa pagaie"), figures, "Frais : 40 %") == [BOAT, SHARE]
    assert priced(asked("où va le rameur ?"), figures, RULE) == [BOAT, SHARE]
    assert priced(asked("prix pour un rameur"), [SHARE], RULE) == [SHARE]


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("prix barque avec pagaie et gilet", RULE, True),
        ("prix barque avec pagaie", "Pagaie fournie : 40 % du tarif.", True),
        ("prix barque", "Pagaie fournie : 40 % du tarif.", False),
        ("prix barque habitant", "Habitant : 40 % du tarif.", False),
        ("prix barque avec pagaie", "Pagaie cassée, gilet perdu, ancre tordue, voile : 40 % du prix.", False),
        ("prix barque avec pagaie", "Pagaie : 40 € par jour.", False),
        ("prix barque avec pagaie", "Pagaie apportée : quatre cinquièmes du prix de la sortie.", True),
        ("prix barque avec pagaie", "Pagaie apportée : la moitié du tarif.", True),
        ("prix barque avec pagaie", "Voile apportée : quatre cinquièmes du prix de la sortie.", False),
        ("prix barque avec pagaie", "Pagaie apportée : les quatre cinquièmes de la caution.", False),
    ],
)
def test_a_label_of_its_own_tells_in_which_case_a_share_is_paid(question: str, sentence: str, told: bool) -> None:
    assert of_the_case(asked(question), sentence, (BOAT,)) is told


CANAL = Act(
    "canal",
    """TARIFS DU CANAL

1 - SORTIE EN BARQUE

Tranche | Quotient | Canal | Lac
Tranche 1 | 0 à 400 | 3,00 € | 3,50 €
Tranche 2 | 401 à 800 | 5,00 € | 5,50 €
Tranche 3 | 801 et plus | 7,00 € | 7,50 €

Pagaie apportée par le rameur : 40 % du prix de la tranche.
Sortie sous la pluie : quatre cinquièmes du prix de la sortie.
""",
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("prix d'une sortie en barque sur le canal, quotient 600, pagaie apportée", "5 € × 40 % = 2 €"),
        ("prix d'une sortie en barque sur le lac, tranche 3, pagaie apportée", "7,50 € × 40 % = 3 €"),
        ("prix d'une sortie en barque sur le lac, tranche 3", "7,50 € —"),
        ("prix d'une sortie en barque sur le lac, tranche 3, sous la pluie", "7,50 € × 4/5 = 6 €"),
    ],
)
def test_a_share_is_taken_of_the_price_of_the_bracket_told(question: str, said: str) -> None:
    assert office(CANAL).ask(question).text.startswith(said)
