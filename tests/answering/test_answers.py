from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.answering.answerer import NOT_COMPUTED, NOT_HELD, NOT_SAID, NOT_UNDERSTOOD
from bot.answering.matching import stem_set
from bot.answering.parts import seen
from bot.answering.topics import Topic
from knowledge.documents import Locator, Passage
from knowledge.standings import Standing
from tests.answering.acts import COUNCIL, EVERY, POOL
from tests.answering.office import Act, Office, office, said


@pytest.fixture(scope="module")
def town() -> Office:
    return office(*EVERY, slips={"piscne": "piscine"})


@pytest.mark.parametrize(
    ("question", "price"),
    [
        ("prix d'un repas de maternelle, habitant", "3.10"),
        ("prix d'un repas de maternelle pour un extérieur", "5.20"),
        ("tarif repas élémentaire valfleurien", "3.60"),
        ("le repas d'un adulte habitant à la restauration, c'est combien ?", "6.40"),
        ("entrée adulte piscine", "2.50"),
        ("entree adulte piscne", "2.50"),
        ("entrée piscine pour un adulte habitant ailleurs", "4.10"),
        ("carte de dix bains, personnes extérieures", "36"),
    ],
)
def test_a_price_is_that_of_its_row_and_column(town: Office, question: str, price: str) -> None:
    answer = town.ask(question)
    assert (answer.status, answer.value, answer.unit) == ("answer", Decimal(price), "€")


def test_the_outsiders_table_is_not_told_to_a_resident(town: Office) -> None:
    answer = town.ask("prix de la carte de dix bains à la piscine")
    assert answer.value == 21
    assert "exterieures" not in said(answer.citations[0].quote)


def test_rows_that_the_question_leaves_open_are_all_told(town: Office) -> None:
    answer = town.ask("prix de la restauration scolaire")
    assert answer.status == "answer" and answer.value is None
    assert all(price in answer.text for price in ("3,10 €", "3,60 €", "6,40 €"))


def test_a_note_under_a_table_is_the_price_of_what_it_says_only(town: Office) -> None:
    assert "4 €" in town.ask("quel prix pour un panier fourni par la famille ?").text.split("\n")[0]
    assert "4 €" not in town.ask("prix d'un repas de maternelle").text


def test_the_proof_is_the_verbatim_line_with_its_page_and_date(town: Office) -> None:
    proof = town.ask("entrée adulte piscine").citations[0]
    page = town.shelf.pages[POOL.id].text
    assert "Adulte | 2,50 €" in proof.quote
    assert proof.quote in page
    assert page.split("\n")[proof.line - 1] in proof.quote
    assert (proof.page, proof.date, proof.communes) == (1, date(2030, 1, 15), ("Valfleuri",))


def test_a_rejected_price_is_told_as_rejected_first(town: Office) -> None:
    answer = town.ask("combien coûte la location du kiosque à musique")
    assert answer.text.startswith("Rejeté (séance du 15 janvier 2030) :")
    assert answer.value is None
    assert answer.citations[0].standing is Standing.REJECTED


def test_an_adopted_price_comes_before_a_rejected_one() -> None:
    adopted = Act(
        "conseil-du-3-mars",
        """
PROCES-VERBAL

1 - LOCATION DU KIOSQUE A MUSIQUE
Le loyer du kiosque à musique est fixé à 50 € par soirée.
La délibération est adoptée à l'unanimité.
""",
        date=date(2030, 3, 3),
    )
    first, *_ = office(COUNCIL, adopted).ask("prix de location du kiosque à musique").text.split("\n")
    assert "50 €" in first and "75 €" not in first


def test_an_agenda_is_no_answer(town: Office) -> None:
    answer = town.ask("quelle subvention pour le club de tir à l'arc ?")
    assert "640 €" in answer.text
    assert not any("ORDRE DU JOUR" in cited.piece for cited in answer.citations[:1])


def test_a_vote_is_told_in_its_own_words(town: Office) -> None:
    answer = town.ask("la subvention au club de tir à l'arc est-elle votée ?")
    assert answer.text.startswith("Adopté (séance du 15 janvier 2030) : « La délibération est adoptée à l'unanimité »")


def test_who_voted_against_is_told_by_an_act_put_to_the_vote_only(town: Office) -> None:
    answer = town.ask("y a-t-il eu des élus contre la subvention au club de tir à l'arc ?")
    assert answer.text.startswith("Adopté (séance du 15 janvier 2030) : « La délibération est adoptée à l'unanimité »")
    body = "Il est proposé au conseil municipal de fixer à 5 € par heure la location de la barque du canal."
    proposed = office(Act("dossier", "DOSSIER DU CONSEIL\n\n1 - LOCATION DE LA BARQUE DU CANAL\n" + body))
    asked = proposed.ask("qui a voté contre la location de la barque du canal ?")
    assert (asked.status, asked.reason) == ("unknown", "silent")


PONTOONS = Act(
    "tarifs-du-port",
    """
TARIFS DU PORT

Emplacements de ponton | Habitant | Extérieur
Ponton de quinze ans | 400 € | 650 €
Ponton de trente ans | 810 € | non délivré
""",
)


