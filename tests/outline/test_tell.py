"""What a text says of the document it is."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.documents import Page, Reading
from knowledge.outline import tell


def told(text: str) -> tuple[str, str, tuple[str, ...], date | None]:
    metadata = tell(Reading((Page(1, text, 1),)))
    return metadata.title, metadata.kind, metadata.communes, metadata.date


def test_title_kind_commune_and_date_are_read_where_they_are_said() -> None:
    text = """Commune de Valbrume
REGLEMENT DE LA HALLE
Adopté par le conseil municipal de Valbrume le 6 mars 2031"""
    assert told(text) == ("REGLEMENT DE LA HALLE", "règlement", ("Valbrume",), date(2031, 3, 6))


@pytest.mark.parametrize(
    "text", ["Liste des fournitures\nune gomme", "Commune de Valbrume et commune de Roqueclaire, réunies"]
)
def test_what_is_not_said_is_not_guessed(text: str) -> None:
    assert told(text)[2:] == ((), None)


def test_several_dates_without_an_act_tell_nothing() -> None:
    assert told("Fermetures : 3 mai 2031 ; 6 juin 2031.")[3] is None


def test_a_compound_name_is_whole() -> None:
    assert told("VILLE\nMairie de Saint-Brune-sur-Orle\nCommune de Saint-Brune-sur-Orle")[2] == (
        "Saint-Brune-sur-Orle",
    )


def test_two_communes_named_as_often_are_not_told_apart() -> None:
    assert told("La commune de Valbrume et la commune de Roqueclaire.\nLa mairie de Valbrume signe.")[2] == ()


def test_what_follows_a_name_in_capitals_is_not_of_it() -> None:
    assert told("VILLE DE SAINT-BRUNE Service des salles\nTARIFS")[2] == ("Saint-Brune",)


def test_a_sentence_or_a_point_of_the_agenda_is_no_title() -> None:
    text = "les élus du conseil municipal.\n3. Salles communales : tarifs applicables\nREGLEMENT DE LA HALLE"
    assert told(text)[0] == "REGLEMENT DE LA HALLE"


LETTERHEAD = "Halle aux barques\nSAINT BRUNE SUR ORLE\n\nREGLEMENT DE LA HALLE"


@pytest.mark.parametrize(
    ("text", "towns", "found"),
    [
        (LETTERHEAD, {"Saint-Brune-sur-Orle", "Valbrume"}, ("Saint-Brune-sur-Orle",)),
        (LETTERHEAD, {"Saint-Brune", "Saint-Brune-sur-Orle"}, ("Saint-Brune-sur-Orle",)),
        (LETTERHEAD, {"Valbrume"}, ()),
        (LETTERHEAD + "\navec VALBRUME", {"Saint-Brune-sur-Orle", "Valbrume"}, ()),
        ("Commune de Roqueclaire\nREGLEMENT\npour ceux de Valbrume", {"Valbrume"}, ("Roqueclaire",)),
    ],
)
def test_a_known_town_is_told_when_it_alone_heads_the_text(text: str, towns: set[str], found: tuple[str, ...]) -> None:
    assert tell(Reading((Page(1, text, 1),)), towns).communes == found


def test_an_empty_text_tells_nothing() -> None:
    assert told("") == ("", "", (), None)
