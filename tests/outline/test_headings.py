"""What is a heading, what it encloses, and what it says of the passages under it."""

from __future__ import annotations

import pytest

from knowledge.standings import Standing
from tests.outline.cutting import passages

RULES = """# Règlement de la halle
Présentation du lieu.

## Article 3 : Prêt
La halle est prêtée aux clubs.

### Caution
Elle est de deux cents euros.

## Article 4
Le ménage est à faire."""


def test_marked_headings_nest_as_their_marks_say() -> None:
    caution = next(passage for passage in passages(RULES) if "deux cents" in passage.text)
    assert caution.path == ("Règlement de la halle", "Article 3 : Prêt", "Caution")


def test_a_marked_article_has_its_number() -> None:
    assert [passage.number for passage in passages(RULES)] == ["", "3", "3", "4"]


def test_the_marks_show_neither_in_the_text_nor_in_the_path() -> None:
    assert not any("#" in passage.text + passage.clean + "".join(passage.path) for passage in passages(RULES))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Article 12 : Assurance", "12"),
        ("ARTICLE 5 - OBJET", "5"),
        ("Art. 7. Matériel", "7"),
        ("Article 1er. Public", "1er"),
        ("### Article 2.3 - Retards", "2.3"),
    ],
)
def test_an_article_is_found_by_its_number(line: str, number: str) -> None:
    (passage,) = passages(f"{line}\nLes clubs souscrivent une assurance.")
    assert (passage.kind, passage.number) == ("article", number)


@pytest.mark.parametrize(
    "line",
    [
        "Article 12 du code des communes, qui vaut ici",
        "article 4 de la loi citée plus haut",
        "Articles divers du magasin",
    ],
)
def test_an_article_of_another_text_is_no_heading(line: str) -> None:
    (passage,) = passages(f"Vu les textes applicables et notamment ce que prévoit l'\n{line}\nil est décidé.")
    assert passage.number == ""


@pytest.mark.parametrize(
    ("line", "number"),
    [("DECISION N° 58", "58"), ("Décision 2031-61 du 2 septembre 2031", "2031-61"), ("Décision n°12", "12")],
)
def test_a_decision_has_its_number(line: str, number: str) -> None:
    (passage,) = passages(f"{line}\nUne case est attribuée pour quinze ans.")
    assert (passage.kind, passage.number) == ("decision", number)


def test_two_lines_of_capitals_are_one_title() -> None:
    (passage,) = passages("TARIFS DES SALLES ET\nDES EQUIPEMENTS\n\nLes clés se retirent en mairie.")
    assert passage.path[-1] == "TARIFS DES SALLES ET DES EQUIPEMENTS"


def test_capitals_with_nothing_under_them_are_a_passage_of_their_own() -> None:
    text = "Le point est débattu.\n\nPOINT REPORTE\n\n\nMOTION SUR LA HALLE\n\nElle est lue."
    assert [passage.text for passage in passages(text)] == ["Le point est débattu.", "POINT REPORTE", "Elle est lue."]


@pytest.mark.parametrize("formula", ["Rapporteur : Mme Odile VASSEUR", "Entre les soussignés :", "ENTRE"])
def test_a_formula_is_no_heading(formula: str) -> None:
    passage = passages(f"PRET DES SALLES\n\n{formula}\n\nLes salles sont prêtées.")[-1]
    assert passage.path[-1] == "PRET DES SALLES"


FORMER = """TARIFS 2031

GARDERIE
Matin 2 €
Soir 3 €

POUR MEMOIRE : TARIFS 2030 (caducs)

GARDERIE
Matin 1 €
Soir 2 €

TARIFS DE LA PISCINE 2031
Entrée 4 €
Carnet 30 €"""


def test_former_tariffs_are_told_as_repealed_with_the_titles_under_them() -> None:
    assert [passage.standing for passage in passages(FORMER) if passage.figures] == [
        Standing.UNSTATED,
        Standing.REPEALED,
        Standing.UNSTATED,
    ]


