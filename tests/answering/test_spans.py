import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.spans import shortened, spans_of
from knowledge.documents import Figure, Locator, Passage, TableRow

LINE = st.text(alphabet=st.sampled_from("aé.;:!?«»-• |*A1 "), max_size=40)
TEXTS = st.one_of(st.text(max_size=300), st.lists(LINE, max_size=8).map("\n".join))


def passage(text: str, *rows: int) -> Passage:
    """A passage that begins on line 5; ``rows`` are the lines of its table."""
    figures = tuple(Figure(("Barque",), (), "3 €", None, "€", line) for line in rows)
    lines = text.count("\n")
    return Passage("a#5", "a", 0, "paragraph", (), text, text, Locator(1, 5, 5 + lines), figures=figures)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(TEXTS)
def test_spans_are_verbatim_and_lose_nothing(text: str) -> None:
    spans = spans_of(passage(text))
    squeezed = re.sub(r"\n{2,}", "\n", text)
    assert all(span.text in squeezed for span in spans)
    assert bare("".join(span.text for span in spans)) == bare(text)


@given(TEXTS)
def test_a_span_begins_on_the_line_it_tells(text: str) -> None:
    lines = text.split("\n")
    for span in spans_of(passage(text)):
        assert span.text.split("\n")[0] in lines[span.line - 5]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("La barque est rendue à midi. Le gardien la vérifie.", 2),
        ("M. Aubin et Mme. Lis rendent la barque.", 1),
        ("Voir l'art. 4 du règlement.", 1),
        ("Il faut :\n- une caution\n- une pièce d'identité", 3),
        ("Barque | 3 €\nCanot | 4 €", 2),
        ("La barque se\nrend à midi.", 1),
        ("Le canal (3 barques ; 2 canots) ferme à midi.", 1),
        ("Le canal (3 barques" + " et des canots" * 10 + ". Il rouvre.", 2),
        ("Mme Aubin\nVu la lettre du canal\nConsidérant que la barque est louée", 3),
        ("« Le canal ferme à midi. » L'ancien texte disait 14 h.", 2),
        ("La barque est rendue le 4 mai 2031. Le gardien la vérifie.", 2),
        ("Le ponton ferme à 11 h 30. Le gardien y veille.", 2),
        ("Article 3. La barque est rendue.", 1),
        ("Éclusier de garde :\n01 99 00 12 34.", 1),
        ("Mairie\n" + "la barque est louée\n" * 20 + "\nÉclusier : 01 99 00 12 34", 2),
        ("Contacts\nPonton des yoles : 01 99 00 12 34\nÉclusier, la nuit : 01 99 00 12 35\nCourriel : a@b.fr", 4),
        ("Ponton : quai des rames,\nderrière le hangar\nÉclusier : 01 99 00 12 34\nCapitainerie : 01 99 00 12 35", 3),
        ("Le canal est ouvert\nPonton : quai des rames", 1),
        ("Faute\nSuite\n\nCris\nRappel\n\nVol de rame\nExclusion\n\nLe maire en est averti.", 4),
        ("Faute\nSuite\n\nCris\nRappel", 1),
        ("Faute\n\nSuite\n\nCris\n\nRappel", 1),
    ],
)
def test_sentences_items_and_rows_are_cut_apart(text: str, parts: int) -> None:
    assert len(spans_of(passage(text))) == parts


def test_each_row_of_a_table_is_a_span() -> None:
    spans = spans_of(passage("Tarifs\nBarque 3 €\nCanot 4 €", 6, 7))
    assert [span.text for span in spans] == ["Tarifs", "Barque 3 €", "Canot 4 €"]
    assert [span.line for span in spans] == [5, 6, 7]


def test_an_item_is_told_from_a_sentence() -> None:
    assert [span.item for span in spans_of(passage("Il faut :\n- une caution"))] == [False, True]


@given(st.text(max_size=400), st.integers(20, 200))
def test_a_text_cut_short_fits_and_is_on_one_line(text: str, limit: int) -> None:
    cut = shortened(text, limit)
    assert len(cut) <= limit
    assert "\n" not in cut


def test_a_text_is_cut_after_a_whole_sentence_when_it_can() -> None:
    assert shortened("La barque est libre. Le canot aussi est libre le soir.", 30) == "La barque est libre."
    assert shortened("La grande barque du vieil étang communal", 22) == "La grande barque du …"


def test_a_row_of_a_table_is_one_span_of_its_verbatim_lines_told_put_together() -> None:
    text = "Suites :\n1   Cris, course     Rappel\nsur le ponton    au carnet\n2   Vol     Exclusion\nFin. Suite."
    rows = (TableRow(6, 7, "1 | Cris, course sur le ponton | Rappel au carnet"), TableRow(8, 8, "2 | Vol | Exclusion"))
    held = Passage("a#5", "a", 0, "paragraph", (), text, text, Locator(1, 5, 9), rows=rows)
    spans = spans_of(held)
    assert [(span.clean, span.line) for span in spans] == [
        ("Suites :", 5),
        ("1 | Cris, course sur le ponton | Rappel au carnet", 6),
        ("2 | Vol | Exclusion", 8),
        ("Fin.", 9),
        ("Suite.", 9),
    ]
    assert spans[1].text == "1   Cris, course     Rappel\nsur le ponton    au carnet"