def test_a_cell_of_words_says_whether_one_may() -> None:
    port = office(PONTOONS)
    answer = port.ask("un ponton de trente ans pour un extérieur, c'est possible ?")
    assert answer.status == "answer" and answer.text.startswith("non délivré")
    assert "810" not in answer.text.split("\n")[0]
    assert "650" not in port.ask("un ponton de quinze ans pour un extérieur, c'est possible ?").text[:10]


def test_what_an_act_leaves_blank_is_not_made_up(town: Office) -> None:
    answer = town.ask("quelle participation annuelle pour l'association du verger ?")
    assert (answer.status, answer.reason) == ("unknown", "silent")
    assert answer.text.startswith(NOT_SAID)
    assert "XXX" in answer.citations[0].quote


def test_another_year_is_not_answered_by_this_one(town: Office) -> None:
    assert town.ask("prix de l'entrée adulte à la piscine en 2030").status == "answer"
    answer = town.ask("prix de l'entrée adulte à la piscine en 2024")
    assert (answer.status, answer.reason) == ("unknown", "silent")


def test_a_season_is_not_answered_by_the_next_one() -> None:
    held = office(Act("canal", "TARIFS DU CANAL, SAISON 2029-2030\n\nLocation | Prix\nBarque | 5 €\nCanot | 9 €"))
    assert held.ask("prix de la barque au canal en 2029-2030").text.startswith("5 €")
    assert held.ask("prix de la barque au canal en 2028-2029").reason == "silent"


def test_a_sum_that_looks_like_a_year_is_none(town: Office) -> None:
    assert town.ask("prix de l'entrée adulte à la piscine pour un revenu de 2024 euros").status == "answer"


def test_the_latest_of_two_acts_that_fit_alike_is_told_first() -> None:
    text = "TARIFS DU CANAL\n\nLocation | Prix\nBarque | {} €\nCanot | 9 €"
    old = Act("canal-2028", text.format(4), date=date(2028, 1, 1))
    new = Act("canal-2029", text.format(5), date=date(2029, 1, 1))
    for held in (office(old, new), office(new, old)):
        assert held.ask("prix de location de la barque").text.startswith("5 €")
        assert held.ask("prix de location de la barque", on=date(2028, 6, 1)).text.startswith("4 €")


def test_what_was_proposed_in_vain_is_no_other_price() -> None:
    table = Act("canal-2028", "TARIFS DU CANAL\n\nLocation | Prix\nBarque | 4 €\nCanot | 9 €")
    talk = Act("debat-2028", "LOCATION DU CANAL\nIl était proposé de mettre la location de la barque du canal à 7 €.")
    assert "7 €" not in office(table, talk).ask("prix de location de la barque du canal").text


def minutes(number: str, body: str) -> str:
    return f"""PROCES-VERBAL DU CONSEIL MUNICIPAL

DÉLIBÉRATION N° {number}
Objet : Location des barques du canal
Rapporteur : Mme Odile Vannier

{body}

La délibération est adoptée à l'unanimité.
"""


def test_a_later_proposal_does_not_come_before_an_act_in_force() -> None:
    old = Act("conseil-2028", minutes("2028-04", "La location de la barque du canal est de 4 € par heure."))
    talk = """PROPOSITIONS DE DELIBERATIONS

3 - LOCATION DES BARQUES DU CANAL
La location de la barque du canal passerait à 5 € par heure."""
    proposed = Act("propositions-2029", talk, date=date(2029, 1, 1))
    held = office(replace(old, date=date(2028, 1, 1)), proposed)
    assert "4 €" in held.ask("prix de location de la barque du canal par heure").text.split("\n")[0]


def test_an_act_that_another_repealed_since_is_not_told() -> None:
    old = Act("conseil-2028", minutes("2028-04", "La location de la barque du canal est de 4 € par heure."))
    new = Act(
        "conseil-2029",
        minutes("2029-07", "La délibération n° 2028-04 est abrogée. La location d'une barque est de 5 € par heure."),
    )
    held = office(replace(old, date=date(2028, 1, 1)), replace(new, date=date(2029, 1, 1)))
    assert "5 €" in held.ask("prix de location de la barque du canal").text.split("\n")[0]
    assert "4 €" in held.ask("prix de location de la barque du canal", on=date(2028, 6, 1)).text.split("\n")[0]


def test_what_a_rejected_act_would_have_repealed_still_holds() -> None:
    old = Act("conseil-2028", minutes("2028-04", "La location de la barque du canal est de 4 € par heure."))
    motion = minutes("2029-07", "La délibération n° 2028-04 est abrogée. La barque du canal serait gratuite.")
    failed = Act("conseil-2029", motion.replace("adoptée à l'unanimité", "rejetée par 20 voix contre 3"))
    held = office(replace(old, date=date(2028, 1, 1)), replace(failed, date=date(2029, 1, 1)))
    text = held.ask("prix de location de la barque du canal par heure").text
    assert "4 €" in text.split("\n")[0] and "modifié" not in text


