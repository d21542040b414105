from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.rows import Reading
from bot.answering.spans import spans_of
from bot.answering.working import vouched, worked
from bot.understanding.question import Question, read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import Act, expand, office

RULE = "Le canal prête ses gilets. Chaque barque paie 12 € par sortie."
PRICE = Figure(("Quai, le mètre",), (), "3 €", Decimal(3), "€", 1)


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=expand, communes={})


def sentence(near: float = 0.5, subject: float = 0.5) -> Candidate:
    passage = Passage("a#1", "a", 0, "text", ("Canal",), RULE, RULE, Locator(1, 1, 9))
    return Candidate(passage, tuple(spans_of(passage)), 1, 1.0, subject, near)


def row(near: float = 0.5, subject: float = 0.5) -> Candidate:
    text = "Quai, le mètre 3 €"
    passage = Passage("a#1", "a", 0, "table", ("Canal",), text, text, Locator(1, 1, 9), figures=(PRICE,))
    return Candidate(passage, tuple(spans_of(passage)), 0, 1.0, subject, near, Reading((PRICE,), True))


@pytest.mark.parametrize(
    ("question", "candidate", "stands"),
    [
        ("prix de 4 sorties en barque", sentence(), True),
        ("prix de 4 sorties en barque", sentence(near=0.3), False),
        ("prix de 4 sorties en barque", sentence(subject=0.3), False),
        ("4 sorties en barque", replace(sentence(), lacking=True), False),
        ("prix de 4 gilets", sentence(), False),
        ("4 sorties en barque, qui s'en occupe ?", sentence(), False),
        ("prix d'une sortie en barque", sentence(), False),
        ("prix de 6 mètres de quai", row(), True),
        ("prix de 6 mètres de tissu", row(), False),
        ("6 barques", row(), False),
        ("le prix du quai", row(), False),
    ],
)
def test_a_computation_vouches_for_what_is_met_in_part(question: str, candidate: Candidate, stands: bool) -> None:
    assert vouched(asked(question), [candidate]) is stands


def test_a_figure_in_doubt_vouches_for_nothing() -> None:
    doubtful = replace(PRICE, doubt="mal lu")
    assert worked(asked("6 mètres de quai"), [row()]).done == "6 × 3 € = 18 €"
    assert worked(asked("6 mètres de quai"), [replace(row(), reading=Reading((doubtful,), True))]).done == ""


PORT = Act(
    "port",
    """RÈGLEMENT DU PORT

ARTICLE 1. HIVERNAGE

Le plaisancier abrité au hangar paie 7 € par semaine.

ARTICLE 2. ORDURES

Les ordures sont triées.
""",
)


def test_what_is_computed_is_stated_though_other_words_are_not_met() -> None:
    town = office(PORT)
    told = "un monsieur laisse sa vieille coque au hangar"
    assert "5 × 7 € = 35 €" in town.ask(f"{told} 5 semaines, combien paie ce plaisancier ?").text
    assert "7 €" not in town.ask(f"{told} tout verni, combien paie ce plaisancier ?").text


def test_where_some_of_those_counted_differ_they_are_not_all_paid_the_same() -> None:
    assert worked(asked("6 mètres de quai"), [row()]).done
    assert worked(asked("6 mètres de quai dont 2 au soleil"), [row()]).done == ""
    assert worked(asked("6 mètres de quai dont un à l'ombre"), [row()]).done == ""


CAMP = """CAMPING DU LAVOIR

Emplacements, par nuit

                              Basse saison     Haute saison
Place de radeau                   10,00 €          12,00 €
Rameur de moins de 12 ans          2,00 €           3,00 €
Lumière                            4,00 €           5,00 €

Haute saison : juillet et août.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("camping 3 nuits en juillet, place de radeau + lumière, combien ?", "3 × 12 € + 3 × 5 € = 51 €"),
        ("camping 3 nuits en juillet pour un rameur de 7 ans, son radeau + lumière, combien ?", ""),
    ],
)
def test_what_a_table_sells_by_the_night_is_paid_each_night_and_no_row_is_left_out(question: str, told: str) -> None:
    text = office(Act("camp", CAMP)).ask(question).text
    assert told in text and ("=" in text) is bool(told)


def test_what_is_paid_once_and_for_each_is_added_though_read_as_a_table() -> None:
    text = """RÈGLEMENT DU PORT

ARTICLE 3. AIDES

Aide au quai : 25 € par mois et par rameur, plus 8 € par canot amarré, dans la limite de
deux canots. Aide au hangar : 18 € par mois.
"""
    town = office(Act("port", text))
    assert "25 € + 2 × 8 € = 41 €" in town.ask("j'ai 3 canots amarrés, quelle aide au quai par mois ?").text


def test_what_a_budget_comes_to_in_the_end_is_its_total() -> None:
    text = """BUDGET DU PORT

Opération                 Budget primitif     DM n° 1     Total après DM
Toiture du hangar              21 000           6 400           27 400
Peinture du quai                9 000           1 000           10 000
"""
    assert (
        "27 400"
        in office(Act("budget", text)).ask("toiture du hangar, combien au budget au final ?").text.split("\n")[0]
    )


CLUB = """ÉCOLE DE VOILE (tarif annuel)

                     Habitant     Extérieur
Canot                   100 €         160 €
Voilier                 200 €         320 €

Deuxième rameur : - 20 %.
Droits d'inscription, non remboursables : 15 € par famille.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "voilier habitant pour 2 rameurs, combien en tout avec l inscription ?",
            "1 × 200 € + 1 × (200 € − 20 % (40 €)) + 15 € = 375 €",
        ),
        ("voilier habitant avec l'inscription, combien en tout ?", "200 € + 15 € = 215 €"),
        ("voilier habitant pour 3 rameurs, combien en tout avec l inscription ?", ""),
        ("voilier habitant pour 2 rameurs, combien en tout avec la licence ?", ""),
    ],
)
def test_what_is_paid_once_a_family_is_added_to_what_each_pays_by_rank(question: str, told: str) -> None:
    text = office(Act("club", CLUB)).ask(question).text
    assert told in text and ("=" in text) is bool(told)
