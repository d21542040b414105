from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.extras import possible, required, told_apart, without
from bot.answering.spans import spans_of
from bot.answering.supplements import added
from bot.understanding.question import Question, read
from knowledge.documents import Doubt, Figure, Locator, Passage
from knowledge.figures import french
from tests.answering.office import expand


def understood(question: str) -> Question:
    return read(question, correct=lambda word: word, expand=expand, communes={})


def cell(label: str, price: str, line: int, column: str = "Patinoire") -> Figure:
    return Figure((label,), (column,), f"{price} €", Decimal(price.replace(",", ".")), "€", line)


WEEKEND, DAY = cell("Week-end (samedi et dimanche)", "300", 1), cell("Journée", "120", 2)
HEATING, LAMPS = cell("Chauffage, du 15/10 au 15/04, par jour", "40", 3), cell("Option éclairage", "25,50", 4)
MEAL, TRIP = cell("Restauration du midi", "9", 5), cell("Supplément sortie au lac", "8", 6)
JOINING = cell("Droits d'inscription, non remboursables", "15", 7, "par famille")
PLATES = cell("Vaisselle", "0,50", 8, "par assiette")
OTHER_RINK = cell("Option éclairage", "90", 4, "Étang")


def computed(question: str, *figures: Figure, text: str = "", doubts: tuple[Doubt, ...] = (), after: str = "") -> str:
    """What is added to the first of ``figures``, in a table that holds them all above ``text``."""
    page = "\n".join([*(" | ".join((*one.row, one.printed)) for one in figures), text])
    passage = Passage("a#1", "a", 0, "table", ("Tarifs",), page, page, Locator(1, 1, 9), figures=figures, doubts=doubts)
    first = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)
    beside = Passage("a#2", "a", 0, "text", ("Tarifs",), after, after, Locator(1, 20, 29))
    near = [Candidate(beside, tuple(spans_of(beside)), 0, 0.5, 0.5, 0.5)] if after else []
    price = figures[0].value or Decimal(0)
    done = added(understood(question), [first, *near], figures[0], price, french(price))
    return done.text if done else ""


@pytest.mark.parametrize(
    ("question", "figures", "said"),
    [
        ("patinoire un week-end, éclairage compris", (WEEKEND, LAMPS), "300 € + 25,50 € = 325,50 €"),
        ("patinoire un week-end avec l'éclairage", (WEEKEND, LAMPS), "300 € + 25,50 € = 325,50 €"),
        ("patinoire un week-end + éclairage", (WEEKEND, LAMPS, OTHER_RINK), "300 € + 25,50 € = 325,50 €"),
        ("patinoire un week-end de janvier, chauffage compris", (WEEKEND, HEATING), "300 € + 2 × 40 € = 380 €"),
        ("patinoire une journée de janvier, chauffage compris", (DAY, HEATING), "120 € + 40 € = 160 €"),
        ("prix de la patinoire un week-end de janvier", (WEEKEND, HEATING), ""),
        ("le total pour la patinoire un week-end de janvier", (WEEKEND, HEATING), "300 € + 2 × 40 € = 380 €"),
        (
            "en tout, patinoire un week-end de mars avec éclairage",
            (WEEKEND, HEATING, LAMPS),
            "300 € + 2 × 40 € + 25,50 € = 405,50 €",
        ),
        ("le total pour la patinoire un week-end de juillet", (WEEKEND, HEATING), ""),
        ("patinoire un week-end de juillet, chauffage compris", (WEEKEND, HEATING), ""),
        ("patinoire un week-end, sono comprise", (WEEKEND, LAMPS), ""),
        ("patinoire un week-end, sono et éclairage, sono comprise", (WEEKEND, LAMPS), ""),
        ("patinoire un week-end avec quatre rameurs", (WEEKEND, LAMPS), ""),
        ("caution un week-end, éclairage compris", (replace(WEEKEND, row=("Caution",)), LAMPS), ""),
        ("patinoire un week-end sans éclairage", (WEEKEND, LAMPS), ""),
        ("prix de l'éclairage compris", (LAMPS, WEEKEND), ""),
        ("patinoire un week-end, avec 3 rameurs et l'éclairage", (WEEKEND, LAMPS), "300 € + 25,50 € = 325,50 €"),
        ("patinoire un week-end, avec la cantine", (WEEKEND, MEAL), "300 € + 9 € = 309 €"),
        ("patinoire un week-end, dont une sortie", (WEEKEND, TRIP), "300 € + 8 € = 308 €"),
        ("patinoire un week-end, dont 3 sorties", (WEEKEND, TRIP), "300 € + 3 × 8 € = 324 €"),
        ("patinoire un week-end, dont 3 sorties", (WEEKEND, LAMPS), ""),
        ("patinoire un week-end, éclairage compris", (WEEKEND, LAMPS, replace(LAMPS, line=7)), ""),
        ("patinoire un week-end, éclairage compris", (WEEKEND, replace(LAMPS, doubt="mal lu")), ""),
        ("patinoire un week-end, éclairage compris", (WEEKEND, replace(LAMPS, unit="mots", value=None)), ""),
        ("patinoire, chauffage compris", (replace(WEEKEND, row=("Forfait",)), HEATING), ""),
        ("patinoire un week-end avec l inscription", (WEEKEND, JOINING), "300 € + 15 € = 315 €"),
        ("patinoire un week-end pour 3 familles avec l'inscription", (WEEKEND, JOINING), "300 € + 3 × 15 € = 345 €"),
        ("patinoire un week-end, 60 assiettes, vaisselle comprise", (WEEKEND, PLATES), "300 € + 60 × 0,50 € = 330 €"),
        ("patinoire un week-end, vaisselle comprise", (WEEKEND, PLATES), ""),
        ("patinoire un week-end avec la vaisselle", (WEEKEND, replace(PLATES, column=("Étang",), line=2)), ""),
        (
            "patinoire samedi et dimanche, chauffage compris",
            (replace(WEEKEND, row=("Samedi ou dimanche",)), HEATING),
            "",
        ),
    ],
)
def test_what_is_asked_too_is_added_by_its_own_row(question: str, figures: tuple[Figure, ...], said: str) -> None:
    assert computed(question, *figures) == said


