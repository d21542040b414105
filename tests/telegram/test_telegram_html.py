import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.telegram.telegram_html import HtmlError, parse_html, utf16


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("a <b>b</b>", "a b", [("bold", 2, 1)]),
        ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
        ("<b>a <i>b</i></b>", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("<blockquote>q</blockquote>", "q", [("blockquote", 0, 1)]),
        ('<a href="https://x.fr/?a=1&amp;b=2">ici</a>', "ici", [("text_link", 0, 3)]),
        ("2 &lt; 3 &amp; 4 &gt; 1 &quot;&#233;&#xe9;", '2 < 3 & 4 > 1 "éé', []),
        ("&eacute; stays", "&eacute; stays", []),
        ("  <b> x </b>  ", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("a > b & c", "a > b & c", []),
    ],
)
def test_html_becomes_a_text_and_its_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    found, marked = parse_html(source)
    assert (found, [(one["type"], one["offset"], one["length"]) for one in marked]) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é <p>x</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_telegram_refuses_is_refused_in_its_words(source: str, words: str) -> None:
    with pytest.raises(HtmlError, match=f"^{words.replace('(', '.')}$"):
        parse_html(source)


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text)) == (text.strip(), [])


@given(st.text())
def test_any_text_is_read_or_refused_and_never_breaks_the_server(text: str) -> None:
    try:
        shown, entities = parse_html(text)
    except HtmlError:
        return
    assert all(0 <= one["offset"] < one["offset"] + one["length"] <= utf16(shown) for one in entities)
