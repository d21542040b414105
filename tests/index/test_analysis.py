"""What counts as the same word, and what says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import is_said, number_key, stems, tokens
from index.french import COMMON_WORDS
from knowledge.text import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("les écoles de l'école", ["ecol", "ecol"]),
        ("10,50 € et 10.5", ["10.5", "10.5"]),
        ("3,00 €", ["3"]),
        ("l'année 2024-2025", ["anne", "2024", "2025"]),
        ("7h30, 19 h 10", ["7", "30", "19", "10"]),
        ("15ans", ["15", "ans"]),
        ("au CM2, format A3", ["cm2", "format", "a3"]),
        ("aujourd'hui, qu'est-ce que c'est ?", []),
        ("non-résident", ["non", "resident"]),
        ("l’après-midi et à midi", ["apresmid", "mid"]),
        ("sous-louer, sous réserve", ["souslou", "reserv"]),
        ("sous traiter", ["soustrait"]),
        ("ordonnance de l'ordonnateur", ["ordonnances", "ordon"]),
        ("deux rendez-vous", ["deux", "rendezvous"]),
        ("Notamment au-delà, toutefois", []),
        ("le quai au lieu du ponton", ["quai", "ponton"]),
        ("que devrai-je savoir, si nous voulons y aller", ["aller"]),
    ],
)
def test_a_text_becomes_these_stems(text: str, expected: list[str]) -> None:
    assert stems(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "annuler annulé annulée annulées",
        "scolarisé scolarisés scolarisée",
        "demander demandée demandées",
        "concédé concédée",
    ],
)
def test_a_participle_is_found_by_any_of_its_forms(forms: str) -> None:
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "surveiller surveillent surveillons",
        "ranger rangent rangeons",
        "finir finissent finissons",
        "descendre descendent descendons",
        "partir partent",
    ],
)
def test_a_verb_is_found_by_its_plural_forms(forms: str) -> None:
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize("forms", ["particulier particulière", "premier premières", "foncier foncière"])
def test_a_feminine_is_found_by_its_masculine(forms: str) -> None:
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize("noun", ["matière", "rivière", "barrière"])
def test_a_noun_that_ends_as_a_feminine_does_keeps_its_stem(noun: str) -> None:
    assert stems(noun) == stems(f"{noun}s") != stems(noun[:-1])


@pytest.mark.parametrize("noun", ["agent", "parent", "président", "saison", "boisson", "logement"])
def test_a_noun_that_ends_as_a_verb_does_keeps_its_stem(noun: str) -> None:
    assert stems(noun) == stems(f"{noun}s") != stems(f"{noun[:-3]}er")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("un loyer", "une loi"),
        ("un taxi", "une taxe"),
        ("une case", "un cas"),
        ("les données", "donner"),
        ("la communication", "la commune"),
        ("un port", "une porte"),
        ("le livre", "livrer"),
        ("un amendement", "une amende"),
        ("un avenant", "l'avenir"),
        ("la CAF", "un café"),
        ("un gars", "se garer"),
        ("le relais", "relier"),
        ("une retraite", "un retrait"),
        ("un manquement", "manquer"),
        ("la publication", "la voie publique"),
        ("la mairie", "le maire"),
        ("l'exclusion", "exclusivement"),
        ("la définition", "une exclusion définitive"),
        ("un suppléant", "un supplément"),
        ("la rentrée", "il rentre"),
        ("une mise en demeure", "demeurer"),
        ("un conseiller", "le conseil"),
        ("prendre rendez-vous", "rendre"),
        ("ils paient", "la paire"),
        ("ils relèvent", "un relevé"),
        ("un PAI", "payer"),
        ("le PLUi", "la pluie"),
        ("le péri", "le père"),
        ("un papi", "un papa"),
        ("un virement", "virer"),
        ("une boîte", "il boit"),
        ("il bat", "bâti"),
        ("une punaise", "punir"),
        ("une bougie", "bouger"),
        ("un selfie", "le self"),
        ("des chips", "chiper"),
        ("mon fils", "le fil"),
        ("un manga", "manger"),
        ("l'amiante", "un ami"),
        ("un étal", "étaler"),
        ("un rat", "rater"),
        ("le RAM", "il ramasse"),
        ("l'ETAPS", "une étape"),
        ("la fac", "en face"),
        ("un mari", "une mare"),
        ("un pote", "le pot"),
        ("un visa", "il vise"),
        ("un testament", "un test"),
        ("la sub", "subir"),
        ("une colonne à verre", "la colonie"),
        ("des habits", "elle habite"),
        ("le train", "il traîne"),
        ("un point", "il pointe"),
    ],
)
def test_words_that_a_stemmer_takes_for_one_stay_two(one: str, other: str) -> None:
    assert set(stems(one)).isdisjoint(stems(other))


@pytest.mark.parametrize(
    "forms", ["loyer loyers", "donnée données", "communication communications", "mars", "taxi taxis"]
)
def test_a_word_of_its_own_has_one_stem_in_both_numbers(forms: str) -> None:
    assert len(set(stems(forms))) == 1


@given(st.text())
def test_accents_and_capitals_never_change_what_is_searched(text: str) -> None:
    assert stems(fold(text)) == stems(text)


@given(st.text())
def test_every_token_is_plain_and_comes_back_as_itself(text: str) -> None:
    for token in tokens(text):
        assert token
        assert fold(token) == token
        assert tokens(token)[:1] == [token] or token == "h"


@given(st.decimals(0, 10**6, places=2))
def test_a_sum_is_one_token_however_its_decimals_are_written(value: object) -> None:
    dot = str(value)
    assert stems(dot) == stems(dot.replace(".", ",")) == stems(f"{dot}0")
    assert len(stems(dot)) == 1


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("5", "5"),
        ("n° 05", "5"),
        ("N°5.", "5"),
        ("Article 12", "12"),
        ("art. 12", "12"),
        ("1er", "1"),
        ("DEL2030_134", "del-2030-134"),
        ("del 2030 134", "del-2030-134"),
        ("L.2121-29", "l-2121-29"),
        ("", ""),
        ("—", ""),
    ],
)
def test_a_number_is_the_same_however_it_is_written(written: str, key: str) -> None:
    assert number_key(written) == key


def test_stop_words_and_lone_letters_say_nothing_and_figures_do() -> None:
    assert [word for word in ["les", "l", "7", "cantine", "non"] if is_said(word)] == ["7", "cantine", "non"]


def test_a_verb_of_every_day_tells_little_in_any_of_its_forms_and_a_thing_written_alike_does() -> None:
    assert {"toucher", "touche", "touchera", "reclamee", "apportent"} <= COMMON_WORDS
    assert {"donnees", "garde", "tombe", "allee"}.isdisjoint(COMMON_WORDS)