POND = cell("Week-end (samedi et dimanche)", "200", 5, "Étang")


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("avec l'éclairage", "Éclairage : 30 € par week-end.", "300 € + 30 € = 330 €"),
        ("éclairage compris", "L'éclairage est en sus : 30 €.", "300 € + 30 € = 330 €"),
        ("éclairage compris", "L'éclairage n'est pas compris : 30 € par jour.", "300 € + 2 × 30 € = 360 €"),
        ("éclairage compris", "Éclairage : 30 € (halogènes : 60 €).", "300 € + 30 € = 330 €"),
        ("éclairage compris", "Supplément pour éclairage de 10 %.", "300 € + 10 % (30 €) = 330 €"),
        ("éclairage compris, en janvier", "De mai à juin, supplément éclairage de 30 €.", ""),
        ("éclairage compris", "Supplément éclairage de 30 €, sauf à la patinoire.", ""),
        ("éclairage compris", "Supplément éclairage de 30 €, sauf à l'étang.", "300 € + 30 € = 330 €"),
        ("éclairage compris", "Supplément éclairage de 30 € à l'étang.", ""),
        ("éclairage compris", "Supplément éclairage de 30 € à la patinoire, 12 € à l'étang.", "300 € + 30 € = 330 €"),
        ("éclairage compris", "Supplément éclairage : 12 € par jour à l'étang, 30 € à la patinoire.", ""),
        ("éclairage compris", "Supplément éclairage : 12 € ou 30 €.", ""),
        ("éclairage compris", "Supplément éclairage de 30 € par rameur.", ""),
        ("éclairage compris", "Caution pour l'éclairage en supplément : 30 €.", ""),
        ("éclairage compris", "L'éclairage a coûté 30 € au club.", ""),
    ],
)
def test_what_is_asked_too_is_added_by_the_sentence_beside_the_table(question: str, sentence: str, said: str) -> None:
    assert computed(f"patinoire un week-end, {question}", WEEKEND, POND, text=sentence) == said
    assert computed(f"patinoire un week-end, {question}", WEEKEND, POND, after=sentence) == said


