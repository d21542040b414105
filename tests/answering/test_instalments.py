from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.instalments import instalment, of_price
from bot.answering.spans import spans_of
from bot.understanding.question import Question, read
from knowledge.documents import Doubt, Figure, Locator, Passage
from tests.answering.office import Act, expand, office


def understood(question: str) -> Question:
    return read(question, correct=lambda word: word, expand=expand, communes={})


def part(question: str, text: str, *doubts: Doubt) -> str:
    passage = Passage("a#1", "a", 0, "text", ("Canal",), text, text, Locator(1, 1, 9), doubts=doubts)
    return instalment(understood(question), Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0))


GRANT = "Le club reçoit une subvention de 12 000 €"
LISTED = (
    f"{GRANT}, savoir :\nmoitié au 1er décembre ;\ntrois dixièmes au 1er mars ;\nle reste après remise des comptes."
)
TABLE = (
    f"{GRANT}. Elle est payée ainsi :\n50 %   dans le mois de la signature\n50 %   au 15 mars\nLa retenue est de 400 €."
)


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("que touche le club en mars ?", LISTED, "12 000 € × 3/10 = 3 600 €"),
        ("versement de décembre au club", LISTED, "12 000 € × 1/2 = 6 000 €"),
        ("le solde versé au club, combien ?", LISTED, "12 000 € × 20 % = 2 400 €"),
        ("montant du deuxième versement au club", LISTED, "12 000 € × 3/10 = 3 600 €"),
        ("montant du dernier versement au club", LISTED, "12 000 € × 20 % = 2 400 €"),
        ("montant du quatrième versement au club", LISTED, ""),
        ("montant du premier versement, celui de mars", LISTED, ""),
        ("que touche le club en avril ?", LISTED, ""),
        ("le club a-t-il des comptes à remettre en mars ?", LISTED, ""),
        ("quand touche-t-on l'argent de mars ?", LISTED, ""),
        ("montant versé au club à la mi-mars", TABLE, "12 000 € × 50 % = 6 000 €"),
        ("montant versé en mars", TABLE.replace("La retenue", "Une aide"), ""),
        ("montant versé en mars", f"{GRANT} : 50 % en mars, 30 % en mai.", ""),
        ("montant versé en mars", f"{GRANT} : 50 % en mars et le solde en mars.", ""),
        ("montant versé en mai", f"{GRANT} : 60 % en mars et 40 % en mai.", "12 000 € × 40 % = 4 800 €"),
        ("montant versé en mai", f"{GRANT} : un tiers en mars et deux tiers en mai.", "12 000 € × 2/3 = 8 000 €"),
        ("montant versé en mai", f"{GRANT}, puis de 8 000 € : 60 % en mars et 40 % en mai.", ""),
    ],
)
def test_the_part_that_the_question_names_is_computed_when_the_parts_make_the_whole(
    question: str, text: str, said: str
) -> None:
    assert part(question, text) == said


def test_a_sum_in_doubt_is_parted_in_nothing() -> None:
    assert part("montant versé en mars", TABLE, Doubt(1, "12 000 €", "mal lu")) == ""


RINK = Figure(("Patinoire",), ("Voté 2030",), "9 000 €", Decimal(9000), "€", 1)
HALVES = "À partir de 5 000 €, le versement se fait en deux fois : 70 % en juillet et 30 % en novembre."
DEPOSIT = "Arrhes : 30 % à la réservation."


@pytest.mark.parametrize(
    ("question", "figure", "beside", "said"),
    [
        ("versement de juillet à la patinoire", RINK, HALVES, "9 000 € × 70 % = 6 300 €"),
        ("second versement à la patinoire", RINK, HALVES, "9 000 € × 30 % = 2 700 €"),
        ("subvention de la patinoire en juillet", RINK, HALVES, ""),
        ("versement de juillet", replace(RINK, value=Decimal(900)), HALVES, ""),
        ("versement de juillet", replace(RINK, doubt="mal lu"), HALVES, ""),
        ("versement de juillet", RINK, HALVES.replace("À partir de 5 000 €, le", "Les 300 € et le"), ""),
        ("quelles arrhes pour la patinoire ?", RINK, DEPOSIT, "9 000 € × 30 % = 2 700 €"),
        ("quel acompte pour la patinoire ?", RINK, f"{DEPOSIT} Acompte de 40 % pour les clubs.", ""),
        ("quel acompte pour la patinoire ?", RINK, "Un acompte de 200 € est versé.", ""),
        ("quel prix pour la patinoire ?", RINK, DEPOSIT, ""),
        ("quelles arrhes pour la patinoire ?", replace(RINK, row=("Caution, patinoire",)), DEPOSIT, ""),
    ],
)
def test_a_price_is_parted_by_the_sentence_beside_its_table(
    question: str, figure: Figure, beside: str, said: str
) -> None:
    text = f"Patinoire | 9 000 €\n{beside}"
    passage = Passage("a#1", "a", 0, "table", ("Canal",), text, text, Locator(1, 1, 9), figures=(figure,))
    shown = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)
    done, told = of_price(understood(question), [shown], figure)
    assert (done, told) == (said, beside if said else told)


