from decimal import Decimal

import pytest

from bot.answering import periods
from bot.answering.candidates import Candidate
from bot.answering.counting import asked
from bot.answering.spans import spans_of
from bot.understanding.question import Question, read
from knowledge.documents import Doubt, Figure, Locator, Passage
from tests.answering.office import expand

LOCK = "Un bateau qui reste à l'écluse après 18 h paie 4 € par demi-heure entamée."
SUPPER = "Toute barque rendue après 19 h 15 est notée."
THIRD = f"{SUPPER} À partir du troisième retard, une amende de 5 € par quart d'heure commencé est due."
EACH = f"{SUPPER} Le rameur doit 5 € par quart d'heure commencé et par barque."
SLICE = "Au-delà de 20 h, le gardien compte 3 € par tranche de 20 minutes entamée."


def understood(question: str) -> Question:
    return read(question, correct=lambda word: word, expand=expand, communes={})


def overrun(question: str, text: str, *doubts: Doubt) -> str:
    passage = Passage("a#1", "a", 0, "text", ("Canal",), text, text, Locator(1, 1, 9), doubts=doubts)
    spans = tuple(spans_of(passage))
    best = next(at for at, span in enumerate(spans) if "€" in span.clean)
    told = understood(question)
    return periods.overrun(told, Candidate(passage, spans, best, 1.0, 1.0, 1.0), asked(told))


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("bateau encore là à 19h10", LOCK, "De 18 h à 19 h 10, 3 demi-heures entamées : 3 × 4 € = 12 €"),
        ("bateau encore là à 18h05", LOCK, "De 18 h à 18 h 05, 1 demi-heure entamée : 1 × 4 € = 4 €"),
        ("35 minutes de retard à l'écluse", LOCK, "Pour 35 min de retard, 2 demi-heures entamées : 2 × 4 € = 8 €"),
        ("l'écluse ferme à 18h, il part à 18h40", LOCK, "De 18 h à 18 h 40, 2 demi-heures entamées : 2 × 4 € = 8 €"),
        ("4e retard, à 19h35", THIRD, "De 19 h 15 à 19 h 35, 2 quarts d'heure commencés : 2 × 5 € = 10 €"),
        ("3 barques à 19h35", EACH, "De 19 h 15 à 19 h 35, 2 quarts d'heure commencés : 2 × 3 × 5 € = 30 €"),
        ("rameur à 19h35", EACH, "De 19 h 15 à 19 h 35, 2 quarts d'heure commencés : 2 × 5 € = 10 € par barque"),
        ("parti à 20h50", SLICE, "De 20 h à 20 h 50, 3 tranches de 20 min entamées : 3 × 3 € = 9 €"),
    ],
)
def test_the_periods_begun_are_counted_from_the_limit_of_the_rule(question: str, text: str, said: str) -> None:
    assert overrun(question, text) == said


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("bateau en retard", LOCK),
        ("bateau parti à 17h50", LOCK),
        ("bateau parti à 18h10 puis à 19h", LOCK),
        ("3 bateaux à 19h10", LOCK),
        ("bateau le lendemain à 23h30", LOCK),
        ("deuxième retard, à 19h35", THIRD),
        ("retard à 19h35", THIRD),
        ("bateau encore là à 19h10", "Un bateau en retard paie 4 € par demi-heure entamée."),
        ("bateau encore là à 19h10", "Après 18 h, 4 € par demi-heure."),
        ("bateau encore là à 19h10", "Après 18 h, 4 € par demi-heure entamée, 2 € pour un canot."),
    ],
)
def test_without_both_hours_the_case_or_one_price_nothing_is_counted(question: str, text: str) -> None:
    assert overrun(question, text) == ""


def test_an_hour_that_may_be_misread_counts_nothing() -> None:
    assert overrun("bateau encore là à 19h10", LOCK, Doubt(1, "18", "mal lu")) == ""
    assert overrun("bateau encore là à 19h10", LOCK, Doubt(2, "18", "mal lu")) != ""


EVENING = Figure(("Soir (17 h – 19 h)",), ("Barque",), "1,50 €", Decimal("1.50"), "€", 1)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("de 17h à 18h40", "De 17 h à 18 h 40, 4 demi-heures commencées : 4 × 1,50 € = 6 €"),
        ("de 16h à 18h40", ""),
        ("à 18h40", ""),
        ("2 canots de 17h à 18h40", ""),
    ],
)
def test_a_stay_is_counted_within_the_hours_of_its_row(question: str, said: str) -> None:
    told = understood(question)
    assert periods.stay(told, EVENING, "Location (la demi-heure commencée)", asked(told)) == said
    assert periods.stay(told, EVENING, "Location", asked(told)) == ""
