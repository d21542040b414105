import pytest

from bot.answering.phrases import MOST_PHRASES, PHRASE_BONUS, shared
from index.analysis import tokens


@pytest.mark.parametrize(
    ("asked", "text", "pairs"),
    [
        ("un rameur seul avec un enfant", "Aucun enfant ne reste seul avec un adulte.", 1),
        ("la demande de prêt du canot", "Les demandes d'un prêt de canots sont écrites.", 2),
        ("un canot et un enfant", "Un enfant du canot.", 0),
        ("barque 12 m", "Barque : 12 m.", 0),
        ("le port de la ville", "à la mairie de la commune", 0),
    ],
)
def test_words_said_one_after_the_other_count_as_a_phrase(asked: str, text: str, pairs: int) -> None:
    assert shared(asked, tokens(text)) == pytest.approx(PHRASE_BONUS * pairs)


def test_a_long_question_earns_no_more_than_a_few_phrases() -> None:
    text = "le canot rouge du vieux port sort seul avec un rameur"
    assert shared(text, tokens(text)) == pytest.approx(PHRASE_BONUS * MOST_PHRASES)
