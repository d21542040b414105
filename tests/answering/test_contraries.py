from decimal import Decimal

import pytest

from bot.answering.contraries import apart, bundled, contrary
from knowledge.documents import Figure, Locator, Passage
from tests.answering.office import Act, office


@pytest.mark.parametrize(
    ("plain", "row", "above"),
    [
        ("hangar a barques pour un week end", "Hangar à barques, journée", "LOCATIONS"),
        ("hangar a barques a la demi journee", "Hangar à barques, journée", "LOCATIONS"),
        ("ponton a l heure", "Ponton, la soirée", "LOCATIONS"),
        ("affiche en couleur", "Affiche, noir", "COPIES"),
        ("plan du canal en a3", "Plan A4", "COPIES"),
        ("gouter a la cabane du canal", "Repas", "CABANE DU CANAL"),
        ("entree a la patinoire", "Leçon de patinage", "PATINOIRE"),
        ("entree a la patinoire", "Cours de patinage, l'heure", "PATINOIRE"),
        ("film perime", "Livre", "BOUTIQUE DU CANAL"),
        ("anneau pour une moto", "Voiture", "STATIONNEMENT"),
        ("carte annuelle de patinoire", "Carte de dix entrées", "PATINOIRE"),
        ("abonnement mensuel au parking du canal", "30 premières minutes", "PARKING"),
        ("tarif horaire du ponton", "Ponton, l'année", ""),
        ("carte famille a la patinoire", "Carte d'un adulte", "PATINOIRE"),
        ("carte d une personne seule a la patinoire", "Carte familiale", "PATINOIRE"),
        ("une association prend le hangar a barques", "Hangar à barques Habitants", "LOCATIONS"),
        ("carte saison famille a la patinoire", "Carte saison adulte", "PATINOIRE"),
        ("carte saison adulte a la patinoire", "Carte de dix entrées adulte Saison 2031", "PATINOIRE"),
        ("seance d aquabike", "Aquagym, la séance", "BASSIN"),
        ("plafond de l ifse du gardien", "CIA Gardien", "PRIMES"),
        ("entree adulte a la patinoire", "Enfant", "PATINOIRE"),
        ("un ponton pour une terrasse non couverte", "Terrasse fermée", "QUAI"),
        ("barque a deux places", "Barque simple", "LOCATIONS"),
        ("vide grenier du quai pour un pro", "Le mètre, particuliers de la commune", "VIDE-GRENIER"),
        ("un artisan depose du bois flotte", "Dépôt de bois, particulier", "QUAI"),
    ],
)
def test_the_contrary_of_what_is_asked_is_another_thing(plain: str, row: str, above: str) -> None:
    assert contrary(plain, row, above)


@pytest.mark.parametrize(
    ("plain", "row", "above"),
    [
        ("hangar a barques pour un week end", "Hangar à barques, samedi et dimanche", "LOCATIONS"),
        ("hangar a barques samedi soir", "Hangar à barques, soirée", "LOCATIONS"),
        ("hangar a barques pour un week end", "Hangar à barques", "LOCATIONS"),
        ("hangar a barques pour un week end", "Journée", "HANGAR, LE WEEK-END"),
        ("affiche en noir ou en couleur", "Affiche, noir", "COPIES"),
        ("entree a la patinoire en cours de saison", "Entrée", "PATINOIRE"),
        ("carte annuelle de patinoire", "Carte", "PATINOIRE, tarifs par an"),
        ("abonnement annuel adulte a la patinoire", "Adulte, 12 mois", "PATINOIRE"),
        ("tarif famille exterieure pour une entree", "Entrée", "PATINOIRE"),
        ("carte famille a la patinoire", "Carte du foyer", "PATINOIRE"),
        ("urne dans une cavurne", "Caveau cinéraire", "CIMETIERE"),
        ("une association prend le hangar a barques", "Hangar à barques", "LOCATIONS"),
        ("deux adultes et un enfant a la patinoire", "Enfant", "PATINOIRE"),
        ("depot de bois d un artisan", "Particuliers et professionnels", "QUAI"),
        ("prix pour un artisan", "Cours particulier d'aviron", "CANAL"),
    ],
)
def test_what_the_row_or_its_titles_say_too_is_no_contrary(plain: str, row: str, above: str) -> None:
    assert not contrary(plain, row, above)


def test_a_row_that_says_nothing_of_it_is_what_stands_right_over_it() -> None:
    assert contrary("plafond de l ifse du gardien", "Gardien", "PRIMES", "Plafonds du CIA")
    assert not contrary("plafond de l ifse du gardien", "Gardien", "PRIMES", "Plafonds de l'IFSE et du CIA")


def test_what_only_the_contrary_rows_give_is_not_told() -> None:
    text = """TARIFS DU CANAL

Objet | Prix
Hangar à barques, la journée | 60 €
Hangar à barques, la soirée | 45 €"""
    held = office(Act("tarifs", text))
    assert held.ask("prix du hangar à barques pour la journée").value == 60
    assert held.ask("prix du hangar à barques pour un week-end").status == "unknown"


def test_a_contrary_row_is_not_told_among_others() -> None:
    text = """TARIFS DE LA PATINOIRE

Objet | Prix
Carte de patinoire, la saison | 60 €
Carte de patinoire perdue | 3 €"""
    assert office(Act("tarifs", text)).ask("prix de la carte de patinoire").value == 60


def test_where_no_club_has_a_price_of_its_own_those_of_the_town_pay_as_its_inhabitants() -> None:
    def read_in(*columns: str) -> list[bool]:
        cells = tuple(Figure(("Hangar",), (name,), "4 €", Decimal(4), "€", 1) for name in columns)
        passage = Passage("a#1", "a", 0, "table", ("Port",), "Hangar", "Hangar", Locator(1, 1, 1), figures=cells)
        return [apart("une association prend le hangar", one, passage) for one in cells]

    assert read_in("Habitants", "Extérieurs") == [False, False]
    assert read_in("Habitants", "Associations") == [True, False]


@pytest.mark.parametrize(
    ("plain", "label", "told"),
    [
        ("entree adulte a la patinoire", "carte de dix entrees adulte", True),
        ("lecon de patinage", "forfait 10 lecons", True),
        ("carte adulte a la patinoire", "carte de dix entrees adulte", False),
        ("10 entrees a la patinoire", "carte de dix entrees", False),
        ("prix de la patinoire", "carte de dix entrees", False),
        ("entree adulte a la patinoire", "entree adulte", False),
    ],
)
def test_many_sold_together_are_not_the_one_that_is_named(plain: str, label: str, told: bool) -> None:
    assert bundled(label, plain, one=True) is told
