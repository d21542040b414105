from datetime import date
from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.disputes import changed_since, otherwise
from bot.answering.rivals import beside
from bot.answering.rows import Reading
from bot.answering.spans import spans_of
from bot.understanding.question import Question, read
from knowledge.documents import Figure, Locator, Passage
from knowledge.standings import Standing
from tests.answering.office import Act, expand, office

DAYS = {"old": date(2027, 6, 1), "tarifs": date(2028, 12, 1), "new": date(2029, 6, 1)}


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=expand, communes={})


def act(text: str, document: str = "new", standing: Standing = Standing.ADOPTED, near: float = 0.9) -> Candidate:
    passage = Passage(f"{document}#1", document, 0, "text", (), text, text, Locator(1, 1, 9), standing=standing)
    return Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 0.9, near)


def table() -> Candidate:
    price, text = Figure(("Barque, le jour",), (), "5 €", Decimal(5), "€", 1), "Barque, le jour 5 €"
    passage = Passage(
        "tarifs#1", "tarifs", 0, "table", (), text, text, Locator(1, 1, 9), figures=(price,), standing=Standing.ADOPTED
    )
    return Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 0.9, 0.9, Reading((price,), True))


def day(one: Candidate) -> date | None:
    return DAYS[one.passage.document]


@pytest.mark.parametrize(
    ("question", "other", "told"),
    [
        ("prix de 4 jours de barque", act("La barque coûte 7 € par jour."), True),
        ("prix de 4 jours de barque", act("La barque coûte 7 € par jour.", near=0.5), False),
        ("prix de 4 jours de barque", act("La barque coûte 7 € par jour.", "old"), False),
        ("prix de 4 jours de barque", act("La barque est au ponton 7."), False),
        ("prix de 4 jours de barque", act("Considérant que la barque coûte 7 € par jour au club."), False),
        ("4 jours de barque, quotient 800, prix", act("La barque est à 7 € pour un quotient jusqu'à 620 €."), False),
        ("4 jours de barque, quotient 800, prix", act("La barque est à 7 € pour un quotient jusqu'à 900 €."), True),
    ],
)
def test_another_act_in_force_that_gives_another_price_of_the_case_asked_says_otherwise(
    question: str, other: Candidate, told: bool
) -> None:
    assert (otherwise(asked(question), [table(), other], day, False) is not None) is told


def test_what_was_settled_since_may_have_changed_the_price() -> None:
    assert changed_since(table(), act("La barque coûte 7 €."), day)
    assert not changed_since(table(), act("La barque coûte 7 €.", "old"), day)
    assert not changed_since(table(), act("La barque coûte 7 €.", standing=Standing.PROPOSED), day)


def test_what_an_older_act_said_of_a_value_is_not_told_beside_the_later_one() -> None:
    new, old = act("La barque rentre à 20 heures."), act("La barque rentre à 18 heures.", "old")
    assert beside(asked("à quelle heure rentre la barque ?"), [new, old], day) is None
    assert beside(asked("à quelle heure rentre la barque ?"), [old, new], day) is new
    assert beside(asked("qui rentre la barque ?"), [new, old], day) is None
    assert beside(asked("où rentre la barque ?"), [new, old], day) is old


def test_nothing_is_computed_from_a_price_of_which_a_later_act_says_otherwise() -> None:
    prices = Act("tarifs", "TARIFS DU PORT\n\nObjet | Prix\nAnneau du passager, la nuit | 4 €\nGrue | 25 €")
    later = "DELIBERATION\n\nDROITS DU PORT\n\nAnneau du passager : 6 € la nuit pour le club. Adopté à l'unanimité."
    question = "prix de 4 nuits à l'anneau du passager"
    assert "4 × 4 € = 16 €" in office(prices).ask(question).text
    answer = office(prices, Act("conseil", later, date=date(2030, 3, 1))).ask(question)
    assert answer.status == "unknown" and "=" not in answer.text
    assert "4 €" in answer.text and "6 €" in answer.text
    older = Act("conseil", later, date=date(2029, 3, 1))
    assert "4 × 4 € = 16 €" in office(prices, older).ask(question).text