def test_the_path_keeps_the_title_that_says_they_are_former() -> None:
    (former,) = [passage for passage in passages(FORMER) if passage.figures and passage.standing is Standing.REPEALED]
    assert former.path[-2:] == ("POUR MEMOIRE : TARIFS 2030 (caducs)", "GARDERIE")


def test_what_stands_under_the_title_of_a_page_does_not_replace_it() -> None:
    second = "TARIFS DU CANAL\n\nBarème majoré de 12 % :\n\nLa barque part toutes les heures et revient au port."
    assert passages("Avis au public.", second)[-1].path[-2:] == ("TARIFS DU CANAL", "Barème majoré de 12 %")


CLAIMS = """Créances abandonnées

Liste n° 620114

Montant restant 1 204,10 €

Créances éteintes

Liste n° 631905

Montant restant 2 318,75 €"""


@pytest.mark.parametrize("pages", [(f"DEUX SORTES DE CREANCES\n\n{CLAIMS}",), ("Annexe du budget, chiffres.", CLAIMS)])
def test_a_numbered_list_stands_under_its_title_and_each_title_beside_the_other(pages: tuple[str, ...]) -> None:
    for number, title in (("620114", "Créances abandonnées"), ("631905", "Créances éteintes")):
        (found,) = [passage for passage in passages(*pages) if number in passage.text]
        assert [one for one in found.path if one.startswith("Créances")] == [title]


def test_where_a_page_of_a_site_says_it_stands_begins_a_page() -> None:
    text = (
        "Fil d'Ariane : Accueil > Loisirs > Étang\n\nPêche\n\nLa carte coûte 12 €.\n\n"
        "Fil d'Ariane : Accueil > Cadre de vie > Port\n\nAmarres\n\nLa nuit coûte 7 €."
    )
    paths = {passage.path for passage in passages(text)}
    assert ("Loisirs > Étang", "Pêche") in {path[-2:] for path in paths}
    assert not any("Étang" in title for path in paths if path[-1] == "Amarres" for title in path)


def test_a_title_of_two_words_over_columns_that_come_back_twice_is_a_title() -> None:
    page = """5. CANAL (le quai et le port)

Prêt d'une rame : 40 €, la clef comprise.


6. BARQUES

                                   HABITANTS                EXTÉRIEURS
                              hiver         été         hiver        été
Barque du quai
  Une heure                    21 €         18 €         39 €        36 €
  Une journée                  54 €         49 €         98 €        93 €
"""
    found = [one for one in passages(page) if one.figures and "journée" in one.clean]
    assert [one.path[-1] for one in found] == ["6. BARQUES"]
    assert found[0].figures[-1].column == ("EXTÉRIEURS", "été")


@pytest.mark.parametrize("start", ["chapitre 3, le tour en barque passe à 7 €", "annexe 2, le quai est fermé"])
def test_a_line_in_small_letters_below_another_goes_on_its_sentence(start: str) -> None:
    (passage,) = passages(f"Le conseil modifie une seule ligne du livret : au\n{start} dès le 1er avril.")
    assert start in passage.clean
    assert len(passage.path) == 1


DOTTED = """TITRE II - LE PORT

2.1 Anneaux

Un anneau est donné pour un an.

2.2 Prix de l'heure

Grue          40 €
Remorque      12 €

2.3 Le club paie l'eau et l'électricité de son hangar ; la ville entretient le toit.

A.4 Cabines de la plage

Une cabine se loue au mois."""


