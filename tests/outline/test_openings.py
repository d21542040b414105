"""Where the acts of a council file open, whatever part of the file they stand in."""

from __future__ import annotations

import pytest

from knowledge.standings import Standing
from tests.outline.cutting import cut, passages

MINUTES = """PROCÈS-VERBAL DU CONSEIL MUNICIPAL
Séance du mardi 14 mai 2031

ORDRE DU JOUR

2031-41   Location des barques – saison 2031
2031-42   Vœu sur l'écluse
2031-43   Quai des pêcheurs – droits de place

DÉLIBÉRATION N° 2031-41
Objet : Location des barques du canal – saison 2031
Rapporteure : Mme Noëlle HÉRAULT, adjointe aux loisirs

Article 1 – Les prix sont fixés ainsi :

  Barque à deux rames, l'heure        7,00 €
  Canoë, la demi-journée             12,00 €

Un amendement de M. Prigent est rejeté (4 pour, 18 contre).

Vote : 18 pour, 4 contre.

DÉLIBÉRATION N° 2031-42
Objet : Vœu sur l'écluse
Rapporteur : M. Prigent

Mis aux voix, le vœu est REJETÉ : 4 pour, 18 contre.

DÉLIBÉRATION N° 2031-43
Objet : Quai des pêcheurs – droits de place

Le mètre linéaire est à 2,10 € par jour de marché.
Vote : unanimité.

QUESTIONS DIVERSES

La fête de l'eau est rejetée à plus tard.
La séance est levée à 22 heures."""


def test_the_acts_that_follow_an_agenda_are_pieces_of_their_own() -> None:
    assert [(piece.kind, piece.number, piece.title) for piece in cut(MINUTES).pieces] == [
        ("minutes", "", "PROCÈS-VERBAL DU CONSEIL MUNICIPAL"),
        ("agenda", "", "ORDRE DU JOUR"),
        ("deliberation", "2031-41", "Location des barques du canal – saison 2031"),
        ("deliberation", "2031-42", "Vœu sur l'écluse"),
        ("deliberation", "2031-43", "Quai des pêcheurs – droits de place"),
        ("minutes", "", "QUESTIONS DIVERSES"),
    ]


def test_each_act_has_its_own_vote_and_the_rejection_of_an_amendment_is_not_its_own() -> None:
    acts = [piece for piece in cut(MINUTES).pieces if piece.number]
    assert [act.standing for act in acts] == [Standing.ADOPTED, Standing.REJECTED, Standing.ADOPTED]
    assert acts[0].vote == "Vote : 18 pour, 4 contre"


def test_who_reports_is_told_with_accents() -> None:
    assert cut(MINUTES).pieces[2].rapporteur.startswith("Mme Noëlle HÉRAULT")


def test_an_article_of_one_act_is_no_title_of_the_next_one() -> None:
    fish = next(passage for passage in passages(MINUTES) if "2,10 €" in passage.text)
    assert fish.path == ("Quai des pêcheurs – droits de place",)


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("DÉLIBÉRATION N° 2031/041 - LOCATION DES BARQUES", "2031/041", "LOCATION DES BARQUES"),
        ("Délibération 2031-41 – Location des barques", "2031-41", "Location des barques"),
        ("Délibération n° 2031-41 du 14 mai 2031 : Location des barques", "2031-41", "Location des barques"),
        ("Délibération n' 2031-41 : Location des barques", "2031-41", "Location des barques"),
        ("N° 2031-041  Objet : Location des barques", "2031-041", "Location des barques"),
        ("N° D-2031-41   LOCATION DES BARQUES", "D-2031-41", "LOCATION DES BARQUES"),
        ("2031-41 - LOCATION DES BARQUES", "2031-41", "LOCATION DES BARQUES"),
        ("2031-41 - Location des barques", "2031-41", "Location des barques"),
        ("2031-05-41 – Location des barques", "2031-05-41", "Location des barques"),
        ("2031-05-06 - LOCATION DES BARQUES", "2031-05-06", "LOCATION DES BARQUES"),
        ("2031/05/06 – QUAI - LOCATION DES BARQUES", "2031/05/06", "QUAI - LOCATION DES BARQUES"),
        ("DEL-2031-041 : Location des barques", "DEL-2031-041", "Location des barques"),
        ("DEL 2031-041 : Location des barques", "DEL 2031-041", "Location des barques"),
        ("DCM-2031-05-041 : Location des barques", "DCM-2031-05-041", "Location des barques"),
        ("N° 41/2031 - Location des barques", "41/2031", "Location des barques"),
        ("N° 4/2031 - Location des barques", "4/2031", "Location des barques"),
        ("Point n° 3 : Location des barques", "3", "Location des barques"),
        ("Question n° 5 - Location des barques", "5", "Location des barques"),
        ("Délibération n° 2031-41\n\nOBJET : LOCATION DES BARQUES", "2031-41", "LOCATION DES BARQUES"),
        ("DÉLIBÉRATION N° 2031-41\nLocation des barques\nRapporteur : M. Prigent", "2031-41", "Location des barques"),
        ("OBJET : Location des barques et des canoës de la base du\nvieux canal", "", ""),
    ],
)
def test_an_act_is_told_by_the_form_of_its_opening(line: str, number: str, title: str) -> None:
    text = f"Le procès-verbal de la dernière séance est lu.\n\n{line}\n\nLa barque est prêtée pour une heure à chacun."
    act = cut(text).pieces[-1]
    assert (act.kind, act.number) == ("deliberation", number)
    assert act.title == (title or "Location des barques et des canoës de la base du vieux canal")


