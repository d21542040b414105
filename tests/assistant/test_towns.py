import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.towns import is_grouping, reach, taken_out, towns_of
from knowledge.content import Commune, Contact

POOL = Contact("Piscine", ("piscine", "natation"), phone="01 00 00 00 01", hours="9 h - 12 h")
HALL = Contact("Accueil", ("état civil", "piscine municipale"), email="mairie@monbourg.example")
TOWNS = towns_of(
    [Commune("monbourg", "Monbourg", ("La Perle",), contacts=(POOL, HALL))],
    ["Vertville-sur-Orne", "Saint-Aubin", "Saint-Aubin-le-Sec", "MEL", "Monbourg"],
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("la piscine de Monbourg", ("Monbourg",)),
        ("la piscine de MONBOURG", ("Monbourg",)),
        ("une piscine à La Perle", ("Monbourg",)),
        ("vertville", ("Vertville-sur-Orne",)),
        ("à Saint Aubin le Sec", ("Saint-Aubin-le-Sec",)),
        ("à Saint-Aubin", ("Saint-Aubin",)),
        ("Monbourg et Vertville", ("Monbourg", "Vertville-sur-Orne")),
        ("un monbourgeois", ()),
        ("le saint", ()),
    ],
)
def test_the_towns_that_a_text_names(text: str, named: tuple[str, ...]) -> None:
    assert TOWNS.named(text) == named


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("monb", "Monbourg"),
        ("la perle", "Monbourg"),
        ("vertville sur orne", "Vertville-sur-Orne"),
        ("Saint-Aubin", "Saint-Aubin"),
        ("saint", ""),
        ("", ""),
        ("Nulle-Part", ""),
    ],
)
def test_a_town_is_found_when_one_only_can_be_meant(typed: str, town: str) -> None:
    assert TOWNS.find(typed) == town


def test_the_service_is_the_one_whose_subjects_are_named_most() -> None:
    assert TOWNS.contact("Monbourg", "un cours de natation à la piscine") == POOL
    assert TOWNS.contact("Monbourg", "un acte d'état civil") == HALL
    assert TOWNS.contact("Monbourg", "la piscine municipale") == HALL
    assert TOWNS.contact("Monbourg", "une barque") is None
    assert TOWNS.contact("Vertville-sur-Orne", "la piscine") is None


def test_how_to_reach_a_service_is_one_line() -> None:
    assert reach(POOL) == "Piscine (01 00 00 00 01, 9 h - 12 h)"
    assert reach(Contact("Accueil")) == "Accueil"


@pytest.mark.parametrize(
    ("name", "grouping"),
    [
        ("MEL", True),
        ("Métropole des Lacs", True),
        ("Communauté de communes du Lac", True),
        ("Monbourg", False),
        ("SAINT-AUBIN-LE-SEC", False),
    ],
)
def test_a_body_of_several_communes_is_told_by_its_name(name: str, grouping: bool) -> None:
    assert is_grouping(name) is grouping


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=4))
def test_any_names_are_looked_for_in_any_text(text: str, held: list[str]) -> None:
    towns = towns_of([], held)
    assert set(towns.named(text)) <= set(held)
    named, rest = taken_out(text, {town: (town,) for town in held})
    assert named or rest == text