def test_a_title_after_a_number_with_points_is_a_title_under_that_of_its_chapter() -> None:
    paths = [passage.path[1:] for passage in passages(DOTTED)]
    assert paths == [
        ("TITRE II - LE PORT", "2.1 Anneaux"),
        ("TITRE II - LE PORT", "2.2 Prix de l'heure"),
        ("TITRE II - LE PORT",),
        ("TITRE II - LE PORT", "A.4 Cabines de la plage"),
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "3.1 Le loyer est dû le premier de chaque mois et",
        "3.1 Le club rend les clés au gardien du port. Il prévient la capitainerie de tout",
        "3.1 La commune met à la disposition du club, de septembre à juin de chaque année scolaire, le",
    ],
)
def test_a_clause_after_a_number_with_points_is_no_title(clause: str) -> None:
    (passage,) = passages(f"Article 3 - Hangar\n\n{clause}\nHangar des barques avant midi.")
    assert passage.path[1:] == ("Article 3 - Hangar",)


def test_a_title_after_a_number_with_points_ends_former_prices() -> None:
    page = """3.2 Prix de l'heure

Barque          8 €
Canoë           6 €

Pour mémoire, prix de l'an dernier :
Barque 7 €   Canoë 5 €

3.3 Réservation
La barque se réserve la veille."""
    told = {passage.path[-1]: passage.standing for passage in passages(page)}
    assert told["Pour mémoire, prix de l'an dernier"] is Standing.REPEALED
    assert told["3.3 Réservation"] is not Standing.REPEALED


def test_titles_in_capitals_over_tables_side_by_side_are_the_title_of_both() -> None:
    page = """LOCATION DES HALLES

Halle aux canots          80 €
Halle aux rames           60 €

BASSIN DES FOULQUES                      PATINOIRE DU LAC (couverte)

Entrée adulte              5,40 €        Entrée adulte               6,20 €
Entrée enfant              3,20 €        Casque                      gratuit

Les chiens n'entrent pas.

PLONGEOIR

Il est ouvert en juin.
"""
    told = {passage.path[-1]: passage for passage in passages(page)}
    assert list(told) == ["LOCATION DES HALLES", "BASSIN DES FOULQUES – PATINOIRE DU LAC (couverte)", "PLONGEOIR"]
    assert "Les chiens" in told["BASSIN DES FOULQUES – PATINOIRE DU LAC (couverte)"].clean


def test_a_title_whose_number_follows_that_of_one_in_capitals_stands_beside_it() -> None:
    page = """3. MARCHÉ ET QUAI

Le quai ouvre à sept heures.

4. BARQUES « La Godille »

Une barque se loue à l'heure.

1. Petites barques

Elles sont à deux places.

5. DIVERS

Le reste est gratuit."""
    assert [passage.path[1:] for passage in passages(page)] == [
        ("3. MARCHÉ ET QUAI",),
        ("4. BARQUES « La Godille »",),
        ("1. Petites barques",),
        ("5. DIVERS",),
    ]


def test_titles_over_tables_side_by_side_stand_under_the_title_right_above_them() -> None:
    page = """6. LE PORT

CANOTS                                   RAMES

Canot, l'heure             5,40 €        Rame, l'heure               1,20 €
Canot, le jour             9,20 €        Rame, le jour               2,30 €

VOILES                                   BOUÉES

Voile, l'heure             7,40 €        Bouée, l'heure              0,20 €
Voile, le jour            13,20 €        Bouée, le jour              0,30 €

7. LE QUAI

Il est ouvert."""
    assert [passage.path[1:] for passage in passages(page)][-3:] == [
        ("6. LE PORT", "CANOTS – RAMES"),
        ("6. LE PORT", "VOILES – BOUÉES"),
        ("7. LE QUAI",),
    ]


FLYER = """VOLET 1 - LES BARQUES

La barque est louée 4 € de l'heure.

POUR MEMOIRE, TARIFS 2029

La barque était louée 3 € de l'heure.

VOLET 2 - LES CANOTS

Le canot est loué 6 € de l'heure.
"""


def test_former_prices_end_at_the_next_part() -> None:
    told = {one.path[-1]: one.standing for one in passages(FLYER)}
    assert told["POUR MEMOIRE, TARIFS 2029"] is Standing.REPEALED
    assert told["VOLET 2 - LES CANOTS"] is not Standing.REPEALED
