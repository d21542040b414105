from datetime import date
from pathlib import Path

import pytest

from bot.flows.buttons import press
from bot.menu import OTHERS, Menu
from knowledge.content import Commune, Contact
from tests.grids.build import HEADER, INCOME, PLACE, table

ON = date(2030, 3, 1)
TOWN = Commune("monbourg", "Monbourg", contacts=(Contact("Service du lac", ("barque", "canot")),))
ROWS = """
[[rules]]
when   = { residence = "local" }
amount = 3.00
[[rules]]
when   = { residence = "autre" }
amount = 6.00
"""
EXAMPLE = """
[[examples]]
given    = { residence = "local" }
expect   = { amount = 3 }
question = "barque pour quelqu'un du village"
"""
BRACKETS = "".join(f'[[rules]]\nwhen = {{ revenu = "{code}" }}\namount = 1\n' for code in "ABC")
OTHER = HEADER.replace("Location de barques", "Pêche").replace('["barque", "barques", "canot"]', '["pêche"]')


@pytest.fixture
def menu(tmp_path: Path) -> Menu:
    boats = table(tmp_path, HEADER + PLACE + ROWS + EXAMPLE)
    fishing = table(tmp_path, OTHER + INCOME + BRACKETS, subject="peche")
    return Menu([boats, fishing], [TOWN])


def test_flows_are_listed_by_the_service_that_answers_for_them(menu: Menu) -> None:
    found = {theme.name: [flow.label for flow in theme.flows] for theme in menu.themes("Monbourg", ON)}
    assert found == {"Service du lac": ["Location de barques"], OTHERS: ["Pêche"]}


def test_a_flow_of_the_menu_opens_from_its_button(menu: Menu) -> None:
    (first, *_) = menu.themes("Monbourg", ON)
    pressed = press(first.flows[0].token)
    assert pressed is not None and pressed.position == 0


def test_an_example_is_never_about_what_a_family_earns(menu: Menu) -> None:
    assert menu.examples("Monbourg", ON) == ("barque pour quelqu'un du village",)
    assert menu.about_a_family("monbourg/peche")
    assert not menu.about_a_family("monbourg/barques")


def test_a_town_without_grids_has_no_menu(menu: Menu) -> None:
    assert menu.themes("Ailleurs", ON) == ()
    assert menu.examples("", ON) == ()
