"""What an act says of others, and from when it applies."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.documents import Change
from knowledge.outline.changes import changes_of, effective_of
from tests.outline.cutting import cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La délibération n° 2029-12 est abrogée.", (Change("repeals", "2029-12"),)),
        ("Le conseil abroge la délibération n° D-2029-12 du 4 mai 2029.", (Change("repeals", "D-2029-12"),)),
        ("La présente délibération annule et remplace la délibération n°2029/12.", (Change("repeals", "2029/12"),)),
        ("MODIFICATION DE LA DÉLIBÉRATION N° 2029-12", (Change("modifies", "2029-12"),)),
        ("Le conseil décide de modifier l'article 1 de la délibération\nn° 2029-12.", (Change("modifies", "2029-12"),)),
        (
            "La ligne « Canoë » de la délibération n° 2029-12 est ABROGÉE et remplacée par :",
            (Change("modifies", "2029-12"),),
        ),
        ("La décision n° 2029-12 est retirée.", (Change("repeals", "2029-12", "decision"),)),
        ("Vu la délibération n° 2029-12 modifiée ; le quai est prêté.", ()),
        ("Adopté par la délibération n° 2029-12\nIl remplace le règlement de 2025.", ()),
        (
            "Considérant les crues,\nLe conseil décide de modifier la délibération n° 2029-12.",
            (Change("modifies", "2029-12"),),
        ),
        ("La délibération n° 2029-12 n'est pas modifiée.", ()),
        ("Les prix de la délibération n° 2029-12 sont lus.", ()),
        ("La délibération n° 2031-41 modifie le prix des barques.", ()),
    ],
)
def test_an_act_tells_which_ones_it_changes(text: str, expected: tuple[Change, ...]) -> None:
    assert changes_of(text, "2031-41") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les prix sont fixés à compter du 1er septembre 2031.", date(2031, 9, 1)),
        ("La mesure entre en vigueur le 2 mars 2031.", date(2031, 3, 2)),
        ("Il prend effet le 31 août 2031.", date(2031, 8, 31)),
        ("CANAL - TARIFS AU 1ER JANVIER 2032", date(2032, 1, 1)),
        ("Vu les prix applicables du 1er mai 2029 ; le quai est prêté le 3 mai 2031.", None),
    ],
)
def test_an_act_tells_from_when_it_applies(text: str, expected: date | None) -> None:
    assert effective_of(text) == expected


def test_a_piece_holds_what_its_act_changes() -> None:
    text = """DÉLIBÉRATION N° 2031-41
Objet : Location des barques

Le conseil modifie l'article 2 de la délibération n° 2030-7, à compter du 1er juin 2031.
Vote : unanimité."""
    (act,) = cut(text).pieces
    assert (act.changes, act.effective) == ((Change("modifies", "2030-7"),), date(2031, 6, 1))
