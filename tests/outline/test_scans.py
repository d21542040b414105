"""What two readers of a scan do not read alike reaches the passages and the figures of its lines."""

from __future__ import annotations

from knowledge.documents import Document, Doubt, Metadata, Page, Passage
from knowledge.outline import outline

TEXT = """Location des barques
Barque | La journée | La saison
À rames | 12,50 € | 160,00 €
À voile | 30,00 € | 410,00 €

La caution d'une barque est de 50 €, rendue au retour de la barque sur le ponton."""


def passages(*doubts: Doubt) -> tuple[Passage, ...]:
    pages = (Page(1, "Ville de Port-Canal", 1), Page(2, TEXT, 2, True, doubts))
    return outline(Document("a", "a.pdf", "0", Metadata(), pages)).passages


def doubtful(*doubts: Doubt) -> dict[str, str]:
    return {figure.printed: figure.doubt for one in passages(*doubts) for figure in one.figures if figure.doubt}


def test_only_the_figure_in_doubt_of_its_line_is_doubtful() -> None:
    assert doubtful(Doubt(5, "30,00 €", "mal lu")) == {"30,00 €": "mal lu"}
    assert doubtful(Doubt(4, "30,00 €", "mal lu")) == {}


def test_a_doubt_about_a_whole_line_is_one_about_each_of_its_figures() -> None:
    assert doubtful(Doubt(4, "", "un seul lecteur")) == {"12,50 €": "un seul lecteur", "160,00 €": "un seul lecteur"}


def test_a_passage_holds_the_doubts_of_its_lines() -> None:
    about = Doubt(7, "50 €", "mal lu")
    assert [one.doubts for one in passages(about) if "caution" in one.text] == [(about,)]
    assert not any(one.doubts for one in passages())
