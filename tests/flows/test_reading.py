from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows import Candidate, Flows
from bot.flows.numbers import mentions
from bot.flows.spoken import Said
from tests.flows.town import DAY


def read(flows: Flows, question: str, subject: str = "barques") -> dict[str, str]:
    return dict(candidate(flows, question, subject).reading.answers)


def candidate(flows: Flows, question: str, subject: str) -> Candidate:
    return next(one for one in flows.candidates(question, "Monbourg", DAY) if one.table.subject == subject)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("revenu 1500", "=1500"),
        ("1 500 € par mois", "=1500"),
        ("1500€", "=1500"),
        ("1500 euros mensuels", "=1500"),
        ("ils gagnent 1500 par mois", "=1500"),
        ("1.500 euros", "=1500"),
        ("ressources de 1500,50 €", "=1500.5"),
        ("mille euros", "=1000"),
        ("deux mille cinq cents euros par mois", "=2500"),
        ("2 mille euros", "=2000"),
        ("1500e", "=1500"),
    ],
)
def test_a_sum_is_read_as_people_write_it(town_flows: Flows, words: str, answer: str) -> None:
    assert read(town_flows, f"prix d'une barque, {words}")["revenu"] == answer


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("famille de 2 enfants", "=2"),
        ("deux enfants", "=2"),
        ("trois gamins", "=3"),
        ("enfant unique", "=1"),
        ("un enfant seul", "=1"),
        ("famille d'un enfant", "=1"),
        ("un enfant monbourgeois", "=1"),
        ("vingt-deux enfants", "=22"),
        ("vingt-et-un enfants", "=21"),
        ("quatre-vingts enfants", "=80"),
    ],
)
def test_a_count_is_read_in_figures_and_in_words(town_flows: Flows, words: str, answer: str) -> None:
    assert read(town_flows, f"prix d'une barque, {words}")["enfants"] == answer


def test_un_enfant_in_a_story_counts_nothing(town_flows: Flows) -> None:
    assert "enfants" not in read(town_flows, "un enfant veut une barque")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("famille monbourgeoise", "local"),
        ("des monbourgeois", "local"),
        ("ils habitent Monbourg", "local"),
        ("non monbourgeois", "autre"),
        ("pas monbourgeois", "autre"),
        ("la famille n'habite pas Monbourg", "autre"),
        ("elle habite Rivebelle", "autre"),
        ("elle habite à rivebelle", "autre"),
        ("une famille de Rivebelle", "autre"),
        ("des gens de vertville", "autre"),
        ("hors commune", "autre"),
        ("extérieur", "autre"),
        ("les grands-parents sont monbourgeois", "proche"),
        ("non inscrit, monbourgeois", "local"),
        ("enfant non inscrit monbourgeois", "local"),
        ("pas inscrit, famille de Monbourg", "local"),
        ("non, monbourgeois", "local"),
        ("non-monbourgeois", "autre"),
        ("ne sont pas des monbourgeois", "autre"),
        ("un habitant de Vertville", "autre"),
        ("un enfant, Vertville", "autre"),
        ("elle habite ici, pas inscrit, monbourgeoise", "local"),
        ("pour un enfant d'ici", "local"),
        ("une famille d ici", "local"),
        ("elle habite ici", "local"),
        ("ils n'habitent pas ici", "autre"),
    ],
)
def test_who_lives_where(town_flows: Flows, words: str, code: str) -> None:
    assert read(town_flows, f"prix d'une barque, {words}")["residence"] == code


@pytest.mark.parametrize(
    "words",
    [
        "à Monbourg",
        "au lac",
        "peut-être monbourgeois",
        "monbourgeois ou pas",
        "sa mère travaille à Vertville",
        "il ne vient pas de Vertville",
        "vertville",
        "d'ici lundi",
        "à prendre ici",
    ],
)
def test_a_place_or_a_doubt_is_no_residence(town_flows: Flows, words: str) -> None:
    assert "residence" not in read(town_flows, f"prix d'une barque {words}")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("le matin", "matin"),
        ("les matinées", "matin"),
        ("pas le matin", "soir"),
        ("en soirée", "soir"),
    ],
)
def test_a_choice_is_read_by_inflection_and_by_what_is_denied(town_flows: Flows, words: str, code: str) -> None:
    assert read(town_flows, f"prix d'une barque {words}")["moment"] == code


def test_two_choices_leave_the_question_open(town_flows: Flows) -> None:
    found = candidate(town_flows, "prix d'une barque le matin ou le soir", "barques")
    assert found.reading.open == (("moment", ("matin", "soir")),)
    assert found.play.next_input()


@pytest.mark.parametrize("words", ["pas inscrit", "sans être inscrit", "non inscrit"])
def test_not_enrolled_is_not_enrolled(town_flows: Flows, words: str) -> None:
    assert read(town_flows, f"prix d'une barque, enfant {words}")["inscription"] == "non_inscrit"


