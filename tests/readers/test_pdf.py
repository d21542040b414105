"""Born-digital PDFs: the order of lines, ruled tables in their place, pages that stay numbered."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from knowledge.readers import pdfium, read
from knowledge.readers.pdf import spans
from tests.readers import make

TABLE = [
    ["Quotient familial", "1 enfant", "2 enfants"],
    ["0 à 500", "1,15 €", "1,05 €"],
    ["plus de 500, sur justificatif remis à la mairie", "2,30 €", ""],
]


def text(path: Path) -> str:
    reading = read(path)
    assert not reading.problems
    assert not any(page.scanned for page in reading.pages)
    return "\n".join(page.text for page in reading.pages)


def test_lines_are_read_as_printed_and_counted_through_the_document(tmp_path: Path) -> None:
    reading = read(make.pdf(tmp_path / "a.pdf", ["Règlement", "Prix : 1,15 €"], ["Article 2"]))
    assert [(page.number, page.first_line, page.text) for page in reading.pages] == [
        (1, 1, "Règlement\nPrix : 1,15 €"),
        (2, 3, "Article 2"),
    ]


def test_a_blank_page_keeps_the_numbers_of_the_pages_after_it(tmp_path: Path) -> None:
    assert [page.number for page in read(make.pdf(tmp_path / "a.pdf", ["un"], [], ["trois"])).pages] == [1, 3]


def test_a_ruled_table_becomes_pipe_lines_in_its_place(tmp_path: Path) -> None:
    made = make.pdf(tmp_path / "t.pdf", ["Tarifs du repas"], table=TABLE, after=["Délibéré en séance."])
    assert text(made).split("\n") == [
        "Tarifs du repas",
        "Quotient familial | 1 enfant | 2 enfants",
        "0 à 500 | 1,15 € | 1,05 €",
        "plus de 500, sur justificatif remis à la mairie | 2,30 € | ",
        "Délibéré en séance.",
    ]


def test_a_file_that_the_table_finder_refuses_still_gives_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise ValueError(path)

    monkeypatch.setattr("pdfplumber.open", refuse)
    made = make.pdf(tmp_path / "t.pdf", ["Tarifs du repas"], table=TABLE)
    assert "1,15 €" in text(made)


def test_a_map_is_not_searched_for_tables(tmp_path: Path) -> None:
    made = make.blank_pdf()
    made.add_page()
    made.text(20, 20, "Plan des parcelles et de leurs abords immédiats")
    for number in range(3100):
        made.line(10 + number % 100, 30 + number % 90, 40 + number % 100, 30 + number % 90)
        made.line(10, 30, 10, 60)
    made.output(str(tmp_path / "plan.pdf"))
    with pdfium.opened(tmp_path / "plan.pdf") as pdf:
        assert not pdfium.look(pdf, 1).ruled
    assert text(tmp_path / "plan.pdf") == "Plan des parcelles et de leurs abords immédiats"


def test_a_frame_around_a_paragraph_is_no_table(tmp_path: Path) -> None:
    made = make.blank_pdf()
    made.add_page()
    for top in (20, 60):
        made.rect(10, top, 150, 30)
        made.text(15, top + 10, "Attention, inscription obligatoire")
        made.text(15, top + 18, "avant le vendredi midi")
    made.output(str(tmp_path / "f.pdf"))
    assert "|" not in text(tmp_path / "f.pdf")


def test_prices_written_after_all_their_labels_come_back_beside_them(tmp_path: Path) -> None:
    made = make.placed_pdf(
        tmp_path / "c.pdf",
        (20, 30, "Concession de 15 ans"),
        (20, 40, "Concession de 30 ans"),
        (120, 30, "252 €"),
        (120, 40, "505 €"),
    )
    assert text(made).split("\n") == ["Concession de 15 ans | 252 €", "Concession de 30 ans | 505 €"]


def test_a_table_without_ruling_lines_is_told_from_its_columns(tmp_path: Path) -> None:
    rows = [("Repas", "3,15 €", "4,20 €"), ("Étude du soir", "2,00 €", "2,75 €"), ("Mercredi", "", "9,40 €")]
    cells = [
        (left, 50 + 8 * n, text) for n, row in enumerate(rows) for left, text in zip((20, 90, 140), row, strict=True)
    ]
    heads = [(103, 30, "Habitants et autres"), (20, 34, "Service"), (88, 38, "Commune"), (136, 38, "Extérieurs")]
    made = make.placed_pdf(tmp_path / "u.pdf", (20, 20, "Tarifs"), *heads, *cells, (20, 90, "Fait en mairie."))
    assert text(made).split("\n") == [
        "Tarifs",
        "Habitants et autres",
        "Service",
        " | Commune | Extérieurs",
        "Repas | 3,15 € | 4,20 €",
        "Étude du soir | 2,00 € | 2,75 €",
        "Mercredi |  | 9,40 €",
        "Fait en mairie.",
    ]


def test_an_unruled_table_whose_cells_run_over_lines_is_kept_row_by_row(tmp_path: Path) -> None:
    runs = [
        (20.0, 30.0, "Manquement"), (80.0, 30.0, "Première fois"), (140.0, 30.0, "Ensuite"),
        (20.0, 42.0, "Retard répété"), (80.0, 42.0, "Avertissement"),
        (140.0, 40.0, "Exclusion d'une"), (140.0, 45.0, "semaine"),
        (20.0, 55.0, "Violence"), (80.0, 52.0, "Exclusion et"), (80.0, 57.0, "famille reçue"),
        (140.0, 55.0, "Définitive"),
        (20.0, 80.0, "Fait en mairie."),
    ]  # fmt: skip
    assert text(make.placed_pdf(tmp_path / "s.pdf", *runs)).split("\n") == [
        "Manquement | Première fois | Ensuite",
        "Retard répété | Avertissement | Exclusion d'une semaine",
        "Violence | Exclusion et famille reçue | Définitive",
        "Fait en mairie.",
    ]


def test_the_heads_of_unruled_columns_stand_over_the_first_they_cover(tmp_path: Path) -> None:
    heads = [(85.0, 30.0, "Commune"), (145.0, 30.0, "Extérieurs"), (20.0, 34.0, "Service")]
    heads += [(left, 38.0, text) for left, text in ((70, "15 ans"), (105, "30 ans"), (135, "15 ans"), (170, "30 ans"))]
    rows = [(20.0, 46.0, "Cavurne"), (70.0, 46.0, "215 €"), (105.0, 46.0, "405 €"), (135.0, 46.0, "537 €")]
    made = make.placed_pdf(tmp_path / "h.pdf", *heads, *rows, (170, 46, "1 012 €"), (20, 80, "Fait en mairie."))
    assert text(made).split("\n") == [
        " | Commune |  | Extérieurs | ",
        "Service |  |  |  | ",
        " | 15 ans | 30 ans | 15 ans | 30 ans",
        "Cavurne | 215 € | 405 € | 537 € | 1 012 €",
        "Fait en mairie.",
    ]


def test_bullets_and_numbered_items_are_no_table(tmp_path: Path) -> None:
    runs = [
        (left, 30.0 + 7 * n, text)
        for n in range(4)
        for left, text in ((20.0, f"{n}."), (32.0, f"Le prix est {n} €, voté"))
    ]
    assert "|" not in text(make.placed_pdf(tmp_path / "l.pdf", *runs))


def test_a_footer_written_first_is_read_last(tmp_path: Path) -> None:
    made = make.placed_pdf(tmp_path / "p.pdf", (20, 280, "Page 1 sur 3"), (20, 30, "Article 1"), (20, 40, "Article 2"))
    assert text(made).split("\n") == ["Article 1", "Article 2", "Page 1 sur 3"]


def test_two_columns_of_sentences_are_not_mixed(tmp_path: Path) -> None:
    left = [(15.0, 30.0 + 6 * i, f"La commune accueille les enfants, ligne {i}") for i in range(8)]
    right = [(115.0, 30.0 + 6 * i, f"Les familles préviennent la mairie, ligne {i}") for i in range(8)]
    made = make.placed_pdf(tmp_path / "d.pdf", *left, *right)
    assert text(made).split("\n") == [run[2] for run in left + right]


@pytest.mark.parametrize(("drawn", "turned"), [(90, 90), (-90, 270), (90, 0), (-90, 0), (180, 180)])
def test_a_page_lying_on_its_side_is_read_in_the_order_written(tmp_path: Path, drawn: int, turned: int) -> None:
    made = make.blank_pdf()
    made.add_page()
    with made.rotation(drawn, x=105, y=105):
        for number in (1, 2, 3):
            made.text(20, 50 + 10 * number, f"Article {number}")
    made.output(str(tmp_path / "a.pdf"))
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        pdf[0].set_rotation(turned)
        pdf.save(tmp_path / "b.pdf")
    assert text(tmp_path / "b.pdf") == "Article 1\nArticle 2\nArticle 3"


def test_a_stamp_along_the_margin_does_not_cut_the_lines_it_passes(tmp_path: Path) -> None:
    made = make.blank_pdf()
    made.add_page()
    with made.rotation(90, x=10, y=100):
        made.text(10, 100, "Reçu en préfecture")
    made.text(20, 60, "Article 1")
    made.text(20, 100, "Article 2")
    made.output(str(tmp_path / "m.pdf"))
    assert text(tmp_path / "m.pdf").split("\n") == ["Article 1", "Article 2", "Reçu en préfecture"]


def test_page_numbers_are_told_short() -> None:
    assert spans([2]) == "page 2"
    assert spans([2, 5, 6, 7]) == "pages 2, 5 à 7"
