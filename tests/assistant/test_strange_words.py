from knowledge.content import Content
from tests.answering.office import Act
from tests.assistant.desk import DAY, LAKE, assistant

WINCH = Act(
    "reglement-du-treuil",
    """
REGLEMENT DU TREUIL

Location d'une barque ou d'un canot du lac à une famille monbourgeoise, avec revenu de 1500 € et 2 enfants, le soir,
inscrit pour 3 jours : le treuil coûte 6 €.
""",
    commune="Monbourg",
)
QUESTION = "location de barque, canot, lac, famille monbourgeoise revenu 1500 2 enfants soir inscrit 3 jours, treuil"


def test_an_act_that_answers_comes_before_a_grid_that_a_word_is_strange_to(content: Content) -> None:
    assert "treuil" in assistant(content, LAKE, WINCH).ask(QUESTION, commune="Monbourg", on=DAY).text


def test_a_strange_word_that_no_act_answers_leaves_the_rest_to_the_grid(content: Content) -> None:
    assert "7,50" in assistant(content, LAKE).ask(QUESTION, commune="Monbourg", on=DAY).text
