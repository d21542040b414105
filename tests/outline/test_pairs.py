"""Prices that stand in one line, each with its own words."""

from __future__ import annotations

import pytest

from knowledge.outline.pairs import pairs_of
from tests.outline.cutting import figures, prices


@pytest.mark.parametrize(
    ("line", "common", "expected"),
    [
        ("Tranches C et D : 18 €, Tranche E : 24 €", "", [("Tranches C et D", ""), ("Tranche E", "")]),
        ("Adulte : 12 €, enfant : 6,50 €", "", [("Adulte", ""), ("enfant", "")]),
        (
            "Dette : 1 386 € (port), 214 € (canal)",
            "Dette",
            [("", "(port)"), ("", "(canal)")],
        ),
        (
            "Terrasse de bois : 14,50 € le mètre et par an ; terrasse fermée, 31,00 €",
            "Terrasse de bois",
            [("", "le mètre et par an"), ("terrasse fermée", "")],
        ),
        ("Adulte 12 € - Enfant 6 €", "", [("Adulte", ""), ("Enfant", "")]),
        (
            "Club voisin : 63,00 € par adulte / 36,00 € par enfant (-18 ans)",
            "Club voisin",
            [("", "par adulte"), ("", "par enfant (-18 ans)")],
        ),
        ("Vaisselle cassée : verre 1,20 €, assiette 2,80 €", "Vaisselle cassée", [("verre", ""), ("assiette", "")]),
        ("Chapiteau 60 € le week-end, caution 500 €", "Chapiteau", [("", "le week-end"), ("caution", "")]),
        (
            "Impression : 0,15 € la page en noir, 0,40€ en couleur.",
            "Impression",
            [("", "la page en noir"), ("", "en couleur")],
        ),
        (
            "Amarrage : 3,10 € par nuit (voilier à deux coques : 5,30 €).",
            "Amarrage",
            [("", "par nuit"), ("voilier à deux coques", "")],
        ),
        (
            "Aide au transport : 19 € par mois (14 € auparavant)",
            "Aide au transport",
            [("", "par mois"), ("", "auparavant")],
        ),
        (
            "Adulte : 36 € (habitants), 52 € (extérieurs). Jeune : 18 € (habitants)",
            "",
            [("Adulte", "(habitants)"), ("Adulte", "(extérieurs)"), ("Jeune", "(habitants)")],
        ),
        ("Carte de quai : 18 € par mois ou 180 € par an", "Carte de quai", [("", "par mois"), ("", "par an")]),
        ("Bain chaud : 4,80 ¢. Bain froid : 2,10 E.", "", [("Bain chaud", ""), ("Bain froid", "")]),
        (
            "Premier tour gratuit, puis 1,90 € ; patins perdus : 42,00 €",
            "",
            [("Premier tour gratuit, puis", ""), ("patins perdus", "")],
        ),
    ],
)
def test_each_price_keeps_its_own_words(line: str, common: str, expected: list[tuple[str, str]]) -> None:
    found = pairs_of(line)
    assert found is not None
    assert found.common == common
    assert [(price.label, price.per) for price in found.prices] == expected


@pytest.mark.parametrize(
    "line",
    [
        "A 0 a 400 1,00 € 2,00 € 3,00 €",
        "Concerts : 7 euros",
        "pour 7 950 € HT par an, soit 9 540 € TTC",
        "Elle propose de porter le mètre de 0,90 € à 1,10 € et celui des passagers",
        "63,00 € par adulte / 36,00 € par enfant",
        "Les mariniers reçoivent 90 € par an lorsque leur bateau ne dépasse pas 4 000 € au bilan",
        "",
    ],
)
def test_rows_and_sentences_are_no_pairs(line: str) -> None:
    assert pairs_of(line) is None


def test_a_list_of_pairs_gives_one_figure_each() -> None:
    text = "- Tranches A et B : 12 €\n- Tranches C et D : 18 €, Tranche E : 24 €\n- Voisins : 7 euros"
    assert [(f.row, str(f.value), f.line) for f in figures(text)] == [
        (("Tranches A et B",), "12", 1),
        (("Tranches C et D",), "18", 2),
        (("Tranche E",), "24", 2),
        (("Voisins",), "7", 3),
    ]


def test_pairs_below_a_table_are_not_of_its_columns() -> None:
    table = "Salle Semaine Week-end\nGrande 180 € 340 €\nPetite 75 € 130 €\nVaisselle : verre 1,20 €, assiette 2,80 €"
    assert [(f.row[-1], f.column) for f in figures(table)[-2:]] == [("verre", ()), ("assiette", ())]


