"""What an act is worth, by its own words."""

from __future__ import annotations

import pytest

from knowledge.outline.standing import standing_of
from knowledge.standings import Standing
from tests.outline.cutting import cut


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Le conseil, à l'unanimité, adopte la proposition.", "deliberation", Standing.ADOPTED),
        ("Vote : 22 voix pour, 3 abstentions. Adopté.", "deliberation", Standing.ADOPTED),
        ("Le ponton est vendu 60 €. Vote unanime.", "deliberation", Standing.ADOPTED),
        ("Le quai reçoit le nom de quai des Mouettes. Unanimité.", "deliberation", Standing.ADOPTED),
        ("Le conseil, à l'unanimité, dit que le prix du ponton est de 60 €.", "deliberation", Standing.ADOPTED),
        ("Le conseil, à l'unanimité, refuse de vendre le ponton.", "deliberation", Standing.UNSTATED),
        ("Le conseil, à l'unanimité, rejette la vente du ponton.", "deliberation", Standing.REJECTED),
        ("À l'unanimité moins une voix, l'affaire est ajournée.", "deliberation", Standing.POSTPONED),
        ("La commission, à l'unanimité, propose 60 €. Le point est ajourné.", "deliberation", Standing.POSTPONED),
        ("Il est proposé 60 €. La commission y est favorable à l'unanimité.", "deliberation", Standing.PROPOSED),
        ("Le conseil municipal, par 17 voix, refuse la vente du ponton.", "deliberation", Standing.REJECTED),
        ("Le conseil n'approuve pas l'offre du meunier.", "deliberation", Standing.REJECTED),
        ("Vote : unanimit6.", "deliberation", Standing.ADOPTED),
        ("Le conseil municipal, par 18 voix pour et 4 abstentions, RETIENT l'offre.", "deliberation", Standing.ADOPTED),
        ("GUIDE DU PORT\nDélibération n° 2031-97 du 11 mai 2031\nApplicable en juin", "document", Standing.ADOPTED),
        ("GUIDE DU PORT\nIl cite la délibération n° 2031-97 du 11 mai 2031", "document", Standing.UNSTATED),
        ("Vote : adopté à la majorité.", "deliberation", Standing.ADOPTED),
        ("Charte approuvée, 28 voix.", "deliberation", Standing.ADOPTED),
        ("Vote : 28 voix pour, à l'unanimit6.", "deliberation", Standing.ADOPTED),
        ("Le conseil renvoie l'affaire à la séance du 30 novembre.", "deliberation", Standing.POSTPONED),
        ("Le conseil renvoie les familles au règlement de la séance du 3 mai.", "deliberation", Standing.UNSTATED),
        ("Vote : 5 pour, 21 contre. LA MOTION EST REJETEE.", "deliberation", Standing.REJECTED),
        ("Le Maire retire le point : il est ajourné.", "deliberation", Standing.POSTPONED),
        ("Le Maire retire le point : il est ajoumé.", "deliberation", Standing.POSTPONED),
        ("Ce point est reporté à une prochaine séance.", "deliberation", Standing.POSTPONED),
        ("L'amendement est rejeté par 15 voix contre 3.\n\nVote : unanimité.", "deliberation", Standing.ADOPTED),
        ("Adopté par 15 voix pour. L'amendement de M. Kerdal est rejeté.", "deliberation", Standing.ADOPTED),
        ("L'amendement est adopté par 15 voix pour. Le point est ajourné.", "deliberation", Standing.POSTPONED),
        ("Vote sur l'ensemble amendé : 15 pour, 2 abstentions.", "deliberation", Standing.ADOPTED),
        ("Vote : 4 pour, 17 contre.", "deliberation", Standing.REJECTED),
        ("Pour : 17 - Contre : 4 - Abstention : 1", "deliberation", Standing.ADOPTED),
        ("Mis aux voix, le vœu est REJETÉ : 4 pour, 17 contre.", "deliberation", Standing.REJECTED),
        ("L'affaire est renvoyée en commission des quais.", "deliberation", Standing.POSTPONED),
        ("L'affaire est renvoyée à une séance ultérieure.", "deliberation", Standing.POSTPONED),
        ("Le conseil, jugeant le prix du ponton trop bas, surseoit à statuer.", "deliberation", Standing.POSTPONED),
        (
            "Le maire propose de reporter la vente du ponton à une séance d'hiver.\n\nVote sur le report : unanimité.",
            "deliberation",
            Standing.POSTPONED,
        ),
        (
            "Un report à une prochaine séance est demandé.\n\nVote sur le report : 4 pour, 18 contre.\n\n"
            "Vote sur le ponton : 18 pour, 4 contre.",
            "deliberation",
            Standing.ADOPTED,
        ),
        ("La question est retirée de l'ordre du jour.", "deliberation", Standing.POSTPONED),
        ("Ce point avait été ajourné. Adopté à l'unanimité.", "deliberation", Standing.ADOPTED),
        ("Le prix est à 4 €. La proposition d'un autre prix est retirée.", "deliberation", Standing.UNSTATED),
        ("Adopté a l'unanirnité.", "deliberation", Standing.ADOPTED),
        ("Adopté par le conseil municipal le 4 mai 2031.", "rules", Standing.ADOPTED),
        ("Un goûter est proposé aux rameurs.", "rules", Standing.UNSTATED),
        ("Il est proposé d'acheter douze tablettes.", "deliberation", Standing.PROPOSED),
        ("Concession délivrée pour quinze ans.", "decisions", Standing.DECIDED),
        ("Fait à Ormes, le 18 décembre 2031.", "agreement", Standing.IN_FORCE),
        ("La convention est conclue le [ ... ] entre les parties.", "agreement", Standing.PROPOSED),
        ("Les clés se retirent en mairie.", "document", Standing.UNSTATED),
    ],
)
def test_an_act_is_worth_what_its_words_say(text: str, kind: str, expected: Standing) -> None:
    assert standing_of(text, kind=kind)[0] is expected


def test_what_stands_among_proposals_is_proposed_whatever_it_says_of_votes() -> None:
    assert standing_of("Adopté à l'unanimité.", proposed=True, kind="deliberation")[0] is Standing.PROPOSED


def test_the_vote_is_told_in_its_own_words() -> None:
    assert standing_of("Le maire expose. Vote : adopté à la majorité. Fin.", kind="deliberation")[1] == (
        "Vote : adopté à la majorité"
    )


def test_the_vote_ends_with_its_paragraph() -> None:
    text = "TARIFS DES SALLES\n\nDélibération votée à l'unanimité\n\nA. GRANDE SALLE"
    assert standing_of(text, kind="deliberation")[1] == "Délibération votée à l'unanimité"


MINUTES = """COMPTE RENDU
REUNION DU CONSEIL MUNICIPAL DU 25 SEPTEMBRE 2031

1 - MEDIATHEQUE : ACHAT DE TABLETTES

Il est proposé d'en acheter douze.
Vote : adopté à l'unanimité.

2 - TAXE DE SEJOUR

Une taxe de 0,80 € par nuitée est proposée pour les hôtels.
Le Maire retire le point : il est ajourné."""


def test_each_point_of_the_minutes_has_its_own_standing_number_and_date() -> None:
    points = [piece for piece in cut(MINUTES).pieces if piece.kind == "deliberation"]
    assert [(point.number, point.standing) for point in points] == [
        ("1", Standing.ADOPTED),
        ("2", Standing.POSTPONED),
    ]
    assert {str(point.date) for point in points} == {"2031-09-25"}
