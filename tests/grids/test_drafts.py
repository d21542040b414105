from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import Document, Figure, Locator, Metadata, Passage
from knowledge.grids.drafts import NotADraft, drafts, validate, write
from knowledge.grids.loading import load_table
from knowledge.grids.proof import proof
from knowledge.grids.versions import in_force
from knowledge.standings import Standing

SINCE = date(2030, 1, 1)
DOCUMENT = Document("d", "lac.txt", "0", Metadata(title="Tarifs du lac", date=date(2029, 12, 12)))


def figure(row: str, column: str, value: str | None, doubt: str = "") -> Figure:
    printed = "3?0" if value is None else value
    return Figure((row,), (column,), printed, None if value is None else Decimal(value), "€", 3, doubt)


def passage(*figures: Figure) -> Passage:
    return Passage(
        id="p",
        document="d",
        piece=0,
        kind="table",
        path=("Annexe", "Barques du lac"),
        text="Barques : matin 1,50 €, jour 3 €",
        clean="",
        locator=Locator(2, 10, 14),
        standing=Standing.ADOPTED,
        figures=figures,
    )


TABLE = passage(
    figure("Habitants", "Matin", "1.50"),
    figure("Habitants", "Journée", "3"),
    figure("Autres", "Matin", "2.50", "virgule perdue"),
    figure("Autres", "Journée", None, "chiffre taché"),
)


def test_a_draft_keeps_the_table_and_marks_each_doubtful_cell(tmp_path: Path) -> None:
    (draft,) = drafts(DOCUMENT, [TABLE], SINCE)
    table, problems = load_table(write(draft, tmp_path, SINCE))
    assert not problems
    assert table
    assert draft.doubts == 2
    assert [(rule.amount, rule.because) for rule in table.rules] == [
        (Decimal("1.50"), ""),
        (Decimal("3"), ""),
        (Decimal("2.50"), "virgule perdue"),
        (None, "chiffre taché"),
    ]
    assert "À vérifier" in proof(table)


def test_a_draft_never_answers_until_someone_validated_it(tmp_path: Path) -> None:
    path = write(drafts(DOCUMENT, [TABLE], SINCE)[0], tmp_path, SINCE)
    table, _ = load_table(path)
    assert table
    assert in_force([table], SINCE) is None
    validate(path, "A. Durand", date(2030, 2, 1))
    table, problems = load_table(path)
    assert table
    assert not problems
    assert in_force([table], SINCE)
    assert table.validated
    assert (table.validated.by, table.validated.on) == ("A. Durand", date(2030, 2, 1))
    assert "Relue par A. Durand, le 1er février 2030" in proof(table)


def test_a_draft_with_a_hole_is_not_validated(tmp_path: Path) -> None:
    (draft,) = drafts(DOCUMENT, [passage(*TABLE.figures[:3])], SINCE)
    path = write(draft, tmp_path, SINCE)
    with pytest.raises(NotADraft, match="cellule vide"):
        validate(path, "A. Durand", SINCE)


def test_validating_says_who_and_only_once(tmp_path: Path) -> None:
    path = write(drafts(DOCUMENT, [TABLE], SINCE)[0], tmp_path, SINCE)
    with pytest.raises(NotADraft, match="Dites qui"):
        validate(path, "  ", SINCE)
    validate(path, 'B. "le relecteur" D.', SINCE)
    with pytest.raises(NotADraft, match="n'est pas un brouillon"):
        validate(path, "B.", SINCE)


def test_a_draft_never_overwrites_a_grid(tmp_path: Path) -> None:
    (draft,) = drafts(DOCUMENT, [TABLE], SINCE)
    write(draft, tmp_path, SINCE)
    with pytest.raises(NotADraft, match="existe déjà"):
        write(draft, tmp_path, SINCE)


def test_text_without_a_table_gives_no_draft() -> None:
    assert drafts(DOCUMENT, [replace(TABLE, kind="paragraph"), passage(TABLE.figures[0])], SINCE) == []


def test_two_tables_of_one_title_keep_apart() -> None:
    assert [d.subject for d in drafts(DOCUMENT, [TABLE, TABLE], SINCE)] == ["barques-du-lac", "barques-du-lac-2"]


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), min_size=2, max_size=6, unique=True))
def test_any_heads_give_a_file_that_reads_back(
    tmp_path_factory: pytest.TempPathFactory, heads: list[tuple[str, str]]
) -> None:
    figures = [figure(row, column, "1.25") for row, column in heads]
    (draft,) = drafts(DOCUMENT, [passage(*figures)], SINCE)
    path = write(draft, tmp_path_factory.mktemp("brouillon"), SINCE)
    _, problems = load_table(path)
    assert [str(problem) for problem in problems if "cellule vide" not in problem.message] == []
