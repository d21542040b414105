import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows import Flows
from bot.flows.spelling import Spelling, names
from bot.flows.spoken import Said
from tests.flows.town import DAY

KNOWN = Spelling(["barque", "journée", "bateau à moteur", "monbourgeois", "grise", "brise"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("barqeu", "barque"),
        ("barke", "barke"),  # two errors in a short word: too far to be sure
        ("monbourgois", "monbourgeois"),
        ("barques", "barques"),
        ("journees", "journees"),
        ("crise", "crise"),  # as near to "grise" as to "brise"
        ("12345", "12345"),
        ("ce2", "ce2"),
        ("zebulon", "zebulon"),
        ("banque", "banque"),  # a word of every day is meant, near as it is to "barque"
        ("monbourgeios", "monbourgeois"),
    ],
)
def test_a_word_is_put_right_only_when_one_is_near(typed: str, meant: str) -> None:
    assert KNOWN.right(typed) == meant


PEOPLE = Spelling(["Visite du parc Offenbach", "habiter Monbourg"], ["monbourgeois", "monbourgeoise"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("offenbcah", "offenbach"),
        ("monborug", "monbourg"),
        ("monbourj", "monbourj"),  # another town may well end so
        ("monbourgois", "monbourgeois"),
        ("monbourgeiose", "monbourgeoise"),
        ("habitet", "habitet"),  # no name
        ("lille", "lille"),
    ],
)
def test_a_name_is_put_right_only_into_the_name_it_can_be(typed: str, meant: str) -> None:
    assert PEOPLE.named(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), [("kel", ["quel"]), ("stp", []), ("perisco", ["periscolaire"])])
def test_shorthand_is_written_out(typed: str, meant: list[str]) -> None:
    assert [word.text for word in Said(typed, KNOWN).words] == meant


@given(st.sampled_from(["barque", "journee", "bateau", "moteur", "monbourgeois", "combien", "enfant"]))
def test_a_known_word_is_never_touched(word: str) -> None:
    assert KNOWN.right(word) == word


def test_a_name_inside_a_sentence_is_left() -> None:
    assert names("Famille de Barqueville, à Monbourg") == {"barqueville", "monbourg"}


def test_a_question_full_of_typing_errors_still_gets_its_price(town_flows: Flows) -> None:
    question = "barqeu le soir, famille monbourgoise de 2 enfnats, 1500 € par mois, combein"
    (found,) = town_flows.candidates(question, "Monbourg", DAY)
    assert dict(found.reading.answers) == {"residence": "local", "revenu": "=1500", "enfants": "=2", "moment": "soir"}
