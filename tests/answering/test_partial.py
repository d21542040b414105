from decimal import Decimal

import pytest

from bot.answering import composing
from bot.answering.candidates import Candidate
from bot.answering.partial import compares, left_out, priced_in_part
from bot.answering.rows import Reading
from bot.answering.spans import spans_of
from bot.understanding.question import Question, read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import Act, expand, office


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=expand, communes={})


def cell(row: str, column: str, price: str, line: int) -> Figure:
    return Figure((row,), (column,), f"{price} €", Decimal(price), "€", line)


MORNING, EVENING = cell("Barque", "Matin", "4", 1), cell("Barque", "Soir", "6", 1)
CANOE, LAMPS = cell("Canot", "Matin", "5", 2), cell("Éclairage", "Matin", "2", 3)


def shown(*figures: Figure, after: str = "Les gilets sont en sus : 3 € la sortie.") -> Candidate:
    every = (MORNING, EVENING, CANOE, LAMPS)
    lines = {one.line: " | ".join((one.row[-1], one.printed)) for one in every}
    text = "\n".join([*lines.values(), after])
    passage = Passage("a#1", "a", 0, "table", ("Tarifs",), text, text, Locator(1, 1, 9), figures=every)
    return Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0, Reading(figures, len(figures) == 1))


@pytest.mark.parametrize(
    ("question", "figures", "part"),
    [
        ("prix de la barque le matin", (MORNING,), False),
        ("prix de la barque matin et soir", (EVENING,), True),
        ("prix de la barque matin et soir", (MORNING, EVENING), False),
        ("prix de la barque et du canot le matin", (MORNING,), True),
        ("prix de la barque et de la grue le matin", (MORNING,), False),
        ("prix de la barque le matin avec l'éclairage", (MORNING,), True),
        ("prix de la barque le matin avec l'éclairage", (LAMPS,), True),
        ("prix de la barque le matin avec des gilets", (MORNING,), True),
        ("prix de la barque le matin avec un ami", (MORNING,), False),
        ("prix de la barque le matin sans l'éclairage", (MORNING,), False),
        ("prix de la barque le matin 3 fois", (MORNING,), True),
        ("prix de la barque le matin une fois", (MORNING,), False),
        ("prix de la barque le matin x 5", (MORNING,), True),
    ],
)
def test_one_price_is_a_part_of_what_is_asked(question: str, figures: tuple[Figure, ...], part: bool) -> None:
    assert priced_in_part(asked(question), shown(*figures)) is part


@pytest.mark.parametrize(
    ("plain", "told"),
    [
        ("combien de plus que le canot", True),
        ("quelle difference avec le canot", True),
        ("combien de jours de plus", False),
        ("combien coute le canot de plus de 3 m", False),
    ],
)
def test_two_prices_are_compared(plain: str, told: bool) -> None:
    assert compares(plain) is told


def test_who_only_names_things_with_their_number_asks_for_their_price() -> None:
    assert composing.uncounted(asked("40 barques le matin"), shown(MORNING))
    assert composing.uncounted(asked("combien de plus que le canot pour la barque"), shown(MORNING))
    assert not composing.uncounted(asked("40 barques, à quelle heure le matin ?"), shown(MORNING))


CANAL = Act(
    "canal",
    """TARIFS DU CANAL

Location | Matin | Soir
Barque | 4,00 € | 6,00 €
Canot | 5,00 € | 7,00 €

Eau et glace en sus : 19 € par mois.
""",
)


def test_the_part_that_is_read_is_shown_and_no_total_is_told() -> None:
    town = office(CANAL)
    assert town.ask("prix de location de la barque du canal le soir").status == "answer"
    answer = town.ask("prix de location de la barque du canal le soir avec la glace")
    assert answer.status == "unknown" and "6 €" in answer.text


ZONES = Act(
    "zones",
    """TARIFS DU CANAL

Location | Journée
Barque, tranche 1 | 4,00 €
Barque, tranche 3 | 9,00 €
""",
)


def test_the_number_of_what_is_counted_names_no_case() -> None:
    assert "4 €" in office(ZONES).ask("prix de 3 journées de barque au canal, tranche 1").text
    assert "9 €" not in office(ZONES).ask("prix de 3 journées de barque au canal, tranche 1").text


def test_a_deposit_asked_is_no_price_of_the_thing() -> None:
    assert priced_in_part(asked("arrhes pour la barque le matin"), shown(MORNING))
    assert not priced_in_part(asked("arrhes pour la barque"), shown(cell("Arrhes", "Matin", "1", 1)))


def test_nothing_is_computed_that_leaves_out_what_is_asked() -> None:
    assert left_out(asked("4 barques le matin, 3 fois"), shown(MORNING))
    assert left_out(asked("4 barques matin et soir"), shown(MORNING))
    assert not left_out(asked("2 rameurs viennent chacun 3 fois le matin"), shown(MORNING))
    assert not left_out(asked("4 barques le matin"), shown(MORNING))
