"""Rows that a blank line sets apart from the title above a table."""

from __future__ import annotations

from tests.outline.cutting import figures

HEAD = """TARIFS DU PORT

                                        2031         2032

Anneau du grand quai

Un mois                              18,00 €      20,00 €
Un an                               136,00 €     141,00 €

Anneau du petit quai (une barque)

Un mois                              12,00 €      13,00 €
Un an                                98,00 €     100,00 €
"""
APART = """
Grue, par levage                     45,00 €      52,00 €
Plaque gravée au phare               35,00 €      36,00 €"""
SAME = """
Un jour                               5,00 €       6,00 €
Un an                                35,00 €      36,00 €"""


def rows(text: str) -> list[tuple[str, ...]]:
    """The labels of the rows of a page, one for both its columns."""
    return list(dict.fromkeys(figure.row for figure in figures(text)))


def test_a_title_holds_for_its_own_rows_and_not_for_those_that_name_themselves() -> None:
    assert rows(f"{HEAD}{APART}")[2:] == [
        ("Anneau du petit quai (une barque)", "Un mois"),
        ("Anneau du petit quai (une barque)", "Un an"),
        ("Grue, par levage",),
        ("Plaque gravée au phare",),
    ]
    assert [figure.column for figure in figures(f"{HEAD}{APART}")][-2:] == [("2031",), ("2032",)]


def test_rows_that_say_again_what_others_say_stay_under_their_title() -> None:
    assert rows(f"{HEAD}{SAME}")[-1] == ("Anneau du petit quai (une barque)", "Un jour")


def test_one_row_alone_or_without_a_table_before_stays_under_the_title() -> None:
    one = APART.splitlines()[1]
    assert rows(f"{HEAD}\n{one}")[-1] == ("Anneau du petit quai (une barque)", "Grue, par levage")
    alone = f"{HEAD.partition('Anneau du petit quai')[0].rstrip()}\n{APART}"
    assert rows(alone)[-1] == ("Anneau du grand quai", "Plaque gravée au phare")
