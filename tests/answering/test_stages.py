from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.quantities import quantities
from bot.answering.spans import spans_of
from bot.answering.stages import staged
from knowledge.documents import Doubt, Figure, Locator, Passage

FREE = "Abri du port : gratuit les trente premiers jours, puis 2,50 € par jour."
AFTER = "Ponton, par jour 8 € (les deux premiers jours sont gratuits)"
STEPS = "Abri : 10 premiers jours gratuits ; du 11e au 60e jour 1,50/j ; ensuite 4,00/j"
BEYOND = "Abri : 3 € par jour les 5 premiers jours ; au-delà de 5 jours, 6 € par jour"
LATER = "L'abri est prêté gratuitement pendant 30 jours. Passé ce temps, il est dû 2 € par jour."
NOTE = "Abri couvert, par jour | 2,60 €\nAbri couvert : les 15 premiers jours sont gratuits."
MORE = "Vase retirée, jusqu'à 1 m³ 220 €\nVase retirée, par m³ supplémentaire 95 €"
ROWS = "Abri du port, les 30 premiers jours gratuit\nAbri du port, par jour à partir du 31ème 2,50 €\nAncre 4 €"


def told(question: str, text: str, *doubts: Doubt, best: int = 0) -> str | None:
    passage = Passage("a#1", "a", 0, "text", ("Canal",), text, text, Locator(1, 1, 9), doubts=doubts)
    lines = text.split("\n")
    spans = (
        tuple(spans_of(passage))
        if len(lines) == 1
        else tuple(
            span
            for at, line in enumerate(lines, 1)
            for span in spans_of(Passage("a#1", "a", 0, "text", (), line, line, Locator(1, at, at)))
        )
    )
    whole = [one for one in spans if any(char.isdigit() for char in one.clean)]
    return staged(Candidate(passage, tuple(whole), best, 1.0, 1.0, 1.0), quantities(question, question))


@pytest.mark.parametrize(
    ("question", "text", "best", "said"),
    [
        ("barque 45 jours", FREE, 0, "30 × 0 € + 15 × 2,50 € = 37,50 €"),
        ("barque 20 jours", FREE, 0, "20 × 0 € = 0 €"),
        ("barque 5 jours", AFTER, 0, "2 × 0 € + 3 × 8 € = 24 €"),
        ("barque 75 jours", STEPS, 0, "10 × 0 € + 50 × 1,50 € + 15 × 4 € = 135 €"),
        ("barque 12 jours", STEPS, 0, "10 × 0 € + 2 × 1,50 € = 3 €"),
        ("barque 8 jours", BEYOND, 0, "5 × 3 € + 3 × 6 € = 33 €"),
        ("barque 45 jours", ROWS, 1, "30 × 0 € + 15 × 2,50 € = 37,50 €"),
        ("barque 45 jours", LATER, 0, "30 × 0 € + 15 × 2 € = 30 €"),
        ("barque 45 jours", LATER, 1, "30 × 0 € + 15 × 2 € = 30 €"),
        ("barque quarante-cinq jours", LATER, 0, "30 × 0 € + 15 × 2 € = 30 €"),
        ("barque 20 jours", NOTE, 0, "15 × 0 € + 5 × 2,60 € = 13 €"),
        ("barque de 4 m3", MORE, 0, "220 € + 3 × 95 € = 505 €"),
        ("barque de 4 m3", MORE, 1, "220 € + 3 × 95 € = 505 €"),
    ],
)
def test_each_stage_is_counted_for_the_days_it_holds(question: str, text: str, best: int, said: str) -> None:
    assert told(question, text, best=best) == said


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("barque 45 jours", "Abri, par jour à partir du 31ème : 2,50 €"),
        ("barque 45 jours", "Abri : gratuit les 30 premiers jours, puis de 2 € à 3 € par jour"),
        ("2 barques et 45 jours", FREE),
        ("étal de 12 m2", "Étal : gratuit les 4 premiers mois, puis 0,50 € par m2 et par jour"),
        ("barque 45 jours", "Passé ce temps, il est dû 2 € par jour."),
        ("barque de 4 m3", MORE.replace("220 €", "220 € ou 300 €")),
    ],
)
def test_an_unknown_stage_leaves_no_total(question: str, text: str) -> None:
    assert told(question, text) == ""


def test_a_doubt_leaves_no_total() -> None:
    figure = Figure(("Abri",), (), "2,50 €", Decimal("2.5"), "€", 1, "mal lu")
    passage = Passage("a#1", "a", 0, "text", (), FREE, FREE, Locator(1, 1, 9), figures=(figure,))
    shown = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)
    assert staged(shown, quantities("45 jours")) == ""
    assert told("45 jours", FREE, Doubt(1, "2,50 €", "mal lu")) == ""


@pytest.mark.parametrize(
    ("question", "text"),
    [("45 jours", "Abri : 2,50 € par jour, à compter du 1er mars"), ("3 barques", FREE), ("prix de l'abri", FREE)],
)
def test_without_a_stage_of_what_is_counted_the_price_is_a_price(question: str, text: str) -> None:
    assert told(question, text) is None
