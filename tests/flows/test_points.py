"""A grid of points: what names a point, what may stand beside, and from which towns it answers."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.flows import Candidate, Flows
from bot.messages import Dialogue
from knowledge.content import load_content
from tests.flows.town import SOURCE

DAY = date(2030, 6, 1)
CANAL = (
    """
title   = "Convention du canal"
aliases = ["canal", "PAI"]
neutral = ["gardien", "bouée", "horaire"]
asks    = ["regle", "prix", "horaire"]
"""
    + SOURCE
    + """
[inputs.point]
question = "Sur quel point ?"
choices  = { gardien = "Gardien", horaires = "Heures", bouee = "Bouée", duree = "Durée" }
synonyms = { gardien = ["gardien", "que fait le canal"], horaires = ["travaille"], bouee = ["bouée"], duree = ["dure"] }
[[rules]]
when   = { point = "gardien" }
answer = "Le gardien est nommé par le maire."
[[rules]]
when   = { point = "horaires" }
answer = "De 8 h à 18 h."
[[rules]]
when   = { point = "bouee" }
answer = "Une bouée tous les cent mètres."
[[rules]]
when   = { point = "duree" }
answer = "Trois ans."
[[examples]]
given  = { point = "gardien" }
expect = { answer = "Le gardien est nommé par le maire." }
[[examples]]
given  = { point = "horaires" }
expect = { answer = "De 8 h à 18 h." }
[[examples]]
given  = { point = "bouee" }
expect = { answer = "Une bouée tous les cent mètres." }
[[examples]]
given  = { point = "duree" }
expect = { answer = "Trois ans." }
"""
)
MEALS = (
    """
title   = "Repas du club"
aliases = ["repas du club", "club"]
neutral = ["famille"]
"""
    + SOURCE
    + """
[inputs.residence]
question = "D'où vient la famille ?"
choices  = { local = "Monbourgeois", autre = "Non-Monbourgeois" }
resident = "local"
outsider = "autre"
[[rules]]
when   = { residence = "local" }
amount = 3
[[rules]]
when   = { residence = "autre" }
amount = 5
[[examples]]
given  = { residence = "local" }
expect = { amount = 3 }
[[examples]]
given  = { residence = "autre" }
expect = { amount = 5 }
"""
)

DISHES = (
    """
title      = "Vaisselle du club"
aliases    = ["vaisselle"]
hit_policy = "collect"
"""
    + SOURCE
    + """
[inputs.verres]
question = "Combien de verres à pied ?"
words    = ["verre à pied"]
quantity = {}
default  = 0
[inputs.bols]
question = "Combien de bols ?"
words    = ["bol"]
quantity = {}
default  = 0
[inputs.plats]
question = "Combien de plats ?"
words    = ["plat"]
quantity = {}
default  = 0
[[rules]]
item    = "Verre à pied"
amount  = 2
per     = ["verres"]
[[rules]]
item    = "Bol"
amount  = 3
per     = ["bols"]
[[rules]]
item    = "Plat"
amount  = 5
per     = ["plats"]
[[examples]]
given  = { verres = 1, bols = 1, plats = 1 }
expect = { total = 10 }
"""
)


def flows(folder: Path, own: str = "") -> Flows:
    """Monbourg, whose grids are shared with Rivebourg, which has its own when ``own`` is given."""
    files = {
        "monbourg/commune.toml": 'name = "Monbourg"\ninhabitants = ["monbourgeois"]\nshared_with = ["Rivebourg"]\n',
        "monbourg/grids/canal/2030-01-01.toml": CANAL,
        "monbourg/grids/repas/2030-01-01.toml": MEALS,
        "monbourg/grids/vaisselle/2030-01-01.toml": DISHES,
        **({"rivebourg/commune.toml": 'name = "Rivebourg"\n', "rivebourg/grids/x/2030-01-01.toml": own} if own else {}),
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    content = load_content(folder)
    assert content.problems == ()
    return Flows(content.tables, content.communes)


@pytest.fixture(scope="module")
def canal(tmp_path_factory: pytest.TempPathFactory) -> Flows:
    return flows(tmp_path_factory.mktemp("canal"))


def best(held: Flows, question: str, town: str = "Monbourg") -> Candidate:
    return held.candidates(question, town, DAY)[0]


def test_a_grid_answers_from_the_towns_that_signed_the_act(canal: Flows) -> None:
    assert best(canal, "durée du canal", "Rivebourg").table.title == "Convention du canal"
    assert canal.candidates("durée du canal", "Vertville", DAY) == []


def test_a_folder_of_its_own_comes_before_what_is_shared(tmp_path: Path) -> None:
    held = flows(tmp_path, CANAL.replace("Convention du canal", "Convention de Rivebourg"))
    assert best(held, "durée du canal", "Rivebourg").table.title == "Convention de Rivebourg"


@pytest.mark.parametrize(
    ("question", "point"),
    [
        ("canal : le gardien travaille quand", "horaires"),
        ("canal : la bouée dure combien de temps", "duree"),
        ("canal : qui nomme le gardien", "gardien"),
    ],
)
def test_a_word_that_may_stand_beside_names_a_point_only_alone(canal: Flows, question: str, point: str) -> None:
    assert best(canal, question).reading.answers == (("point", point),)


def test_what_the_small_words_of_a_phrase_make_telling_is_named_with_them_only(canal: Flows) -> None:
    assert best(canal, "que fait le canal ?").reading.answers == (("point", "gardien"),)
    assert best(canal, "qui signe pour le canal ?").reading.answers == ()


def test_two_points_named_by_such_words_alone_stay_open(canal: Flows) -> None:
    assert best(canal, "canal : gardien et bouée").reading.open == (("point", ("gardien", "bouee")),)


def test_a_verb_cut_short_is_no_acronym(canal: Flows) -> None:
    assert not [one for one in canal.candidates("combien faut-il payer le nettoyage", "Monbourg", DAY) if one.named]
    assert best(canal, "le PAI dure combien de temps").named


def test_an_income_that_a_grid_has_no_use_for_keeps_it_open(canal: Flows) -> None:
    plain = best(canal, "prix du repas du club")
    assert best(canal, "prix du repas du club, 2000 euros par mois, 2 enfants").coverage == plain.coverage
    assert best(canal, "prix du repas du club, 40 kg").coverage < plain.coverage


def test_shorthand_written_out_leaves_no_word_to_explain(canal: Flows) -> None:
    assert best(canal, "le canal dure jusqua quand").coverage == 1.0


def test_each_article_is_counted_by_the_number_before_it(canal: Flows) -> None:
    step = canal.open(best(canal, "vaisselle cassée : 3 verres à pied et 2 bols"), Dialogue(commune="Monbourg"))
    assert step.answer.value == Decimal(12)


def test_an_article_named_without_its_number_is_asked_when_another_has_one(canal: Flows) -> None:
    step = canal.open(best(canal, "vaisselle cassée : 3 verres à pied, des bols"), Dialogue(commune="Monbourg"))
    assert (step.answer.status, step.answer.reason) == ("question", "bols")


def test_articles_named_without_any_number_are_told_by_the_piece(canal: Flows) -> None:
    step = canal.open(best(canal, "vaisselle : prix du bol et du plat"), Dialogue(commune="Monbourg"))
    assert "prix unitaires" in step.answer.text
    assert "Verre" not in step.answer.text
