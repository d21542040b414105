from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.remarks import remark
from bot.answering.spans import spans_of
from bot.answering.totals import times
from bot.understanding.question import read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import expand

BOAT = Figure(("Barque",), (), "4 €", Decimal(4), "€", 1)


def told(question: str, sentence: str, *others: Figure, at: str = "") -> tuple[str, str]:
    text = f"Barque | 4 €\n{sentence}"
    boat = replace(BOAT, row=("Barque", at)) if at else BOAT
    passage = Passage("a#1", "a", 0, "table", ("Tarifs",), text, text, Locator(1, 1, 2), figures=(boat, *others))
    shown = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)
    asked = read(question, correct=lambda word: word, expand=expand, communes={})
    said = remark(asked, [shown], boat, times(asked, shown, boat, ""))
    return said.told, said.done


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


@pytest.mark.parametrize(
    ("question", "sentence", "computed"),
    [
        ("barque, 4e fois", "À partir de la troisième location, le prix est réduit de 25 %.", "4 € − 25 % (1 €) = 3 €"),
        ("barque, 2e fois", "À partir de la troisième location, le prix est réduit de 25 %.", ""),
        ("barque", "À partir de la troisième location de la barque par un rameur, réduit de 25 %.", ""),
        ("barque, 4e fois", "À partir de la troisième absence, le prix est majoré de 25 %.", ""),
        ("barque en juillet", "Du 1er juin au 31 août, le prix est majoré de 25 %.", "4 € + 25 % (1 €) = 5 €"),
        ("barque en mars", "Du 1er juin au 31 août, le prix est majoré de 25 %.", ""),
        ("barque", "Du 1er juin au 31 août, le prix est majoré de 25 %.", ""),
        ("barque, d'avril à juin", "Barque de saison (du 1er avril au 30 juin) : 75 % du prix.", "4 € × 75 % = 3 €"),
        ("barque, d'avril à juin", "Barque de saison (du 1er avril au 30 juin) : un quart du prix.", "4 € × 1/4 = 1 €"),
        ("barque, d'avril à mai", "Barque de saison (du 1er avril au 30 juin) : 75 % du prix.", ""),
        ("barque, d'avril à juin", "D'avril à juin, un acompte de 75 % du prix est versé.", ""),
        ("barque, d'avril à juin", "D'avril à juin, le prix n'est pas majoré de 10 %.", ""),
        ("barque, rameur à 8 km", "Le rameur à moins de quinze kilomètres paie moitié prix.", "4 € × 1/2 = 2 €"),
        ("barque, rameur à 20 km", "Le rameur à moins de quinze kilomètres paie moitié prix.", ""),
        ("barque, rameur", "Le rameur à moins de quinze kilomètres paie moitié prix.", ""),
        ("barque prévenue 10 jours avant", "Prévenu moins de 15 jours avant : doublé.", "2 × 4 € = 8 €"),
        ("barque prévenue 20 jours avant", "Prévenu moins de 15 jours avant : doublé.", ""),
        ("barque sans être inscrit", "Sortie non réservée : majoration de 2 €.", "4 € + 2 € = 6 €"),
        ("barque en étant inscrit", "Sortie non réservée : majoration de 2 €.", ""),
        ("barque sans être inscrit", "Canot non réservé : majoration de 2 €.", ""),
        ("barque sans être inscrit", "Sortie non réservée : majorée de moitié.", "4 € × 3/2 = 6 €"),
        ("barque sans être inscrit", "Sortie non réservée : au triple du prix.", "3 × 4 € = 12 €"),
        ("barque pour les 18 ans de Léo", "Le prix est doublé pour une fête de 18 ou 2O ans.", "2 × 4 € = 8 €"),
        ("barque pour les 30 ans de Léo", "Le prix est doublé pour une fête de 18 ou 20 ans.", ""),
        ("barque pour les 18 ans de Léo", "Le prix est doublé pour les plus de 18 ans.", ""),
        ("barque, un éclusier", "L'éclusier installé dans la commune a une remise de 25 %.", "4 € − 25 % (1 €) = 3 €"),
        ("barque, un éclusier", "L'éclusier du canal gelé a une remise de 25 %.", ""),
    ],
)
def test_a_remark_that_says_when_it_holds_is_computed_in_that_case_only(
    question: str, sentence: str, computed: str
) -> None:
    assert told(question, sentence, replace(BOAT, row=("Canot",), line=9))[1] == computed


