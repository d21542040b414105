from pathlib import Path

from knowledge.content import load_content
from tests.grids.build import HEADER

COMMUNE = """
name        = "Monbourg"
inhabitants = ["monbourgeois"]
[[contacts]]
service  = "Accueil"
subjects = ["barques"]
phone    = "00 00"
"""
GRID = HEADER + "[[rules]]\namount = 1\n[[examples]]\ngiven = {}\nexpect = { amount = 1 }\n"


def content(folder: Path, commune: str = COMMUNE, grid: str = GRID) -> Path:
    place = folder / "monbourg" / "grids" / "barques"
    place.mkdir(parents=True)
    (folder / "monbourg" / "commune.toml").write_text(commune, "utf-8")
    (place / "2030-01-01.toml").write_text(grid, "utf-8")
    return folder


def test_a_content_folder_gives_its_towns_and_their_grids(tmp_path: Path) -> None:
    found = load_content(content(tmp_path))
    assert found.problems == ()
    town = found.commune("Monbourg")
    assert town
    assert (town.slug, town.contacts[0].service) == ("monbourg", "Accueil")
    assert [table.id for table in found.tables] == ["monbourg/barques"]
    assert found.commune("Ailleurs") is None


def test_an_empty_folder_is_told_not_raised(tmp_path: Path) -> None:
    assert "aucun dossier de commune" in str(load_content(tmp_path / "rien").problems[0])


def test_faults_of_the_town_and_of_its_grids_come_in_one_list(tmp_path: Path) -> None:
    found = load_content(content(tmp_path, COMMUNE + 'maire = "?"\n', GRID + 'titre = "x"\n'))
    assert len(found.problems) == 2


def test_a_broken_town_leaves_the_others(tmp_path: Path) -> None:
    content(tmp_path)
    (tmp_path / "autre").mkdir()
    (tmp_path / "autre" / "commune.toml").write_text("[", "utf-8")
    found = load_content(tmp_path)
    assert [town.slug for town in found.communes] == ["monbourg"]
    assert len(found.problems) == 1


def test_faults_of_sense_are_looked_for_unless_told_not_to(tmp_path: Path) -> None:
    folder = content(tmp_path, grid=GRID.replace("expect = { amount = 1 }", "expect = { amount = 2 }"))
    assert load_content(folder, checked=False).problems == ()
    assert "attendu « 2 »" in str(load_content(folder).problems[0])