def test_what_some_of_those_counted_have_is_added_as_often_as_they_have_it() -> None:
    brackets = (cell("Journée, 500 à 799", "12", 1), cell("Journée, sans repas", "9", 2))
    sentence = "Supplément sortie à la glace : 8 €, sans modulation."
    assert computed("patinoire, dont une sortie à la glace", *brackets, text=sentence) == "12 € + 8 € = 20 €"
    assert computed("patinoire, dont 2 sorties", *brackets, text=sentence) == "12 € + 2 × 8 € = 28 €"
    assert computed("patinoire, dont 2 nuits", *brackets, text=sentence) == ""


def test_a_sentence_in_doubt_adds_nothing() -> None:
    text = "L'éclairage est en sus : 30 €."
    assert computed("patinoire, éclairage compris", WEEKEND, text=text, doubts=(Doubt(2, "30 €", "mal lu"),)) == ""


@pytest.mark.parametrize(
    ("question", "must", "may"),
    [
        ("canot, gilet compris", {"gilet"}, set()),
        ("canot, y compris le gilet", {"gilet"}, set()),
        ("canot + gilet", {"gilet"}, set()),
        ("canot avec le gilet", set(), {"gilet"}),
        ("canot avec l ancre", set(), {"ancre"}),
        ("canot sans la voile", set(), set()),
        ("canot avec 2 voiles", set(), set()),
    ],
)
def test_what_a_question_wants_added_is_told_by_its_words(question: str, must: set[str], may: set[str]) -> None:
    asked = understood(question)
    assert ({*required(asked)}, {*possible(asked)}) == (must, may)


def test_the_row_of_what_is_added_is_not_the_one_asked_about() -> None:
    figures = (WEEKEND, LAMPS)
    assert without(understood("patinoire avec éclairage"), figures) == [WEEKEND]
    assert without(understood("patinoire le week-end"), figures) == [WEEKEND, LAMPS]
    assert without(understood("patinoire avec éclairage"), [LAMPS]) == [LAMPS]
    assert told_apart(understood("patinoire avec éclairage")) == frozenset()
    assert "eclairag" in told_apart(understood("patinoire sans éclairage"))


def test_what_is_added_is_read_as_typed_and_as_put_right() -> None:
    assert possible(understood("patinoire avec sono")) >= {"sonoris"}
    sound = cell("Sonorisation de la patinoire", "130", 9)
    assert computed("patinoire un week-end avec sono", WEEKEND, sound) == "300 € + 130 € = 430 €"


HALLS = (
    Figure(("Halle", "week-end"), ("Prix",), "300 €", Decimal(300), "€", 1),
    Figure(("Hangar", "week-end"), ("Prix",), "200 €", Decimal(200), "€", 2),
    Figure(("Forfait chauffage, du 15/10 au 15/04", "halle"), (), "90 €", Decimal(90), "€", 3),
    Figure(("Forfait chauffage, du 15/10 au 15/04", "hangar"), (), "40 €", Decimal(40), "€", 3),
)


@pytest.mark.parametrize(
    ("question", "figures", "said"),
    [
        ("halle un week-end de janvier, chauffage compris", HALLS, "300 € + 90 € = 390 €"),
        ("hangar un week-end de janvier, chauffage compris", HALLS[1:], "200 € + 40 € = 240 €"),
        ("hangar un week-end de juillet, chauffage compris", HALLS[1:], ""),
        ("hangar un week-end de janvier, chauffage compris", HALLS[1:3], ""),
        ("hangar un week-end de janvier, éclairage compris", HALLS[1:], ""),
    ],
)
def test_of_a_list_by_place_the_price_of_the_place_asked_is_added(
    question: str, figures: tuple[Figure, ...], said: str
) -> None:
    assert computed(question, *figures) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("hangar un week-end, chauffage compris", "200 € + 40 € = 240 €"),
        ("quai un week-end, chauffage compris", ""),
    ],
)
def test_of_a_sentence_by_place_too(question: str, said: str) -> None:
    place = Figure((question.split()[0], "week-end"), ("Prix",), "200 €", Decimal(200), "€", 1)
    assert computed(question, place, text="Supplément de chauffage : halle 90 € ; hangar 40 € ; ponton 15 €.") == said
    if said:  # a sign that is read on the page only would leave out the price of another place
        spoilt = "Supplément de chauffage : halle 90 E ; ponton 15,00 € ; hangar 40 E."
        assert computed(question, place, text=spoilt) == ""