@pytest.mark.parametrize(
    "line",
    [
        "Total des quais : 1 204 300 €, soit 211 € par habitant.",
        "Annuité du port : 96 400 €, dont 12 300 € d'intérêts.",
        "Carte du canal : valeur 8,00 €, part de la ville 60 %.",
        "La péniche oubliée est facturée 120,00 € et 240,00 € la seconde fois.",
        "Caution si la glace n'est pas balayée : 150 € (grande piste), 90 € (petite), 60 €.",
        "À partir de mai, le mouillage de 10 jours est de 62 € le mètre et celui de 30 jours 138 € le",
    ],
)
def test_the_sums_of_a_sentence_are_no_row_of_its_first_words(line: str) -> None:
    assert figures(f"Port :\n{line}") == []


def test_a_label_begins_after_the_sentence_that_stands_before_it() -> None:
    text = "Le bonnet est obligatoire. Bonnet vendu à la caisse : 4,00 €\nCadenas de la patinoire : 3,00 €"
    assert [figure.row for figure in figures(text)] == [("Bonnet vendu à la caisse",), ("Cadenas de la patinoire",)]


def test_what_says_a_price_or_ends_a_sentence_is_no_title_of_the_prices_below() -> None:
    text = """Le bac traverse le canal toute l'année.
Retraité, chômeur : gratuit, sur justificatif
Carte de bac perdue : 3,50 €
Sac de toile du bac : 2,50 €"""
    assert [figure.row for figure in figures(text)] == [("Carte de bac perdue",), ("Sac de toile du bac",)]


def test_what_heads_the_first_sentence_heads_none_of_the_next_one() -> None:
    text = "Caution : hangar 1 500 € ; quai 600 €. Sonorisation du hangar : 130 €. Bâche : 20 €."
    assert [figure.row for figure in figures(text)] == [
        ("Caution : hangar",),
        ("Caution : quai",),
        ("Sonorisation du hangar",),
        ("Bâche",),
    ]


def test_a_sum_between_parentheses_of_a_label_is_not_its_price() -> None:
    text = "Abonnement d'un an\n  Habitant ................ 12 €\n  Vacancier (dépôt de 50 €) ............. 6 €"
    assert prices(text) == [("Habitant", "", "12"), ("Vacancier (dépôt de 50 €)", "", "6")]


def test_what_is_said_to_be_included_after_a_price_is_no_second_price() -> None:
    assert prices("PORT\n\nMise à l'eau : 40 €, gravure comprise.\nAmarre : 12 €") == [
        ("Mise à l'eau", "", "40"),
        ("Amarre", "", "12"),
    ]


def test_a_long_sentence_above_a_list_entitles_none_of_its_prices() -> None:
    text = (
        "Rapporteur : Mme HÉRAULT\n\n"
        "Les deux ports se remboursent depuis dix ans tout ce que leurs barques coûtent à l'autre :\n\n"
        "- barque du nord : 1 365 € en été, 588 € en hiver ;\n- barque du sud : 1 490 € en été, 641 € en hiver."
    )
    assert {figure.row for figure in figures(text)} == {("barque du nord",), ("barque du sud",)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("C1 0,90 €   C2 1,60 €   C3 2,65 €   passagers 6,10 €", ["C1", "C2", "C3", "passagers"]),
        (
            "1 rameur  0,06 %      2 rameurs  0,05 %      3 à 6 rameurs  0,04 %",
            ["1 rameur", "2 rameurs", "3 à 6 rameurs"],
        ),
    ],
)
def test_figures_set_apart_each_keep_the_words_before_them(line: str, expected: list[str]) -> None:
    assert [figure.row[-1] for figure in figures(f"Barques\n{line}")] == expected


def test_a_row_under_columns_is_not_cut_in_pairs() -> None:
    assert [
        f.row[-1]
        for f in figures("Barques\n\n           Matin     Soir\nCanot   1,00 €    2,00 €\nYole    3,00 €    4,00 €")
    ] == ["Canot", "Canot", "Yole", "Yole"]


def test_who_reports_and_the_sentence_above_entitle_no_prices_and_a_bullet_is_no_word() -> None:
    text = """Rapporteure : Mme Ondine BATELIER

Exposé

• Anneau d'amarrage : 12 € par nuit
• Badge du ponton : 8 €
"""
    assert [figure.row for figure in figures(text)] == [("Anneau d'amarrage",), ("Badge du ponton",)]
    told = """Les deux villes se remboursent les dépenses de la patinoire, celles du canal et celles des écoles
nautiques pour leurs habitants. Pour 2031 :

- habitant du port accueilli au canal : 1 365 € en barque, 588 € en canot ;
- habitant du canal accueilli au port : 1 490 € en barque, 641 € en canot.
"""
    assert figures(told)[0].row == ("Pour 2031", "habitant du port accueilli au canal")
