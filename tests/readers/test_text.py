"""Text files: where pages end, and that no character of a line is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import UnreadableDocument
from knowledge.readers import read
from knowledge.readers.encoding import decode
from knowledge.readers.plain_text import paginate

LINES = st.lists(st.sampled_from(["", " ", "Article 1", " Article 2", "  retrait", "\u2028x", "prix : 1,15 €", "\t"]))


def starts(text: str) -> list[int]:
    return [page.first_line for page in paginate(text)]


def test_a_form_feed_ends_a_page_and_then_nothing_else_does() -> None:
    pages = paginate("un\ndeux\n\n\n\n trois\n\fquatre\n")
    assert [(page.number, page.first_line, page.text) for page in pages] == [
        (1, 1, "un\ndeux\n\n\n\n trois"),
        (2, 7, "quatre"),
    ]


def test_a_form_feed_inside_a_line_leaves_both_halves_on_that_line() -> None:
    assert [(page.first_line, page.text) for page in paginate("a\nb\fc\nd")] == [(1, "a\nb"), (2, "c\nd")]


def test_a_single_leading_space_under_a_written_line_starts_a_page_and_is_kept() -> None:
    body = "ligne\n" * 20
    text = f" Page une\n{body} Page deux\n{body}"
    assert [(page.first_line, page.text.split("\n")[0]) for page in paginate(text)] == [
        (1, " Page une"),
        (22, " Page deux"),
    ]


def test_a_single_leading_space_under_a_blank_line_starts_no_page() -> None:
    assert starts("ligne\n" * 20 + "\n Titre\n" + "ligne\n" * 20) == [1]


def test_leading_spaces_on_many_lines_are_an_indent_and_not_pages() -> None:
    assert starts("titre\n" + " texte en retrait\n" * 30) == [1]


def test_three_empty_lines_start_a_page_and_two_do_not() -> None:
    assert starts("un\n\n\n\ndeux\n\n\ntrois") == [1, 5]


def test_lines_of_spaces_only_are_spacing_and_start_no_page() -> None:
    assert starts("un\n \n\n \n\ndeux") == [1]


def test_both_marks_serve_in_one_file() -> None:
    body = "ligne\n" * 20
    assert starts(f"{body} deux\n{body}\n\n\ntrois") == [1, 21, 45]


def test_blank_pages_are_not_pages() -> None:
    assert [page.number for page in paginate("\f\f un \f \n\fdeux\f")] == [1, 2]


@given(LINES)
def test_every_written_line_stands_in_a_page_at_its_own_number(lines: list[str]) -> None:
    found = {
        page.first_line + offset: line
        for page in paginate("\n".join(lines))
        for offset, line in enumerate(page.text.split("\n"))
    }
    for number, line in enumerate(lines, 1):
        if line.strip():
            assert found[number] == line
        else:
            assert not found.get(number, "").strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_french_is_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = "Règlement : élève à 1,15 € — l’œuvre\r\ndeuxième ligne"
    file = tmp_path / "acte.txt"
    file.write_bytes(text.encode(encoding))
    assert read(file).pages[0].text == text.replace("\r\n", "\n")


def test_latin_1_is_read() -> None:
    assert decode("Délibération à l'unanimité".encode("latin-1")) == "Délibération à l'unanimité"


def test_a_stray_byte_in_utf_8_does_not_turn_every_accent_to_noise() -> None:
    assert decode("élève à côté ".encode() + b"\x80") == "élève à côté €"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_any_marked_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


@given(st.binary())
def test_any_bytes_give_text_or_none_and_never_an_error(data: bytes) -> None:
    assert decode(data) is None or isinstance(decode(data), str)


def test_a_file_of_blank_lines_is_refused_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "vide.md"
    file.write_text(" \n\n\n")
    with pytest.raises(UnreadableDocument, match="vide"):
        read(file)


def test_lines_that_number_the_pages_one_by_one_part_them() -> None:
    sheets = [f"Texte du quai {n}\n\n Registre du port - mai 2031        {n + 1}/4\n\nSuite" for n in range(1, 4)]
    pages = paginate("\n\n".join(sheets))
    assert [page.text.split("\n")[0].split()[0] for page in pages] == ["Texte", "Registre", "Registre", "Registre"]


def test_lines_that_end_in_a_fraction_at_random_part_nothing() -> None:
    assert len(paginate("Temps complet 35/35\nTemps partiel 28/35\nTemps partiel 20/35\nFin")) == 1
