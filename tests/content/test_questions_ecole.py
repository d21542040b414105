"""Questions as staff type them reach the right row; neighbouring subjects are not taken for these."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.flows import Flows
from bot.messages import Dialogue
from knowledge.content import load_content
from knowledge.text import fold, squeeze

NEUVILLE, SECLIN = "Neuville-en-Ferrain", "Seclin"
DAY = date(2025, 9, 10)
QUESTIONS = [
    (NEUVILLE, "sanctions-periscolaires", "Rappel oral", "un gosse balance du pain à table que faire"),
    (NEUVILLE, "sanctions-periscolaires", "recommandé", "sanction pour insulte envers un animateur"),
    (NEUVILLE, "sanctions-periscolaires", "une semaine", "que prévoit le règlement en cas de harcèlement ?"),
    (
        NEUVILLE,
        "sanctions-periscolaires",
        "Rappel",
        "sanction si un gamin ne met pas son gilet pour aller au réfectoire",
    ),
    (NEUVILLE, "sanctions-periscolaires", "une semaine", "vandalisme dans les toilettes de la cantine, quelle mesure"),
    (NEUVILLE, "sanctions-periscolaires", "2 jours", "un élève insolent recommence, quelle sanction ?"),
    (NEUVILLE, "sanctions-periscolaires", "contrat TIB", "3e avertissement pour bavardage, quelle mesure"),
    (NEUVILLE, "sanctions-periscolaires", "2 jours", "insulte, 2eme avertissement, quelle sanction"),
    (
        NEUVILLE,
        "envoi-avertissement",
        "lettre simple",
        "les avertissements partent en recommandé ou en lettre simple ?",
    ),
    (NEUVILLE, "envoi-avertissement", "recommandé", "comment envoyer un avertissement aux parents"),
    (NEUVILLE, "exclusion-periscolaire", "Maire", "qui décide d'exclure un enfant du périscolaire ?"),
    (
        NEUVILLE,
        "exclusion-periscolaire",
        "retards",
        "peut-on exclure un enfant parce que ses parents sont toujours en retard ?",
    ),
    (NEUVILLE, "dotations-ecoles", "3 360", "école de 120 élèves : dotation fournitures"),
    (NEUVILLE, "dotations-ecoles", "28", "dotation fournitures par élève"),
    (NEUVILLE, "dotations-ecoles", "5 320", "fournitures pour 190 élèves svp"),
    (NEUVILLE, "classes-decouverte", "50 %", "la mairie donne combien pour un séjour de découverte ?"),
    (NEUVILLE, "classes-decouverte", "4 380", "classe de découverte avec 20 CM2 de la commune, participation ?"),
    (NEUVILLE, "dotations-ecoles-regles", "5 à 10", "classe de découverte : quelles conditions ?"),
    (NEUVILLE, "dotations-ecoles-regles", "bon d'engagement", "comment commander les fournitures scolaires"),
    (NEUVILLE, "dotations-ecoles-regles", "4 semaines", "une école part en sortie, délai pour prévenir la mairie"),
    (NEUVILLE, "dotations-ecoles-regles", "revue", "la ville paie un abonnement revue aux écoles ?"),
    (NEUVILLE, "vie-des-ecoles", "BIL", "une ampoule à changer dans une école, comment demander ?"),
    (NEUVILLE, "vie-des-ecoles", "techniciens", "l'ordinateur de l'école est en panne"),
    (NEUVILLE, "encadrement-aide-lecons", "2 enseignants", "38 élèves à l'étude, combien d'enseignants"),
    (NEUVILLE, "encadrement-aide-lecons", "3 enseignants", "41 gamins à l'étude ce soir, combien d'instits faut-il ?"),
    (NEUVILLE, "preinscription-scolaire", "avril", "date limite de préinscription à l'école maternelle publique"),
    (NEUVILLE, "preinscription-scolaire", "chef d'établissement", "préinscription école privée"),
    (NEUVILLE, "derogation-scolaire", "40 rue de Tourcoing", "dossier de dérogation, où le prendre ?"),
    (
        NEUVILLE,
        "derogation-scolaire",
        "ne vaut pas",
        "la commune de domicile a donné son accord, la dérogation vaut inscription ?",
    ),
    (NEUVILLE, "inscriptions-services", "15 août", "avant quand inscrire un enfant à la cantine ?"),
    (NEUVILLE, "inscriptions-services", "portail", "comment inscrire un enfant au périscolaire"),
    (NEUVILLE, "pai", "accueilli", "pas de PAI à la rentrée, que faire de l'enfant ?"),
    (NEUVILLE, "pai", "panier", "enfant allergique aux arachides, panier repas possible ?"),
    (NEUVILLE, "pai", "aucun médicament", "donner un médicament à un enfant à la cantine"),
    (NEUVILLE, "horaires-periscolaires", "7h30", "la garderie ouvre à quelle heure le matin ?"),
    (NEUVILLE, "horaires-periscolaires", "17h30", "accueil du soir élémentaire, horaires"),
    (NEUVILLE, "horaires-cantine", "11h10", "horaires cantine saint joseph maternelle"),
    (NEUVILLE, "horaires-cantine", "Schumann", "où mangent les élémentaires du sacré coeur ?"),
    (NEUVILLE, "regles-periscolaires", "Tourcoing", "qui fabrique les repas de la cantine ?"),
    (NEUVILLE, "regles-periscolaires", "17h30", "peut on récupérer un enfant pendant l'étude ?"),
    (NEUVILLE, "contacts-ecole", "67 51", "numéro de téléphone du service restauration"),
    (NEUVILLE, "contacts-ecole", "67 00", "téléphone du guichet unique"),
    (NEUVILLE, "alcome-soutien", "1,08", "alcome verse combien à une ville de 10 200 habitants"),
    (NEUVILLE, "alcome-soutien", "10 800", "soutien alcome pour dix mille habitants"),
    (NEUVILLE, "inscriptions-services", "veille", "jusqu'à quand les parents peuvent-ils annuler un repas de cantine"),
    (NEUVILLE, "cimetiere-superposition", "252", "superposition de 30 ans d'un adulte dans une tombe existante, prix"),
    (NEUVILLE, "restauration-scolaire", "2,00", "cantine en maternelle, famille non imposable neuvilloise"),
    (NEUVILLE, "aide-aux-lecons", "1,10", "prix de l'étude pour des Neuvillois non imposables"),
    (NEUVILLE, "alcome-soutien", "2,08", "soutien alcome pour 90 000 habitants"),
    (NEUVILLE, "alcome-penalites", "100", "quelle pénalité alcome si le titre de recettes n'est pas dématérialisé"),
    (NEUVILLE, "alcome-penalites", "200", "pénalité traçabilité des mégots"),
    (NEUVILLE, "alcome-cendriers", "510", "combien de cendriers de poche pour 10 200 habitants"),
    (NEUVILLE, "alcome-engagements", "30 avril", "quand est versé le soutien alcome ?"),
    (NEUVILLE, "alcome-engagements", "20 %", "objectifs alcome de réduction des mégots"),
    (SECLIN, "charte-animateurs", "interdit", "est-ce qu'un anim peut garder son smartphone pendant une sortie"),
    (SECLIN, "charte-animateurs", "exceptionnelle", "je suis seule avec un enfant qui attend ses parents"),
    (SECLIN, "charte-animateurs", "tenue", "peut-on venir en short pour animer ?"),
    (SECLIN, "charte-animateurs", "interdit", "le téléphone est-il autorisé pendant l'animation ?"),
    (SECLIN, "charte-animateurs", "prudence", "publications sur les réseaux sociaux des animateurs hors service"),
    (SECLIN, "charte-sanctions", "aucune sanction", "quelle sanction si un animateur filme un enfant ?"),
    (SECLIN, "charte-sanctions", "aucune", "que risque une animatrice si elle utilise son portable ?"),
    (SECLIN, "cmsu-forfaits", "12 480", "prix du forfait 3 cmsu la première année pour 12 caméras"),
    (SECLIN, "cmsu-forfaits", "25 600", "forfait 2 cmsu pour 40 caméras, première année"),
    (SECLIN, "cmsu-contenu", "18h", "forfait 2 : quelle plage horaire ?"),
    (SECLIN, "cmsu-contenu", "rondes", "que contient le forfait 1 ?"),
    (SECLIN, "cmsu-responsables", "commune", "une caméra ne marche plus, qui répare ?"),
    (SECLIN, "cmsu-responsables", "commune", "caméra en panne : c'est la mel qui paie la réparation ?"),
    (SECLIN, "cmsu-regles", "six mois", "préavis pour quitter la convention cmsu"),
    (SECLIN, "cmsu-regles", "un an", "durée de la convention de supervision urbaine"),
    (SECLIN, "mandat-requisitions", "un an", "combien de temps dure le mandat pour les réquisitions"),
    (SECLIN, "mandat-requisitions", "un an", "durée du mandat réquisitions judiciaires"),
]
STRANGERS = [
    (NEUVILLE, "comment faire une demande de passeport ?"),
    (NEUVILLE, "résilier un contrat"),
    (NEUVILLE, "bagarre dans la rue"),
    (NEUVILLE, "imprimante de la mairie en panne"),
    (NEUVILLE, "téléphone de la piscine"),
    (NEUVILLE, "réserver un car pour le club de foot"),
    (NEUVILLE, "visite du maire dans une école"),
    (NEUVILLE, "combien d'animateurs pour 20 enfants"),
    (NEUVILLE, "combien gagne un animateur"),
    (NEUVILLE, "prix de la cantine de Tourcoing en maternelle"),
    (NEUVILLE, "tarif du centre aéré à Roncq"),
    (SECLIN, "bagarre à la sortie du collège"),
    (SECLIN, "litige avec un voisin"),
    (SECLIN, "internet en panne à la mairie"),
    (SECLIN, "inscription au centre de loisirs"),
]


@cache
def flows() -> Flows:
    content = load_content(Path(__file__).parents[2] / "bot" / "demo", checked=False)
    return Flows(content.tables, content.communes)


@pytest.mark.parametrize(("commune", "subject", "said", "question"), QUESTIONS)
def test_a_staff_question_reaches_its_row(commune: str, subject: str, said: str, question: str) -> None:
    best = flows().candidates(question, commune, DAY)[0]
    answer = flows().open(best, Dialogue(commune=commune)).answer
    assert best.table.subject == subject
    assert answer.status in ("answer", "unknown")
    assert fold(said) in squeeze(fold(answer.text))


@pytest.mark.parametrize(("commune", "question"), STRANGERS)
def test_another_subject_is_never_surely_one_of_these(commune: str, question: str) -> None:
    assert not any(found.sure for found in flows().candidates(question, commune, DAY))