CLUBS = """SUBVENTIONS AUX CLUBS DU CANAL

Club                       Versé 2029     Demandé 2030     Voté 2030
Aviron du Canal               8 000 €         12 000 €     10 000 €
Club de voile                 2 000 €          4 000 €      3 000 €
Club de canot                 1 000 €          1 500 €      1 200 €

{rule}
"""
OF_ONE = "La subvention de l'aviron est versée en deux fois : 60 % en mars, le reste en juin après remise du bilan."


@pytest.mark.parametrize(
    ("question", "rule", "told"),
    [
        ("combien touche l'aviron en mars sur sa subvention ?", OF_ONE, "10 000 € × 60 % = 6 000 €"),
        ("combien touche l'aviron en juin sur sa subvention ?", OF_ONE, "10 000 € × 40 % = 4 000 €"),
        # another club, a month of no payment, two clubs named, parts that do not make the whole
        ("combien touche la voile en mars sur sa subvention ?", OF_ONE, ""),
        ("combien touche l'aviron en avril sur sa subvention ?", OF_ONE, ""),
        (
            "combien touche le club en mars sur sa subvention ?",
            "La subvention du club est versée en deux fois : 60 % en mars, le reste en juin.",
            "",
        ),
        (
            "combien touche l'aviron en mars sur sa subvention ?",
            "La subvention de l'aviron est versée en deux fois : 60 % en mars, 30 % en juin.",
            "",
        ),
    ],
)
def test_a_part_is_taken_of_the_sum_voted_for_who_is_named(question: str, rule: str, told: str) -> None:
    text = office(Act("clubs", CLUBS.format(rule=rule))).ask(question).text
    assert told in text and ("=" in text) is bool(told), text


def rates(*rows: tuple[str, int], doubt: str = "") -> Candidate:
    text = "\n".join(f"{day} | {rate} %" for day, rate in rows)
    figures = tuple(
        Figure((day,), (), f"{rate} %", Decimal(rate), "%", place, doubt) for place, (day, rate) in enumerate(rows, 1)
    )
    passage = Passage("a#2", "a", 0, "table", ("Canal",), text, text, Locator(1, 11, 19), figures=figures)
    return Candidate(passage, tuple(spans_of(passage)), 0, 0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("question", "schedule", "said"),
    [
        ("verser le 15 juin", rates(("15 mars", 40), ("15 juin", 35), ("solde", 25)), "9 000 € × 35 % = 3 150 €"),
        ("solde à verser", rates(("15 mars", 40), ("15 juin", 35), ("solde", 25)), "9 000 € × 25 % = 2 250 €"),
        ("verser le 15 mai", rates(("15 mars", 40), ("15 juin", 35), ("solde", 25)), ""),
        ("verser le 15 juin", rates(("15 mars", 40), ("15 juin", 35)), ""),
        ("verser le 15 juin", rates(("15 mars", 60), ("15 juin", 40), doubt="mal lu"), ""),
        ("verser le 15 juin", rates(("Voile en juin", 60), ("Canot", 40)), ""),
        ("prix du 15 juin", rates(("15 mars", 60), ("15 juin", 40)), ""),
    ],
)
def test_a_price_is_parted_by_a_table_of_days_that_makes_the_whole(
    question: str, schedule: Candidate, said: str
) -> None:
    passage = Passage("a#1", "a", 0, "table", ("Canal",), "Patinoire", "Patinoire", Locator(1, 1, 9), figures=(RINK,))
    shown = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)
    assert of_price(understood(question), [shown, schedule], RINK)[0] == said
