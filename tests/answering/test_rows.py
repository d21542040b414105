from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.incomes import in_bracket
from bot.answering.matching import ideas_of
from bot.answering.naming import price, said
from bot.answering.rows import Reading, read_row
from bot.answering.setting import Setting
from bot.understanding.question import read
from bot.understanding.residence import people, side_of
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import TODAY, Act, expand, office

PEOPLE = people(["Valfleuri"])
Row = tuple[tuple[str, ...] | str, dict[str, str]]


def table(*rows: Row) -> Passage:
    """A passage with these rows: (label or labels, {column: price printed})."""
    figures = tuple(
        Figure(
            (labels,) if isinstance(labels, str) else labels,
            (column,) if column else (),
            printed,
            Decimal(printed.split()[0].replace(",", ".")),
            "€",
            line,
        )
        for line, (labels, cells) in enumerate(rows, 1)
        for column, printed in cells.items()
    )
    text = "\n".join(" | ".join([str(labels), *cells.values()]) for labels, cells in rows)
    return Passage("t#1", "t", 0, "table", ("Tarifs",), text, text, Locator(1, 1, len(rows)), figures=figures)


def reading(question: str, passage: Passage) -> Reading:
    asked = read(question, correct=lambda word: word, expand=expand, communes={})
    found = read_row(
        asked, ideas_of(asked, lambda stem: 5.0), passage, Setting(TODAY, PEOPLE, side_of(question, PEOPLE))
    )
    assert found is not None
    return found


def test_the_row_of_the_town_named_is_its_share_but_not_an_outsider_s_price() -> None:
    shares = table(("Brévannes : part du canal", {"": "500 €"}), ("Ville d'Arcy (canal)", {"": "300 €"}))
    prices = table(("Extérieurs (canal)", {"": "900 €"}), ("Arcy (canal)", {"": "300 €"}))
    words = read("que verse Arcy pour le canal", correct=lambda word: word, expand=expand, communes={"Arcy": ("arcy",)})
    ideas = ideas_of(words, lambda stem: 5.0)
    arcy = Setting(TODAY, named=r"\barcy\b")
    for passage, setting, told in ((shares, arcy, "300 €"), (prices, replace(arcy, side="outsider"), "900 €")):
        found = read_row(words, ideas, passage, setting)
        assert found and printed(found) == [told]


def printed(found: Reading) -> list[str]:
    return [figure.printed for figure in found.figures]


MEALS = table(
    ("Maternelle", {"Valfleurien": "3,10 €", "Extérieur": "5,20 €"}),
    ("Élémentaire", {"Valfleurien": "3,60 €", "Extérieur": "5,90 €"}),
    ("Élémentaire sans repas", {"Valfleurien": "1,10 €", "Extérieur": "1,90 €"}),
)


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("prix maternelle, enfant de Valfleuri domicilié ici", "3,10 €"),
        ("prix maternelle extérieur", "5,20 €"),
        ("prix élémentaire pour un habitant", "3,60 €"),
        ("prix élémentaire pour un non-valfleurien", "5,90 €"),
        ("prix élémentaire sans repas pour un habitant", "1,10 €"),
    ],
)
def test_the_row_and_the_column_asked_are_read(question: str, cell: str) -> None:
    found = reading(question, MEALS)
    assert printed(found) == [cell]
    assert found.sure


def test_both_sides_are_told_to_who_says_nothing_of_where_they_live() -> None:
    found = reading("prix maternelle", MEALS)
    assert printed(found) == ["3,10 €", "5,20 €"]
    assert not found.sure


def test_the_unit_of_a_length_does_not_choose_the_column_of_an_age() -> None:
    lasting = table(("30 ans", {"Adulte": "505 €", "Enfant de moins de 10 ans": "161 €"}))
    found = reading("prix concession 30 ans", lasting)
    assert printed(found) == ["505 €", "161 €"]
    assert not found.sure
    assert printed(reading("prix concession 30 ans pour un enfant", lasting)) == ["161 €"]


