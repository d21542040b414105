"""What an agenda announces, and the acts that follow it."""

from __future__ import annotations

from knowledge.standings import Standing
from tests.outline.cutting import cut


def test_points_whose_numbers_read_as_days_have_each_its_own_vote() -> None:
    text = (
        "ORDRE DU JOUR\n2031-05-01  Location des barques\n2031-05-02  Anneaux du quai\n2031-05-03  Patinoire\n\n"
        "2031-05-01 – Location des barques\n\nL'heure est à sept euros.\nVote : unanimité.\n\n"
        "2031-05-02 – ANNEAUX DU QUAI\n\nIl est proposé de les louer 40 €.\nVote : 4 pour, 18 contre.\n\n"
        "2031-05-03 – Patinoire\n\nL'affaire est ajournée."
    )
    acts = [(piece.number, piece.standing) for piece in cut(text).pieces if piece.kind == "deliberation"]
    assert acts == [
        ("2031-05-01", Standing.ADOPTED),
        ("2031-05-02", Standing.REJECTED),
        ("2031-05-03", Standing.POSTPONED),
    ]


def test_decisions_are_an_entry_of_the_agenda_and_end_at_the_questions() -> None:
    text = (
        "ORDRE DU JOUR\n2031-41  Location des barques\nDécisions du maire – Questions diverses\n\n"
        "2031-41 – LOCATION DES BARQUES\n\nL'heure est à sept euros.\nVote : unanimité.\n\n"
        "DÉCISIONS DU MAIRE\n\nN° 12 du 4 mai 2031 : le phare est loué 40 € par mois.\n\n"
        "QUESTIONS DIVERSES\n\nLe port voisin loue le sien 60 €."
    )
    assert [(piece.kind, piece.standing) for piece in cut(text).pieces] == [
        ("agenda", Standing.UNSTATED),
        ("deliberation", Standing.ADOPTED),
        ("decisions", Standing.DECIDED),
        ("minutes", Standing.UNSTATED),
    ]


def test_an_act_that_only_its_number_opens_has_the_title_under_which_it_was_listed() -> None:
    page = """RECUEIL DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL

SOMMAIRE

2031-07   Convention avec le club d'aviron
2031-08   Droits de quai
2031-09   Motion sur l'écluse

DÉLIBÉRATION 2031-07

Rapporteur : M. Prigent, adjoint au canal.

Le club garde son hangar pour six ans.
Adopté à l'unanimité.

DÉLIBÉRATION 2031-08

Le conseil fixe à 2 € le mètre de quai.
Adopté à l'unanimité.

DÉLIBÉRATION 2031-09

Le vœu est rejeté par 12 voix contre 3.
"""
    acts = [(piece.number, piece.title) for piece in cut(page).pieces if piece.kind == "deliberation"]
    assert acts == [
        ("2031-07", "Convention avec le club d'aviron"),
        ("2031-08", "Droits de quai"),
        ("2031-09", "Motion sur l'écluse"),
    ]