@pytest.mark.parametrize(
    "line",
    [
        "Délibération n° 2031-41 est abrogée à compter de ce jour",
        "2031-2032 : Location des barques",
        "2031-05-06 : Location des barques",
        "2031-32 Location des barques au quai",
        "2031-41 Location des barques 12,00 €",
        "Point 3 de la convention du canal",
        "n° 2031-41 : les barques du canal",
    ],
)
def test_a_reference_or_a_row_opens_no_act(line: str) -> None:
    pieces = cut(f"Le conseil prend acte du rapport.\n\n{line}\n\nLa barque est prêtée.").pieces
    assert not any(piece.number for piece in pieces)


def test_a_reference_inside_a_sentence_opens_no_act() -> None:
    text = "Le conseil décide ce qui suit, en application de ce que prévoit dans son entier la\nDélibération n° 2031-41"
    assert not any(piece.number for piece in cut(f"{text}\nqui fixe le prix des barques.").pieces)


def test_a_list_of_titles_without_a_head_is_no_list_of_acts() -> None:
    entries = "\n".join(f"2031-4{n} - Location des barques du quai {n}" for n in range(1, 5))
    text = f"CONSEIL MUNICIPAL DU 14 MAI 2031\n\n{entries}\n\n2031-41 - Location des barques du quai 1\n\nElle est lue."
    assert [piece.number for piece in cut(text).pieces if piece.number] == ["2031-41"]


def test_a_numbered_title_announced_by_the_agenda_opens_its_act_in_small_letters() -> None:
    text = (
        "ORDRE DU JOUR\n\n1. Location des barques\n2. Droits du quai\n\n1. Location des barques\n\n"
        "Il est proposé de la fixer à sept euros.\nVote : unanimité.\n\n2. Droits du quai\n\nIls sont maintenus."
    )
    assert [(piece.kind, piece.number) for piece in cut(text).pieces] == [
        ("agenda", ""),
        ("deliberation", "1"),
        ("deliberation", "2"),
    ]


def test_the_letterhead_of_an_extract_belongs_to_its_act() -> None:
    text = """EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS
Séance du 14 mai 2031

N° 2031-41  Objet : Location des barques

La barque est à sept euros.
Vote : unanimité."""
    (act,) = cut(text).pieces
    assert (act.number, act.title, act.standing) == ("2031-41", "Location des barques", Standing.ADOPTED)


def test_the_small_l_that_ocr_reads_in_capitals_hides_no_title() -> None:
    (passage,) = passages("TARlFS DES BARQUES DU CANAL MUNlClPAL\n\nLes clés se retirent en mairie.")
    assert passage.path[-1] == "TARIFS DES BARQUES DU CANAL MUNICIPAL"


def test_a_vote_ends_the_articles_of_its_act() -> None:
    opening = "DÉLIBÉRATION N° 2031-41\nObjet : Barques\n\nArticle 1 – Prix\nSept euros.\n\n"
    *_, last = passages(f"{opening}Vote : 18 pour, 4 contre.\n\nElle est lue.")
    assert last.path == ("Barques",)


