from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.candidates import Candidate
from bot.answering.spans import spans_of
from bot.answering.totals import total
from bot.understanding.question import read
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import expand


def cell(row: str, column: str, price: str, line: int = 1) -> Figure:
    return Figure((row,), (column,) if column else (), f"{price} €", Decimal(price.replace(",", ".")), "€", line)


def computed(question: str, *figures: Figure, around: str = "", text: str = "Barques") -> str:
    """The computation for the first of ``figures``, in a table that holds them all."""
    passage = Passage("a#1", "a", 0, "table", ("Tarifs",), text, text, Locator(1, 1, 9), figures=figures)
    shown = Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)
    asked = read(question, correct=lambda word: word, expand=expand, communes={})
    return total(asked, shown, figures[0], around)


QUAY = cell("Quai, le mètre", "", "1,40")


@pytest.mark.parametrize(
    ("question", "figure", "around", "said"),
    [
        ("6 mètres de quai", QUAY, "", "6 × 1,40 € = 8,40 €"),
        ("5 jours de barque", cell("Barque", "Journée", "5,20"), "", "5 × 5,20 € = 26 €"),
        ("25 rameurs 6 jours", cell("Stage", "", "2"), "Par rameur et par jour", "25 × 6 × 2 € = 300 €"),
        ("6 jours 25 rameurs", cell("Stage (5 à 10 jours)", "", "2"), "par rameur et par jour", "6 × 25 × 2 € = 300 €"),
        ("25 rameurs", cell("Stage", "", "2"), "Par rameur et par jour", ""),
        ("famille de 3 rameurs", cell("3 rameurs", "Journée", "9"), "", ""),
        ("6 mètres de quai + la borne", QUAY, "", ""),
        ("6 mètres de quai, eau comprise", QUAY, "", ""),
        ("6 barques", QUAY, "", ""),
        ("6 gilets perdus", cell("Gilet", "", "12"), "", "6 × 12 € = 72 €"),
        ("6 gilets perdus", cell("Gilet", "par jour", "12"), "", ""),
        ("6 gilets perdus", cell("Gilets", "", "12"), "", ""),
        ("6 cartes", cell("Carte de dix sorties", "", "40"), "", ""),
        ("6 cartes", cell("Carte, la semaine", "", "40"), "", ""),
        ("5 jours de quai", QUAY, "Prix à la journée", ""),
        ("5 jours de quai", cell("Quai", "Abonné (au trimestre)", "40"), "Prix à la journée", ""),
        ("5 jours de quai", cell("Quai", "Passager", "4"), "Prix à la journée", "5 × 4 € = 20 €"),
        ("6 mètres de quai", cell("Quai, le mètre", "Passager (à la journée)", "2"), "", "6 × 2 € = 12 €"),
        ("6 m2 de quai", cell("Quai, au mètre carré et par an", "", "2"), "", "6 × 2 € = 12 €"),
        ("6 m2 de quai", cell("Quai, m2 par an", "", "2"), "", "6 × 2 € = 12 €"),
        ("6 m de quai 3 jours", cell("Quai, m linéaire par jour", "", "2"), "", "6 × 3 × 2 € = 36 €"),
        ("6 m2 de quai", cell("Quai, m linéaire par jour", "", "2"), "", ""),
        ("15 soirs de patinoire", cell("Habitant", "Patinoire soir", "2"), "", "15 × 2 € = 30 €"),
        ("15 soirs de patinoire", cell("Habitant", "Patinoire, matin et soir", "2"), "", ""),
        ("15 soirs de patinoire", cell("Habitant", "Patinoire soir, forfait mensuel", "2"), "", ""),
        ("15 soirs de patinoire", cell("Habitant", "Patinoire soir (la demi-heure)", "2"), "", ""),
        ("15 soirs de patinoire", cell("Habitant", "Patinoire", "2"), "", ""),
        ("2 jours de barque par semaine, prix par mois", cell("Barque", "Journée", "5,20"), "", ""),
        ("on gagne 2000 par mois, 5 jours de barque la semaine", cell("Barque", "Journée", "5"), "", "5 × 5 € = 25 €"),
        ("2 enfants, 4 sorties chacun", cell("Sortie", "", "3"), "", "2 × 4 × 3 € = 24 €"),
        ("2 enfants, 4 sorties chacun", cell("Habitant", "", "3"), "Prix de la sortie", "2 × 4 × 3 € = 24 €"),
        ("2 enfants viennent chacun quatre fois", cell("Habitant", "Sortie enfant", "3"), "", "2 × 4 × 3 € = 24 €"),
        ("2 enfants viennent quatre fois", cell("Habitant", "Sortie enfant", "3"), "", ""),
        ("2 enfants viennent chacun quatre fois", cell("Habitant", "Forfait sortie", "3"), "", ""),
        ("2 enfants, 4 sorties chacun, 3 jours", cell("Sortie", "", "3"), "", ""),
        ("2 enfants, 4 sorties chacun", cell("Sortie, l'heure", "", "3"), "", ""),
        ("2 enfants, 4 sorties chacun", cell("Carnet", "", "3"), "", ""),
    ],
)
def test_a_price_is_multiplied_by_all_that_is_counted(question: str, figure: Figure, around: str, said: str) -> None:
    assert computed(question, figure, around=around) == said


