from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.remarks import remark
from bot.answering.spans import spans_of
from bot.understanding.question import read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import expand

BOAT = Figure(("Barque",), (), "4 €", Decimal(4), "€", 1)


def told(question: str, sentence: str) -> tuple[str, str]:
    text = f"Barque | 4 €\n{sentence}"
    passage = Passage("a#1", "a", 0, "table", ("Tarifs",), text, text, Locator(1, 1, 2), figures=(BOAT,))
    shown = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)
    return remark(read(question, correct=lambda word: word, expand=expand, communes={}), shown, BOAT)


@pytest.mark.parametrize(
    ("sentence", "computed"),
    [
        ("Le prix est doublé pour le rameur qui rentre après la fermeture du ponton.", "2 × 4 € = 8 €"),
        ("Rameur rentré après la fermeture du ponton : majoration de 1,50 €.", "4 € + 1,50 € = 5,50 €"),
        ("Prix majoré de 25 % pour un rameur rentré après la fermeture du ponton.", "4 € + 25 % (1 €) = 5 €"),
        ("Prix réduit de 25 % pour un rameur rentré après la fermeture du ponton.", "4 € − 25 % (1 €) = 3 €"),
        ("Le club prend en charge 1,50 € pour un rameur rentré après la fermeture du ponton.", "4 € − 1,50 € = 2,50 €"),
        ("Prix réduit à 3 € pour un rameur rentré après la fermeture du ponton.", ""),
        ("Remise de 5 € pour un rameur rentré après la fermeture du ponton.", ""),
        ("Pour un rameur rentré après la fermeture du ponton, majoration de 50 % du prix le plus élevé.", ""),
    ],
)
def test_the_remark_on_the_case_asked_is_told_and_computed(sentence: str, computed: str) -> None:
    asked = "prix barque, rameur rentré après la fermeture du ponton"
    assert told(asked, sentence) == (sentence, computed)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le prix est doublé pour qui rentre après la fermeture du ponton.",
        "Le rameur rend la barque avant la fermeture du ponton.",
        "Le prix est doublé pour le rameur extérieur après la fermeture du ponton.",
    ],
)
def test_another_case_is_not_told(sentence: str) -> None:
    asked = "prix barque rameur" if "qui" in sentence else "prix barque, rameur rentré après la fermeture du ponton"
    assert told(asked, sentence) == ("", "")


@pytest.mark.parametrize(
    ("question", "sentences", "computed"),
    [
        (
            "barque pour un extérieur",
            "Ces prix valent pour l'habitant. Pour les autres, ils sont doublés.",
            "2 × 4 € = 8 €",
        ),
        ("barque pour un habitant", "Ces prix valent pour l'habitant. Pour les autres, ils sont doublés.", ""),
        ("barque pour un extérieur", "Ces prix valent pour un club. Pour les autres, ils sont doublés.", ""),
    ],
)
def test_the_others_are_those_whom_the_sentence_before_does_not_speak_of(
    question: str, sentences: str, computed: str
) -> None:
    assert told(question, sentences)[1] == computed


BROTHERS = "Une remise de 25 % est faite sur le prix de la barque à partir du deuxième rameur du même club."


@pytest.mark.parametrize(
    ("question", "computed"),
    [
        ("3 rameurs du même club, prix total barque", "1 × 4 € + 2 × (4 € − 25 % (1 €)) = 10 €"),
        ("1 rameur du même club avec remise, prix barque", ""),
        ("3 rameurs du même club, 2 jours, prix total barque", ""),
        ("3 canards du même club, remise sur la barque", ""),
    ],
)
def test_those_from_a_rank_on_pay_less_and_those_before_the_whole_price(question: str, computed: str) -> None:
    assert told(question, BROTHERS)[1] == computed


def test_a_change_of_another_price_is_not_computed() -> None:
    assert told("3 rameurs du même club, prix total barque", BROTHERS.replace("de la barque", "du canot"))[1] == ""
