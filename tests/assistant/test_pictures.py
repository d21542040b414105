"""Which line of a scan is shown closely: the one told, or one right below it, when its figures are in doubt."""

from __future__ import annotations

import pytest

from bot.pictures import doubtful_line
from knowledge.documents import Doubt, Page

TEXT = "Tarifs\nBarque : 12 €\nVoile : 30 €\nAvis\nFin\nQuai : 5 €"
PAGE = Page(2, TEXT, 11, True, (Doubt(12, "", "…"), Doubt(16, "", "…")))


@pytest.mark.parametrize(
    ("line", "expected"),
    [(11, "Barque : 12 €"), (12, "Barque : 12 €"), (13, "Quai : 5 €"), (16, "Quai : 5 €"), (5, "")],
)
def test_the_nearest_line_in_doubt_is_shown(line: int, expected: str) -> None:
    assert doubtful_line(PAGE, line) == expected


def test_a_page_without_doubts_is_shown_whole() -> None:
    assert doubtful_line(Page(1, "Tarifs", 1), 1) == ""
    assert doubtful_line(None, 1) == ""
