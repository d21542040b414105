import pytest

from bot.answering.natures import of_another


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
        ("cout des travaux de la patinoire, l heure de pompe", "", ("Coût estimé, HT",), "90 000 €", False),
        ("tarif de la cale en cas de retard", "Pénalités", (), "La cale est à 5 €.", False),
    ],
)
def test_a_sum_of_another_nature_answers_nothing(
    plain: str, title: str, labels: tuple[str, ...], told: str, another: bool
) -> None:
    assert of_another(plain, title, labels, told) is another