def test_a_remark_that_excepts_what_is_asked_is_not_computed() -> None:
    asked, rule = "3 rameurs, prix total barque", "À partir du deuxième rameur, une remise de 25 % est faite."
    assert told(asked, rule)[1] == "1 × 4 € + 2 × (4 € − 25 % (1 €)) = 10 €"
    assert told(asked, f"{rule} Cette remise ne vaut pas pour la barque.")[1] == ""
    assert told(asked, f"{rule} Cette remise ne vaut pas pour le canot.")[1] != ""
    assert told(asked, rule.replace(" est faite", " est faite sur demande seulement"))[1] == ""


def test_a_change_is_made_of_the_price_times_what_is_counted() -> None:
    season = "Barque de saison (du 1er avril au 30 juin) : 75 % du prix."
    assert told("12 m2, d'avril à juin", season, at="le m²")[1] == "12 × 4 € = 48 € ; 48 € × 75 % = 36 €"
    assert told("12 m2, d'avril à juin", season.replace("75 % du prix", "majoration de 3 €"), at="le m²")[1] == ""


@pytest.mark.parametrize(
    ("question", "computed"),
    [
        ("4 sorties en barque dont une sans réserver", "4 × 4 € + 2 € = 18 €"),
        ("4 sorties en barque dont 2 sans réserver", "4 × 4 € + 2 × 2 € = 20 €"),
        ("4 sorties en barque sans réserver", ""),
        ("4 sorties en barque dont plusieurs sans réserver", ""),
    ],
)
def test_a_sum_more_is_paid_by_those_that_the_question_tells(question: str, computed: str) -> None:
    assert told(question, "Sortie non réservée : majoration de 2 €.", at="la sortie")[1] == computed


def test_a_change_of_another_price_is_not_computed() -> None:
    assert told("3 rameurs du même club, prix total barque", BROTHERS.replace("de la barque", "du canot"))[1] == ""


@pytest.mark.parametrize(
    ("question", "sentence", "computed"),
    [
        ("barque pour le 3e rameur", "Réduction de 25 % à partir du troisième rameur.", "4 € − 25 % (1 €) = 3 €"),
        ("barque pour mon deuxième rameur", "Réduction de 25 % à partir du troisième rameur.", ""),
        ("barque pour le 4e rameur", "Réduction de 25 % au troisième rameur.", ""),
        (
            "barque pour le 3e rameur",
            "Le troisième rameur et les suivants paient la moitié du prix.",
            "4 € × 1/2 = 2 €",
        ),
        ("barque pour le 3e rameur", "Les rameurs sont rangés. Le troisième rameur attend la remise.", ""),
        (
            "barque, 2 rameurs",
            "Deuxième rameur : - 25 % ; troisième et suivants : - 50 %.",
            "1 × 4 € + 1 × (4 € − 25 % (1 €)) = 7 €",
        ),
        (
            "barque, 4 rameurs",
            "Réduction de 25 % pour le deuxième rameur, 50 % à partir du troisième.",
            "1 × 4 € + 1 × (4 € − 25 % (1 €)) + 2 × (4 € − 50 % (2 €)) = 11 €",
        ),
        ("barque, 3 rameurs", "Réduction de 25 % pour le deuxième rameur.", ""),
        ("barque, 2 rameurs", "Réduction de 25 % au deuxième rameur, sur le repas seulement.", ""),
        ("barque, 2 rameurs", "Réduction de 25 % ou 1 € au deuxième rameur.", ""),
        ("barque, 2 rameurs", "Réduction de 25 % au deuxième rameur ; les barques neuves n'en bénéficient pas.", ""),
    ],
)
def test_each_one_pays_by_the_rank_at_which_he_comes(question: str, sentence: str, computed: str) -> None:
    assert told(question, sentence)[1] == computed


def test_what_each_pays_by_rank_is_paid_each_time() -> None:
    rule = "Deuxième rameur : - 25 % ; troisième et suivants : - 50 %."
    assert told("3 jours de barque pour 2 rameurs", rule, at="journée")[1] == (
        "3 × 4 € = 12 € ; 1 × 12 € + 1 × (12 € − 25 % (3 €)) = 21 €"
    )
    assert told("3 jours de barque pour 2 rameurs", rule)[1] == ""