def test_rows_that_match_alike_are_all_told() -> None:
    found = reading("prix barque", table(("Barque à rames", {"": "4 €"}), ("Barque à voile", {"": "9 €"})))
    assert printed(found) == ["4 €", "9 €"]
    assert not found.sure


def test_a_row_without_what_is_asked_is_not_read() -> None:
    days = table(("Accueil sans repas", {"": "4 €"}), ("Accueil et repas", {"": "9 €"}))
    assert printed(reading("prix accueil repas", days)) == ["9 €"]


def test_the_more_precise_label_loses_unless_it_is_asked() -> None:
    boats = table(("Barque", {"": "4 €"}), ("Barque à moteur électrique", {"": "9 €"}))
    assert printed(reading("prix barque", boats)) == ["4 €"]
    assert printed(reading("prix barque moteur électrique", boats)) == ["9 €"]


def test_what_stands_in_parentheses_only_explains() -> None:
    boats = table(("Barque (deux places, gilets compris)", {"": "4 €"}), ("Canot", {"": "9 €"}))
    assert printed(reading("prix barque", boats)) == ["4 €"]


def test_the_heading_above_tells_twin_rows_apart() -> None:
    plots = table((("Étang", "Journée"), {"": "4 €"}), (("Rivière", "Journée"), {"": "9 €"}))
    assert printed(reading("prix journée rivière", plots)) == ["9 €"]


def test_a_letter_names_its_row() -> None:
    brackets = table(("Tranche A", {"": "1 €"}), ("Tranche B", {"": "2 €"}), ("Tranche C", {"": "3 €"}))
    assert printed(reading("prix tranche B", brackets)) == ["2 €"]


def test_a_counted_thing_chooses_its_column() -> None:
    crews = table(("Journée", {"1 rameur": "4 €", "2 rameurs": "7 €", "3 rameurs et +": "9 €"}))
    assert printed(reading("prix journée 2 rameurs", crews)) == ["7 €"]
    assert printed(reading("prix journée 5 rameurs", crews)) == ["9 €"]
    assert printed(reading("prix journée", crews)) == ["4 €", "7 €", "9 €"]


def test_the_columns_of_the_year_asked_are_read() -> None:
    years = table(("Barque", {"2029": "4 €", "2030": "5 €", "2031": "6 €"}))
    assert printed(reading("prix barque", years)) == ["5 €"]
    assert printed(reading("prix barque en 2029", years)) == ["4 €"]


def test_a_length_falls_in_the_bracket_of_its_row() -> None:
    berths = table(("moins de 5 m", {"": "4 €"}), ("5 à 6,49 m", {"": "5 €"}), ("6,50 à 7,99 m", {"": "6 €"}))
    assert printed(reading("prix d'une place pour une barque de 6 m", berths)) == ["5 €"]


def test_an_hour_falls_before_or_after_that_of_its_row() -> None:
    returns = table(("Retour (avant 17 h 30)", {"": "4 €"}), ("Retour (après 17 h 30)", {"": "9 €"}))
    assert printed(reading("prix du retour vers 18h", returns)) == ["9 €"]


def test_the_month_asked_chooses_the_season() -> None:
    berths = table(("Barque", {"du 15 juin au 15 septembre": "9 €", "Hors saison": "4 €"}))
    assert printed(reading("prix barque en août", berths)) == ["9 €"]
    assert printed(reading("prix barque en mars", berths)) == ["4 €"]


def test_a_bracket_in_a_column_chooses_its_rows() -> None:
    turned = table(
        *((name, {f"T{n} ({n}00 à {n}99)": f"{n} €"}) for n in range(1, 8) for name in ("Matin", "Soir")),
    )
    assert printed(reading("prix soir, quotient de 650", turned)) == ["6 €"]


def test_who_is_denied_is_not_read() -> None:
    members = table(("Rameur abonné", {"": "4 €"}), ("Rameur de passage", {"": "9 €"}))
    assert printed(reading("prix rameur non abonné", members)) == ["9 €"]
    columns = table(("Barque", {"Abonné": "4 €", "Passager": "9 €"}))
    assert printed(reading("prix barque, pas abonné", columns)) == ["9 €"]


