"""Prices of sentences that go on over several lines."""

from __future__ import annotations

from tests.outline.cutting import figures


def told(*pages: str) -> list[tuple[str, str, str, int]]:
    """The row, the column and the print of every figure, and its line."""
    return [
        (" / ".join(figure.row), " / ".join(figure.column), figure.printed, figure.line) for figure in figures(*pages)
    ]


def test_a_list_of_prices_goes_on_over_the_line() -> None:
    text = """Patins : de moins de 500, 1,10 € ; de 500 à 799, 2,40 € ; de 800 à 1 150, 3,60 € ; de 1 151 et plus,
4,80 € ; étranger à la ville, 6,20 €. La location du casque ne change pas. Elle reste à la charge
de chacun.
"""
    assert told(text) == [
        ("Patins / de moins de 500", "", "1,10 €", 1),
        ("Patins / de 500 à 799", "", "2,40 €", 1),
        ("Patins / de 800 à 1 150", "", "3,60 €", 1),
        ("Patins / de 1 151 et plus", "", "4,80 €", 2),
        ("Patins / étranger à la ville", "", "6,20 €", 2),
    ]


def test_who_pays_a_price_may_stand_on_the_next_line() -> None:
    text = """Clé du hangar : 15 €. Abonnement annuel de l'adulte : 70 € (mariniers), 110 € (autres) ; du jeune : 40 €
(mariniers), 64 € (autres).
"""
    assert told(text) == [
        ("Clé du hangar", "", "15 €", 1),
        ("Abonnement annuel de l'adulte", "(mariniers)", "70 €", 1),
        ("Abonnement annuel de l'adulte", "(autres)", "110 €", 1),
        ("du jeune", "(mariniers)", "40 €", 1),
        ("du jeune", "(autres)", "64 €", 2),
    ]


def test_the_end_of_a_sentence_is_no_row_of_its_own() -> None:
    text = """Caution du quai : 900 € pour le bassin, 300 € pour la cale. Caution de nettoyage : 120 € dans
les deux cas. Elle est rendue sous dix jours. Pour mémoire, le bassin voisin est loué à 450,00 € le
week-end aux mariniers de la commune.
"""
    assert [(row, column) for row, column, _, _ in told(text)] == [
        ("Caution du quai", "pour le bassin"),
        ("Caution du quai", "pour la cale"),
        ("Caution de nettoyage", ""),
    ]


def test_a_sentence_that_ends_in_a_price_list_is_no_title_of_it() -> None:
    text = """Article 4. Péniche

Bail de la péniche amarrée au quai du Moulin, avec son annexe, loué pour trois ans à la société
des mariniers du canal, sans reconduction possible. Loyer mensuel : 480 €, provision pour les
charges : 55 €. Le loyer est révisé chaque année selon l'indice de la batellerie.
"""
    assert [row for row, _, _, _ in told(text)] == [
        "Article 4. Péniche / Loyer mensuel",
        "Article 4. Péniche / provision pour les charges",
    ]


def test_rows_that_begin_with_a_figure_go_on_no_head() -> None:
    text = """Revenus mensuels du foyer qui demande une place au port Habitant Étranger
0 à 1900 119,73 € 394,78 €
1901 à 3100 134,70 € 394,78 €
"""
    assert [(row, printed) for row, _, printed, _ in told(text)][-1][0].endswith("1901 à 3100")
    assert len(told(text)) == 4
