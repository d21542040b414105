"""Web pages: a line a block, tables as pipe lines, nothing of menus and scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.readers import read


def lines(tmp_path: Path, html: str, encoding: str = "utf-8") -> list[str]:
    file = tmp_path / "page.html"
    file.write_bytes(html.encode(encoding))
    (page,) = read(file).pages
    return page.text.split("\n")


def test_blocks_are_lines_and_menus_and_scripts_are_left_out(tmp_path: Path) -> None:
    html = (
        "<html><head><title>T</title><style>p{}</style></head><body><nav>Accueil</nav><script>var a</script>"
        "<h1>Cantine</h1><p>Le <b>repas</b> coûte\n  1,15 €.<br>Fin</p>texte nu"
        "<div>bloc <!-- rien --></div></body></html>"
    )
    assert lines(tmp_path, html) == ["Cantine", "Le repas coûte 1,15 €.", "Fin", "texte nu", "bloc"]


def test_tables_are_pipe_lines_with_spans_kept_open(tmp_path: Path) -> None:
    html = (
        "<p>avant</p><table><caption>Tarifs</caption><tr><th rowspan=2>Quotient</th><th colspan=2>Prix</th></tr>"
        "<tr><td>matin</td><td>so<br>ir</td></tr><tr><td>500</td><td>1,15 €</td><td></td></tr></table><p>après</p>"
    )
    assert lines(tmp_path, html) == [
        "avant",
        "Tarifs",
        "Quotient | Prix | ",
        " | matin | so ir",
        "500 | 1,15 € | ",
        "après",
    ]


def test_a_table_that_only_lays_out_the_page_is_read_as_blocks(tmp_path: Path) -> None:
    html = "<table><tr><td><p>gauche</p><table><tr><td>a</td><td>b</td></tr></table></td><td>droite</td></tr></table>"
    assert lines(tmp_path, html) == ["gauche", "a | b", "droite"]


def test_list_items_keep_their_marks(tmp_path: Path) -> None:
    html = "<ul><li>un</li></ul><ol start=3 type=a><li>deux</li><li>trois</li></ol>"
    assert lines(tmp_path, html) == ["- un", "c. deux", "d. trois"]


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-8", "no-such-code"])
def test_accents_survive_a_page_that_lies_about_its_encoding(tmp_path: Path, declared: str) -> None:
    html = f'<html><head><meta charset="{declared}"></head><body><p>élève à côté</p></body></html>'
    assert lines(tmp_path, html, "cp1252") == ["élève à côté"]


def test_a_page_nested_without_measure_is_read(tmp_path: Path) -> None:
    assert lines(tmp_path, "<div>" * 5000 + "fond") == ["fond"]
