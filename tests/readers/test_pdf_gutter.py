"""Pages set in two columns, told from tables whose cells stand side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.readers.pdf_columns import Placed
from knowledge.readers.pdf_gutter import bands


def column(left: float, first: float, *texts: str) -> list[Placed]:
    """Lines one below another, ten points each, that begin ``left`` along and ``first`` down."""
    return [Placed(text, left, left + 5 * len(text), first + 10 * at, 8) for at, text in enumerate(texts)]


TITLE = Placed("TARIFS DU CANAL ET DE SES PONTONS, VOTES PAR LE CONSEIL DE LA VILLE EN 2030", 20, 480, 5, 12)
WEST = column(20, 20, *(f"Anneau {n}" for n in range(6)), "Chaque rameur signe le registre du port.", "Grue")
EAST = column(260, 24, *(f"Barque {n}" for n in range(6)), "Les barques sont rendues avant la nuit.", "Yole")


def texts(group: list[Placed]) -> list[str]:
    return [line.text for line in group]


def test_each_column_is_read_from_top_to_bottom_below_its_title() -> None:
    assert [texts(group) for group in bands([TITLE, *WEST, *EAST])] == [[TITLE.text], texts(WEST), texts(EAST)]


def test_the_cells_of_rows_are_no_columns_of_text() -> None:
    level = [Placed(line.text, line.left, line.right, line.down - 4, line.size) for line in EAST]
    assert len(bands([*WEST, *level])) == 1


def test_labels_beside_their_prices_are_no_columns_of_text() -> None:
    prices = column(260, 24, *(f"{n} €" for n in range(8)))
    assert len(bands([*WEST, *prices])) == 1


@given(
    st.lists(
        st.builds(
            lambda text, left, down: Placed(text, left, left + 4 * len(text), down, 8),
            st.text("abc d", min_size=1, max_size=40),
            st.floats(0, 400),
            st.floats(0, 700),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_no_line_is_lost_nor_told_twice(lines: list[Placed]) -> None:
    kept = [line for group in bands(lines) for line in group]
    assert sorted(kept, key=repr) == sorted(lines, key=repr)