def test_a_head_over_columns_far_apart_is_no_title() -> None:
    text = (
        "Les prix sont ceux-ci :\n\n            MATERNELLE        ÉLÉMENTAIRE\nTranche   2031   2032      2031   2032\n"
        "A      1,00 €   1,10 €    2,00 €   2,10 €\nB      1,50 €   1,60 €    2,50 €   2,60 €\n\nIls sont lus."
    )
    assert not any("MATERNELLE" in title for passage in passages(text) for title in passage.path)


def test_the_foot_of_pages_that_bears_their_number_is_no_text() -> None:
    pages = [f"Le point {n} est lu et débattu.\nConseil du 14 mai 2031          Page {n}" for n in (1, 2)]
    assert "Conseil" not in " ".join(passage.text for passage in passages(*pages))


def test_the_number_of_an_act_at_the_top_of_each_page_is_no_running_head() -> None:
    pages = [f"DÉLIBÉRATION N° 2031-4{n}\nObjet : Prêt du quai {n}\n\nLe quai {n} est prêté." for n in range(1, 6)]
    assert [piece.number for piece in cut(*pages).pieces] == [f"2031-4{n}" for n in range(1, 6)]


def test_an_annex_belongs_to_the_act_that_it_names_or_that_alone_names_it() -> None:
    text = """PROCÈS-VERBAL DU CONSEIL MUNICIPAL

DÉLIBÉRATION N° 2031-41
Objet : Location des barques

Les prix de l'annexe 1 sont adoptés.
Vote : unanimité.

DÉLIBÉRATION N° 2031-42
Objet : Droits du quai

Le point est ajourné.

ANNEXE 1 – PRIX DES BARQUES

La barque est à sept euros.
Le canoë est à douze euros.
Les rames sont prêtées.

ANNEXE 2 À LA DÉLIBÉRATION N° 2031-42

Le quai est à deux euros."""
    *_, boats, quay = cut(text).pieces
    assert (boats.parent, boats.standing) == ("Location des barques", Standing.ADOPTED)
    assert (quay.parent, quay.standing) == ("Droits du quai", Standing.POSTPONED)


def test_a_decision_has_its_own_number_and_date() -> None:
    text = """DÉCISIONS DU MAIRE

Décision n° 2031-12 du 3 mai 2031 : achat de deux barques pour le canal.

Décision n° 2031-13 du 9 mai 2031
Location du hangar pour un an."""
    told = [(passage.number, str(passage.date)) for passage in passages(text) if passage.number]
    assert told == [("2031-12", "2031-05-03"), ("2031-13", "2031-05-09")]


def test_the_cover_that_names_the_act_that_adopted_it_is_not_that_act() -> None:
    guide = """GUIDE DES TARIFS DU PORT

Délibération n° 2031-97 du 11 mai 2031
Applicable du 1er juin 2031 au 31 mai 2032

Barque, l'heure : 7 €
Canoë, l'heure : 5 €"""
    (piece,) = cut(guide).pieces
    assert (piece.kind, piece.standing) == ("document", Standing.ADOPTED)


def test_the_number_and_date_over_a_body_open_the_act() -> None:
    act = "Délibération n° 2031-97 du 11 mai 2031\n\nVu le code du canal,\n\nLe conseil, à l'unanimité, fixe 7 €."
    assert [piece.number for piece in cut(act).pieces] == ["2031-97"]


@pytest.mark.parametrize(
    "head", ["Club                          2030         2031", "Section nautique       BP 2030      BP 2031"]
)
def test_the_heads_of_columns_are_no_title_of_the_act_whose_number_stands_above(head: str) -> None:
    page = f"""RECUEIL DES DÉLIBÉRATIONS

DÉLIBÉRATION 2031-04

Rapporteur : M. Prigent.

Le conseil fixe les droits de quai.

DÉLIBÉRATION 2031-05

    {head}

    Aviron du canal                  600 €        650 €
    Voile de l'étang                 400 €        900 €

Adopté à l'unanimité.
"""
    told = {(figure.row[-1], figure.column[-1]) for passage in passages(page) for figure in passage.figures}
    columns = [part.strip() for part in head.split("   ") if part.strip()][1:]
    assert told == {(row, column) for row in ("Aviron du canal", "Voile de l'étang") for column in columns}