def test_a_failing_leaves_nothing_out() -> None:
    deposits = table(("Caution pour dégâts", {"": "400 €"}), ("Caution pour ménage non fait", {"": "100 €"}))
    assert printed(reading("caution ménage", deposits)) == ["100 €"]


def test_residents_come_first_when_cases_are_many() -> None:
    boats = table(*((f"Barque {name}", {"Hors commune": "9 €", "Commune": "4 €"}) for name in "ABCDE"))
    assert printed(reading("prix barque", boats)) == ["4 €"] * 5 + ["9 €"] * 5


def test_a_glued_code_names_its_row() -> None:
    brackets = table(("QF 1", {"": "1 €"}), ("QF 2", {"": "2 €"}))
    assert printed(reading("prix qf2", brackets)) == ["2 €"]


def test_an_income_falls_in_the_bracket_of_its_column() -> None:
    boats = table(("Barque", {"A (0 à 400)": "1 €", "B (401 et plus)": "2 €"}))
    assert printed(reading("prix barque, revenu 950 euros", boats)) == ["2 €"]


INCOMES = table(("de 0 à 900 €", {"": "1 €"}), ("de 901 à 1 800 €", {"": "2 €"}), ("1 801 € et plus", {"": "3 €"}))


@pytest.mark.parametrize(
    ("income", "cell"), [("900", "1 €"), ("901", "2 €"), ("1 800", "2 €"), ("1801", "3 €"), ("5 000", "3 €")]
)
def test_an_income_falls_in_its_bracket(income: str, cell: str) -> None:
    assert printed(reading(f"prix pour un revenu de {income} euros", INCOMES)) == [cell]


@pytest.mark.parametrize(
    ("label", "inside", "outside"),
    [
        ("de 901 à 1 800 €", (901, 1800), (900, 1801)),
        ("901 - 1 800", (901, 1800), (900, 1801)),
        ("4 422 et plus", (4422, 9000), (4421,)),
        ("plus de 300", (300, 301), (299,)),
        ("à partir de 300 €", (300, 301), (299,)),
        ("moins de 300 €", (299,), (300, 301)),
        ("jusqu'à 300 €", (299,), (301,)),
        ("+60 ans", (60, 75), (59,)),
        ("+ de 60 ans", (60, 75), (59,)),
        ("ville supérieure ou égale à 5 000 et inférieure & 50 000 habitants", (5000, 10000), (4999, 60000)),
        ("ville supérieure ou égale 4 50 000 habitants", (50000,), (49999,)),
        ("ville inférieure & 5 000 habitants", (300,), (5000,)),
        ("2 à 3 enfants", (), (2, 3, 1500)),
        ("de 8 à 17 ans", (), (9, 17)),
        ("Barque", (), (0, 2, 300)),
    ],
)
def test_a_bracket_holds_its_bounds(label: str, inside: Sequence[int], outside: Sequence[int]) -> None:
    assert all(in_bracket(label, Decimal(value)) for value in inside)
    assert not any(in_bracket(label, Decimal(value)) for value in outside)


@given(st.text(max_size=60), st.decimals(0, 10_000, places=2))
def test_any_label_is_a_bracket_or_none(label: str, value: Decimal) -> None:
    assert in_bracket(label, value) in (True, False)


@given(st.integers(1, 3000), st.integers(6, 900), st.integers(0, 5000))
def test_what_is_between_two_bounds_is_inside(low: int, width: int, value: int) -> None:
    small = low + width >= 100 > value  # a small figure is a count of something, not an income
    inside = low <= value <= low + width and not small
    assert in_bracket(f"de {low} à {low + width}", Decimal(value)) is inside


@pytest.mark.parametrize(
    ("shown", "value", "told"),
    [
        ("3,50 €", Decimal("3.50"), "3,50 €"),
        ("gratuit", Decimal(0), "gratuit"),
        ("0 €", Decimal(0), "0 €"),
        ("3?5 €", None, "illisible sur la page"),
    ],
)
def test_a_price_is_said_as_people_say_it(shown: str, value: Decimal | None, told: str) -> None:
    assert price(Figure(("Barque",), (), shown, value, "€", 1)) == told


