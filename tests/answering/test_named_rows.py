"""A list is asked: of a table, the row that the question names is told first, the others after what holds for it."""

from __future__ import annotations

import pytest

from tests.answering.office import Act, Office, office

HALLS = Act(
    "reglement-des-hangars",
    """
REGLEMENT DES HANGARS

Article 1 - Chèques de caution demandés
Hangar | Dégâts | Ménage
Hangar des Rameurs | 900 € | 120 €
Hangar du Canal | 400 € | 80 €
Cabane des Régates | 200 € | 40 €
Les chèques sont rendus sous huit jours.
""",
)


@pytest.fixture
def town() -> Office:
    return office(HALLS)


@pytest.mark.parametrize(
    ("question", "row", "others"),
    [
        (
            "Quels chèques de caution faut-il pour le hangar des Rameurs ?",
            "Hangar des Rameurs",
            ("400", "200"),
        ),
        ("Quels chèques de caution faut-il pour la cabane des Régates ?", "Cabane des Régates", ("900", "400")),
    ],
)
def test_the_row_named_is_told_alone_first(town: Office, question: str, row: str, others: tuple[str, ...]) -> None:
    first, _, rest = town.ask(question).text.partition("\n")
    assert first.startswith(row)
    assert not any(other in first for other in others)
    assert "À côté : " in rest or not any(other in rest for other in others)


def test_who_names_no_row_is_told_the_whole_list(town: Office) -> None:
    first = town.ask("Quels chèques de caution sont demandés pour les hangars ?").text.split("\n")[0]
    assert all(sum in first for sum in ("900 €", "400 €", "200 €"))