def test_an_act_does_not_repeal_before_it_is_voted() -> None:
    old = Act("conseil-2028", minutes("2028-04", "La location de la barque du canal est de 4 € par heure."))
    body = "À compter du 1er mars 2028, la délibération n° 2028-04 est abrogée. La barque du canal est à 5 € par heure."
    held = office(
        replace(old, date=date(2028, 1, 1)),
        replace(Act("conseil-2029", minutes("2029-07", body)), date=date(2029, 1, 1)),
    )
    assert "4 €" in held.ask("prix de la barque du canal par heure", on=date(2028, 6, 1)).text.split("\n")[0]


def test_an_act_modified_since_says_so_when_the_other_act_is_silent_on_the_point() -> None:
    old = Act("conseil-2028", minutes("2028-04", "La location de la barque du canal est de 4 € par heure."))
    new = Act(
        "conseil-2029",
        minutes("2029-07", "La délibération n° 2028-04 est modifiée : les gilets sont rendus secs."),
    )
    held = office(replace(old, date=date(2028, 1, 1)), replace(new, date=date(2029, 1, 1)))
    text = held.ask("prix par heure de la barque du canal").text
    assert "4 €" in text.split("\n")[0] and "modifié depuis par un autre n° 2029-07" in text
    assert "modifié" not in held.ask("prix par heure de la barque du canal", on=date(2028, 6, 1)).text


def test_a_sentence_that_changes_a_row_of_the_act_it_modifies_comes_before_the_row() -> None:
    table = "Location | Prix\nCarte dix tours barque | 31 €\nCarte dix tours canot | 21 €"
    old = Act("conseil-2028", minutes("2028-04", f"Tarifs du canal.\n\n{table}"), date=date(2028, 1, 1))
    body = "La délibération n° 2028-04 est modifiée.\n\nArticle 1 : la carte de dix tours en barque est fixée à 33 €."
    new = Act("conseil-2029", minutes("2029-07", body), date=date(2029, 1, 1))
    held = office(old, new)
    assert "33 €" in held.ask("prix de la carte de dix tours en barque").text.split("\n")[0]
    assert "21 €" in held.ask("prix de la carte de dix tours en canot").text.split("\n")[0]


def test_an_act_that_changes_one_line_of_a_table_leaves_the_others_told() -> None:
    table = """TARIFS DU PORT

Place de radeau                 Forfait été     Forfait annuel
moins de 5 m                         310 €           520 €
5 m à 9,99 m                         340 €           560 €"""
    old = Act("conseil-2028", minutes("2028-04", table), date=date(2028, 1, 1))
    body = (
        "La délibération n° 2028-04 est modifiée.\n\nLa sortie de radeau à la poulie (place de moins de 9 m) passe de "
        "61 € à 66 €, le forfait annuel restant le même."
    )
    new = Act("conseil-2029", minutes("2029-07", body), date=date(2029, 1, 1))
    held = office(old, new)
    assert "560 €" in held.ask("forfait annuel d'une place de radeau de 6 m").text.split("\n")[0]
    assert "66 €" in held.ask("prix de la sortie de radeau à la poulie").text.split("\n")[0]


def test_the_sentence_left_blank_that_says_what_is_asked_is_told_before_another() -> None:
    text = """CONVENTION AVEC LE CLUB DES RADEAUX

Le club des radeaux donne chaque année deux fêtes gratuites au lavoir.
Le montant de la caution pour le prêt des pagaies est fixé à ........ €.
Le prêt du lavoir au club est gratuit."""
    held = office(Act("club", text))
    assert held.ask("quelle caution le club des radeaux doit-il pour le prêt des pagaies ?").reason == "silent"
    assert held.ask("quel prix le club des radeaux doit-il pour le prêt du lavoir ?").status == "answer"


def test_what_another_town_pays_is_no_price_here() -> None:
    text = """DÉLIBÉRATION N° 7
5.3. Aide à l'achat d'un radeau. Mme Odile Vannier expose le dispositif de la ville de Rivenoire (90 € par radeau).
Il est pris acte de cette information, sans décision."""
    held = office(Act("conseil", text))
    assert "90" not in held.ask("aide à l'achat d'un radeau, combien ?").text
    assert "90 €" in office(Act("c", text.replace("Rivenoire", "Valfleuri"))).ask("aide à l'achat d'un radeau").text


def test_a_row_that_says_nothing_of_the_subject_is_not_its_price() -> None:
    text = """DÉCISIONS DU MAIRE

Entretien de la cloche du canal confié à la maison Aubin pour trois ans.
Cabane de la gardienne : 395 € par mois.
Cabane du gardien : 412 € par mois."""
    told = office(Act("decisions", text)).ask("combien coûte l'entretien de la cloche du canal par an ?")
    assert "395 €" not in told.text.split("\n")[0]


def test_a_price_for_another_length_is_not_told() -> None:
    text = "TARIFS DU PORT\n\nPlace | Prix\nPlace de barque, 15 ans | 225 €\nPlace de barque, 30 ans | 445 €"
    held = office(Act("port", text))
    assert held.ask("place de barque pour 30 ans, combien ?").value == 445
    assert held.ask("place de barque pour 50 ans, combien ?").status == "unknown"