def test_a_figure_says_its_row_and_column_but_not_that_it_is_a_price() -> None:
    assert said(Figure(("Étang", "Barque *"), ("Soir",), "3 €", Decimal(3), "€", 1)) == "Étang, Barque, Soir"
    assert said(Figure(("Barque",), ("Prix TTC",), "3 €", Decimal(3), "€", 1)) == "Barque"


def test_a_passage_without_a_table_has_no_row() -> None:
    asked = read("prix barque", correct=lambda word: word, expand=expand, communes={})
    plain = Passage("t#1", "t", 0, "paragraph", (), "Une barque.", "Une barque.", Locator(1, 1, 1))
    assert read_row(asked, ideas_of(asked, lambda stem: 5.0), plain, Setting(TODAY)) is None


def test_one_thing_is_an_article_and_chooses_no_category() -> None:
    meals = table(("Rameurs aidés cat. 1", {"": "1,00 €"}), ("Rameurs", {"": "3,00 €"}))
    assert printed(reading("prix du repas pour 1 famille de rameurs", meals)) == ["3,00 €"]
    assert printed(reading("prix du repas des rameurs aidés catégorie 1", meals)) == ["1,00 €"]


def test_an_outsider_who_pays_less_in_one_row_only_is_in_doubt() -> None:
    boats = table(
        ("Barque", {"Valfleurien": "5 €", "Extérieur": "8 €"}),
        ("Canot", {"Valfleurien": "6 €", "Extérieur": "9 €"}),
        ("Péniche", {"Valfleurien": "40 €", "Extérieur": "6 €"}),
    )
    assert all(figure.doubt for figure in reading("prix péniche extérieur", boats).figures)
    assert not any(figure.doubt for figure in reading("prix barque extérieur", boats).figures)


def test_a_table_where_outsiders_often_pay_less_is_not_in_doubt() -> None:
    boats = table(
        ("Barque", {"Valfleurien": "5 €", "Extérieur": "3 €"}),
        ("Canot", {"Valfleurien": "6 €", "Extérieur": "4 €"}),
        ("Péniche", {"Valfleurien": "40 €", "Extérieur": "60 €"}),
    )
    assert not any(figure.doubt for figure in reading("prix barque extérieur", boats).figures)


def titled(title: str, *rows: Row) -> Passage:
    """As ``table``, under a title of its own."""
    return replace(table(*rows), path=("Tarifs", title))


def test_what_the_title_of_a_table_says_chooses_no_row_of_it() -> None:
    tennis = titled(
        "TENNIS ET GYMNASE",
        ("Badge annuel tennis, couple", {"": "70,00 €"}),
        ("Badge annuel tennis, adulte", {"": "44,00 €"}),
        ("Badge perdu", {"": "12,00 €"}),
    )
    assert printed(reading("badge de tennis perdu, combien ?", tennis)) == ["12,00 €"]


def test_a_book_of_several_is_not_the_price_of_one() -> None:
    pool = titled(
        "Tarifs de la piscine",
        ("Plein tarif", {"": "4,60 €"}),
        ("Tarif réduit", {"": "3,10 €"}),
        ("Carnet de 12 entrées", {"": "46,00 €"}),
    )
    assert printed(reading("c'est combien l'entrée à la piscine ?", pool)) == ["4,60 €"]
    assert printed(reading("le carnet d'entrées à la piscine ?", pool)) == ["46,00 €"]
    assert printed(reading("douze entrées à la piscine ?", pool)) == ["46,00 €"]


def test_the_thousands_of_a_bracket_are_no_number_of_the_question() -> None:
    boats = table(
        ("1 900 à 2 440", {"1 barque": "5,00 €", "3 barques et +": "4,00 €"}),
        ("2 441 à 3 100", {"1 barque": "6,00 €", "3 barques et +": "4,50 €"}),
        ("Aidés du fonds", {"1 barque": "2,00 €", "3 barques et +": "1,00 €"}),
    )
    assert printed(reading("prix pour une famille aidée du fonds, 3 barques", boats)) == ["1,00 €"]


