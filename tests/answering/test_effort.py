from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering import effort
from bot.understanding.question import Question, read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import expand


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=expand, communes={})


def rates(text: str, unit: str = "%", value: str = "0.06") -> Passage:
    figure = Figure(("Taux",), ("2 rameurs",), f"{value} {unit}", Decimal(value), unit, 1)
    return Passage("t#1", "t", 0, "table", ("Canal",), text, text, Locator(1, 1, 1), figures=(figure,))


RATES = rates("Le taux d'effort est appliqué. Taux 0,060 %")


def test_a_rate_is_multiplied_by_the_income_told() -> None:
    question = asked("prix de l'heure, revenu mensuel de 2 000 €")
    assert effort.applies(question, RATES)
    assert effort.price(question, RATES, RATES.figures[0]) == "2 000 € × 0,06 % = 1,20 €"
    assert effort.price(question, RATES, replace(RATES.figures[0], doubt="mal lu")) == ""


@pytest.mark.parametrize("question", ["prix de l'heure", "prix de l'heure pour 2 rameurs"])
def test_without_an_income_nothing_is_computed(question: str) -> None:
    assert not effort.applies(asked(question), RATES)
    assert effort.price(asked(question), RATES, RATES.figures[0]) == ""


@pytest.mark.parametrize(
    "passage",
    [rates("Une remise. Taux 0,060 %"), rates("Le taux d'effort", "€"), rates("Le taux d'effort majoré", value="50")],
)
def test_a_rate_of_another_kind_a_sum_and_a_surcharge_compute_nothing(passage: Passage) -> None:
    assert effort.price(asked("prix, revenu de 2000 euros"), passage, passage.figures[0]) == ""


@pytest.mark.parametrize(
    ("who", "rule", "said"),
    [
        ("habitant hors commune", "Pour les extérieurs, tarif majoré de 50 %.", " ; 1,20 € + 50 % (0,60 €) = 1,80 €"),
        ("famille non rochoise", "Pour les non-rochois, majoration de 50 %.", " ; 1,20 € + 50 % (0,60 €) = 1,80 €"),
        ("famille rochoise", "Pour les non-rochois, majoration de 50 %.", ""),
        ("habitant hors commune", "Le tarif est majoré de 12 % au printemps.", ""),
        (
            "habitant hors commune",
            "Barème majoré de 12 % en vigueur pour toutes les familles du canal. Extérieurs : majoré de 50 %.",
            " ; 1,20 € + 50 % (0,60 €) = 1,80 €",
        ),
    ],
)
def test_those_who_live_elsewhere_pay_what_the_rule_adds(who: str, rule: str, said: str) -> None:
    passage = rates(f"Le taux d'effort est appliqué. {rule} Taux 0,060 %")
    question = asked(f"prix de l'heure, {who}, revenu mensuel de 2 000 €")
    assert effort.price(question, passage, passage.figures[0]) == f"2 000 € × 0,06 % = 1,20 €{said}"


def test_two_surcharges_leave_no_price() -> None:
    passage = rates("Le taux d'effort. Extérieurs : majoré de 50 %. Extérieurs tardifs : majoré de 60 %. Taux 0,060 %")
    question = asked("prix de l'heure, habitant hors commune, revenu mensuel de 2 000 €")
    assert effort.price(question, passage, passage.figures[0]) == ""


BOUNDS = "Le taux d'effort est appliqué. Le plancher de ressources est de 800 € et le plafond de 7 000,00 € par mois."


@pytest.mark.parametrize(
    ("income", "text", "said"),
    [
        (2000, BOUNDS, "2 000 € × 0,06 % = 1,20 €"),
        (500, BOUNDS, "800 € (plancher des ressources) × 0,06 % = 0,48 €"),
        (9000, BOUNDS, "7 000 € (plafond des ressources) × 0,06 % = 4,20 €"),
        (9000, f"{BOUNDS} Plafond 2031 : 7 200 €.", ""),
        (2000, f"{BOUNDS} Plafond 2031 : 7 200 €.", "2 000 € × 0,06 % = 1,20 €"),
    ],
)
def test_the_income_is_kept_within_the_bounds_that_the_rule_gives(income: int, text: str, said: str) -> None:
    passage = rates(text)
    assert effort.price(asked(f"prix de l'heure, revenu mensuel de {income} €"), passage, passage.figures[0]) == said


@pytest.mark.parametrize("told", ["revenus annuels de 24 000 €", "revenu 2000 €, enfant porteur de handicap"])
def test_what_the_rate_is_not_taken_of_computes_nothing(told: str) -> None:
    assert effort.price(asked(f"prix de l'heure, {told}"), RATES, RATES.figures[0]) == ""