def test_a_row_that_says_a_part_of_the_phrase_is_another_thing() -> None:
    text = "TARIFS DU CANAL\n\nVente | Prix\nRepas des gardiens | 6,10 €\nRepas des rameurs | 7,20 €"
    meals = Act("repas", "PORTAGE DE REPAS A DOMICILE\n\nLe portage de repas est assuré le lundi.")
    held = office(Act("tarifs", text), meals)
    assert "6,10" not in held.ask("portage de repas à domicile, combien ?").text.split("\n")[0]


def test_a_later_rule_on_something_else_does_not_come_before_the_rule_asked() -> None:
    rule = Act(
        "carte", "CARTE DU CANAL\n\nPour la carte du canal, on présente une pièce d'identité.", date=date(2027, 1, 1)
    )
    later = Act(
        "photos", "PHOTOS DU CANAL\n\nLa carte du canal et ses photos : voir le règlement.", date=date(2029, 1, 1)
    )
    told = office(rule, later).ask("quels papiers pour la carte du canal ?").text
    assert "pièce d'identité" in told.split("\n")[0]


def test_dots_that_lead_to_a_price_leave_nothing_blank() -> None:
    rows = ["Barque, l'heure .............. 12,50 €", "Canot, l'heure .................", "Yole, l'heure ........ 9 €"]
    text = "\n".join(["TARIFS DU CANAL", "", *rows])
    held = office(Act("tarifs", text))
    told = held.ask("prix de l'heure de barque")
    assert (told.status, told.value) == ("answer", Decimal("12.50"))
    assert "12,50" not in held.ask("prix de l'heure de canot").text.split("\n")[0]


@pytest.mark.parametrize(("whom", "reason"), [("du correspondant des Joncs", "silent"), ("de Mme Aubin", "")])
def test_a_number_left_blank_is_not_that_of_the_other_party(whom: str, reason: str) -> None:
    text = """CONVENTION DES JONCS

ARTICLE 3 - CORRESPONDANTS

Pour la ville : Mme Aubin, 01 99 00 12 34.
Pour le club : M. ................, tél. ..................
"""
    assert office(Act("convention-des-joncs", text)).ask(f"numéro de téléphone {whom}").reason == reason


def test_a_price_left_blank_is_not_that_of_the_line_below() -> None:
    text = "TARIFS DU CANAL\n\nBois du canal, le stère, livré : €.\n\nBarque de bois, l'heure : 12 €"
    told = office(Act("tarifs", text)).ask("le stère de bois du canal livré, quel prix ?")
    assert told.status == "unknown"


def test_a_surcharge_beside_a_table_is_added_for_who_lives_elsewhere() -> None:
    text = """TARIFS DU LAVAGE

Abonnement | Prix
Abonnement annuel barque | 140 €
Abonnement annuel canot | 70 €

L'abonné hors commune acquitte le tarif majoré de 30 %."""
    held = office(Act("lavage", text))
    assert "182 €" in held.ask("abonnement annuel de lavage d'une barque pour un rameur d'une autre commune").text
    assert "182 €" not in held.ask("abonnement annuel de lavage d'une barque").text


def test_the_person_asked_for_is_not_told_beside_another() -> None:
    text = """CONSEIL DU CANAL

M. Régis Lory, premier adjoint, a démissionné.
Mme Odile Vannier est élue adjointe aux barques."""
    told = office(Act("conseil", text)).ask("qui est l'adjointe aux barques ?").text
    assert "Vannier" in told and "Lory" not in told


def test_a_title_repeated_is_no_answer() -> None:
    text = """REGLEMENT DES BARQUES DU CANAL

Règlement des barques du canal

Elles sont remisées du 3 novembre au 2 avril."""
    told = office(Act("barques", text)).ask("les barques du canal, jusqu'à quand sont-elles remisées ?").text
    assert "2 avril" in told.split("\n")[0]


def test_what_was_decided_for_one_is_no_rule_for_all() -> None:
    text = """DECISIONS DU MAIRE

Décision n° 2029-11 du 2 mars 2029
Renouvellement, pour quinze ans, de la place au canal de la barque n° 3.
"""
    rule = Act("reglement", "REGLEMENT DU CANAL\n\nLe renouvellement d'une place se demande dans les deux mois.")
    told = office(Act("decisions", text, date=date(2029, 7, 1)), rule).ask(
        "renouvellement d'une place au canal, quel délai ?"
    )
    assert "deux mois" in told.text.split("\n")[0]


def test_a_decision_that_changes_another_comes_before_it() -> None:
    text = """DECISIONS DU MAIRE

Décision n° 2029-11 du 2 mars 2029
Location de la barque du canal aux classes des écoles : 25 € par sortie.

Décision n° 2029-19 du 12 juin 2029
La décision n° 2029-11 (location de la barque du canal aux classes) est modifiée : 28 € par sortie.
"""
    held = office(Act("decisions", text, date=date(2029, 7, 1)))
    first = held.ask("prix de location de la barque du canal pour une classe").text.split("\n")[0]
    assert "28 €" in first and "25 €" not in first


