import pytest

from bot.answering.borne import borne
from bot.answering.candidates import Candidate
from bot.answering.counting import asked
from bot.answering.spans import spans_of
from bot.understanding.question import read
from knowledge.documents import Doubt, Locator, Passage
from tests.answering.office import expand


def done(question: str, text: str, *doubts: Doubt) -> str:
    passage = Passage("a#1", "a", 0, "text", ("Bateliers",), text, text, Locator(1, 1, 9), doubts=doubts)
    spans = tuple(spans_of(passage))
    best = next(at for at, span in enumerate(spans) if "aleur" in span.clean)
    read_as = read(question, correct=lambda word: word, expand=expand, communes={})
    return borne(read_as, Candidate(passage, spans, best, 1.0, 1.0, 1.0), asked(read_as))


LUNCH = "Titre-restaurant : valeur 6 € ; la commune en paie 50 %."
RISE = "La valeur du titre-restaurant passe de 6 € à 7 € à compter du 1er mars 2031. La part de la ville reste de 60 %."


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("combien la mairie paie sur un titre restaurant ?", LUNCH, "6 € × 50 % = 3 €"),
        ("titre restaurant : combien reste à la charge de l'agent ?", LUNCH, "6 € × 50 % = 3 €"),
        ("combien la commune prend en charge pour 18 titres restaurant ?", LUNCH, "18 × 6 € × 50 % = 54 €"),
        ("en mars 2031, combien la ville met sur le titre restaurant ?", RISE, "7 € × 60 % = 4,20 €"),
        ("titre restaurant depuis mars : part de la ville, en euros combien ?", RISE, "7 € × 60 % = 4,20 €"),
        ("combien paie l'agent pour un titre restaurant en 2032 ?", RISE, "7 € × 40 % = 2,80 €"),
        # nothing says from when, or not yet
        ("combien la ville paie sur un titre restaurant ?", RISE, ""),
        ("combien la ville paie sur un titre restaurant en février 2031 ?", RISE, ""),
        ("combien la ville payait sur un titre restaurant en 2030 ?", RISE, ""),
        # another thing, another question
        ("combien la commune paie sur un chèque vacances ?", LUNCH, ""),
        ("quelle est la valeur du titre restaurant que paie la commune ?", LUNCH, ""),
        ("quel pourcentage du titre restaurant la commune paie ?", LUNCH, ""),
        ("combien coûte un titre restaurant ?", LUNCH, ""),
        ("combien la commune paie pour 18 jours de titre restaurant ?", LUNCH, ""),
        # two values, two rates, a rate of nothing borne
        ("combien la mairie paie sur un titre restaurant ?", f"{LUNCH} La commune paie 40 % de la mutuelle.", ""),
        ("combien la mairie paie sur un titre restaurant ?", "Titre : valeur 6 € ou 7 € ; la commune paie 50 %.", ""),
        ("combien la mairie paie sur un titre restaurant ?", "Titre-restaurant : valeur 6 €, hausse de 5 %.", ""),
    ],
)
def test_the_share_of_a_face_value_is_taken_of_the_one_that_holds(question: str, text: str, said: str) -> None:
    assert done(question, text) == said


def test_of_a_value_in_doubt_no_share_is_taken() -> None:
    asked_for = "combien la mairie paie sur un titre restaurant ?"
    assert done(asked_for, LUNCH, Doubt(1, "6 €", "mal lu")) == ""
