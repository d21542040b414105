"""Tables of words that a page gives one cell a line."""

from __future__ import annotations

import pytest

from tests.outline.cutting import figures, passages

LEAVE = """2.2 Congés des équipiers

Événement
Durée
Pièce
Baptême d'un bateau
3 jours
acte
Naufrage
une demi-journée
Rapport du port
Régate (moins de 16 ans)
2 heures par an
sans

• Le délai de route est compté à part."""

SANCTIONS = """Fait
Première fois
Récidive
Retard au ponton
rappel écrit
avertissement
Amarre mal nouée
avertissement
exclusion d'un mois
Feu à bord
blâme
révocation"""


def rows(text: str) -> list[str]:
    """The rows of the tables of a page, each as it can be quoted."""
    return [row.text for passage in passages(text) for row in passage.rows]


def test_each_row_has_its_cells_under_the_heads() -> None:
    assert rows(LEAVE) == [
        "Baptême d'un bateau | Durée : 3 jours | Pièce : acte",
        "Naufrage | Durée : une demi-journée | Pièce : Rapport du port",
        "Régate (moins de 16 ans) | Durée : 2 heures par an | Pièce : sans",
    ]
    assert figures(LEAVE) == []


def test_a_row_stands_on_its_own_lines() -> None:
    (table,) = [passage for passage in passages(LEAVE) if passage.rows]
    assert [(row.line, row.end_line) for row in table.rows] == [(6, 8), (9, 11), (12, 14)]


def test_a_capital_that_begins_each_row_alone_tells_its_columns() -> None:
    assert rows(SANCTIONS)[1] == "Amarre mal nouée | Première fois : avertissement | Récidive : exclusion d'un mois"


def test_a_title_may_stand_right_above_the_heads() -> None:
    table = "Délais de rappel\nRappel\nDélai\nPremier\n10 jours\nDeuxième\n21 jours\nTroisième\n35 jours"
    assert rows(table) == ["Premier | Délai : 10 jours", "Deuxième | Délai : 21 jours", "Troisième | Délai : 35 jours"]


def test_bare_numbers_are_cells_though_a_blank_line_follows_the_last() -> None:
    table = "Cale\nBarques\nCanoës\nNord\n6\n2\nSud\n4\n0\nQuai\n3\n1\n\nLes clés se retirent en mairie."
    assert rows(table) == [
        "Nord | Barques : 6 | Canoës : 2",
        "Sud | Barques : 4 | Canoës : 0",
        "Quai | Barques : 3 | Canoës : 1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Événement\nDurée\nPièce\nNaufrage\n3 jours\nacte\nRégate\n2 heures",
        "Événement\nDurée\nNaufrage\nacte\nRégate\nsans\nFeu à bord\nrapport",
        "Cycle\nHeures\nCongés\nRTT\nCycle 1\n35 h\n25\n0\nCycle 2\n37 h\n25\n15\nCycle 3\n39 h\n25",
        "Les barques\nLes voiles\nLe canal est fermé\ndu 3 au 5 mai.\nLe lac est fermé\nle 4 mai.\nLe quai\nle 6 mai.",
        "Le quai\nLe port\n• Naufrage\n3 jours\n• Régate\n2 heures\n• Feu à bord\n1 jour",
        "Phare\nLundi\nFermé\nMardi\n10 h - 12 h\nJeudi\n14 h - 18 h\nSamedi\n9 h - 12 h",
        "Rappel\nDélai\nPremier\n10 jours\nPremier\n21 jours\nPremier\n35 jours",
    ],
)
def test_lines_whose_columns_nothing_tells_are_no_table(text: str) -> None:
    assert rows(text) == []


FINES = """Art. 16 - Amendes et frais du canal

Barque laissée au quai
amende de 38 €
Feu sur la berge ou sous le pont
amende de I35 €
Pêche au-delà du panier
saisie, et procès-verbal transmis au procureur
Mise à l'eau, carnet de dix
48 €
Rame perdue
6 € la pièce"""


def test_a_label_and_what_is_paid_on_the_line_below_are_a_row() -> None:
    (found,) = [one for one in passages(FINES) if one.rows]
    assert [row.text for row in found.rows] == [
        "Barque laissée au quai | amende de 38 €",
        "Feu sur la berge ou sous le pont | amende de I35 €",
        "Pêche au-delà du panier | saisie, et procès-verbal transmis au procureur",
        "Mise à l'eau, carnet de dix | 48 €",
        "Rame perdue | 6 € la pièce",
    ]
    assert not found.figures


@pytest.mark.parametrize(
    "text",
    [
        "La barque est prêtée\ncontre 12 € à chacun\nElle est rendue le soir.\nLe gardien\nreçoit 4 € par jour.",
        "Barque\nDe bois, 12 €\nCanoë\nDe toile, 14 €\nPédalo\nDe fer, 9 €",
        "Barque\nprêtée\nCanoë\nprêté\nPédalo\nloué 9 €",
    ],
)
def test_lines_that_do_not_tell_a_label_then_its_sum_are_no_rows(text: str) -> None:
    assert not any(one.rows for one in passages(f"Le canal\n\n{text}"))
