import pytest

from bot.understanding.years import none_said, years
from knowledge.text import fold


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("prix de la barque en 2029", {"2029"}),
        ("tarifs 2029-2030 de la barque", {"2029", "2030"}),
        ("budget 2029", {"2029"}),
        ("revenu mensuel 2000 euros", set()),
        ("2000 € de revenu", set()),
        ("on gagne 1950 par mois", set()),
        ("quotient familial de 1980", set()),
        ("2000 photocopies", set()),
        ("une ville de 2000 habitants en 2029", {"2029"}),
        ("parcelle 12029", set()),
        ("barque pour un enfant né en 2029", set()),
        ("barque pour des jumelles nées le 3 mai 2029", set()),
    ],
)
def test_a_year_is_told_from_a_sum_and_a_count(text: str, named: set[str]) -> None:
    assert years(fold(text)) == named


def test_one_year_of_a_season_is_of_another_season_too() -> None:
    assert none_said({"2029"}, "tarifs 2030-2031") and not none_said({"2030"}, "tarifs 2030-2031")
    assert none_said({"2029", "2030"}, "tarifs 2030-2031") and not none_said({"2027", "2030"}, "tarifs 2030-2031")
    assert not none_said((), "tarifs")
