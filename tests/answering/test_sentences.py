import pytest

from bot.answering.candidates import Candidate
from bot.answering.portions import portion
from bot.answering.sentences import computed
from bot.answering.spans import spans_of
from bot.understanding.question import Question, read
from knowledge.documents import Doubt, Locator, Passage
from tests.answering.office import expand


def understood(question: str) -> Question:
    return read(question, correct=lambda word: word, expand=expand, communes={})


def done(question: str, text: str, *doubts: Doubt) -> str:
    passage = Passage("a#1", "a", 0, "text", ("Canal",), text, text, Locator(1, 1, 9), doubts=doubts)
    spans = tuple(spans_of(passage))
    best = next(at for at, span in enumerate(spans) if "€" in span.clean)
    return computed(understood(question), Candidate(passage, spans, best, 1.0, 1.0, 1.0))


PACK = "Formule 2 : Frais d'entrée de 30 € par barque - Loyer annuel 80 € par barque"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("5 barques en formule 2, par an", "5 × 80 € = 400 €"),
        ("formule 2 : 5 barques, hors frais d'entrée", "5 × 80 € = 400 €"),
        ("entrée de 5 barques en formule 2", "5 × 30 € = 150 €"),
        ("5 barques, formule 2, entrée comprise", "5 × 30 € + 5 × 80 € = 550 €"),
        ("formule 2 pour 5 barques, y compris l'entrée", "5 × 30 € + 5 × 80 € = 550 €"),
        ("5 barques en formule 2", ""),
        ("5 barques en formule 3, par an", ""),
        ("5 canots en formule 2, par an", ""),
        ("formule 2 par barque", ""),
        ("5 barques, formule 2, par an, assurance comprise", ""),
        ("5 barques, formule 2, par an + un gilet", ""),
    ],
)
def test_of_several_prices_the_one_that_the_question_names_is_multiplied(question: str, said: str) -> None:
    assert done(question, PACK) == said


def test_a_price_in_doubt_is_multiplied_by_nothing() -> None:
    text = "Chaque rameur paie 12 € par sortie."
    assert done("4 sorties", text) == "4 × 12 € = 48 €"
    assert done("4 sorties", text, Doubt(1, "12 €", "mal lu")) == ""


GRANT = "Chaque école du canal reçoit 200 € par école et 15 € par élève."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("une école de 40 élèves, au total", "1 × 200 € + 40 × 15 € = 800 €"),
        ("2 écoles et 40 élèves, en tout", "2 × 200 € + 40 × 15 € = 1 000 €"),
        ("40 élèves", "40 × 15 € = 600 €"),
        ("une école de 40 élèves et 3 classes, au total", ""),
    ],
)
def test_a_fixed_part_and_a_part_for_each_are_added(question: str, said: str) -> None:
    assert done(question, GRANT) == said


HELP = "Aide au rameur : 20 € par mois et par rameur, plus 6 € par canot à charge, dans la limite de trois canots."


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("j'ai 2 canots, combien par mois ?", HELP, "20 € + 2 × 6 € = 32 €"),
        ("j'ai 3 canots, combien par mois ?", HELP, "20 € + 3 × 6 € = 38 €"),
        ("j'ai 5 canots, combien par mois ?", HELP, "20 € + 3 × 6 € = 38 €"),
        ("j'ai un canot, combien par mois ?", HELP, "20 € + 6 € = 26 €"),
        ("2 rameurs et 5 canots, combien par mois ?", HELP, ""),
        ("combien par mois pour le rameur ?", HELP, ""),
        ("5 canots", "Le club paie 30 €, majorés de 4 € par canot.", "30 € + 5 × 4 € = 50 €"),
        ("5 canots", "Il est versé 4 € par canot, dans la limite de 3 canots.", "3 × 4 € = 12 €"),
        ("5 canots", "Il est versé 4 € par canot (trois canots au plus).", "3 × 4 € = 12 €"),
        ("2 canots", "Il est versé 4 € par canot (trois canots au plus).", "2 × 4 € = 8 €"),
    ],
)
def test_what_is_paid_once_and_for_each_is_added_up_to_as_many_as_are_paid(question: str, text: str, said: str) -> None:
    assert done(question, text) == said


def test_nothing_is_told_above_the_cap_of_the_rule() -> None:
    text = "Le rameur reçoit 3 € par sortie, dans la limite de 60 € par an."
    assert done("10 sorties", text) == "10 × 3 € = 30 €"
    assert done("30 sorties", text) == ""
    assert done("10 sorties une année", text) == "10 × 3 € = 30 €"


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("barque achetée 300 €", "L'aide est de 20 % du prix de la barque.", "300 € × 20 % = 60 €"),
        (
            "barque achetée 300 €",
            "L'aide est de 20 % du prix de la barque, plafonnée à 50 €.",
            "300 € × 20 % = 60 €, plafonné à 50 €",
        ),
        ("canot acheté 300 €", "L'aide est de 20 % du prix de la barque.", ""),
        ("barque achetée 300 € et rames 40 €", "L'aide est de 20 % du prix de la barque.", ""),
        ("barque, revenu de 300 €", "L'aide est de 20 % du prix de la barque.", ""),
        ("barque achetée 300 €", "L'aide est de 20 % du prix de la barque, ou de 30 % au printemps.", ""),
        ("barque achetée 300 €", "20 % des places.", ""),
    ],
)
def test_a_rate_is_that_of_the_sum_which_the_rule_names(question: str, text: str, said: str) -> None:
    assert portion(understood(question), text) == said


YEARLY = "La subvention annuelle de 14 000 € est versée ainsi : 50 % en novembre, 30 % en mars, le solde en juin."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("que touche le club en mars ?", "14 000 € × 30 % = 4 200 €"),
        ("versement de novembre au club", "14 000 € × 50 % = 7 000 €"),
        ("le solde du club, combien ?", "14 000 € × 20 % = 2 800 €"),
        ("que touche le club en avril ?", ""),
        ("que touche le club ?", ""),
    ],
)
def test_a_part_of_a_sum_paid_in_parts_is_computed_by_its_rate(question: str, said: str) -> None:
    assert done(question, YEARLY) == said


def test_parts_that_do_not_make_the_whole_compute_nothing() -> None:
    assert done("que touche le club en mars ?", "Les 14 000 € sont versés : 50 % en novembre, 30 % en mars.") == ""


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("barque rendue après 4 jours", "Remorquage 60 €, puis 9 € par jour de quai.", "60 € + 4 × 9 € = 96 €"),
        ("barque rendue après 4 nuits", "Remorquage 60 €, puis 9 € par jour de quai.", ""),
        ("barque rendue après 4 jours", "Premier jour 20 €, puis 9 € par jour.", ""),
        ("barque à quai 4 heures", "5 € l'heure, puis 3 € par heure.", ""),
        ("barque à quai 4 jours", "10 € par jour, puis 9 € par jour.", ""),
        ("barque à quai 4 jours", "20 € les deux jours, puis 9 € par jour.", ""),
        ("barque à quai 4 jours", "10 € en basse saison, puis 9 € par jour.", ""),
    ],
)
def test_what_is_paid_before_the_days_is_added_unless_it_is_for_some_of_them(
    question: str, text: str, said: str
) -> None:
    assert done(question, text) == said
