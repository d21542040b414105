"""What is said of a hall, a parcel, a feast by its name is not said of another of its kind."""

import pytest

from bot.answering.namesakes import another, of_another_place


@pytest.mark.parametrize(
    ("plain", "told", "other"),
    [
        ("cafe du 1 er mai au port", "Banquet du 1er mai, café au port : 12 €", False),
        ("banquet du 8 mai au port", "Banquet du 11 novembre au port : 12 €", True),
        ("banquet du 8 mai au port", "Banquets du 8 mai et du 11 novembre au port : 12 €", False),
        ("banquet du 8 mai au port", "Banquet au port : 12 €", True),
        ("feu d artifice du 14 juillet au port", "Feu d'artifice au port : 12 €", True),
        ("port ouvert le 8 mai", "Port ouvert tous les jours.", False),
        ("banquet du 1 mai au port", "Banquets du 1er mai et du 14 juillet au port : 12 €", False),
        ("prix de la parcelle zk 12", "La parcelle ZK n° 31, de 12 ares, est vendue 40 €.", True),
        ("prix de la parcelle zk 12", "Les parcelles ZK n° 31 et ZK n°12 sont vendues 40 €.", False),
        ("prix de la parcelle zk 12", "Le terrain de 31 ares est vendu 40 €.", False),
        ("prix du terrain de 12 ares", "Le terrain de 31 ares est vendu 40 €.", False),
    ],
)
def test_what_is_told_of_a_feast_or_a_parcel_holds_for_no_other(plain: str, told: str, other: bool) -> None:
    assert another(plain, told) is other


@pytest.mark.parametrize(
    ("plain", "told", "other"),
    [
        ("musique a la salle des joncs", "SALLE DU MOULIN (45 places) : musique arrêtée à 23 h.", True),
        ("musique a la salle des joncs", "Musique arrêtée à 23 h, salle du Moulin et salle des Joncs.", False),
        ("musique a la salle des joncs", "La musique est arrêtée à 23 h dans les salles.", False),
        ("musique a la salle des fetes", "Salle du Moulin : musique arrêtée à 23 h.", False),
        ("cantine de l ecole jean barque", "L'école Paul-Rame a une cantine.", True),
        ("le port est ouvert", "Le port de Rame est ouvert.", False),
        ("que risque l ecole sinon", "Un délai est donné à l'école Jaurès.", False),
        ("emprunt piscine fini en quelle annee", "Piscine des Joncs, fin : 2029", False),
    ],
)
def test_what_is_told_of_a_place_by_its_name_holds_for_no_other(plain: str, told: str, other: bool) -> None:
    assert of_another_place(plain, told) is other
