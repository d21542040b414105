from dataclasses import replace
from datetime import date

import pytest

from bot.channels.telegram.filing import card_of, filled, report_of
from bot.register.deposits import READ, Deposit
from knowledge.documents import Metadata
from knowledge.standings import Standing

BARE = Metadata(title="Ancien")

# What a curator types for a field, and what is held of it; None: asked again.
FIELDS = {
    "a title": ("titre", "  Tarifs   du lac ", replace(BARE, title="Tarifs du lac")),
    "no title": ("titre", "  ", None),
    "a town": ("commune", "Monbourg", replace(BARE, communes=("Monbourg",))),
    "a day": ("date", "15/10/2029", replace(BARE, date=date(2029, 10, 15))),
    "no day": ("date", "aucune", BARE),
    "nonsense for a day": ("date", "bientôt", None),
    "a standing": ("portee", "Adopté", replace(BARE, standing=Standing.ADOPTED)),
    "nonsense for a standing": ("portee", "peut-être", None),
    "everyone": ("public", "tout le monde", replace(BARE, audience="everyone")),
    "curators": ("public", "Référents", replace(BARE, audience="curators")),
    "a service": ("public", "Crèche", replace(BARE, audience="Crèche")),
}


@pytest.mark.parametrize(("field", "said", "after"), FIELDS.values(), ids=FIELDS)
def test_a_field_is_filled_with_what_is_said(field: str, said: str, after: Metadata | None) -> None:
    assert filled(BARE, field, said) == after


def test_a_card_says_everything_that_is_confirmed() -> None:
    deposit = Deposit("ab12", 7, "7", READ, "a<b>.pdf", metadata=Metadata("Tarifs", communes=("Monbourg",)))
    card = card_of(replace(deposit, report=report_of(2, 31, ["une page est un scan"])))
    assert "« a&lt;b&gt;.pdf » est lu : 2 pages, 31 passages, 1 point à voir\n• une page est un scan" in card.text
    assert "Titre : Tarifs\nCommune : Monbourg\nDate : aucune" in card.text
    assert all(len(button.data.encode()) <= 64 for row in card.keyboard for button in row)
