"""Where the points of a council open when only its votes tell how it titles them."""

from __future__ import annotations

import pytest

from knowledge.standings import Standing
from tests.outline.cutting import cut, passages

MINUTES = """COMMUNE DE VALMORTE
PROCÈS-VERBAL DU CONSEIL MUNICIPAL
Séance du 14 mai 2031

{one}

Rapporteur : Mme HÉRAULT

Les barques du canal sont louées depuis 2020. Le conseil municipal, après en avoir délibéré, à l'unanimité,
DÉCIDE de fixer l'heure de barque à 7,00 €.

{two}

M. Prigent présente le vœu. Le conseil, par 4 voix pour et 18 contre, rejette la proposition.

{three}

Le conseil municipal, à l'unanimité, décide de fixer le mètre linéaire à 2,10 € par jour de marché.
"""


def minutes(one: str, two: str, three: str) -> str:
    return MINUTES.format(one=one, two=two, three=three)


def told(text: str) -> list[tuple[str, str, Standing]]:
    return [(piece.number, piece.title, piece.standing) for piece in cut(text).pieces if piece.kind == "deliberation"]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("n° 41-2031 - {}", "n° 42-2031 - {}", "n° 43-2031 - {}"),
        ("41/2031 - {}", "42/2031 - {}", "43/2031 - {}"),
        ("31-041  {}", "31-042  {}", "31-043  {}"),
        ("DEL 2031 041 - {}", "DEL 2031 042 - {}", "DEL 2031 043 - {}"),
        ("2031.41 {}", "2031.42 {}", "2031.43 {}"),
        ("2031-41\n{}", "2031-42\n{}", "2031-43\n{}"),
        ("{} (délibération n° 2031-41)", "{} (délibération n° 2031-42)", "{} (délibération n° 2031-43)"),
        ("{} : 2031-41", "{} : 2031-42", "{} : 2031-43"),
        ("N° 41 - {}", "N° 42 - {}", "N° 43 - {}"),
        ("1. {}", "2. {}", "3. {}"),
        ("1) {}", "2) {}", "3) {}"),
        ("1°) {}", "2°) {}", "3°) {}"),
        ("1/ {}", "2/ {}", "4/ {}"),  # a title lost by the scan
        ("1.1 - {}", "1.2 - {}", "2.1 - {}"),
        ("FINANCES\n\nI.1 {}", "I.2 {}", "ESPACE PUBLIC\n\nII.1 {}"),
        ("I – {}", "II – {}", "III – {}"),
        ("A – {}", "B – {}", "C – {}"),
        ("► {}", "► {}", "► {}"),
        ("Objet de la délibération : {}", "Objet de la délibération : {}", "Objet de la délibération : {}"),
    ],
)
def test_titles_that_share_out_the_votes_open_the_acts(first: str, second: str, third: str) -> None:
    acts = told(
        minutes(first.format("Location des barques"), second.format("Souhait du club"), third.format("Droits de place"))
    )
    assert [(title, standing) for _, title, standing in acts] == [
        ("Location des barques", Standing.ADOPTED),
        ("Souhait du club", Standing.REJECTED),
        ("Droits de place", Standing.ADOPTED),
    ]


def test_titles_in_capitals_share_them_out_too_without_the_letterhead() -> None:
    acts = told(minutes("LOCATION DES BARQUES", "SOUHAIT DU CLUB", "DROITS DE PLACE"))
    assert [title for _, title, _ in acts] == ["LOCATION DES BARQUES", "SOUHAIT DU CLUB", "DROITS DE PLACE"]


def test_an_act_keeps_its_number_and_the_title_ends_where_the_text_begins() -> None:
    text = minutes("31-041  Barques. Il est proposé de revoir les prix à 7 €.", "31-042  Quais", "31-043  Place")
    assert told(text)[0][:2] == ("31-041", "Barques")


def test_the_items_of_a_list_inside_a_point_open_nothing() -> None:
    text = minutes(
        "1. Location des barques\n\n1. Rames\n2. Gilets\n3. Bouées", "2. Souhait du club", "3. Droits de place"
    )
    assert [title for _, title, _ in told(text)] == ["Location des barques", "Souhait du club", "Droits de place"]


def test_the_number_and_the_title_of_a_point_are_its_own_and_no_text_of_it() -> None:
    text = minutes("31-041  Location des barques", "31-042  Souhait du club", "31-043  Droits de place")
    assert [one.path[0] for one in passages(text) if "2,10 €" in one.text] == ["Droits de place"]
    assert not any("31-04" in one.clean for one in passages(text))


def test_a_price_stands_under_the_title_of_its_own_point() -> None:
    text = minutes("1. Location des barques", "2. Souhait du club", "3. Droits de place")
    place = next(passage for passage in passages(text) if "2,10 €" in passage.text)
    assert place.path[0] == "Droits de place"


@pytest.mark.parametrize(
    "text",
    [
        "Règlement du port\n\n1. Accès\n\nOuvert.\n\n2. Amarres\n\nDoublées.\n\n3. Départ\n\nÀ 12 h.",
        minutes("Tarifs 2030-2031", "Tarifs 2031-2032", "Tarifs 2032-2033"),  # school years are no numbers of acts
        minutes("Le pont est long.", "Le quai est court.", "La rive est haute."),
    ],
)
def test_without_votes_or_titles_nothing_is_opened(text: str) -> None:
    assert told(text) == []


def test_known_forms_are_kept_where_they_open_the_acts() -> None:
    text = minutes("Délibération n° 41 : Barques", "Délibération n° 42 : Quais", "Délibération n° 43 : Marché")
    assert [number for number, _, _ in told(text)] == ["41", "42", "43"]
