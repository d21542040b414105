"""A number that a letter spoils is told as the page shows it, and before it how it most likely reads."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answering.likely import counted_on
from knowledge.documents import Figure
from knowledge.smudges import DIGIT_LOST, LETTER_READ
from tests.answering.office import Act, Office, office

PORT = Act(
    "reglement-du-port",
    """
REGLEMENT DU PORT

Article 1 - Caution des voiliers
La caution d'un voilier est de l 200 €, rendue au départ.

Article 2 - Hivernage
Les demandes d'hivernage sont déposées au plus tard le 3l mars.

Article 3 - Ecluse
L'écluse ferme à I9 h 30 pendant l'été.

Article 4 - Location des barques
Barque | Habitants | Extérieurs
Barque à rames | 12 € | 2O €
Barque à moteur | 45 € | 60 €

Article 5 - Douches
Jeton | Prix
Douche chaude | 3 50 €
Douche froide | 1,20 €
Le stère de bois de quai est vendu 7 50 € le stère aux habitants.
Le jeton de casier est de 2 80 ¢ par jour.

Article 6 - Secours
Le remorquage d'un pédalo coûte 80 €.
""",
)


@pytest.fixture
def port() -> Office:
    return office(PORT)


@pytest.mark.parametrize(
    ("question", "read", "shown"),
    [
        ("combien la caution d'un voilier", "« l 200 € » se lit sans doute 1 200 €", "est de l 200 €, rendue"),
        ("date limite des demandes d'hivernage", "« 3l mars » se lit sans doute 31 mars", "le 3l mars."),
        ("à quelle heure ferme l'écluse l'été", "« I9 h 30 » se lit sans doute 19 h 30", "L'écluse ferme à"),
    ],
)
def test_the_first_line_tells_how_it_reads_and_the_words_of_the_act_stay(
    port: Office, question: str, read: str, shown: str
) -> None:
    first, rest = port.ask(question).text.split("\n", 1)
    assert first == f"À vérifier sur la page : {read}."
    assert shown in rest


def test_a_figure_of_a_table_is_told_with_what_is_printed(port: Office) -> None:
    first = port.ask("location d'une barque à rames pour un extérieur").text.split("\n")[0]
    assert first.startswith("20 € — Barque à rames")
    assert first.endswith("À vérifier sur la page : « 2O € » se lit sans doute 20 €.")


def test_a_plain_figure_has_nothing_to_check(port: Office) -> None:
    assert "vérifier" not in port.ask("prix du remorquage d'un pédalo").text


def test_what_is_computed_from_a_letter_that_reads_as_one_digit_only_is_told_with_its_doubt(port: Office) -> None:
    told = port.ask("combien pour trois barques à rames louées par un extérieur").text
    assert told.startswith("3 × 20 € = 60 €")
    assert "À vérifier sur la page : « 2O € » se lit sans doute 20 €." in told


@pytest.mark.parametrize(
    ("printed", "doubt", "counted"),
    [
        ("2O €", LETTER_READ, True),
        ("l2 €", LETTER_READ, True),
        ("I,5O €", LETTER_READ, True),
        ("2S €", LETTER_READ, False),
        ("B2 €", LETTER_READ, False),
        ("lO €", LETTER_READ, False),
        ("2O €", DIGIT_LOST, False),
    ],
)
def test_a_letter_that_may_read_otherwise_is_computed_from_by_nobody(printed: str, doubt: str, counted: bool) -> None:
    price = Figure(("Barque",), (), printed, Decimal(20), "€", 1, doubt)
    assert (counted_on(price).doubt == "") is counted


def test_a_comma_lost_is_a_doubt_never_a_certainty(port: Office) -> None:
    assert port.ask("prix du jeton de casier par jour").text.startswith(
        "À vérifier sur la page : « 2 80 ¢ » se lit sans doute 2,80 €.\n"
    )
    told = port.ask("prix d'une douche chaude").text
    assert told.startswith("3,50 € — Douche chaude")
    assert "À vérifier sur la page : « 3 50 € » se lit sans doute 3,50 €." in told


@pytest.mark.parametrize(
    ("question", "total", "read"),
    [
        ("combien coûtent 4 douches chaudes", "= 14 €", "« 3 50 € » se lit sans doute 3,50 €"),
        ("combien pour 6 stères de bois de quai", "= 45 €", "« 7 50 € » se lit sans doute 7,50 €"),
    ],
)
def test_what_is_computed_from_a_price_without_its_comma_is_told_with_the_doubt(
    port: Office, question: str, total: str, read: str
) -> None:
    told = port.ask(question).text
    assert total in told
    assert read in told