SWIMMERS = table(
    ("0 à 1 200", {"": "2,00 €"}),
    ("1 201 et plus", {"": "4,00 €"}),
    ("Valfleurien", {"": "5,00 €"}),
    ("Va|f|eur1en non imposable", {"": "3,00 €"}),
    ("Bénéficiaire du CCAS", {"": "1,00 €"}),
    ("Étudiant", {"": "3,50 €"}),
)


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("entrée valfleurien", "5,00 €"),
        ("entrée d'un valfleurien non imposable", "3,00 €"),
        ("entrée d'un nageur aidé par le CCAS, il gagne 1500 €", "1,00 €"),
        ("entrée d'une étudiante qui gagne 1500 €", "3,50 €"),
    ],
)
def test_the_public_named_chooses_its_row(question: str, cell: str) -> None:
    assert printed(reading(question, SWIMMERS)) == [cell]


def test_where_a_column_is_for_the_outsiders_the_others_are_not() -> None:
    tombs = table(
        ("Ponton 15 ans", {"Grand": "250 €", "Petit": "80 €", "Non Valfleurien": "870 €"}),
        ("Ponton 30 ans", {"Grand": "500 €", "Petit": "160 €"}),
    )
    assert printed(reading("prix du ponton pour un rameur extérieur", tombs)) == ["870 €"]
    assert printed(reading("prix du petit ponton 30 ans pour un rameur extérieur", tombs)) == ["160 €"]


PONTOONS = table(
    (("Ponton", "habitant", "journée"), {"": "10 €"}),
    (("Ponton", "habitant", "week-end"), {"": "30 €"}),
    (("Ponton", "extérieur", "journée"), {"": "20 €"}),
    (("Ponton", "extérieur", "week-end"), {"": "60 €"}),
)


@pytest.mark.parametrize(
    ("question", "prices"),
    [
        ("le ponton un week-end, je suis d'ici", ["30 €"]),
        ("le ponton un week-end pour quelqu'un de dehors", ["60 €"]),
        ("le ponton un week-end", ["30 €", "60 €"]),
    ],
)
def test_a_row_under_the_other_side_s_head_is_not_told(question: str, prices: list[str]) -> None:
    assert printed(reading(question, PONTOONS)) == prices


def test_the_cells_of_a_row_stand_together_though_each_has_its_own_line() -> None:
    heads, prices = ("1 rameur", "2 rameurs", "3 rameurs"), ("4 €", "6 €", "9 €")
    spread = table(
        *((row, {head: price}) for head, price in zip(heads, prices, strict=True) for row in ("Lac", "Canal"))
    )
    assert printed(reading("prix du canal pour 2 rameurs", spread)) == ["6 €"]
    twice = table(("Lac", {"Barque": "4 €"}), ("Canal", {"Barque": "5 €"}), ("Canal", {"Barque": "7 €"}))
    assert printed(reading("prix d'une barque sur le canal", twice)) == ["5 €", "7 €"]


def test_an_income_is_held_by_the_bracket_of_the_household_asked() -> None:
    brackets = [
        (("Seul de 400 à 900 €", "Couple de 700 à 1 500 €"), "4 €"),
        (("Seul plus de 900 €", "Couple plus de 1 500 €"), "9 €"),
    ]
    table_ = table(*(((labels), {"l'heure de barque": price}) for labels, price in brackets))
    assert printed(reading("heure de barque, un couple avec 1 200 euros", table_)) == ["4 €"]
    assert printed(reading("heure de barque, seul avec 1 200 euros", table_)) == ["9 €"]


def test_rows_that_only_words_not_asked_tell_apart_are_told_together() -> None:
    rows = "Objet | Prix\nPonton non couvert | 14 €\nPonton couvert et clos | 26 €\nÉcluse | 3 €"
    held = office(Act("quai", f"TARIFS DU QUAI\n\n{rows}"))
    told = held.ask("prix d'un ponton").text
    assert "14 €" in told and "26 €" in told and "3 €" not in told
    assert held.ask("prix d'un ponton non couvert").value == 14
    assert held.ask("prix d'un ponton couvert").value == 26
