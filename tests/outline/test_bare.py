"""Tables of one cell a line whose numbers go without a sign."""

from __future__ import annotations

import pytest

from tests.outline.cutting import figures, passages

GRANTS = """SUBVENTIONS 2032

Les montants sont en euros.

Club
Versé en 2031
Voté pour 2032
Voile
Les Foils du canal
38 000
39 500
La Godille
12 400
11 800
Glisse
Patineurs de l'étang
(section enfants)
6 200
0
Hockey de la glacière
450
600

Toute aide fait l'objet d'un bilan."""


def told(*pages: str) -> list[tuple[str, str, str]]:
    """The row, the column and the print of every figure."""
    return [(" / ".join(figure.row), " / ".join(figure.column), figure.printed) for figure in figures(*pages)]


def test_numbers_without_a_sign_are_sums_under_their_heads_where_the_page_speaks_of_money() -> None:
    assert told(GRANTS) == [
        ("Voile / Les Foils du canal", "Versé en 2031", "38 000"),
        ("Voile / Les Foils du canal", "Voté pour 2032", "39 500"),
        ("Voile / La Godille", "Versé en 2031", "12 400"),
        ("Voile / La Godille", "Voté pour 2032", "11 800"),
        ("Glisse / Patineurs de l'étang (section enfants)", "Versé en 2031", "6 200"),
        ("Glisse / Patineurs de l'étang (section enfants)", "Voté pour 2032", "0"),
        ("Glisse / Hockey de la glacière", "Versé en 2031", "450"),
        ("Glisse / Hockey de la glacière", "Voté pour 2032", "600"),
    ]
    rows = [row.text for passage in passages(GRANTS) for row in passage.rows]
    assert rows[1] == "Voile | La Godille | Versé en 2031 : 12 400 € | Voté pour 2032 : 11 800 €"


@pytest.mark.parametrize(
    ("page", "row"),
    [
        (
            "EFFECTIFS\n\nGrade\nOuverts\nPourvus\nMaître\n2\n1\nAgent du quai\n14\n12\nPlacier\n1\n0\n\nAdopté.",
            "Agent du quai | Ouverts : 14 | Pourvus : 12",
        ),
        ("INVENTAIRE DES CANOTS\n\nBarques\n21\nCanoës\n4\nYoles de mer\n6\n\nTout canot est numéroté.", "Canoës | 4"),
        (
            "CONGÉS\n\nÉvénement\nJours ouvrés\nMariage\n5\nNaissance\n3\nDéménagement\n1\n\nSur justificatif.",
            "Naissance | Jours ouvrés : 3",
        ),
    ],
)
def test_what_is_counted_is_told_row_by_row_and_holds_no_sums(page: str, row: str) -> None:
    assert told(page) == []
    assert row in {each.text for passage in passages(page) for each in passage.rows}


@pytest.mark.parametrize(
    "page",
    [
        "SUBVENTIONS\n\nClub\nVoté\nLes Foils\n1 200\nLa Godille\n1 300\n900\nLes Yoles\n700",
        "SUBVENTIONS\n\nClub\n2031\n2032\n2033\nLes Foils\n1 200\nLa Godille\n1 300\nLes Yoles\n700",
    ],
)
def test_as_many_numbers_each_time_as_there_are_heads_or_it_is_no_such_table(page: str) -> None:
    assert told(page) == []