def test_a_share_of_the_income_is_computed_from_the_rate_of_the_act() -> None:
    text = """ACCUEIL DU CANAL

Taux d'effort appliqué au revenu mensuel, pour une heure d'accueil

Tarif            1 rameur    2 rameurs
Taux du canal    0,071 %     0,060 %"""
    told = office(Act("canal", text)).ask("prix de l'heure d'accueil au canal, 2 rameurs, revenu mensuel 2000 euros")
    assert told.text.startswith("2 000 € × 0,060 % = 1,20 €")


def test_a_kind_of_thing_that_the_passage_does_not_hold_is_not_said(town: Office) -> None:
    answer = town.ask("numéro de téléphone du bureau des écoles pour les inscriptions")
    assert (answer.status, answer.reason) == ("unknown", "silent")
    assert "4 rue du Lavoir" in answer.citations[0].quote


@pytest.mark.parametrize("question", ["tarif du stationnement des camions", "horaires du marché aux puces"])
def test_a_subject_of_no_document_is_not_known(town: Office, question: str) -> None:
    assert town.ask(question).text == NOT_HELD


def test_who_may_find_the_answer_elsewhere_is_told_where_to_look_and_no_figure(town: Office) -> None:
    answer = town.ask("bureau des écoles de voile du port")
    assert (answer.status, answer.reason) == ("unknown", "missing")
    assert answer.text.startswith("Je n'ai pas de réponse sûre. À lire peut-être : ") and ", page 1, «" in answer.text
    assert "€" not in answer.text and answer.citations


@pytest.mark.parametrize("question", ["prix", "combien ça coûte", "bonjour merci", "  ", "58"])
def test_a_question_without_a_subject_is_not_guessed(town: Office, question: str) -> None:
    assert town.ask(question).text == NOT_UNDERSTOOD


def test_a_price_is_not_that_of_another_town(town: Office) -> None:
    assert town.ask("prix d'entrée à la patinoire").reason == "missing"
    answer = town.ask("prix d'entrée adulte à la patinoire de Rochemont")
    assert answer.value == Decimal("8.30")
    assert {cited.communes for cited in answer.citations} == {("Rochemont",)}


def test_an_act_of_ones_own_need_not_name_the_body_of_communes_asked_about() -> None:
    deal = """CONVENTION DE MANDAT
Article 3 - Écluses
Le Mandataire ne manœuvre aucune écluse la nuit."""
    other = """CONVENTION DE BARRAGE
Article 1 - Objet
La Communauté des Lacs entretient le barrage."""
    held = office(Act("mandat", deal), Act("barrage", other, commune="Communauté des Lacs"))
    asked = "la Communauté des Lacs peut-elle manœuvrer une écluse la nuit ?"
    assert "ne manœuvre aucune écluse" in held.ask(asked).text
    assert held.ask(asked, commune="Rochemont").status == "unknown"


def test_without_a_commune_every_town_is_looked_at(town: Office) -> None:
    assert town.ask("prix d'entrée adulte à la patinoire", commune="").value == Decimal("8.30")


def test_a_rule_is_quoted_with_what_follows(town: Office) -> None:
    answer = town.ask("un enfant jette de la nourriture, que faire ?")
    assert "avertissement écrit" in answer.text and "exclu trois jours" in answer.text


def test_what_is_forbidden_is_said_by_the_sentence_that_forbids(town: Office) -> None:
    assert town.ask("peut-on apporter un repas de la maison ?").text.startswith("Tout autre repas")


@pytest.mark.parametrize(
    ("question", "beginning"),
    [("article 2 du règlement de la restauration", "Article 2 - Discipline"), ("délibération n° 2", "La délibération")],
)
def test_an_article_or_a_deliberation_is_found_by_its_number(town: Office, question: str, beginning: str) -> None:
    assert town.ask(question).text.startswith(beginning)


def test_an_article_that_is_not_held_is_said_so(town: Office) -> None:
    answer = town.ask("article 9 du règlement de la restauration")
    assert (answer.status, answer.reason) == ("unknown", "missing")
    assert "l'article 9" in answer.text


def test_a_total_that_no_document_lets_compute_is_refused_with_the_prices(town: Office) -> None:
    answer = town.ask("prix de 14 cartes de dix bains à la piscine")
    assert (answer.status, answer.reason, answer.value) == ("unknown", "silent", None)
    assert answer.text.startswith(NOT_COMPUTED)
    assert "21 €" in answer.text


def test_an_act_comes_before_what_restates_it() -> None:
    restated = replace(POOL, id="fiche-de-la-piscine", restated=True)
    for acts in ((POOL, restated), (restated, POOL)):
        assert office(*acts).ask("entrée adulte piscine").citations[0].document == POOL.id


