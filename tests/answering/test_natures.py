import pytest

from bot.answering.natures import above, of_another, unasked


@pytest.mark.parametrize(
    ("plain", "title", "labels", "told", "another"),
    [
        ("amende pour une barque sur la plage", "", (), "La cale est payante : 2 € l'heure.", True),
        ("amende pour une barque sur la plage", "", (), "Toute infraction est punie de 38 €.", False),
        ("penalite de retard a la patinoire", "Pénalités", (), "5 € par jour commencé.", False),
        ("prix de la location d une enceinte", "Grille des retenues", ("Musique tardive", "1re fois"), "90 €", True),
        ("prix de la location d une enceinte", "Tarifs", ("Enceinte", "la journée"), "90 €", False),
        ("la cale saint aubin pour un week end combien", "", ("Club de Saint-Aubin", "votée 2030"), "90 €", True),
        ("le club de saint aubin combien", "", ("Club de Saint-Aubin", "votée 2030"), "90 €", False),
        ("subvention pour la journee du canal", "", ("Club de Saint-Aubin", "votée 2030"), "90 €", False),
        ("patinoire c est combien l heure", "", ("Coût estimé, HT",), "90 000 €", True),
        ("prix de l entree de la patinoire", "", ("Patinoire", "Prévu 2030"), "90 000", True),
        ("tarif de la patinoire", "État des dépenses", ("Patinoire", "2030"), "90 000", True),
        ("prix de revient de l entree de la patinoire", "", ("Patinoire", "Prévu 2030"), "90 000", False),
        ("budget prevu pour le prix de la patinoire", "", ("Patinoire", "Prévu 2030"), "90 000", False),
        ("tarif de la patinoire", "Tarifs votés en 2030", ("Patinoire", "2030"), "9 €", False),
        ("cout des travaux de la patinoire, l heure de pompe", "", ("Coût estimé, HT",), "90 000 €", False),
        ("le club prete des yoles a combien la caution", "", (), "Le club propose de prêter ses yoles à 9 €.", True),
        ("quelle caution pour une yole", "Caution", (), "90 € pour une yole.", False),
        ("quelle caution pour une yole", "Prêt", (), "Un chèque de garantie de 90 €, non encaissé.", False),
        ("tarif de la yole, caution comprise", "Prêt", (), "La yole est à 9 €.", False),
        ("tarif de la cale en cas de retard", "Pénalités", (), "La cale est à 5 €.", False),
        ("quelle aide pour la regate", "", (), "Considérant que la régate coûte 900 €,", True),
        ("quelle aide pour la regate", "", (), "Considérant l'aide de 90 € accordée pour la régate de 80 €,", False),
        ("combien coute la regate", "", (), "Considérant que la régate coûte 900 €,", False),
    ],
)
def test_a_sum_of_another_nature_answers_nothing(
    plain: str, title: str, labels: tuple[str, ...], told: str, another: bool
) -> None:
    assert of_another(plain, title, labels, told) is another


@pytest.mark.parametrize(
    ("plain", "row", "above", "another"),
    [
        ("caution pour emprunter un gilet", "Gilet perdu", "PRET DE GILETS", True),
        ("caution pour emprunter un gilet", "Gilet", "CAUTIONS", False),
        ("caution pour emprunter un gilet", "Gilet Caution", "PRET", False),
        ("prix du ponton et caution", "Ponton", "LOCATIONS", False),
        ("prix du ponton, caution comprise", "Ponton", "LOCATIONS", False),
        ("forfait menage du hangar", "Caution ménage", "HANGAR", True),
        ("combien laisser pour le hangar", "Caution", "HANGAR", False),
        ("prix d une carte de patinoire", "Carte perdue", "PATINOIRE", True),
        ("il a perdu sa carte de patinoire", "Carte perdue", "PATINOIRE", False),
        ("prix du parking du canal", "Forfait de post-stationnement", "PARKING", True),
        ("il n a pas paye le parking du canal", "Forfait de post-stationnement", "PARKING", False),
        ("abonnement au parking du canal", "30 premières minutes", "PARKING", True),
        ("abonnement au parking du canal", "Carte de stationnement", "PARKING", False),
        ("facture d eau, abonnement compris", "Le mètre cube", "EAU", False),
        ("adoption d un chat a la fourriere", "Garde d'un chat, par jour", "FOURRIERE", True),
        ("assurance de la barque pretee", "Barque", "PRET", True),
    ],
)
def test_a_row_of_what_is_not_asked_is_another(plain: str, row: str, above: str, another: bool) -> None:
    assert unasked(plain, row, above) is another


def test_who_asks_no_heating_is_not_told_its_price() -> None:
    assert unasked("patinoire un week end de janvier", "Forfait chauffage du 15/10 au 15/04", "")
    assert not unasked("patinoire en janvier chauffee avec chauffage", "Forfait chauffage du 15/10 au 15/04", "")
    assert not unasked("patinoire un week end de janvier", "Week-end, chauffage compris", "")


@pytest.mark.parametrize(
    ("path", "another"),
    [
        (("Subventions aux clubs", "Demande Avis Vote"), True),
        (("Attribution des subventions 2030",), True),
        (("Tarifs et subventions 2030", "Location"), False),
        (("Tarifs du port", "Location"), False),
    ],
)
def test_a_row_of_an_act_of_nothing_but_grants_is_no_price(path: tuple[str, ...], another: bool) -> None:
    assert of_another("prix de la sortie en yole", above(path), ("Yole du canal", "Vote"), "0 €") is another
