"""The rendered acts must say in every layout what the questions expect, on the page they name."""

from itertools import chain
from pathlib import Path

import pypdfium2
import pytest

from knowledge.readers import read
from knowledge.text import words
from tests.judge.acts import Grid, acts
from tests.judge.layouts import LAYOUTS
from tests.judge.questions import HALVES, load
from tests.judge.running import render
from tests.judge.scoring import holds, normal

QUESTIONS = [one for half in HALVES for one in load(f"rendered-{half}")]
BORN_DIGITAL = [name for name, layout in LAYOUTS.items() if not layout.scanned]


@pytest.fixture(scope="module", params=BORN_DIGITAL)
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[set[str]]]:
    """The words of each page of every act in one layout, as the readers give them."""
    folder, layout = tmp_path_factory.mktemp("acts"), LAYOUTS[request.param]
    render(folder, layout)
    return {
        path.stem: [set(words(page.text)) for page in read(path).pages]
        for path in folder.iterdir()
        if path.suffix == layout.suffix
    }


def test_every_evidence_can_be_read_in_the_layout(shown: dict[str, list[set[str]]]) -> None:
    for one in QUESTIONS:
        if one.evidence:
            pages = shown[one.file]
            page = pages[one.page - 1 if len(pages) > 1 else 0]
            assert set(words(one.evidence)) <= page, one.id  # a cell on two lines mixes their order, not the words


def test_what_is_expected_stands_in_the_evidence() -> None:
    for one in QUESTIONS:
        assert all(holds(normal(one.evidence), part) for part in one.expect)
        assert not any(holds(normal(one.evidence), figure) for figure in one.forbid)
        assert bool(one.expect) == (one.kind != "unanswerable")


def test_a_table_is_as_wide_on_every_row() -> None:
    for act in chain.from_iterable(acts(half) for half in HALVES):
        for grid in (block for block in act.blocks if isinstance(block, Grid)):
            covered = sum(cell.columns * cell.rows for cells in (*grid.head, *grid.rows) for cell in cells)
            assert covered == grid.width * len((*grid.head, *grid.rows))


def test_a_scan_has_no_text_layer_and_the_pages_of_the_act(tmp_path: Path) -> None:
    act = acts("dev")[0]
    path = tmp_path / "scan.pdf"
    LAYOUTS["scan 150"].write(act, path)
    with pypdfium2.PdfDocument(path) as document:
        assert [page.get_textpage().get_text_range() for page in document] == ["", ""]