def test_two_acts_that_disagree_are_both_shown() -> None:
    later = Act("tarifs-de-la-piscine-ete", POOL.text.replace("2,50 €", "2,80 €"), date=date(2030, 5, 2))
    answer = office(POOL, later).ask("entrée adulte piscine")
    assert "2,50 €" in answer.text and "2,80 €" in answer.text
    assert {cited.document for cited in answer.citations} == {POOL.id, later.id}


def test_on_a_day_before_an_act_it_does_not_answer() -> None:
    earlier = replace(POOL, id="anciens-tarifs", text=POOL.text.replace("2,50 €", "2,20 €"), date=date(2028, 1, 10))
    both = office(earlier, POOL)
    assert both.ask("entrée adulte piscine", on=date(2029, 5, 1)).value == Decimal("2.20")
    before = both.ask("entrée adulte piscine", on=date(2027, 5, 1))
    assert (before.status, before.reason) == ("unknown", "missing")
    assert "postérieurs au 1er mai 2027" in before.text


def test_many_prices_that_fit_alike_are_asked_about() -> None:
    days = [f"le {day} d'été, clé remise à l'entrée, été décalé à la rentrée" for day in ("matin", "midi", "soir")]
    halls = [
        Act(
            f"tarifs-de-la-salle-{name}",
            f"TARIFS DE LA SALLE {name.upper()}\n\nLocation | Prix\n"
            + "\n".join(f"Location {day} | {rank}{at} €" for at, day in enumerate(days, 2)),
        )
        for rank, name in enumerate(("tilleul", "platane", "charme"), 1)
    ]
    answer = office(*halls).ask("prix de location d'une salle")
    assert (answer.status, answer.reason) == ("question", "case")
    assert 1 < len(answer.options) <= 8
    assert all(option.token.startswith("+") and len(option.token.encode()) <= 64 for option in answer.options)


def test_a_document_read_anew_is_answered_as_it_was_read_last() -> None:
    sheet = Act("tarifs-barque", "DELIBERATION N°3\nOBJET : TARIFS DES BARQUES\nBarque : 12 €\nCanot : 15 €")
    harbour = office(sheet)
    assert "12 €" in harbour.ask("prix de la barque").text
    corrected = {
        id: replace(one, figures=tuple(replace(f, printed="13 €", value=Decimal(13)) for f in one.figures))
        for id, one in harbour.shelf.every.items()
    }
    harbour.shelf.hold(corrected, replace(sheet, date=date(2030, 1, 16)))
    assert harbour.ask("prix de la barque").text.startswith("13 €")


def test_an_office_without_documents_says_it_knows_nothing() -> None:
    assert office().ask("entrée adulte piscine").text == NOT_HELD


@pytest.mark.parametrize("act", EVERY, ids=lambda act: act.id)
def test_every_answer_from_an_act_quotes_it_word_for_word(act: Act) -> None:
    alone = office(act)
    lines = [line for line in alone.shelf.pages[act.id].text.split("\n") if line.strip()]
    for line in lines:
        for cited in alone.ask(line, commune=act.commune).citations:
            assert all(quoted in lines for quoted in cited.quote.split("\n"))


def test_tables_that_fit_alike_and_say_otherwise_are_asked_about() -> None:
    tables = [
        Act(f"canal-{way}", f"TARIFS DU CANAL {way.upper()}\n\nLocation | Prix\nBarque | {price} €\nCanot | 9 €")
        for way, price in (("nord", 4), ("sud", 5))
    ]
    answer = office(*tables).ask("prix de location de la barque au canal")
    assert (answer.status, len(answer.options)) == ("question", 2)


def test_passages_that_fit_alike_are_both_told() -> None:
    rules = [
        Act(f"reglement-{n}", f"REGLEMENT DU CANAL\n\nLa barque du canal est rendue {where}, sans exception aucune.")
        for n, where in ((1, "au ponton"), (2, "au hangar"))
    ]
    text = office(*rules).ask("où rendre la barque du canal ?").text
    assert "au ponton" in text and "Aussi, page 1 : «" in text and "au hangar" in text


def test_sums_written_without_their_sign_in_a_table_are_prices() -> None:
    actions = Act(
        "actions-du-quartier",
        """ACTIONS DU QUARTIER

Potager partagé du Moulin 4 200,00 4 200,00 Les Jardiniers du dimanche, avec les écoles
Atelier vélo du Moulin 900,00 750,00 Les Rayons libres, deux samedis par mois
""",
    )
    answer = office(actions).ask("combien pour le potager partagé ?")
    assert (answer.status, answer.value) == ("answer", Decimal("4200.00"))


def test_a_title_says_no_price_and_the_row_under_it_does() -> None:
    rink = Act(
        "patinoire",
        """TARIFS DE LA PATINOIRE

3) Glisse - saison 2030-2031 (ouverture le 28 novembre 2030)

                                    tarif 2030      saison 30-31
Entrée                              4,80 €          4,90 €
Location de patins                  2,90 €          2,¢
Carte de saison                     90,00 €         98,00 €
""",
    )
    assert "illisible" in office(rink).ask("location de patins pour la saison 2030-2031, combien ?").text


