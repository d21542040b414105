import pytest

from bot.answering.vague import WHAT_OF_IT
from bot.messages import Answer
from tests.answering.office import Act, office

ENTRIES = Act(
    "tarifs-du-canal",
    """
TARIFS DU CANAL

Entrées du musée | Prix
Visite, élèves de l'école de voile | 4 €
Visite, adultes | 9 €

Bassin d'hivernage | Prix
Yole | 30 €
Canot | 40 €
""",
)
RULES = Act(
    "reglement-du-canal",
    """
REGLEMENT DU CANAL

Article 1 - Retards
Une yole rendue en retard est signalée au gardien.

Article 2 - Bouées
L'éclusier relève les bouées chaque matin.

Article 3 - Nuit
Chaque éclusier ferme les portes du canal à la nuit tombée.

Article 4 - Péage
Au péage, l'éclusier note le nom du canot.

Article 5 - Crue
En cas de crue, le gardien prévient le port.

Article 6 - Coques
La restauration des coques se fait au chantier.
""",
)


def told(words: str) -> Answer:
    return office(ENTRIES, RULES).ask(words)


@pytest.mark.parametrize("words", ["yole", "le canot"])
def test_a_lone_word_that_a_row_opens_with_is_told_its_price(words: str) -> None:
    assert "0 €" in told(words).text


@pytest.mark.parametrize("words", ["école de voile", "carte voile", "voile"])
def test_a_row_that_only_mentions_the_word_is_not_its_price(words: str) -> None:
    answer = told(words)
    assert answer.status == "unknown"
    assert "4 €" not in answer.text


def test_the_price_is_told_to_who_asks_for_it() -> None:
    assert "4 €" in told("prix de la visite pour un élève de l'école de voile").text


def test_a_word_unsaid_by_the_table_leaves_the_rule_that_says_both() -> None:
    assert "gardien" in told("retard yole").text


def test_a_lone_word_that_several_places_say_alike_is_asked_back() -> None:
    answer = told("éclusier")
    assert (answer.status, answer.text) == ("question", WHAT_OF_IT)
    assert all(option.token.startswith("+") for option in answer.options)


def test_a_word_that_one_place_says_is_told() -> None:
    assert "prévient le port" in told("crue").text


def test_a_lone_word_that_only_comes_near_is_not_told() -> None:
    assert told("restauration").status == "answer"
    assert told("cantine").status == "unknown"
