"""Invented acts of two invented towns, written for what the tests need them to hold."""

from datetime import date

from tests.answering.office import Act

SCHOOL = Act(
    "reglement-de-la-restauration",
    """
REGLEMENT DE LA RESTAURATION SCOLAIRE

Article 1 - Inscriptions
L'inscription se fait au bureau des écoles, 4 rue du Lavoir, avant le 20 août.
Une absence doit être signalée deux jours ouvrés avant le repas.

Article 2 - Discipline
Un enfant qui jette de la nourriture reçoit un avertissement écrit.
Au deuxième avertissement, il est exclu trois jours de la restauration.

Article 3 - Allergies
Un projet d'accueil individualisé est signé par le médecin scolaire. Les paniers repas sont alors permis.
Tout autre repas apporté de la maison est interdit.

Article 4 - Tarifs
Les prix du repas sont les suivants.
Repas | Valfleurien | Extérieur
Maternelle | 3,10 € | 5,20 €
Elémentaire | 3,60 € | 5,90 €
Adulte | 6,40 € | 7,80 €
* 4 € pour un panier fourni par la famille
""",
)
POOL = Act(
    "tarifs-de-la-piscine",
    """
TARIFS DE LA PISCINE

1) Habitants de la commune
Entrée | Prix
Adulte | 2,50 €
Carte de dix bains | 21 €

2) Personnes extérieures
Entrée | Prix
Adulte | 4,10 €
Carte de dix bains | 36 €
""",
)
COUNCIL = Act(
    "conseil-du-15-janvier",
    """
CONSEIL MUNICIPAL DU 15 JANVIER 2030

ORDRE DU JOUR
1 - Location du kiosque à musique
2 - Subvention au club de tir à l'arc

PROCES-VERBAL

1 - LOCATION DU KIOSQUE A MUSIQUE
Monsieur Aubin propose un loyer de 75 € par soirée pour le kiosque à musique.
La proposition est mise aux voix et rejetée par quinze voix contre huit.

2 - SUBVENTION AU CLUB DE TIR A L'ARC
Une subvention de 640 € est versée au club de tir à l'arc pour ses cibles.
La délibération est adoptée à l'unanimité.
""",
)
AGREEMENT = Act(
    "convention-du-verger",
    """
CONVENTION POUR L'ENTRETIEN DU VERGER

Article 1 - Objet
L'association taille les arbres du verger communal une fois par an.

Article 2 - Participation
La commune verse à l'association du verger une participation annuelle de XXX euros, au plus 900 €.
""",
)
NEIGHBOUR = Act(
    "tarifs-de-rochemont",
    """
TARIFS DE LA PATINOIRE

Entrée | Prix
Adulte | 8,30 €
Enfant | 5,10 €
""",
    commune="Rochemont",
    date=date(2029, 9, 3),
)
EVERY = (SCHOOL, POOL, COUNCIL, AGREEMENT, NEIGHBOUR)
