import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.matching import Idea, coverage, ideas_of, stem_set, strength
from bot.understanding.question import read
from index.engine import Term
from tests.answering.office import expand

WORDS = st.sampled_from(["barque", "etang", "cygne", "verger", "kiosque"])
HELD = st.frozensets(WORDS)


def idea(word: str, weight: float = 1.0, *others: tuple[str, float]) -> Idea:
    ways = ((word, 1.0), *others)
    return Idea(Term(word, ways), weight, True, tuple((frozenset(phrase.split()), how) for phrase, how in ways))


IDEAS = st.lists(st.builds(idea, WORDS, st.floats(0.01, 12.0)), max_size=5)
CREDIT = st.floats(0.0, 1.0)


@given(IDEAS, HELD, CREDIT)
def test_coverage_is_a_share(ideas: list[Idea], held: frozenset[str], credit: float) -> None:
    assert 0.0 <= coverage(ideas, (held, credit)) <= 1.0 + 1e-9


@given(IDEAS, HELD, HELD, CREDIT)
def test_holding_more_never_covers_less(
    ideas: list[Idea], held: frozenset[str], more: frozenset[str], credit: float
) -> None:
    assert coverage(ideas, (held | more, credit)) >= coverage(ideas, (held, credit)) - 1e-9


@given(IDEAS, HELD, HELD)
def test_another_text_never_takes_anything_away(
    ideas: list[Idea], held: frozenset[str], elsewhere: frozenset[str]
) -> None:
    assert coverage(ideas, (held, 1.0), (elsewhere, 0.5)) >= coverage(ideas, (held, 1.0)) - 1e-9


@given(IDEAS.filter(bool))
def test_everything_held_covers_everything(ideas: list[Idea]) -> None:
    assert coverage(ideas, (frozenset(one.term.word for one in ideas), 1.0)) == pytest.approx(1.0)


def test_nothing_asked_is_nothing_covered() -> None:
    assert coverage([], (frozenset({"barque"}), 1.0)) == 0.0


def test_the_surest_way_of_saying_counts_once() -> None:
    boat = idea("barque", 1.0, ("canot", 0.8), ("embarcation leger", 0.6))
    assert strength(boat, frozenset({"barque", "canot"})) == 1.0
    assert strength(boat, frozenset({"canot"})) == 0.8
    assert strength(boat, frozenset({"embarcation", "leger"})) == 0.6
    assert strength(boat, frozenset({"embarcation"})) == 0.0


def test_numbers_written_in_words_are_figures_too() -> None:
    assert {"30", "12"} <= stem_set("trente ans, ou 12 mois")
    assert {"48", "30"} <= stem_set("quarante-huit heures, concession trentenaire")
    assert "1" not in stem_set("une barque")


def ideas(text: str, rarity: dict[str, float], aside: str = "") -> dict[str, Idea]:
    question = read(text, correct=lambda word: word, expand=expand, communes={})
    found = ideas_of(question, lambda stem: rarity.get(stem, 10.0), lambda word: word == aside)
    return {one.term.word: one for one in found}


def test_what_something_else_takes_in_is_nearly_met_wherever_it_is_not_said() -> None:
    found = ideas("kiosque papa", {}, aside="papa").values()
    assert coverage(found, (stem_set("le kiosque"), 1.0)) > 0.85 > coverage(found, (stem_set("le papa"), 1.0))
    assert coverage(found, (stem_set("le kiosque de papa"), 1.0)) == 1.0


def test_a_rare_word_weighs_more_than_one_that_every_act_says() -> None:
    found = ideas("étang kiosque", {"etang": 6.0, "kiosqu": 2.0})
    assert found["etang"].weight > found["kiosque"].weight


def test_words_that_ask_weigh_little_and_figures_are_no_ideas() -> None:
    found = ideas("tarif kiosque 30 ans", {"tarif": 5.0, "kiosqu": 5.0})
    assert found["tarif"].weight < found["kiosque"].weight / 2
    assert not found["tarif"].subject
    assert "30" not in found


def test_a_word_that_no_act_says_weighs_less_than_the_rarest_that_one_says() -> None:
    found = ideas("pédalo kiosque", {"kiosqu": 9.9})
    assert found["pedalo"].weight < found["kiosque"].weight


def test_a_synonym_lends_a_word_its_weight() -> None:
    assert ideas("cantine", {"restaur": 3.0})["cantine"].weight == 3.0


def test_a_name_that_french_does_not_have_weighs_more() -> None:
    found = ideas("citeobus kiosque", {"citeobus": 5.0, "kiosqu": 5.0})
    assert found["citeobus"].weight > found["kiosque"].weight


def test_the_words_of_one_name_weigh_as_one() -> None:
    asked = read("le quai Kerlouan-Izel", correct=lambda word: word, expand=expand, communes={})
    alone = read("le quai Kerlouan", correct=lambda word: word, expand=expand, communes={})
    whole = sum(idea.weight for idea in ideas_of(asked, lambda stem: 5.0))
    assert whole == pytest.approx(sum(idea.weight for idea in ideas_of(alone, lambda stem: 5.0)))
