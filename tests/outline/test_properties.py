"""What holds of the outline of any text."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.outline.lines import lines_of
from knowledge.outline.sections import sections_of
from knowledge.text import words
from tests.outline.cutting import cut, document

LINES = st.sampled_from(
    [
        "",
        "",
        " ",
        "REGLEMENT INTERIEUR DE LA HALLE",
        "Article 3 : Prêt",
        "# Titre",
        "## Article 2",
        "ORDRE DU JOUR",
        "PROPOSITIONS DE DELIBERATION",
        "12 - TARIFS DES SALLES MUNICIPALES",
        "DELIBERATION N° 2031-12",
        "OBJET : PRET DES SALLES DE LA VILLE",
        "N° 2031-14  Objet : Prêt des barques",
        "2031-15 - Tarifs du canal",
        "Point n° 3 : Tarifs du canal",
        "POUR MEMOIRE : ANCIENS TARIFS",
        "- des clubs ;",
        "La halle est prêtée aux clubs de la ville",
        "pour toute la durée de leur saison.",
        "Tarif Habitants Extérieurs",
        "Matin Soir Matin Soir",
        "Adulte 12 € 20 €",
        "A 0 a 400 1,00 € 139 € 2,44 €",
        "Enfant gratuit",
        "Verre 1,20 €, assiette 2,80 €",
        "| a | b | 3 € |",
        "| --- | --- | --- |",
        "               Saison         Hiver",
        "Classe         2030           2031",
        "A              1,00 €         2,00 €",
        "Canot          gratuit        -",
        "                              (le matin)",
        "12,00 €",
        "a | | 4,50 €",
        "| |",
        "|",
        "page 3",
        "Vote : adopté à l'unanimité.",
    ]
)
# Tables whole, that single lines drawn one by one seldom make.
TABLES = st.sampled_from(
    [
        "Barque              Saison         Hiver\nCanot               12,00 €        8,00 €\n"
        "Yole                15,00 €        -\n  de deux places\nVoilier             # ,00 €        20 €",
        "               Habitants            Extérieurs\n            Jour     Nuit       Jour     Nuit\n"
        "Quai A      1,00 €   2,00 €     3,00 €   4,00 €\nQuai B      1,50 €   2,50 €     3,50 €   4,50 €",
        "DROITS PERMANENTS              NOUVEAUX DROITS\n- le quai du canal             - le ponton nord\n"
        "- la halle aux voiles          - la cale de mise à l'eau",
        "Canot\n12,00 €\nYole\n15,00 €\nVoilier\n20,00 €",
        "Saison\nHiver\nCanot\n12,00 €\n8,00 €\nYole\nde deux places\n15,00 €\n9,00 €",
        "| Barque | Saison |\n| --- | --- |\n| Canot | 12 € |\n| Yole | 15 € |",
        "Canot 12 € 14 €\nYole 15 € 16 €",
    ]
)
TEXT = st.lists(st.one_of(LINES, TABLES, st.text(max_size=40)), min_size=1, max_size=25).map("\n".join)
PAGES = st.lists(TEXT, min_size=1, max_size=5)


@given(PAGES)
@settings(deadline=None)
def test_every_line_that_says_something_is_in_one_passage_or_in_a_path(pages: list[str]) -> None:
    made = document(*pages)
    out = cut(*pages)
    held: dict[int, int] = {}
    for passage in out.passages:
        for offset, text in enumerate(passage.text.split("\n")):
            if text:
                number = passage.locator.line + offset
                held[number] = held.get(number, 0) + 1
    titles = " ".join(title for passage in out.passages for title in passage.path)
    # what opens an act is its number and its title
    said = " ".join(f"{piece.number} {piece.title}" for piece in out.pieces)
    opened = {*words(said), *"projet de deliberation n no objet point question affaire dossier rapport".split()}
    for line in lines_of(made.pages):
        if line.blank:
            continue
        if line.number in held:
            assert held[line.number] == 1
        elif line.clean.strip(" *|_:") not in titles:
            assert set(words(line.clean)) <= opened


@given(PAGES)
@settings(deadline=None)
def test_the_nth_line_of_a_passage_is_the_nth_line_of_the_document_after_its_first(pages: list[str]) -> None:
    lines = {line.number: line.text.strip() for line in lines_of(document(*pages).pages)}
    for passage in cut(*pages).passages:
        texts = passage.text.split("\n")
        assert len(texts) == passage.locator.end_line - passage.locator.line + 1
        for offset, text in enumerate(texts):
            assert text in ("", lines.get(passage.locator.line + offset))


@given(PAGES)
@settings(deadline=None)
def test_passages_are_told_apart_and_stand_in_their_piece(pages: list[str]) -> None:
    out = cut(*pages)
    ids = [passage.id for passage in out.passages]
    assert len(ids) == len(set(ids))
    for passage in out.passages:
        piece = out.pieces[passage.piece]
        assert piece.line <= passage.locator.line <= passage.locator.end_line <= piece.end_line


@given(PAGES)
@settings(deadline=None)
def test_a_figure_is_printed_on_its_line(pages: list[str]) -> None:
    lines = {line.number: line for line in lines_of(document(*pages).pages)}
    for passage in cut(*pages).passages:
        for figure in passage.figures:
            line = lines[figure.line]
            shown = re.sub(r"\D", "", line.text) + line.text.lower()
            assert re.sub(r"\D", "", figure.printed) in shown
            assert figure.printed[:1].isdigit() or figure.printed.lower() in line.clean.lower()


@given(PAGES)
@settings(deadline=None)
def test_pieces_cover_the_document_in_order(pages: list[str]) -> None:
    made = document(*pages)
    pieces = cut(*pages).pieces
    numbers = [line.number for line in lines_of(made.pages)]
    held = [number for piece in pieces for number in numbers if piece.line <= number <= piece.end_line]
    assert held == numbers
    assert [piece.ordinal for piece in pieces] == list(range(len(pieces)))


@given(TEXT)
@settings(deadline=None)
def test_sections_hold_their_lines_in_order(text: str) -> None:
    numbers = [line.number for section in sections_of(lines_of(document(text).pages)) for line in section.lines]
    assert numbers == sorted(set(numbers))


@given(PAGES)
@settings(deadline=None)
def test_a_row_put_together_stands_in_its_passage_and_says_only_its_words(pages: list[str]) -> None:
    for passage in cut(*pages).passages:
        held = set(re.findall(r"\w+", passage.clean))
        for row in passage.rows:
            assert passage.locator.line <= row.line <= row.end_line <= passage.locator.end_line
            assert set(re.findall(r"\w+", row.text)) <= held


@given(PAGES)
@settings(deadline=None)
def test_rows_put_together_do_not_share_their_lines_but_where_tables_stand_side_by_side(pages: list[str]) -> None:
    for passage in cut(*pages).passages:
        spans = sorted({(row.line, row.end_line) for row in passage.rows})
        assert all(before[1] < after[0] for before, after in pairwise(spans))


@given(PAGES)
@settings(deadline=None)
def test_a_figure_stands_in_its_passage_and_is_told_once(pages: list[str]) -> None:
    for passage in cut(*pages).passages:
        told = [(figure.line, figure.row, figure.column, figure.printed) for figure in passage.figures]
        for line, *_ in told:
            assert passage.locator.line <= line <= passage.locator.end_line
