"""The acts that one file holds."""

from __future__ import annotations

from datetime import date

from knowledge.standings import Standing
from tests.outline.cutting import cut, passages

COUNCIL = """VILLE DE VALBRUME

ORDRE DU JOUR

1. Tarifs des salles
2. Convention avec le club

PROPOSITIONS DE DELIBERATION
Conseil municipal du 12 mai 2031

1 - TARIFS DES SALLES MUNICIPALES

Rapporteur : Madame Odile VASSEUR

Il est proposé d'adopter les tarifs qui suivent.

2 - CONVENTION AVEC LE CLUB DE BASKET

Il est proposé de signer la convention.

CONVENTION DE PARTENARIAT AVEC LE CLUB

Article 1 : Objet
La ville prête la salle."""


def test_a_council_file_is_cut_into_its_acts() -> None:
    assert [(piece.kind, piece.number) for piece in cut(COUNCIL).pieces] == [
        ("document", ""),
        ("agenda", ""),
        ("deliberation", "1"),
        ("deliberation", "2"),
        ("agreement", ""),
    ]


def test_what_is_joined_to_a_proposal_is_proposed_and_knows_its_parent() -> None:
    agreement = cut(COUNCIL).pieces[-1]
    assert (agreement.standing, agreement.parent) == (Standing.PROPOSED, "2 - CONVENTION AVEC LE CLUB DE BASKET")


def test_the_session_dates_its_acts() -> None:
    assert {piece.date for piece in cut(COUNCIL).pieces} == {date(2031, 5, 12)}


def test_the_rapporteur_is_told() -> None:
    assert cut(COUNCIL).pieces[2].rapporteur.endswith("Madame Odile VASSEUR")


def test_an_article_stands_under_its_act() -> None:
    article = passages(COUNCIL)[-1]
    assert article.path == ("CONVENTION DE PARTENARIAT AVEC LE CLUB", "Article 1 : Objet")
    assert (article.kind, article.number) == ("article", "1")


def test_running_heads_and_page_numbers_stand_in_no_passage() -> None:
    pages = [f"Ville de Valbrume - registre des actes\nLe point {n} est lu et débattu.\n{n}" for n in range(1, 6)]
    text = " ".join(passage.text for passage in passages(*pages))
    assert "registre" not in text
    assert all(f"point {n} est lu" in text for n in range(1, 6))


def test_a_text_without_acts_is_one_piece() -> None:
    (piece,) = cut("La halle est prêtée aux clubs.").pieces
    assert (piece.kind, piece.title, piece.standing) == ("document", "Acte", Standing.UNSTATED)


def test_no_text_gives_no_passage() -> None:
    assert passages("") == ()


def test_an_annex_has_the_number_of_the_deliberation_it_is_joined_to() -> None:
    page = (
        "ANNEXE N° 1\nà la délibération n° 2030-12 du conseil municipal du 3 mars 2030\n\nTARIFS DU CANAL\nBarque : 4 €"
    )
    assert [piece.number for piece in cut(page).pieces if piece.kind == "annex"] == ["2030-12"]


ANNEXED = """EXTRAIT DU REGISTRE DES DELIBERATIONS

DÉLIBÉRATION N° 2030-06-045
Convention d'objectifs avec le cercle nautique
Rapporteur : Mme Odile VASSEUR, adjointe

VU le projet de convention ci-annexé ;
Après en avoir délibéré, le conseil municipal APPROUVE la convention par 20 voix pour.

ANNEXE 2 – CONVENTION D'OBJECTIFS

ENTRE
La commune de Valfleuri, représentée par sa maire,
ET
L'association « Les Rames d'Argent », dont le siège est au port,

IL A ÉTÉ CONVENU CE QUI SUIT :
Article 1 – Objet
   Le club ouvre le ponton."""


def test_an_annex_belongs_to_the_act_above_that_joins_it_and_shares_its_title() -> None:
    annex = cut(ANNEXED).pieces[-1]
    assert (annex.kind, annex.parent) == ("annex", "Convention d'objectifs avec le cercle nautique")


def test_the_parties_of_an_agreement_are_among_its_names() -> None:
    assert {"rames", "argent"} <= set(cut(ANNEXED).pieces[-1].names)