def test_the_title_of_a_table_dates_nothing_that_its_rows_date() -> None:
    text = """ETAT DE LA DETTE DU CANAL AU 1er JANVIER 2030

Prêteur                  Objet              Capital          Fin
Banque des Cygnes        Ponton             14 600 €         2034
Caisse du Levant         Écluse             86 300 €         2039
"""
    told = office(Act("dette", text)).ask("l'emprunt de l'écluse finit en quelle année").text
    assert "2039" in told.split("\n")[0] and "2034" not in told.split("\n")[0]


def test_what_another_town_asks_is_no_price_of_this_one() -> None:
    text = """TARIFS DE LA PISCINE

Entrée adulte | 5,20 €
Entrée enfant | 3,60 €

Pour information, les Rivenoirs ont dans leur commune une entrée de piscine à 4,30 €."""
    assert "4,30" not in office(Act("piscine", text)).ask("entrée à la piscine combien").text.split("\n")[0]


def test_who_asks_by_head_is_told_by_head() -> None:
    text = """DETTE DU PORT

Prêteur | Capital
Banque des Cygnes | 612 400 €
Caisse du Levant | 428 750 €

Le total de la dette est de 1 041 150 €, soit 394 € par habitant."""
    assert office(Act("dette", text)).ask("dette du port par habitant ?").text.startswith("Le total")


@pytest.mark.parametrize(
    "blank",
    [
        "Le gardien du port est joint au .. .. .. .. .. (à compléter).",
        "Le bois du port est vendu sur pied : prix à fixer par la commission.",
    ],
)
def test_what_is_still_to_be_filled_in_is_not_said(blank: str) -> None:
    asked = "numéro du gardien du port" if "gardien" in blank else "bois du port vendu sur pied, quel prix ?"
    assert office(Act("port", f"REGLEMENT DU PORT\n\n{blank}")).ask(asked).status == "unknown"


def test_where_only_the_title_says_what_is_asked_no_row_is_chosen() -> None:
    rows = [f"Formule {letter} | {price} €" for letter, price in zip("ABC", (4, 6, 9), strict=True)]
    told = office(Act("piscine", "\n".join(["TARIFS DE LA PISCINE", "", "Entrée | Prix", *rows]))).ask(
        "c combien la piscine"
    )
    assert told.status == "answer" and all(price in told.text for price in ("4 €", "6 €", "9 €"))


@pytest.mark.parametrize(
    "later",
    [
        "M. Yann Aubry est nommé chef du port de plaisance, en remplacement de Mme Odile Vannier.",
        "Le nom du chef du port de plaisance est remplacé par celui de M. Yann Aubry.",
        "Mme Odile Vannier est nommée à la culture ; M. Yann Aubry lui succède à la tête du port de plaisance.",
        "Mme Odile Vannier n'est plus en charge du port de plaisance ; la délégation est passée à M. Yann Aubry.",
        "Mme Odile Vannier a quitté ses fonctions au port de plaisance ; M. Yann Aubry les reprend.",
    ],
)
def test_who_takes_the_place_of_another_is_told_first(later: str) -> None:
    rules = Act(
        "reglement", "REGLEMENT DU PORT\n\nLe chef du port de plaisance est Mme Odile Vannier.", date=date(2028, 1, 15)
    )
    act = Act("arrete", f"ARRETE\n\n{later}", date=date(2029, 8, 27))
    assert "Aubry" in office(rules, act).ask("qui est le chef du port de plaisance ?").text.split("\n")[0]


def test_a_price_that_a_later_act_raises_is_told_by_it() -> None:
    table = "TARIFS DU PORT\n\nObjet | 2030\nAnneau du passager, la nuit | 4 €\nGrue, le mouvement | 40 €"
    later = "DELIBERATION\n\nLe prix de l'anneau du passager est porté à 6 € la nuit. Adopté à l'unanimité."
    held = office(Act("tarifs", table, date=date(2028, 12, 1)), Act("conseil", later, date=date(2029, 6, 1)))
    assert "6 €" in held.ask("prix de l'anneau du passager, la nuit").text.split("\n")[0]


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("Leçon de voile : QF de 200 à 399, 3 € ; de 400 à 599, 5 €.", "5 €"),
        ("Leçon de voile : QF de 200 à 449, 3 € ; de 450 à 599, 5 €.", "4 €"),
    ],
)
def test_a_later_act_that_has_the_very_bracket_of_the_price_read_tells_it(later: str, told: str) -> None:
    page = "LE PORT\n\nLeçon de voile des débutants, tarif de la rentrée\nQF de 200 à 399 : 2 €\nQF de 400 à 599 : 4 €"
    voted = f"DELIBERATION\n\nTARIFS DE LA VOILE\n\n{later} Adopté à l'unanimité."
    held = office(Act("page", page, date=date(2029, 1, 9)), Act("conseil", voted, date=date(2029, 6, 1)))
    assert held.ask("combien la leçon de voile à la rentrée, qf 500").text.startswith(told)


