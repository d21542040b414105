"""A sentence of several prices tells the one asked."""

from __future__ import annotations

import pytest

from bot.answering.clauses import only
from bot.understanding.question import Question, read
from tests.answering.office import expand


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=expand, communes={})


BERTHS = (
    "Redevance : 5 800 € le ponton, 11 200 € la cale, plus 4 % des recettes au-delà de 90 000 €, et 3 600 € le quai."
)
BOATS = "La location est de 12 € pour la barque, 15 € pour le canoë et 20 € pour le pédalo."
LOST = "Clef perdue : 5 €, badge perdu : 12 €, rame perdue : 30 €."
CRANE = (
    "Décision n° 2030-41 du 3 mai 2030 Contrat d'entretien de la grue du port avec l'atelier des Deux Quais, reconduit "
    "chaque année : 1 200 € TTC par an, deux visites comprises, dépannage de nuit à 90 € TTC."
)
FEES = "Cautions : barque 50 €, canoë 80 €, pédalo 90 €."


@pytest.mark.parametrize(
    ("sentence", "question", "told"),
    [
        (BERTHS, "redevance de la cale", "Redevance : … 11 200 € la cale, plus 4 % des recettes au-delà de 90 000 € …"),
        (BERTHS, "redevance du ponton", "Redevance : 5 800 € le ponton …"),
        (BERTHS, "combien pour le quai", "Redevance : … 3 600 € le quai."),
        (BOATS, "prix du canoë", "La location est de … 15 € pour le canoë …"),
        (BOATS, "prix de la location", ""),
        (BOATS, "prix du canoë et de la barque", ""),
        (LOST, "badge perdu combien", "… badge perdu : 12 € …"),
        (LOST, "prix d'une rame", "… rame perdue : 30 €."),
        (
            CRANE,
            "dépannage de la grue la nuit",
            CRANE.split("1 200")[0] + "… dépannage de nuit à 90 € TTC.",
        ),
        (CRANE, "contrat de la grue, combien par an", CRANE.split(", dépannage")[0] + " …"),
        (
            "Retard : 2 € par jour, 5 € après la saison, le canoë lavé, s'agissant d'un pédalo, il est payé 32 €.",
            "pédalo en retard",
            "",
        ),
        (FEES, "caution du canoë", "Cautions : … canoë 80 € …"),
        (
            "Le canoë est à 12 € la journée, 8 € la demi-journée.",
            "canoë à la demi-journée",
            "Le canoë est à … 8 € la demi-journée.",
        ),
        ("Le canoë est à 12 € la journée, 8 € la demi-journée.", "canoë à la journée", ""),
        ("La barque est louée 12 € par jour au port.", "prix de la barque", ""),
        ("Barque sans rame 12 €, barque avec rame 15 €.", "barque sans rame", ""),
        ("La franchise est de 100 €, portée à 500 € pour la glace.", "franchise pour la glace", ""),
        ("Le prix passe de 12 € à 15 €, dont 2 € pour la rame.", "prix de la rame", ""),
    ],
)
def test_the_price_asked_is_told_without_those_of_other_things(sentence: str, question: str, told: str) -> None:
    assert only(asked(question), sentence) == told
