from datetime import date

import pytest

from tests.answering.office import Act, office

TABLE = """TARIFS DU PORT

Objet | 2030
Anneau du passager, la nuit | 4 €
Anneau de l'abonné, le mois | 40 €
Grue, le mouvement | 25 €"""
ASKED = "prix de l'anneau du passager, la nuit"


def told(later: str, asked: str = ASKED, day: date = date(2029, 6, 1)) -> str:
    port = Act("tarifs", TABLE, date=date(2028, 12, 1))
    act = Act("conseil", f"DELIBERATION\n\nDROITS DU PORT\n\n{later}", date=day)
    return office(port, act).ask(asked).text.split("\n")[0]


@pytest.mark.parametrize(
    "later",
    [
        "Le droit du passager pour un anneau est fixé à 6 € au lieu de 4 €. Adopté à l'unanimité.",
        "L'anneau du passager passe de 4 € à 6 €. Adopté à l'unanimité.",
        "Il est proposé de porter le droit des passagers pour un anneau, fixé à 4 € la nuit, à 6 €. Vote : unanimité. "
        "La délibération est adoptée.",
    ],
)
def test_the_price_that_took_the_place_of_the_one_read_is_told_first(later: str) -> None:
    assert "6 €" in told(later)


@pytest.mark.parametrize(
    "later",
    [
        "La grue de l'avant-port passe de 4 € à 6 €. Adopté à l'unanimité.",
        "L'anneau du passager passe de 5 € à 6 €. Adopté à l'unanimité.",
        "Le projet initial prévoyait de porter l'anneau du passager de 4 € à 6 €. Le budget est adopté à l'unanimité.",
        "L'anneau du passager passe de 4 € à 6 €. Vote : 3 pour, 20 contre. La proposition est rejetée.",
        "À compter du 1er janvier 2031, l'anneau du passager passe de 4 € à 6 €. Adopté à l'unanimité.",
    ],
)
def test_what_says_otherwise_of_another_row_or_does_not_hold_comes_after_the_price_read(later: str) -> None:
    assert "4 €" in told(later)


@pytest.mark.parametrize(
    ("later", "first"),
    [
        ("FIXE, à compter du 1er juillet 2029, à 6 € l'anneau du passager pour la nuit.", "6 €"),
        ("À compter du 1er juillet 2029, la nuit de l'anneau du passager est portée à 6 €.", "6 €"),
        ("L'anneau du passager pour la nuit est à 6 €.", "4 €"),
        ("À compter du 1er juillet 2029, l'anneau du passager est fixé à 6 €.", "4 €"),
        ("À compter du 1er juillet 2029, la nuit de l'anneau du passager extérieur est fixée à 6 €.", "4 €"),
        ("À compter du 1er juillet 2029, la nuit de l'anneau du passager est fixée à 6 € ou 7 €.", "4 €"),
        ("À compter du 1er juillet 2031, la nuit de l'anneau du passager est fixée à 6 €.", "4 €"),
    ],
)
def test_the_very_row_fixed_anew_from_a_day_is_told_first(later: str, first: str) -> None:
    assert first in told(f"{later} Adopté à l'unanimité.")


def test_the_price_of_a_year_before_is_the_one_that_held_then() -> None:
    later = "L'anneau du passager passe de 4 € à 6 €. Adopté à l'unanimité."
    assert "6 €" not in told(later, asked="prix de l'anneau du passager en 2028", day=date(2030, 3, 1))
