from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Answer, Option, Reply
from bot.rendering import BOLD, render_answer, render_reply, wrapped
from knowledge.documents import Citation
from knowledge.standings import Standing

TARIFF = ("tarifs", "Tarifs 2030", "tarifs.md", 4, 12, "Caveau | 12,00 €")
CITATION = Citation(*TARIFF, Standing.PROPOSED, date(2030, 5, 2))
ANSWER = Answer("answer", "12,00 €", citations=(CITATION,), understood="caveau")


def test_the_figure_comes_first_then_the_quote_then_its_source() -> None:
    assert render_answer(ANSWER).split("\n\n") == [
        "12,00 €",
        "Compris : caveau",
        "« Caveau | 12,00 € »\nTarifs 2030, page 4, 02/05/2030, proposé, pas encore voté dans ce document",
    ]


def test_an_act_without_a_date_shows_none() -> None:
    undated = Citation("a", "", "acte.txt", 1, 1, "un texte", Standing.UNSTATED, None)
    shown = render_answer(Answer("answer", "Oui.", citations=(undated,)))
    assert shown.endswith("acte.txt, page 1, portée non précisée")


def test_choices_are_numbered_and_shown_once() -> None:
    options = (Option("Adulte", "a"), Option("Enfant", "b"))
    reply = Reply("Pour qui ?", Answer("question", "Pour qui ?", options=options), options)
    assert render_reply(reply) == "Pour qui ?\n\n  1. Adulte\n  2. Enfant"


def test_colour_is_only_used_when_asked() -> None:
    assert "\033" not in render_answer(ANSWER)
    assert render_answer(ANSWER, colour=True).startswith(BOLD)


@given(st.text(), st.integers(min_value=20, max_value=100))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    assert "".join(wrapped(text, width).split()) == "".join(text.split())


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_long_text_stays_within_the_terminal(width: int) -> None:
    assert max(map(len, wrapped("un mot puis un autre " * 30, width).split("\n"))) <= width


def test_no_line_starts_with_a_mark_that_belongs_to_the_line_before() -> None:
    lines = wrapped("« Le prix : 1 250 € ; qui le paie ? » " * 20, 25).split("\n")
    assert not [line for line in lines if line[0] in ":;?»€" or line.startswith("250")]
