"""What a question joins is told from one place, or not at all."""

from __future__ import annotations

import pytest

from tests.answering.office import Act, office

PRICES = Act(
    "port",
    """TARIFS DU PORT DES JONCS

Canots et barques de location
Objet | Habitant | Autre
Canot, l'heure | 7 € | 9 €
Barque, l'heure | 11 € | 14 €
Caution du canot | 60 € | 60 €
""",
)
RULES = Act(
    "voile",
    """RÈGLEMENT DE L'ÉCOLE DE VOILE

Article 1 - Leçons
La leçon est donnée le samedi par un moniteur diplômé.

Article 2 - Gilets
Le gilet est fourni à chaque élève, qui le range le samedi. L'élève sait nager.

Article 3 - Vestiaire
Le casier du vestiaire est loué 15 € par saison, payés au gardien.
""",
)


@pytest.mark.parametrize(
    "asked", ["caution du canot des élèves", "quelle caution du canot pour un élève ?", "caution d'un gilet de canot"]
)
def test_a_row_that_says_one_half_of_what_is_joined_is_not_told(asked: str) -> None:
    assert office(PRICES, RULES).ask(asked).status == "unknown"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("prix de location d'un canot", "7 €"),
        ("caution d'un canot", "60 €"),
        ("prix d'une barque au port des Joncs", "11 €"),
        ("prix du casier du vestiaire", "15 €"),
    ],
)
def test_what_one_row_or_its_titles_say_is_told(asked: str, told: str) -> None:
    assert told in office(PRICES, RULES).ask(asked).text


def test_a_sum_in_a_sentence_that_says_one_of_two_words_is_not_told() -> None:
    assert office(PRICES, RULES).ask("prix du vestiaire du samedi").status == "unknown"
