"""When a figure read on a scan is sure: both readers say it, and it is written as a sum is."""

from __future__ import annotations

import pytest

from knowledge.documents import Doubt
from knowledge.readers.agreement import DISAGREEMENT, NO_SUM, NOTHING, ONE_READER, doubts, one_reader


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3,50 €", "3,50€"),
        ("1 200,50 €", "1200,50 €"),
        ("12 €", "12 €"),
        ("3.50 €", "3,50 €"),
        ("0 450", "0 450"),
        ("20 %", "20%"),
        ("2031,", "2031"),
        ("06 70 00 25 18.", "06 70 00 25 18"),
        ("3,50", "3,50 €"),
        ("n° 2031-140", "2031-140"),
    ],
)
def test_two_readings_alike_leave_no_doubt(first: str, second: str) -> None:
    assert doubts(4, first, second) == ()


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("3,50 €", "8,50 €", DISAGREEMENT.format(first="3,50 €", second="8,50 €")),
        ("350 €", "3,50 €", DISAGREEMENT.format(first="350 €", second="3,50 €")),
        ("175 €", "1 175 €", DISAGREEMENT.format(first="175 €", second="1 175 €")),
        ("12 €", "l2", DISAGREEMENT.format(first="12 €", second="l2")),
        ("12 €", "", NOTHING.format(first="12 €")),
        ("059 €", "059 €", NO_SUM.format(first="059 €")),
        ("3,5 €", "3,5 €", NO_SUM.format(first="3,5 €")),
    ],
)
def test_another_reading_or_another_form_is_a_doubt(first: str, second: str, reason: str) -> None:
    assert doubts(4, first, second) == (Doubt(4, first, reason),)


def test_only_the_figure_that_differs_is_in_doubt() -> None:
    assert [doubt.printed for doubt in doubts(1, "0 à 500 € 3,50 €", "0 à 500 € 8,50 €")] == ["3,50 €"]


def test_one_reader_alone_makes_a_line_of_figures_doubtful() -> None:
    assert one_reader(7, "Barque à rames : 12 €") == (Doubt(7, "", ONE_READER),)
    assert one_reader(7, "Article premier") == ()


@pytest.mark.parametrize(
    ("doubtful", "printed", "expected"),
    [("", "12 €", True), ("12 €", "12", True), ("1 200,00 €", "200,00 €", True), ("12 €", "13 €", False),
     ("12 €", "gratuit", False)],
)  # fmt: skip
def test_a_doubt_concerns_the_figure_it_was_about(doubtful: str, printed: str, expected: bool) -> None:
    assert Doubt(1, doubtful, "…").concerns(printed) is expected
