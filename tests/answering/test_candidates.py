from dataclasses import replace

import pytest

from bot.answering.candidates import Candidate, rank, says_more
from bot.answering.matching import ideas_of
from bot.answering.setting import Setting
from bot.answering.spans import spans_of
from bot.answering.topics import Topic
from bot.understanding.question import read
from knowledge.documents import Locator, Passage
from tests.answering.office import TODAY, Act, expand, office
from tests.answering.test_rows import table


def fits(score: float, near: float, lacking: bool = False) -> Candidate:
    passage = Passage("a#1", "a", 0, "text", ("Canal",), "Le quai", "Le quai", Locator(1, 1, 1))
    return Candidate(passage, tuple(spans_of(passage)), 0, score, 1.0, near, lacking=lacking)


@pytest.mark.parametrize(
    ("second", "first", "more"),
    [
        (fits(0.69, 0.8), fits(0.7, 0.6), True),
        (fits(0.5, 0.8), fits(0.7, 0.6), False),
        (fits(0.69, 0.61), fits(0.7, 0.6), False),
        (fits(0.69, 0.8, lacking=True), fits(0.7, 0.6), False),
        (fits(0.69, 0.8, lacking=True), fits(0.7, 0.6, lacking=True), True),
    ],
)
def test_what_says_more_comes_first_among_the_even_unless_it_lacks_the_value_asked(
    second: Candidate, first: Candidate, more: bool
) -> None:
    assert says_more(second, first) is more


@pytest.mark.parametrize(
    ("typed", "told"), [("prix d'une visite habitant", True), ("visite du canal des rameurs", False)]
)
def test_a_row_told_by_what_its_act_is_about_only_is_chosen_by_chance(typed: str, told: bool) -> None:
    asked = read(typed, correct=lambda word: word, expand=expand, communes={})
    rows = table(("Habitant, visite", {"": "5 €"}), ("Extérieur, visite", {"": "9 €"}))
    [found] = rank(asked, ideas_of(asked, lambda stem: 5.0), [rows], lambda _: Topic("canal rameurs"), Setting(TODAY))
    assert found.reading is not None
    assert (found.subject > 0.5) is told


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [
        ("prix de l'aviron", True),
        ("prix de l'aviron sans le repas", True),
        ("prix du repas de l'aviron", True),
        ("prix du repas", False),
    ],
)
def test_a_row_that_says_nothing_of_what_is_asked_is_no_price_of_what_the_sentence_beside_says(
    typed: str, lacking: bool
) -> None:
    asked = read(typed, correct=lambda word: word, expand=expand, communes={})
    rows = table(("A", {"Repas": "5 €"}), ("B", {"Repas": "9 €"}))
    text = f"{rows.text}\nLes prix de l'aviron restent les mêmes."
    held = replace(rows, text=text, clean=text, locator=Locator(1, 1, 3))
    [found] = rank(asked, ideas_of(asked, lambda stem: 5.0), [held], lambda _: Topic(), Setting(TODAY))
    assert found.lacking is lacking


def test_a_row_of_an_agreement_is_told_to_who_names_whose_agreement_it_is() -> None:
    text = """CONVENTION D'OBJECTIFS ET DE MOYENS

ARTICLE 1 - OBJET

Le club garde l'écluse.

ARTICLE 5 - SUBVENTION

Exercice | 2029 | 2030
Part fixe | 400 € | 500 €
Part liée aux leçons | 60 € | 70 €
"""
    others = [Act(f"ponton-{n}", f"LE PONTON {n}\n\nLe ponton {n} a une part fixe de planches.") for n in range(30)]
    told = office(Act("convention-zarnouek", text), *others).ask("zarnouek part fixe 2030 ?").text
    assert told.startswith("500 €")


def test_a_price_of_a_sentence_is_not_of_what_the_sentences_beside_it_say() -> None:
    text = """CONSEIL DU PORT

FORMATION DES RAMEURS

La perte de salaire d'un rameur en formation est payée au taux du port.
Aucune leçon n'a eu lieu en 2029 : 1 517 € de cotisations et 95 € pour le congrès des capitaines.
"""
    others = [Act(f"ponton-{n}", f"LE PONTON {n}\n\nLe capitaine du ponton {n} garde ses planches.") for n in range(30)]
    said = office(Act("conseil-port", text), *others)
    assert said.ask("salaire du capitaine").status == "unknown"
    assert said.ask("congrès des capitaines combien").text.startswith("95 €")