def test_a_price_in_doubt_is_never_multiplied() -> None:
    assert computed("6 mètres de quai", replace(QUAY, doubt="mal lu")) == ""


def test_each_thing_by_the_price_of_its_own_column() -> None:
    crossing = (cell("Traversée", "par adulte", "6"), cell("Traversée", "par enfant (-18 ans)", "3,50"))
    assert computed("2 adultes et 3 enfants", *crossing) == "2 × 6 € + 3 × 3,50 € = 22,50 €"
    assert computed("2 adultes et 3 chiens", *crossing) == ""
    doubtful = (crossing[0], replace(crossing[1], doubt="mal lu"))
    assert computed("2 adultes et 3 enfants", *doubtful) == ""


ROW = (
    cell("Rameur", "Séance matin", "2"),
    cell("Rameur", "Repas", "5"),
    cell("Rameur", "Séance soir", "3"),
    cell("Rameur", "Mercredi", "9"),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("rameur, 4 repas et 3 séances du soir", "4 × 5 € + 3 × 3 € = 29 €"),
        ("rameur, une semaine de 4 repas et de 4 séances du matin", "4 × 5 € + 4 × 2 € = 28 €"),
        ("rameur, 4 séances du matin et 4 séances du soir", "4 × 2 € + 4 × 3 € = 20 €"),
        ("rameur, 4 séances du soir et 4 séances du soir", ""),
        ("rameur, 4 repas et 3 séances", ""),
        ("rameur, 4 repas et 3 séances du midi", ""),
        ("rameur, 4 repas et 3 séances pour un soir", ""),
        ("rameur, 4 repas, 3 séances du soir et 2 pagaies", ""),
    ],
)
def test_the_words_that_follow_a_thing_choose_its_column(question: str, said: str) -> None:
    assert computed(question, *ROW) == said


def test_what_is_included_is_added_when_the_table_prices_it() -> None:
    water = (cell("Part variable, le m3", "2030", "2"), cell("Abonnement annuel", "2030", "60", 2))
    assert computed("90 m3, abonnement compris", *water) == "90 × 2 € + 60 € = 240 €"


def test_nothing_is_computed_above_a_cap() -> None:
    capped = "Aide par sortie, dans la limite de 100 € par an"
    assert computed("30 mètres", QUAY, text=capped) == "30 × 1,40 € = 42 €"
    assert computed("90 mètres", QUAY, text=capped) == ""


def test_under_a_heading_that_has_a_price_nothing_is_computed() -> None:
    assert computed("6 mètres de quai", replace(QUAY, row=("Ancre 3 € (neuve)", *QUAY.row))) == ""


def test_a_price_that_changes_on_the_way_is_counted_by_stages() -> None:
    text = "Abri, par jour 2 € (les trois premiers jours sont gratuits)"
    assert computed("5 jours d'abri", cell("Abri, par jour", "", "2"), text=text) == "3 × 0 € + 2 × 2 € = 4 €"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("canot repêché et gardé 6 jours", "6 × 4 € + 85 € = 109 €"),
        ("canot gardé 6 jours", "6 × 4 € = 24 €"),
    ],
)
def test_what_is_paid_once_is_added_to_what_is_paid_by_the_day(question: str, said: str) -> None:
    rescue = cell("Repêchage d'un canot", "", "85")
    kept = Figure(("Repêchage d'un canot", "garde"), ("par jour",), "4 €", Decimal(4), "€", 1)
    assert computed(question, kept, rescue) == said
