"""What follows a misdeed is told of the scale's row that says the very one, whatever words set the scene."""

from __future__ import annotations

import pytest

from bot.answering.candidates import Candidate
from bot.answering.misdeeds import vouched
from bot.answering.spans import spans_of
from bot.understanding.question import Question, read
from index.analysis import stem
from index.engine import Term
from knowledge.documents import Locator, Passage
from tests.answering.office import expand

SCHOOL = ("Règlement des ateliers périscolaires de voile", "Article 9 - Grille des sanctions")
LUNCH = ("Règlement de la ville", "Grille des mesures - Pause du midi")
STAFF = ("Règlement du personnel du port", "Titre V - Discipline")
MARKET = ("Règlement du marché aux bateaux", "Article 4 - Sanctions")

# "a craché": the acts say "crachat"
SAME = {"crache": "crachat", "craché": "crachat", "insulte": "injure", "mouille": "eclaboussure"}


def asked(text: str) -> Question:
    def said(words: list[str]) -> tuple[Term, ...]:
        terms = expand(words)
        other = {one: ((stem(SAME[one]), 0.8),) for one in SAME}
        return tuple(Term(term.word, term.stems + other.get(term.word, ())) for term in terms)

    return read(text, correct=lambda word: word, expand=lambda words: said([*words]), communes={})


def candidate(row: str, *others: str, path: tuple[str, ...] = SCHOOL, near: float = 0.5) -> Candidate:
    text = "\n\n".join([row, *others])
    passage = Passage("a#1", "a", 0, "text", path, text, text, Locator(1, 1, 9))
    return Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 0.5, near)


@pytest.mark.parametrize(
    ("question", "row", "path"),
    [
        ("un élève a craché à la cantine, quelle sanction ?", "Crachat | Exclusion de 2 jours", SCHOOL),
        ("un gamin de CM2 a craché sur un copain, il risque quoi ?", "Crachat, fugue | Exclusion de 2 jours", SCHOOL),
        ("mon ado a craché, que se passe-t-il ?", "Niveau 2 | Exemples : Fugue ou crachat | Mesure : renvoi", SCHOOL),
        ("un agent a craché, quelle sanction ?", "Crachat | Blâme | Exclusion d'un jour", STAFF),
        ("un forain qui insulte le placier risque quoi ?", "Injures au placier | Exclusion de 2 semaines", MARKET),
        ("un élève insulte une animatrice, quelle sanction ?", "Injure envers un adulte | Renvoi", SCHOOL),
        ("un élève a craché pour la 2e fois, quelle sanction ?", "Crachat | Rappel | Récidive : exclusion", SCHOOL),
    ],
)
def test_the_row_of_the_very_misdeed_is_enough(question: str, row: str, path: tuple[str, ...]) -> None:
    assert vouched(asked(question), [candidate(row, path=path)])


@pytest.mark.parametrize(
    ("why", "question", "row", "path"),
    [
        ("staff is not at school", "un agent a craché, quelle sanction ?", "Crachat | Exclusion de 2 jours", SCHOOL),
        ("a pupil is no staff", "un élève a craché, quelle sanction ?", "Crachat | Blâme", STAFF),
        ("no stall holder", "un élève a craché, quelle sanction ?", "Crachat | Exclusion de 2 semaines", MARKET),
        ("another place", "un élève a craché dans le car, quelle sanction ?", "Crachat | Exclusion de 2 jours", LUNCH),
        ("another hour", "un élève a craché à la garderie, quelle sanction ?", "Crachat | Exclusion d'un jour", LUNCH),
        ("nobody is told", "craché par terre, quelle sanction ?", "Crachat | Exclusion de 2 jours", SCHOOL),
        ("another victim", "un élève insulte un copain, quelle sanction ?", "Injure envers un adulte | Renvoi", SCHOOL),
        ("another one", "un élève insulte une animatrice, quelle sanction ?", "Injure à un camarade | Rappel", SCHOOL),
        ("a graver one", "un élève a craché, quelle sanction ?", "Crachat au visage | Exclusion de 8 jours", SCHOOL),
        ("a second time", "un élève a craché, quelle sanction ?", "Récidive de crachat | Renvoi", SCHOOL),
        ("only once", "un élève a craché encore, quelle sanction ?", "Crachat | Rappel oral", SCHOOL),
        ("more is told", "un élève a craché dans le compresseur, quelle sanction ?", "Crachat | Rappel oral", SCHOOL),
        ("whether one may", "peut-on exclure un élève qui a craché ?", "Crachat | Exclusion de 2 jours", SCHOOL),
        ("nothing follows", "un élève a craché, quelle sanction ?", "Crachat | voir le livret", SCHOOL),
        ("no scale", "un élève a craché, quelle sanction ?", "Crachat | Exclusion", (SCHOOL[0], "Article 2 - Tabac")),
        ("what is asked is no sanction", "un élève a craché, qui nettoie ?", "Crachat | Exclusion", SCHOOL),
        ("another misdeed", "un élève a fugué, quelle sanction ?", "Crachat | Exclusion de 2 jours", SCHOOL),
    ],
)
def test_nothing_else_is(why: str, question: str, row: str, path: tuple[str, ...]) -> None:
    assert not vouched(asked(question), [candidate(row, path=path)]), why


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("un élève a craché, quelle sanction ?", "Crachat ou coup | Renvoi"),
        ("un élève a craché sur une animatrice, quelle sanction ?", "Crachat sur un adulte | Renvoi"),
    ],
)
def test_two_rows_of_the_same_misdeed_leave_it_open(question: str, other: str) -> None:
    assert not vouched(asked(question), [candidate("Crachat | Rappel oral", other)])


def test_a_passage_hardly_met_or_that_lacks_what_is_asked_is_not_vouched_for() -> None:
    question = asked("un élève a craché, quelle sanction ?")
    assert not vouched(question, [candidate("Crachat | Rappel oral", near=0.2)])


def test_the_nearest_title_tells_the_sphere() -> None:
    question = asked("un élève a craché, quelle sanction ?")
    path = ("Règlements : écoles, marché, personnel", "Titre II - Le marché", "Article 4 - Sanctions")
    assert not vouched(question, [candidate("Crachat | Exclusion de 2 jours", path=path)])