@pytest.mark.parametrize(
    ("what", "computed"), [("la barque", True), ("les tarifs de la barque", True), ("le bain", False)]
)
def test_a_rebate_is_made_of_the_prices_that_it_names_only(what: str, computed: bool) -> None:
    rule = f"Deuxième rameur : - 25 % ; troisième et suivants : - 50 %, sur {what} seulement."
    assert bool(told("barque, 2 rameurs", rule)[1]) is computed


def test_what_is_taken_off_under_another_table_is_of_that_table() -> None:
    rule = "Réduction de 25 % au deuxième rameur."
    text = f"Canot | 6 €\n{rule}"
    canoe = replace(BOAT, row=("Canot",))
    other = Passage("a#2", "a", 0, "table", ("Tarifs",), text, text, Locator(1, 9, 10), figures=(canoe,))
    boats = Passage(
        "a#1", "a", 0, "table", ("Tarifs",), "Barque | 4 €", "Barque | 4 €", Locator(1, 1, 1), figures=(BOAT,)
    )
    near = [Candidate(one, tuple(spans_of(one)), 0, 1.0, 1.0, 1.0) for one in (boats, other)]
    asked = read("barque, 2 rameurs", correct=lambda word: word, expand=expand, communes={})
    assert remark(asked, near, BOAT).done == ""
    assert remark(asked, [near[0], replace(near[1], passage=replace(other, figures=()))], BOAT).done != ""


@pytest.mark.parametrize(
    ("question", "sentence", "at", "computed"),
    [
        ("barque pour un agent communal", "Rabais de 25 % à l'agent, une fois par an.", "", "4 € − 25 % (1 €) = 3 €"),
        ("barque pour un agent de la mairie", "Personnel communal : moitié prix.", "", "4 € × 1/2 = 2 €"),
        ("barque pour un rameur", "Personnel communal : moitié prix.", "", ""),
        ("barque, un agent communal demande", "Agent prévenu après la fermeture : majoration de 25 %.", "", ""),
        ("barque pour un agent communal", "Rabais de 25 % à l'agent sur le prix habitant.", "Extérieurs", ""),
        (
            "barque pour un agent communal",
            "Rabais de 25 % à l'agent sur le prix habitant.",
            "Habitants",
            "4 € − 25 % (1 €) = 3 €",
        ),
    ],
)
def test_who_works_for_the_town_pays_what_is_said_of_its_staff(
    question: str, sentence: str, at: str, computed: str
) -> None:
    assert told(question, sentence, at=at)[1] == computed


def section(title: str, text: str, *figures: Figure) -> Candidate:
    path, number = ("Port", "1. Location", title), title[2]
    passage = Passage(f"a#{number}", "a", 0, "text", path, text, text, Locator(1, int(number), 9), figures=figures)
    return Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)


def test_a_sister_section_of_rules_holds_for_those_whom_its_title_names() -> None:
    boats = section("1.1 Barques du lac", "Barque | 4 €", BOAT)
    clubs = section("1.2 Clubs", "À partir de la troisième utilisation, le prix est réduit de 25 %.")

    def done(question: str, *near: Candidate) -> str:
        asked = read(question, correct=lambda word: word, expand=expand, communes={})
        return remark(asked, [boats, *near], BOAT).done

    assert done("barque pour les clubs, 3e fois", clubs) == "4 € − 25 % (1 €) = 3 €"
    assert done("barque, 3e fois", clubs) == ""
    assert done("barque pour les clubs, 3e fois", section("1.2 Clubs", clubs.passage.text, BOAT)) == ""


@pytest.mark.parametrize(
    ("question", "noted"),
    [
        ("barque pour un rameur de 8 ans", True),
        ("barque pour un rameur de 15 ans", False),
        ("barque pour un rameur", False),
    ],
)
def test_who_pays_nothing_by_his_age_is_told_so(question: str, noted: bool) -> None:
    rule = "La sortie est gratuite pour l'enfant de moins de douze ans."
    assert told(question, rule) == (rule if noted else "", "")