def test_a_small_typing_error_is_forgiven(town_flows: Flows) -> None:
    assert read(town_flows, "sanction pour une baggarre", "sanctions")["faits"] == "violence"


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("2e fois", "=2"),
        ("2 eme fois", "=2"),
        ("2eme fois", "=2"),
        ("deuxième fois", "=2"),
        ("seconde fois", "=2"),
        ("3ème fois", "=3"),
        ("3e fois", "=3"),
        ("1re fois", "=1"),
        ("première fois", "=1"),
    ],
)
def test_a_rank_is_read(town_flows: Flows, words: str, answer: str) -> None:
    assert read(town_flows, f"sanction pour un vol, {words}", "sanctions")["fois"] == answer


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("19h10", 1150),
        ("19 h", 1140),
        ("18 h 30", 1110),
        ("19 heures", 1140),
        ("dix-neuf heures trente", 1170),
        ("dix-huit heures quarante-cinq", 1125),
        ("vingt heures", 1200),
        ("18h et demie", 1110),
        ("19 heures moins le quart", 1125),
        ("dix-huit heures et quart", 1095),
        ("18 heures, 2 enfants", 1080),
    ],
)
def test_a_time_is_read_in_figures_and_in_words(words: str, minutes: int) -> None:
    (found, *_) = mentions(Said(f"arrivé à {words}").words)
    assert (found.kind, found.value) == ("clock", Decimal(minutes))


@pytest.mark.parametrize("words", ["revenu de -500 €", "1000000000000 €"])
def test_an_impossible_figure_is_refused_not_taken(town_flows: Flows, words: str) -> None:
    found = candidate(town_flows, f"prix d'une barque, {words}", "barques")
    assert "revenu" not in dict(found.reading.answers)
    assert found.reading.refused


@pytest.mark.parametrize(
    "question", ["", "🙂🙂", "<script>alert(1)</script>", "' OR 1=1 --", "AND OR NOT *", "a" * 10_000]
)
def test_odd_questions_name_no_grid(town_flows: Flows, question: str) -> None:
    assert town_flows.candidates(question, "Monbourg", DAY) == []


@given(st.text(max_size=300))
def test_any_text_is_read_without_failing(town_flows: Flows, text: str) -> None:
    for found in town_flows.candidates(f"barque {text}", "Monbourg", DAY):
        assert 0 <= found.score <= 1
        assert set(dict(found.reading.answers)) <= {entry.name for entry in found.table.inputs} | {"@lignes"}


@pytest.mark.parametrize(
    "words", ["barque de Vertville", "prix d'une barque à Vertville", "tarif de vertville, barque"]
)
def test_the_thing_of_another_town_is_not_ours(town_flows: Flows, words: str) -> None:
    assert town_flows.candidates(words, "Monbourg", DAY) == []


@pytest.mark.parametrize(
    "words", ["qui est le chef des barques ?", "la barque, c'est qui ?", "à qui demander une barque ?"]
)
def test_who_is_asked(town_flows: Flows, words: str) -> None:
    assert candidate(town_flows, words, "barques").asked is False


@pytest.mark.parametrize(
    "words", ["une dame qui veut une barque", "celui qui loue une barque", "quelqu'un qui vient en barque"]
)
def test_a_qui_that_goes_on_about_someone_asks_for_nobody(town_flows: Flows, words: str) -> None:
    assert candidate(town_flows, words, "barques").asked is None


def test_a_name_of_a_neighbour_town_makes_no_other_word_doubtful(town_flows: Flows) -> None:
    found = candidate(town_flows, "sanction pour un vol, première fois, il vient de Vertville", "sanctions")
    assert not found.unmatched
    assert found.sure


def test_a_word_that_nothing_explains_lets_no_choice_be_supposed(town_flows: Flows) -> None:
    full = "barque le soir, famille monbourgeoise de 2 enfants, 1500 € par mois"
    assert candidate(town_flows, full, "barques").play.next_input() is None
    asked = candidate(town_flows, f"{full}, zébulon", "barques").play.next_input()
    assert asked
    assert asked.name == "inscription"


def test_a_word_of_what_a_grid_tells_is_no_strange_word(town_flows: Flows) -> None:
    assert candidate(town_flows, "quelle exclusion pour une bagarre au lac", "sanctions").unmatched == ()


def test_a_choice_that_is_also_an_alias_is_one_of_those_named(town_flows: Flows) -> None:
    read = candidate(town_flows, "après une bagarre, la punition c'est pour le vol ou pas", "sanctions").reading
    assert dict(read.open)["faits"] == ("violence", "vol")


@pytest.mark.parametrize(
    "words", ["peut-on bénéficier d'une barque", "qui veut recevoir une barque", "il faut déposer la barque où"]
)
def test_an_everyday_verb_needs_no_explaining(town_flows: Flows, words: str) -> None:
    assert candidate(town_flows, words, "barques").coverage == 1.0


def test_no_grid_of_another_town_is_offered(town_flows: Flows) -> None:
    assert town_flows.candidates("prix d'une barque", "Rivebelle", DAY) == []
