"""How replies look on Telegram: the same words, cut where one pauses, everything escaped, buttons that fit."""

import re
from datetime import date
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.html import SHORT, messages, plain
from bot.channels.telegram.keyboards import DONE, MOST_BYTES, data_of, marked, of_options, token_of
from bot.channels.telegram.splitting import LIMIT, pieces, units
from bot.messages import Answer, Dialogue, Option, Reply
from bot.rendering import render_reply
from knowledge.documents import Citation
from knowledge.standings import Standing

WORDS = st.text(alphabet=st.sampled_from("abc é.,;!\n😀&<>\"'"), max_size=300)
PROOF = Citation("d", "Règlement", "r.pdf", 3, 12, "Article <2> & suivants", Standing.ADOPTED, date(2030, 1, 2))


def bare(html: str) -> str:
    return unescape(re.sub(r"</?[a-z][^>]*>", "", html))


@given(WORDS.map(lambda text: text * 40), st.integers(min_value=20, max_value=500))
def test_a_text_is_cut_below_the_limit_and_loses_no_word(text: str, limit: int) -> None:
    cut = list(pieces(text, limit))
    assert all(0 < units(piece) <= limit and piece.strip() for piece in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())


def test_a_long_text_is_cut_after_a_sentence() -> None:
    cut = list(pieces("Une phrase de l'acte. " * 400))
    assert len(cut) > 1
    assert all(piece.endswith("acte.") for piece in cut)


def test_units_are_those_that_telegram_counts() -> None:
    assert units("a€😀") == 4
    assert units("é" * 3) == 3


def test_a_reply_says_what_the_console_says() -> None:
    reply = Reply("12,50 €", Answer("answer", "12,50 €", citations=(PROOF,), understood="cantine & repas"))
    (html,) = messages(reply, ())
    assert bare(html).replace("\n\n", "\n") == render_reply(reply).replace("\n\n", "\n")
    assert "<blockquote expandable>« Article &lt;2&gt; &amp; suivants »</blockquote>" in html


@given(WORDS)
def test_whatever_is_said_stands_as_it_was_said(text: str) -> None:
    shown = "\n\n".join(bare(html) for html in plain(text))
    assert shown == text.strip()


def test_a_reply_longer_than_a_message_is_several_each_with_whole_tags() -> None:
    long = Citation("d", "R", "r.pdf", 3, 12, "Une phrase. " * 900, Standing.ADOPTED, None)
    every = messages(Reply("", Answer("answer", "Oui.", citations=(long, PROOF))), ())
    assert len(every) > 2
    assert all(units(bare(html)) <= LIMIT for html in every)
    assert all(html.count("<blockquote expandable>") == html.count("</blockquote>") for html in every)


def test_short_choices_stand_two_a_row_and_long_ones_are_written_out() -> None:
    short = (Option("Oui", "a"), Option("Non", "b"), Option("Peut-être", "c"))
    assert [[one.label for one in row] for row in of_options(short)] == [["Oui", "Non"], ["Peut-être"]]
    long = (Option("x" * (SHORT + 1), "a"), Option("Non", "b"))
    assert [[one.label for one in row] for row in of_options(long)] == [["1. " + "x" * (SHORT + 1)], ["2. Non"]]
    (html,) = messages(Reply("Lequel ?", None, long), long)
    assert "2. Non" in html


@given(st.text(max_size=80))
def test_any_token_fits_a_button_and_comes_back(token: str) -> None:
    data = data_of(token)
    assert len(data.encode()) <= MOST_BYTES
    assert token_of(data, Dialogue(options=(Option("x", token),))) == token or token.startswith("g:")


@pytest.mark.parametrize("data", ["", "+rien", "~0123", "x"])
def test_a_choice_no_longer_offered_is_none(data: str) -> None:
    assert token_of(data, Dialogue(options=(Option("x", "+autre"),))) == ""


def test_a_flow_s_old_button_is_still_a_choice() -> None:
    assert token_of("g:abc:0:oui", Dialogue()) == "g:abc:0:oui"


def test_the_choice_made_is_marked_and_it_alone() -> None:
    board = (((DONE + "Oui", "a"), ("Non", "b")),)
    assert [[one.label for one in row] for row in marked(board, "b")] == [["Oui", DONE + "Non"]]