def test_what_was_put_off_is_not_told_beside_the_new_day() -> None:
    text = """RECRUTEMENT DU GARDIEN

Le recrutement du gardien est ouvert jusqu'au 30 septembre 2030.

PROLONGATION

Le recrutement du gardien est prolongé jusqu'au 31 janvier 2031."""
    told = office(Act("gardien", text)).ask("recrutement du gardien prolongé jusqu'à quelle date").text
    assert "31 janvier" in told and "Aussi" not in told


@pytest.mark.parametrize(
    "asked",
    [
        "location du ponton, total avec le chauffage compris",
        "combien reste à payer pour le ponton",
        "premier versement pour le ponton, combien ?",
        "quel est le tarif de ponton le plus élevé",
    ],
)
def test_what_must_be_worked_out_from_a_price_is_not_that_price(asked: str) -> None:
    text = "TARIFS DU PORT\n\nLocation du ponton, la journée | 40 €\nForfait de chauffage | 9 €"
    told = office(Act("tarifs", text)).ask(asked)
    assert told.status == "unknown" or "=" in told.text


def test_a_sum_through_a_letter_is_told_with_its_doubt() -> None:
    text = "CHARTE DU PORT\n\nLa ville paie le permis de l'éclusier à hauteur de 4O0 € contre un an de service."
    told = office(Act("charte", text)).ask("permis de l'éclusier, la ville paie combien ?")
    assert told.status == "answer" and "vérifier" in told.text


def test_a_day_of_the_week_is_not_until_when_an_agreement_runs() -> None:
    text = """CONVENTION AVEC LE CLUB D'AVIRON

Article 1 - Mise à disposition
Le club d'aviron a le ponton du mardi au vendredi.

Article 2 - Durée
La convention prend effet le 1er mai 2030 et s'achève le 30 juin 2033."""
    assert "2033" in office(Act("aviron", text)).ask("jusqu'à quelle date va la convention du club d'aviron").text


def test_how_an_act_was_voted_says_nothing_of_its_rows() -> None:
    text = "Garde d'un chien | 13 €\nSortie d'un chien | 72 €\n\nLe refuge est au port.\n\nAdopté par 24 voix."
    passage = Passage("r#1", "r", 0, "table", ("Refuge",), text, text, Locator(1, 1, 6))
    held = seen(passage, Topic()).prose | seen(passage, Topic()).heads
    assert stem_set("port") <= held and not stem_set("adopté") & held


def test_a_penalty_is_no_price_for_who_speaks_of_no_fault() -> None:
    rules = "REGLEMENT DU PONTON\n\nUne pénalité de 9 € par demi-heure de barque entamée est appliquée."
    held = office(Act("ponton", rules))
    assert held.ask("tarif de la demi-heure de barque au ponton").status == "unknown"
    assert "9 €" in held.ask("barque rendue en retard au ponton, combien la demi-heure ?").text


LENT = Act(
    "materiel",
    """TARIFS DU MATERIEL

                     Associations        Particuliers
Estrade, le jour     4,00 €              6,00 €
Sonorisation         30,00 €             non louée
Vitrine              12,00 €             -
""",
)


def test_a_cell_of_words_is_told_as_it_stands_and_never_the_price_beside_it() -> None:
    told = office(LENT).ask("location de la sonorisation pour un particulier, quel tarif ?")
    assert told.status == "answer" and told.value is None
    assert told.text.startswith("non louée — Sonorisation, Particuliers") and "30" not in told.text


def test_the_price_of_a_public_told_beside_a_table_comes_before_its_rows() -> None:
    rows = "Entrée | Prix\nBarque | 5 €\nYole, dix séances | 40 €"
    held = office(Act("canal", f"TARIFS DU CANAL\n\n{rows}\n\nDemandeurs d'emploi et étudiants : barque à 3 €."))
    assert "3 €" in held.ask("combien la barque du canal pour un étudiant").text.split("\n")[0]
    assert held.ask("prix de la barque du canal").value == 5


def test_a_dash_is_no_price() -> None:
    told = office(LENT).ask("location de la vitrine pour un particulier, quel tarif ?")
    assert (told.status, told.reason) == ("unknown", "silent")


def test_the_whole_is_told_to_who_asks_for_all_of_it() -> None:
    stay = Act(
        "taxe-de-sejour",
        """TAXE DE SEJOUR

Hébergement                  Part communale    Taxe départementale    Total par nuitée
Chambre d'hôtes              0,70 €            0,07 €                 0,77 €
Hôtel                        1,40 €            0,14 €                 1,54 €
""",
    )
    town = office(stay)
    assert town.ask("la nuit en chambre d'hôtes, combien en tout avec la taxe départementale ?").value == Decimal(
        "0.77"
    )
    assert town.ask("chambre d'hôtes, combien de taxe départementale ?").value == Decimal("0.07")


def test_a_price_asked_is_not_told_by_the_share_of_a_deposit() -> None:
    text = """LOCATION DU HANGAR À BARQUES

                       Réservation
Acompte du hangar         40 %
"""
    act = office(Act("hangar", text))
    assert "40 %" not in act.ask("prix de l'acompte du hangar à barques").text.split("«")[0]
    assert "40 %" in act.ask("quel pourcentage d'acompte pour le hangar à barques").text
